// The same stories by Vega-Lite: its own title block, grid and legend, with the few settings its users make for a page.

import * as vega from "vega";
import { compile } from "vega-lite";
import { blue, each, font, grey, lines } from "./story.js";

const told = ["China", "India", "United States", "Nigeria", "Russia", "Japan"];
/** Those whose names stand at the right of the plot, where Vega-Lite gives them no room of itself. */
const named = ["line-series", "slope"];
const years = (values) => ({ format: "d", title: null, values, labelAngle: 0 });
const value = (title, axis = {}) => ({ field: "y", type: "quantitative", axis: { title, domain: false, ...axis } });
const oneOf = (names) => ({ field: "name", oneOf: names });

/** @type {Record<string, (story: import("./story.js").Story) => any>} */
const specs = {
  bar: ({ rows }) => ({
    height: { step: 26 },
    encoding: { y: { field: "name", sort: null, title: null }, x: { ...value("years"), scale: { domain: [0, 95] } } },
    layer: [
      { mark: { type: "bar", color: blue } },
      { mark: { type: "text", align: "left", dx: 4 }, encoding: { text: { field: "y", format: ".1f" } } },
    ],
    data: { values: rows },
  }),
  column: () => ({
    mark: { type: "bar", color: blue },
    encoding: {
      x: { field: "x", type: "ordinal", axis: years([2001, 2005, 2009, 2013, 2017]) },
      y: value("thousand MWh"),
    },
  }),
  area: () => ({
    mark: { type: "area", line: { color: blue }, color: blue, fillOpacity: 0.25 },
    encoding: {
      x: { field: "x", type: "quantitative", axis: years(), scale: { zero: false, nice: false } },
      y: value("GWh"),
    },
  }),
  "line-series": ({ rows }) => ({
    encoding: {
      x: { field: "x", type: "quantitative", axis: { ...years(), tickCount: 5 }, scale: { zero: false, nice: false } },
      y: { ...value("years"), scale: { zero: false } },
      color: { field: "name", legend: null },
    },
    layer: [
      { mark: { type: "line" } },
      {
        transform: [{ filter: `datum.x == ${Math.max(...rows.map((row) => row.x))}` }],
        mark: { type: "text", align: "left", dx: 5 },
        encoding: { text: { field: "name" } },
      },
    ],
  }),
  "stacked-bar-percent": () => ({
    height: { step: 32 },
    transform: [
      { stack: "y", groupby: ["x"], sort: [{ field: "name" }], as: ["a", "b"] },
      { calculate: "(datum.a + datum.b) / 2", as: "m" },
    ],
    encoding: { y: { field: "x", title: null, type: "ordinal" } },
    layer: [
      {
        mark: "bar",
        encoding: {
          x: { ...value("%"), field: "a", scale: { domain: [0, 100] } },
          x2: { field: "b" },
          color: { field: "name", legend: { title: null, orient: "top" } },
        },
      },
      {
        mark: { type: "text", color: "white" },
        encoding: { x: { field: "m", type: "quantitative", title: "%" }, text: { field: "y", format: ".0f" } },
      },
    ],
  }),
  dumbbell: ({ rows }) => ({
    height: { step: 26 },
    data: {
      values: rows.flatMap((row) => [
        { name: row.name, x: "1955", y: row.from },
        { name: row.name, x: "2005", y: row.to },
      ]),
    },
    encoding: { y: { field: "name", sort: null, title: null }, x: { ...value("years"), scale: { zero: false } } },
    layer: [
      { mark: { type: "line", color: grey, strokeWidth: 3 }, encoding: { detail: { field: "name" } } },
      {
        mark: { type: "point", filled: true, size: 90, opacity: 1 },
        encoding: { color: { field: "x", legend: { title: null, orient: "top" }, scale: { range: [grey, blue] } } },
      },
    ],
  }),
  slope: ({ rows }) => ({
    height: 300,
    encoding: {
      x: { field: "x", type: "ordinal", axis: years(), scale: { padding: 0.3 } },
      y: { ...value("years"), scale: { zero: false } },
      color: { condition: { test: oneOf(["China", "South Africa"]), value: blue }, value: grey },
      detail: { field: "name" },
    },
    layer: [
      { mark: { type: "line", point: true } },
      {
        transform: [{ filter: "datum.x == 2005" }],
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { text: { field: "name" } },
      },
    ],
    data: { values: rows },
  }),
  scatter: () => ({
    height: 320,
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        scale: { type: "log" },
        axis: { title: "Income per person, international dollars", format: "~s", tickCount: 5 },
      },
      y: { ...value("Life expectancy at birth, years"), scale: { zero: false } },
      color: { condition: { test: oneOf(told), value: blue }, value: grey },
    },
    layer: [
      { mark: { type: "point", filled: true } },
      { transform: [{ filter: oneOf(told) }], mark: { type: "text", dy: -9 }, encoding: { text: { field: "name" } } },
    ],
  }),
  heatmap: ({ rows }) => ({
    height: { step: 20 },
    mark: "rect",
    encoding: {
      x: { field: "x", type: "ordinal", axis: years([2000, 2005, 2010]) },
      y: { field: "name", sort: each(rows), title: null },
      color: { field: "y", type: "quantitative", legend: { title: "%", orient: "top" } },
    },
  }),
  facet: ({ rows, width }) => {
    const wide = width > 500 ? 4 : 2;
    return {
      columns: wide,
      facet: { field: "name", title: null, sort: each(rows) },
      spec: {
        width: (width - 60 - 20 * wide) / wide,
        height: 90,
        layer: [
          {
            data: { values: rows.filter((row) => row.name === "Japan").map(({ x, y }) => ({ x, y })) },
            mark: { type: "line", color: grey },
          },
          { mark: { type: "line", color: blue } },
        ],
        encoding: {
          x: { field: "x", type: "quantitative", axis: years([1965, 1985, 2005]), scale: { zero: false, nice: false } },
          y: { ...value("years", { tickCount: 4 }), scale: { zero: false } },
        },
      },
    };
  },
  histogram: () => ({
    mark: { type: "bar", color: blue },
    encoding: {
      x: { field: "x", bin: { step: 5 }, title: "Flipper length (mm)" },
      y: { aggregate: "count", title: "Penguins" },
    },
  }),
  donut: ({ rows }) => ({
    height: 220,
    encoding: {
      theta: { field: "y", type: "quantitative", stack: true },
      color: { field: "name", sort: null, legend: { title: null } },
      order: { field: "y", sort: "descending" },
    },
    layer: [
      { mark: { type: "arc", innerRadius: 55, outerRadius: 90 } },
      { mark: { type: "text", radius: 73, fill: "white" }, encoding: { text: { field: "y" } } },
    ],
    data: { values: rows },
  }),
};

/** @param {string} name @param {import("./story.js").Story} story @param {HTMLElement} slot */
export async function draw(name, story, slot) {
  const { width, title, subtitle, source, rows } = story;
  const spec = {
    data: { values: rows },
    ...(name === "facet" ? {} : { width, height: 240 }),
    autosize: name === "facet" ? "pad" : { type: "fit-x", contains: "padding" },
    padding: { right: named.includes(name) ? 85 : 8, left: 0 },
    title: {
      text: lines(title, width, "700 18px"),
      subtitle: lines(subtitle, width, "400 14px"),
      anchor: "start",
      frame: "bounds",
      fontSize: 18,
      subtitleFontSize: 14,
      subtitlePadding: 6,
      offset: 14,
    },
    config: {
      font,
      view: { stroke: null },
      axis: { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 400 },
      legend: { labelFontSize: 12 },
      text: { fontSize: 12 },
      header: { labelFontSize: 13, labelFontWeight: 600 },
    },
    ...specs[name](story),
  };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: "svg" });
  slot.append(document.createElement("div"));
  await view.initialize(slot.lastChild).runAsync();
  const foot = document.createElement("p");
  foot.textContent = source; // Vega-Lite has no place for it: the page says it
  slot.append(foot);
}
