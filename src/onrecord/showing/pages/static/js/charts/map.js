// Where: Natural Earth's land and borders, a circle for each place. A middle of something large is a dashed ring, never a spot.
import { colour, none, plotted } from "./plotted.js";

let world;

async function land() {
  const at = new URL("../../vendor/world-atlas-2.0.2-ISC/countries-110m.json", import.meta.url);
  world ??= fetch(at).then((answer) => answer.json());
  return world;
}

export async function map({ points }, width) {
  if (!points.length) return none("No event here has a place with coordinates.");
  const atlas = await land();
  const Plot = window.Plot;
  const { feature, mesh } = window.topojson;
  const frame = { type: "MultiPoint", coordinates: points.flatMap((p) => [[-6, -4], [6, 4]].map(([x, y]) => [Math.max(-180, Math.min(180, p.longitude + x)), Math.max(-85, Math.min(85, p.latitude + y))])) };
  const spots = points.filter((p) => !p.centroid);
  const middles = points.filter((p) => p.centroid);
  const said = (p) => `${p.name}: ${p.count}${p.centroid ? " (middle of it, no spot)" : ""}`;
  const most = Math.max(6, ...points.map((p) => p.count));
  const dot = { x: "longitude", y: "latitude", r: (p) => Math.max(p.count, most / 9), href: "href", title: said, strokeWidth: 2 };
  const made = plotted({
    width, height: Math.min(560, Math.max(300, width * 0.55)), projection: { type: "equal-earth", domain: frame, inset: 12 }, r: { type: "sqrt", range: [0, 15], domain: [0, most] },
    marks: [
      Plot.geo(feature(atlas, atlas.objects.land), { fill: colour("--land") }),
      Plot.geo(mesh(atlas, atlas.objects.countries, (a, b) => a !== b), { stroke: colour("--shore"), strokeWidth: 0.7 }),
      Plot.dot(middles, { ...dot, stroke: colour("--maybe"), fill: colour("--paper"), fillOpacity: 0.4, strokeDasharray: "4 3" }),
      Plot.dot(spots, { ...dot, fill: colour("--affirm"), fillOpacity: 0.75, stroke: colour("--paper"), strokeWidth: 1 }),
      ...named(points.slice(0, width > 600 ? 24 : 10), most),
    ],
  });
  for (const mark of made.querySelectorAll("g[aria-hidden]")) mark.dataset.names = "";
  const [first] = points;
  made.dataset.told = `The larger, the more events: most, ${first.count.toLocaleString("en")}, at ${first.name}.`;
  return made;
}

function named(points, most) {
  return points.map((p) => window.Plot.text([p], {
    x: "longitude", y: "latitude", text: "name", lineAnchor: "bottom", dy: -4 - 15 * Math.sqrt(Math.max(p.count, most / 9) / most), fontSize: 13,
    fill: colour("--ink"), stroke: colour("--paper"), strokeWidth: 3, ariaHidden: "true",
  }));
}
