// Review by the keyboard: one letter presses its button; words chosen in the text go into the field for words.
const card = document.getElementById("card");
const TYPING = /^(INPUT|TEXTAREA|SELECT)$/;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && TYPING.test(event.target.tagName)) { event.target.blur(); return; }
  if (TYPING.test(event.target.tagName)) return;
  const button = card.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  const field = button.form.querySelector("input:not([type=hidden]), select");
  if (field) { field.focus(); field.select?.(); } else button.click();
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
  const said = card.querySelector(".said");
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  if (said) said.textContent = answer.body.textContent.trim() || "It was not kept: the desk gave no answer.";
});
