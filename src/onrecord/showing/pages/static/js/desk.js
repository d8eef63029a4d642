// What every page has: the theme switch, times in the reader's zone, a key for the search.
import { zoned } from "./times.js";

const root = document.documentElement;

function dark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  root.dataset.theme = dark() ? "light" : "dark";
  try { localStorage.setItem("onrecord.theme", root.dataset.theme); } catch { /* kept for this page alone */ }
  document.dispatchEvent(new CustomEvent("theme"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  event.preventDefault();
  document.getElementById("q")?.focus();
});

// On paper everything is open, in browsers whose style sheets cannot say so as well.
let opened = [];
addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; for (const one of opened) one.open = true; });
addEventListener("afterprint", () => { for (const one of opened) one.open = false; });

zoned(document);
document.addEventListener("htmx:afterSwap", (event) => zoned(event.target));
