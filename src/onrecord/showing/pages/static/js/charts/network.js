// Who speaks about whom: laid out before it is shown, so that nothing moves.
import { colour, none } from "./plotted.js";

const TURNS = 300;

export function network({ links, names }, width) {
  if (!links.length) return none("No event here stands on anybody's word.");
  const d3 = window.d3;
  const height = Math.min(680, Math.max(380, width * 0.6));
  const weight = new Map();
  for (const { source, target, count } of links) for (const who of [source, target]) weight.set(who, (weight.get(who) ?? 0) + count);
  const kept = new Set([...weight].sort((a, b) => b[1] - a[1]).slice(0, width > 600 ? 32 : 14).map(([who]) => who));
  const tied = new Set(links.filter((link) => kept.has(link.source) && kept.has(link.target)).flatMap((link) => [link.source, link.target]));
  const nodes = [...tied].sort((a, b) => weight.get(b) - weight.get(a)).map((id) => ({ id, size: 4 + Math.sqrt(weight.get(id)) * 1.8 }));
  const ties = links.filter((link) => kept.has(link.source) && kept.has(link.target)).map((link) => ({ ...link }));
  const wide = (node) => 14 + names[node.id].name.length * 3.1;
  d3.forceSimulation(nodes).randomSource(d3.randomLcg(1))
    .force("link", d3.forceLink(ties).id((node) => node.id).distance(90).strength(0.4))
    .force("charge", d3.forceManyBody().strength(-320)).force("x", d3.forceX(width / 2).strength(0.06)).force("y", d3.forceY(height / 2).strength(0.11))
    .force("apart", d3.forceCollide((node) => Math.min(wide(node), 46)))
    .stop().tick(TURNS);
  for (const node of nodes) {
    node.x = Math.max(wide(node) + 8, Math.min(width - wide(node) - 8, node.x));
    node.y = Math.max(18, Math.min(height - 26, node.y));
  }
  const svg = d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height).attr("role", "group").attr("aria-label", "Who speaks about whom");
  svg.append("defs").append("marker").attr("id", "head").attr("viewBox", "0 0 8 8").attr("refX", 8).attr("refY", 4).attr("markerWidth", 9).attr("markerHeight", 9).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("d", "M0 0L8 4L0 8z").attr("fill", colour("--rule"));
  svg.append("g").selectAll("path").data(ties).join("path").attr("class", "tie").attr("stroke-width", (tie) => 0.8 + Math.sqrt(tie.count)).attr("marker-end", "url(#head)").attr("d", bow)
    .append("title").text((tie) => `${names[tie.source.id].name} about ${names[tie.target.id].name}: ${tie.count}`);
  const node = svg.append("g").selectAll("a").data(nodes).join("a").attr("class", "node").attr("href", ({ id }) => names[id].href).attr("aria-label", ({ id }) => `${short(names[id].name)}${short(names[id].name) === names[id].name ? "" : ` (${names[id].name})`}, ${weight.get(id)}`).attr("transform", ({ x, y }) => `translate(${x},${y})`);
  node.append("circle").attr("r", 12).attr("class", "touch");
  node.append("circle").attr("r", ({ size }) => size);
  node.append("text").attr("data-name", "").attr("text-anchor", "middle").attr("y", ({ size }) => size + 13).text(({ id }) => short(names[id].name));
  const [first] = nodes;
  const made = svg.node();
  made.dataset.told = `An arrow leads from whoever gives the word to whoever is spoken of. The larger, the more events: most, ${weight.get(first.id).toLocaleString("en")}, with ${names[first.id].name}.`;
  return made;
}

function short(name) {
  return name.length > 26 ? `${name.slice(0, 25)}…` : name;
}

function bow({ source, target }) {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const far = Math.hypot(dx, dy) || 1;
  const end = { x: target.x - (dx / far) * (target.size + 4), y: target.y - (dy / far) * (target.size + 4) };
  const bend = 0.12;
  return `M${source.x},${source.y}Q${(source.x + end.x) / 2 - dy * bend},${(source.y + end.y) / 2 + dx * bend} ${end.x},${end.y}`;
}
