// Observable Plot without the style element that it puts in: the desk lets no inline style through, and needs none.
export function plotted(options) {
  const made = window.Plot.plot({ ...options, className: "figure" });
  for (const style of [...made.querySelectorAll("style")]) style.remove();
  if (made.tagName === "STYLE") throw new Error("nothing was drawn");
  for (const group of made.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  for (const link of made.querySelectorAll("a")) {
    const name = link.querySelector("title")?.textContent;
    if (name) link.setAttribute("aria-label", name);
  }
  return made;
}

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export function none(words) {
  const said = document.createElement("p");
  said.className = "soft";
  said.textContent = words;
  return said;
}
