// Review by the keyboard: one letter presses its button; words chosen in the text go into the field for words.
const card = document.getElementById("card");
let busy = false;
let waiting = null;
const TYPING = /^(INPUT|TEXTAREA|SELECT)$/;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && TYPING.test(event.target.tagName)) { event.target.blur(); return; }
  if (TYPING.test(event.target.tagName)) return;
  const button = card.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  if (busy) waiting = event.key; else press(button);
});

function press(button) {
  const field = button.form.querySelector("input:not([type=hidden]), select");
  if (field) { field.focus(); field.select?.(); } else button.click();
}

card.addEventListener("htmx:beforeRequest", () => { busy = true; });
card.addEventListener("htmx:sendError", () => { busy = false; });
card.addEventListener("htmx:afterSettle", () => {
  busy = false;
  const button = waiting && card.querySelector(`button[data-key="${CSS.escape(waiting)}"]`);
  waiting = null;
  if (button) press(button);
});

document.addEventListener("selectionchange", () => {
  const chosen = getSelection();
  const words = card.querySelector("[data-words]");
  const field = card.querySelector("[data-span]");
  if (!field || !words || chosen.isCollapsed || !words.contains(chosen.anchorNode)) return;
  field.value = chosen.toString().trim();
});

card.addEventListener("htmx:afterSwap", () => {
  const first = card.querySelector("[data-card] h2");
  if (first) { first.tabIndex = -1; first.focus({ preventScroll: true }); }
});

card.addEventListener("htmx:responseError", (event) => {
  busy = false;
  const said = card.querySelector(".said");
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  if (said) said.textContent = answer.body.textContent.trim() || "It was not kept: the desk gave no answer.";
});
