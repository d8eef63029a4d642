// Hovering or tabbing an item lights its words, what it is tied to, and its note, which comes into view in the margin; the page itself never moves.
const page = document.querySelector("main");
const pointer = { x: NaN, y: NaN };
const lists = { lit: [], linked: [] };

function clear() {
  for (const name of Object.keys(lists)) {
    for (const element of lists[name]) element.classList.remove(name);
    lists[name] = [];
  }
}

function paint(id, name) {
  const found = page.querySelectorAll(`[data-i~="${CSS.escape(id)}"], [data-note="${CSS.escape(id)}"]`);
  for (const element of found) {
    element.classList.add(name);
    lists[name].push(element);
  }
}

function meant(target) {
  const near = target.closest?.("[data-for], [data-note], [data-i]");
  if (!near) return null;
  return near.dataset.for ?? near.dataset.note ?? near.dataset.i.split(" ")[0];
}

function still(event) {
  const same = event.type === "mouseover" && event.screenX === pointer.x && event.screenY === pointer.y;
  if (event.type === "mouseover") Object.assign(pointer, { x: event.screenX, y: event.screenY });
  return same;
}

function light(event) {
  if (still(event)) return;
  const id = meant(event.target);
  clear();
  if (!id) return;
  const note = page.querySelector(`[data-note="${CSS.escape(id)}"]`);
  for (const tied of (note?.dataset.tied ?? "").split(" ").filter(Boolean)) paint(tied, "linked");
  paint(id, "lit");
  if (note && !note.contains(event.target)) show(note);
}

function show(note) {
  const box = note.closest(".notes");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const at = note.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (at.top < frame.top) box.scrollTop -= frame.top - at.top + 8;
  else if (at.bottom > frame.bottom) box.scrollTop += at.bottom - frame.bottom + 8;
}

page.addEventListener("mouseover", light);
page.addEventListener("focusin", light);
page.addEventListener("mouseleave", clear);
