// Events by day, one row for each of the most frequent types.
import { colour, none, plotted } from "./plotted.js";

const ROWS = 8;
const NAMES = new Map();

export function series({ series: days }, width) {
  if (!days.length) return none("No event here has a day.");
  const totals = window.d3.rollup(days, (rows) => window.d3.sum(rows, (row) => row.count), (row) => row.type);
  const types = [...totals].sort((a, b) => b[1] - a[1]).slice(0, ROWS).map(([type]) => type);
  const told = days.filter((row) => types.includes(row.type)).map((row) => ({ ...row, at: new Date(`${row.day}T00:00:00Z`) }));
  const span = window.d3.extent(told, (row) => row.at);
  const step = fitting((span[1] - span[0]) / 86_400_000, width);
  const rows = [...window.d3.group(told, (row) => `${row.type} ${+step.floor(row.at)}`).values()].map((group) => together(group, step));
  const first = step.offset(step.floor(span[0]), -1);
  const last = step.offset(step.floor(span[1]), 2);
  const Plot = window.Plot;
  const most = Math.max(...rows.map((row) => row.count));
  const made = plotted({
    width, height: 40 + types.length * 52, marginLeft: 92, marginRight: 44, marginBottom: 30,
    x: { type: "utc", domain: [first, last], label: null, ticks: Math.max(3, Math.floor(width / 110)) },
    y: { label: null, ticks: 2, insetTop: 6, grid: false, axis: null }, fy: { domain: types, label: null, padding: 0.12 },
    marks: [
      Plot.axisY({ anchor: "right", ticks: most > 2 ? 2 : 1, tickFormat: (n) => (Number.isInteger(n) && n > 0 ? n.toLocaleString("en") : ""), fontSize: 12, tickSize: 3, label: null }),
      Plot.ruleY([0], { stroke: colour("--rule") }),
      Plot.rectY(rows, {
        x1: "at", x2: "until", y: "count", fy: "type", fill: colour("--affirm"), href: "href", insetLeft: 0.5, insetRight: 0.5,
        title: (row) => `${row.type}, ${row.day}: ${row.count}`,
      }),
      Plot.axisFy({ anchor: "left", fontSize: 13, tickSize: 0 }),
      Plot.axisX({ fontSize: 13, ticks: Math.max(3, Math.floor(width / 110)) }),
    ],
  });
  const others = totals.size - types.length;
  made.dataset.told = `Each bar is a ${NAMES.get(step)}, its height the number of events, alike in all rows.${others > 0 ? ` ${others} rarer ${others > 1 ? "types are" : "type is"} in the table alone.` : ""}`;
  return made;
}

function fitting(days, width) {
  const { utcDay, utcMonday, utcMonth, utcYear } = window.d3;
  for (const [step, name] of [[utcDay, "day"], [utcMonday, "week"], [utcMonth, "month"], [utcYear, "year"]]) NAMES.set(step, name);
  const room = width / 4;
  return days < room ? utcDay : days / 7 < room ? utcMonday : days / 30 < room ? utcMonth : utcYear;
}

function together(group, step) {
  const at = step.floor(group[0].at);
  const until = step.offset(at, 1);
  const type = group[0].type;
  if (step === window.d3.utcDay) return { ...group[0], at, until };
  const day = `${at.toISOString().slice(0, 10)}/${window.d3.utcDay.offset(until, -1).toISOString().slice(0, 10)}`;
  const [since, last] = day.split("/");
  return { type, at, until, day: day.replace("/", " to "), count: window.d3.sum(group, (row) => row.count), href: `/search?${new URLSearchParams({ q: `type:${type} since:${since} until:${last}`, kind: "event" })}` };
}
