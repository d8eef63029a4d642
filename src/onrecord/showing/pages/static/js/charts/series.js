// Events by day, one row for each of the most frequent types.
import { colour, none, plotted } from "./plotted.js";

const ROWS = 8;

export function series({ series: days }, width) {
  if (!days.length) return none("No event here has a day.");
  const totals = window.d3.rollup(days, (rows) => window.d3.sum(rows, (row) => row.count), (row) => row.type);
  const types = [...totals].sort((a, b) => b[1] - a[1]).slice(0, ROWS).map(([type]) => type);
  const rows = days.filter((row) => types.includes(row.type)).map((row) => ({ ...row, at: new Date(`${row.day}T00:00:00Z`) }));
  const dates = rows.map((row) => row.at);
  const first = window.d3.utcDay.offset(window.d3.min(dates), -1);
  const last = window.d3.utcDay.offset(window.d3.max(dates), 2);
  const Plot = window.Plot;
  return plotted({
    width, height: 40 + types.length * 52, marginLeft: 92, marginRight: 24, marginBottom: 30,
    x: { type: "utc", domain: [first, last], label: null, ticks: Math.max(3, Math.floor(width / 110)) },
    y: { label: null, ticks: 2, insetTop: 6, grid: false, axis: null }, fy: { domain: types, label: null, padding: 0.12 },
    marks: [
      Plot.ruleY([0], { stroke: colour("--rule") }),
      Plot.rectY(rows, {
        x1: "at", x2: (row) => window.d3.utcDay.offset(row.at, 1), y: "count", fy: "type", fill: colour("--affirm"), href: "href", insetLeft: 0.5, insetRight: 0.5,
        title: (row) => `${row.type}, ${row.day}: ${row.count}`,
      }),
      Plot.axisFy({ anchor: "left", fontSize: 13, tickSize: 0 }),
      Plot.axisX({ fontSize: 13, ticks: Math.max(3, Math.floor(width / 110)) }),
    ],
  });
}
