// The figures of Explore: numbers are asked for once, each figure draws itself when it comes near the window.
import { series } from "./charts/series.js";
import { map } from "./charts/map.js";
import { network } from "./charts/network.js";

const DRAW = { series, map, network };
const LEAST = 280;
const at = document.querySelector("[data-explore]");

async function begin() {
  const answer = await fetch(at.dataset.explore);
  if (!answer.ok) throw new Error(`the desk answered ${answer.status}`);
  const numbers = await answer.json();
  const places = [...document.querySelectorAll("[data-figure]")];
  const draw = (place) => {
    const drawn = DRAW[place.dataset.figure](numbers, Math.max(place.clientWidth, LEAST), place);
    Promise.resolve(drawn).then((node) => { place.replaceChildren(node); apart(place); tell(place, node.dataset?.told); }).catch((error) => say(place, error));
  };
  const watch = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) { watch.unobserve(one.target); draw(one.target); }
  }, { rootMargin: "400px" });
  places.forEach((place) => watch.observe(place));
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; places.filter((p) => p.querySelector("svg")).forEach(draw); } });
  document.addEventListener("theme", () => places.filter((p) => p.querySelector("svg")).forEach(draw));
}

// Of names that would stand on each other the first stays: those of what has most come first. Every mark keeps its name for whoever asks it.
function apart(place) {
  const stood = [];
  for (const name of place.querySelectorAll("[data-names] text, text[data-name]")) {
    const at = name.getBoundingClientRect();
    if (stood.some((other) => at.left < other.right && other.left < at.right && at.top < other.bottom && other.top < at.bottom)) name.classList.add("covered");
    else stood.push(at);
  }
}

function tell(place, told) {
  const said = document.querySelector(`[data-told="${place.id}"]`);
  if (said && told) said.textContent = told;
}

function say(place, error) {
  const said = document.createElement("p");
  said.className = "wrong";
  said.textContent = `This figure could not be drawn: ${error.message}`;
  place.replaceChildren(said);
}

if (at) begin().catch((error) => document.querySelectorAll("[data-figure]").forEach((place) => say(place, error)));
