// The same stories by Highcharts 12 in its default theme: title, subtitle and caption are its own, its credit is off.

import Highcharts from "highcharts";
import "highcharts/highcharts-more.js";
import "highcharts/modules/dumbbell.js";
import "highcharts/modules/heatmap.js";
import { bins, blue, each, font, grey } from "./story.js";

const told = ["China", "India", "United States", "Nigeria", "Russia", "Japan"];
const of = (rows, name) => rows.filter((row) => row.name === name).map((row) => [row.x, row.y]);
const bare = { legend: { enabled: false } };
const points = (rows) => rows.map((row) => row.y);
const still = { title: { text: undefined } };

/** @type {Record<string, (story: import("./story.js").Story) => any>} */
const options = {
  bar: ({ rows }) => ({
    ...bare,
    tall: 330,
    chart: { type: "bar" },
    xAxis: { categories: rows.map((row) => row.name) },
    yAxis: { title: { text: "years" } },
    series: [{ data: points(rows), color: blue, dataLabels: { enabled: true, format: "{y:.1f}" } }],
  }),
  column: ({ rows }) => ({
    ...bare,
    chart: { type: "column" },
    xAxis: { tickInterval: 4 },
    yAxis: { title: { text: "thousand MWh" } },
    series: [{ pointStart: 2001, data: points(rows), color: blue }],
  }),
  area: ({ rows }) => ({
    ...bare,
    chart: { type: "area" },
    xAxis: { tickInterval: 4 },
    yAxis: { title: { text: "GWh" } },
    series: [{ pointStart: 2001, data: points(rows), color: blue, fillOpacity: 0.25, marker: { enabled: false } }],
  }),
  "line-series": ({ rows }) => ({
    ...bare,
    yAxis: { title: { text: "years" } },
    series: each(rows).map((name) => ({
      name,
      data: of(rows, name).map(([x, y], at, all) =>
        at === all.length - 1
          ? {
              x,
              y,
              dataLabels: {
                enabled: true,
                format: "{series.name}",
                align: "left",
                x: 6,
                y: 10,
                crop: false,
                overflow: "allow",
              },
            }
          : [x, y],
      ),
      marker: { enabled: false },
    })),
    chart: { type: "line", marginRight: 85 },
  }),
  "stacked-bar-percent": ({ rows }) => ({
    chart: { type: "bar" },
    xAxis: { categories: each(rows, "x") },
    yAxis: { ...still, max: 100, reversedStacks: false, labels: { format: "{value}%" } },
    plotOptions: { series: { stacking: "normal", dataLabels: { enabled: true, format: "{y:.0f}" } } },
    series: each(rows).map((name) => ({ name, data: of(rows, name).map(([, y]) => y) })),
  }),
  dumbbell: ({ rows }) => ({
    ...bare,
    tall: 330,
    chart: { type: "dumbbell", inverted: true },
    xAxis: { categories: rows.map((row) => row.name) },
    yAxis: { title: { text: "years" } },
    series: [
      {
        data: rows.map((row) => ({ low: row.from, high: row.to, lowColor: grey })),
        color: blue,
        connectorWidth: 3,
        connectorColor: grey,
        marker: { radius: 5 },
      },
    ],
  }),
  slope: ({ rows }) => ({
    ...bare,
    tall: 330,
    chart: { type: "line", marginRight: 125 },
    xAxis: { categories: ["1955", "2005"] },
    yAxis: { title: { text: "years" } },
    series: each(rows).map((name) => ({
      name,
      color: ["China", "South Africa"].includes(name) ? blue : grey,
      data: of(rows, name).map(([, y], at) =>
        at
          ? {
              y,
              dataLabels: {
                enabled: true,
                format: "{series.name} {y:.1f}",
                align: "left",
                x: 6,
                y: 10,
                crop: false,
                overflow: "allow",
              },
            }
          : y,
      ),
    })),
  }),
  scatter: ({ rows }) => ({
    ...bare,
    tall: 360,
    chart: { type: "scatter" },
    xAxis: { type: "logarithmic", title: { text: "Income per person, international dollars" } },
    yAxis: { title: { text: "Life expectancy at birth, years" } },
    series: [
      { data: rows.filter((row) => !told.includes(row.name)).map((row) => [row.x, row.y]), color: grey },
      {
        color: blue,
        marker: { symbol: "circle" },
        data: rows.filter((row) => told.includes(row.name)),
        dataLabels: { enabled: true, format: "{point.name}" },
      },
    ],
  }),
  donut: ({ rows }) => ({
    chart: { type: "pie" },
    series: [
      {
        innerSize: "55%",
        data: rows.map((row) => [row.name, row.y]),
        dataLabels: { enabled: true, format: "{point.name}<br>{y}%" },
      },
    ],
  }),
  heatmap: ({ rows, width }) => ({
    tall: 400,
    chart: { type: "heatmap" },
    xAxis: { categories: each(rows, "x") },
    yAxis: { ...still, categories: each(rows), reversed: true },
    colorAxis: { min: 0, minColor: "#ffffff", maxColor: blue },
    series: [
      {
        borderWidth: 1,
        borderColor: "#fff",
        data: rows.map((row) => [each(rows, "x").indexOf(row.x), each(rows).indexOf(row.name), row.y]),
        dataLabels: { enabled: width > 500, format: "{point.value:.0f}" },
      },
    ],
  }),
  histogram: ({ rows }) => ({
    ...bare,
    chart: { type: "column" },
    xAxis: { title: { text: "Flipper length (mm)" } },
    yAxis: { title: { text: "Penguins" } },
    series: [
      {
        data: bins(rows).map((bin) => [bin.from + 2.5, bin.y]),
        color: blue,
        pointPadding: 0,
        groupPadding: 0,
        pointRange: 5,
      },
    ],
  }),
};

