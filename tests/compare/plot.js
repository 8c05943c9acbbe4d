// The same stories by Observable Plot, in its own defaults: title, subtitle and caption are its figure's.

import * as Plot from "@observablehq/plot";
import { blue, each, font, grey } from "./story.js";

const told = ["China", "India", "United States", "Nigeria", "Russia", "Japan"];
const year = { tickFormat: "d" };

/** @type {Record<string, (story: import("./story.js").Story) => object>} */
const options = {
  bar: ({ rows }) => ({
    marginLeft: 90,
    x: { grid: true, label: "Years" },
    y: { label: null },
    marks: [
      Plot.barX(rows, { x: "y", y: "name", fill: blue, sort: { y: "-x" } }),
      Plot.text(rows, { x: "y", y: "name", text: (row) => row.y.toFixed(1), dx: -4, textAnchor: "end", fill: "white" }),
      Plot.ruleX([0]),
    ],
  }),
  column: ({ rows }) => ({
    marginLeft: 50,
    x: { ...year, label: null, interval: 1, ticks: [2001, 2005, 2009, 2013, 2017] },
    y: { grid: true, label: "Thousand MWh" },
    marks: [Plot.rectY(rows, { x: "x", y: "y", interval: 1, inset: 1, fill: blue }), Plot.ruleY([0])],
  }),
  area: ({ rows }) => ({
    marginLeft: 50,
    x: { ...year, label: null },
    y: { grid: true, label: "GWh" },
    marks: [
      Plot.areaY(rows, { x: "x", y: "y", fill: blue, fillOpacity: 0.25 }),
      Plot.lineY(rows, { x: "x", y: "y", stroke: blue, strokeWidth: 2 }),
      Plot.ruleY([0]),
    ],
  }),
  "line-series": ({ rows }) => ({
    marginRight: 75,
    x: { ...year, label: null },
    y: { grid: true, label: "Years" },
    marks: [
      Plot.lineY(rows, { x: "x", y: "y", stroke: "name", strokeWidth: 2 }),
      Plot.text(
        rows,
        Plot.selectLast({ x: "x", y: "y", z: "name", text: "name", fill: "name", dx: 5, textAnchor: "start" }),
      ),
    ],
  }),
  "stacked-bar-percent": ({ rows }) => ({
    color: { legend: true },
    x: { label: "Share (%)" },
    y: { label: null, type: "band" },
    marks: [
      Plot.barX(rows, { x: "y", y: "x", fill: "name" }),
      Plot.text(rows, Plot.stackX({ x: "y", y: "x", z: "name", text: (row) => `${Math.round(row.y)}`, fill: "white" })),
    ],
  }),
  dumbbell: ({ rows }) => ({
    marginLeft: 80,
    x: { grid: true, label: "Years", inset: 36 },
    y: { label: null, domain: rows.map((row) => row.name) },
    color: { legend: true, domain: ["1955", "2005"], range: [grey, blue] },
    marks: [
      Plot.link(rows, { x1: "from", x2: "to", y: "name", stroke: grey, strokeWidth: 2 }),
      Plot.dot(rows, { x: "from", y: "name", fill: () => "1955", r: 5 }),
      Plot.dot(rows, { x: "to", y: "name", fill: () => "2005", r: 5 }),
      Plot.text(rows, { x: "from", y: "name", text: (row) => row.from.toFixed(1), dx: -9, textAnchor: "end" }),
      Plot.text(rows, { x: "to", y: "name", text: (row) => row.to.toFixed(1), dx: 9, textAnchor: "start" }),
    ],
  }),
  slope: ({ rows }) => ({
    marginLeft: 60,
    marginTop: 10,
    marginRight: 120,
    x: { ...year, ticks: [1955, 2005], label: null },
    y: { axis: null, inset: 10 },
    marks: [
      Plot.ruleX([1955, 2005], { strokeOpacity: 0.2 }),
      Plot.line(rows, {
        x: "x",
        y: "y",
        z: "name",
        stroke: (row) => (["China", "South Africa"].includes(row.name) ? blue : grey),
        strokeWidth: 2,
        marker: true,
      }),
      Plot.text(
        rows,
        Plot.selectFirst({ x: "x", y: "y", z: "name", text: (row) => row.y.toFixed(1), dx: -8, textAnchor: "end" }),
      ),
      Plot.text(
        rows,
        Plot.selectLast({
          x: "x",
          y: "y",
          z: "name",
          text: (row) => `${row.y.toFixed(1)} ${row.name}`,
          dx: 8,
          textAnchor: "start",
        }),
      ),
    ],
  }),
  scatter: ({ rows, width }) => ({
    x: {
      type: "log",
      grid: true,
      label: "Income per person, international dollars",
      tickFormat: "~s",
      ticks: width < 400 ? 4 : 8,
    },
    y: { grid: true, label: "Life expectancy at birth, years" },
    marks: [
      Plot.dot(rows, { x: "x", y: "y", fill: grey, fillOpacity: 0.6 }),
      Plot.dot(rows, { x: "x", y: "y", fill: blue, filter: (row) => told.includes(row.name) }),
      Plot.text(rows, {
        x: "x",
        y: "y",
        text: "name",
        dy: -9,
        fontWeight: 600,
        filter: (row) => told.includes(row.name),
        stroke: "white",
        fill: blue,
      }),
    ],
  }),
  heatmap: ({ rows, width }) => ({
    marginLeft: 140,
    height: 340,
    x: { ...year, type: "band", label: null, ticks: [2000, 2005, 2010] },
    y: { label: null, domain: each(rows) },
    color: { legend: true, label: "Unemployment rate (%)", scheme: "YlGnBu" },
    marks: [
      Plot.cell(rows, { x: "x", y: "name", fill: "y", inset: 0.5 }),
      ...(width > 500
        ? [
            Plot.text(rows, {
              x: "x",
              y: "name",
              text: (row) => row.y.toFixed(0),
              fill: (row) => (row.y > 12 ? "white" : "black"),
            }),
          ]
        : []),
    ],
  }),
  facet: ({ rows, width }) => {
    const wide = width > 500 ? 4 : 2;
    const names = each(rows);
    const at = (name) => names.indexOf(name);
    const panel = { fx: (row) => at(row.name) % wide, fy: (row) => Math.floor(at(row.name) / wide) };
    const heads = names.map((name) => ({ name }));
    const japan = rows.filter((row) => row.name === "Japan");
    return {
      height: width > 500 ? 320 : 520,
      fx: { axis: null },
      fy: { axis: null },
      x: { ...year, ticks: [1970, 2000], label: null },
      y: { grid: true, label: "Years", ticks: 4 },
      marks: [
        Plot.lineY(
          names.flatMap((name) => japan.map((row) => ({ ...row, name }))),
          { x: "x", y: "y", ...panel, stroke: grey },
        ),
        Plot.lineY(rows, { x: "x", y: "y", ...panel, stroke: blue, strokeWidth: 2 }),
        Plot.text(heads, { text: "name", ...panel, frameAnchor: "top-left", fontWeight: 600 }),
      ],
    };
  },
  histogram: ({ rows }) => ({
    x: { label: "Flipper length (mm)" },
    y: { grid: true, label: "Penguins" },
    marks: [Plot.rectY(rows, Plot.binX({ y: "count" }, { x: "x", fill: blue, interval: 5 })), Plot.ruleY([0])],
  }),
};

/** Plot has no arcs: its documentation sends one to bars, so a share is a stacked bar. */
options.donut = ({ rows }) => ({
  height: 90,
  x: { label: "Share (%)" },
  color: { legend: true },
  marks: [
    Plot.barX(rows, { x: "y", fill: "name", order: "-value" }),
    Plot.text(rows, Plot.stackX({ x: "y", z: "name", order: "-value", text: (row) => `${row.y}%`, fill: "white" })),
  ],
});

/** @param {string} name @param {import("./story.js").Story} story @param {HTMLElement} slot */
export function draw(name, story, slot) {
  const { title, subtitle, source, width } = story;
  const style = { fontFamily: font, fontSize: "12px" };
  slot.append(
    Plot.plot({
      title,
      subtitle,
      caption: source,
      width,
      style,
      marginRight: 20,
      height: 280,
      ...options[name](story),
    }),
  );
}