/** Highcharts has no small multiples: its users lay out one chart for each. */
function facet({ rows, width }, slot) {
  const wide = width > 500 ? 4 : 2;
  slot.style.display = "grid";
  slot.style.gridTemplateColumns = `repeat(${wide}, 1fr)`;
  for (const name of each(rows)) {
    const cell = document.createElement("div");
    slot.append(cell);
    Highcharts.chart(cell, {
      ...bare,
      chart: { height: 160, width: width / wide, animation: false, style: { fontFamily: font }, spacing: [5, 5, 5, 0] },
      credits: { enabled: false },
      title: { text: name, align: "left", style: { fontSize: "13px" } },
      xAxis: { tickPositions: [1965, 1985, 2005] },
      yAxis: { ...still, min: 40, max: 90, tickInterval: 20 },
      plotOptions: { series: { animation: false, marker: { enabled: false } } },
      series: [
        { data: of(rows, "Japan"), color: grey },
        { data: of(rows, name), color: blue },
      ],
    });
  }
}

/** @param {string} name @param {import("./story.js").Story} story @param {HTMLElement} slot */
export function draw(name, story, slot) {
  const { width, title, subtitle, source } = story;
  const words = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  if (name === "facet") {
    const panels = document.createElement("div");
    slot.append(words("h2", title), words("h3", subtitle), panels, words("p", source));
    return facet(story, panels);
  }
  const { tall = 240, chart, plotOptions, ...rest } = options[name](story);
  Highcharts.chart(slot, {
    chart: {
      width,
      height: tall + 120,
      style: { fontFamily: font },
      spacing: [0, 0, 0, 0],
      animation: false,
      ...chart,
    },
    title: { text: title, align: "left", minScale: 1, style: { fontSize: "18px" } },
    subtitle: { text: subtitle, align: "left", style: { fontSize: "14px" } },
    caption: { text: source, style: { fontSize: "12px" } },
    credits: { enabled: false },
    plotOptions: { ...plotOptions, series: { animation: false, ...plotOptions?.series } },
    ...rest,
  });
}
