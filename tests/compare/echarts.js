// The same stories by ECharts 6 in its default theme: title and subtitle are its own, the source stands in a graphic.

import * as echarts from "echarts";
import { bins, blue, each, font, grey, lines } from "./story.js";

const told = ["China", "India", "United States", "Nigeria", "Russia", "Japan"];
const of = (rows, name, what = (row) => [row.x, row.y]) => rows.filter((row) => row.name === name).map(what);
const years = {
  type: "value",
  min: "dataMin",
  max: "dataMax",
  splitLine: { show: false },
  axisLabel: { formatter: String },
};
const plainly = { type: "category", axisTick: { show: false } };

/** @type {Record<string, (story: import("./story.js").Story) => any>} */
const options = {
  bar: ({ rows }) => ({
    tall: 330,
    yAxis: { ...plainly, inverse: true, data: rows.map((row) => row.name) },
    xAxis: { type: "value" },
    series: [
      { type: "bar", data: rows.map((row) => row.y.toFixed(1)), label: { show: true, position: "right" }, color: blue },
    ],
  }),
  column: ({ rows }) => ({
    xAxis: { ...plainly, data: rows.map((row) => row.x) },
    yAxis: { type: "value", name: "thousand MWh", nameTextStyle: { align: "left" } },
    series: [{ type: "bar", data: rows.map((row) => row.y), color: blue }],
  }),
  area: ({ rows }) => ({
    xAxis: { ...plainly, boundaryGap: false, data: rows.map((row) => row.x) },
    yAxis: { type: "value", name: "GWh" },
    series: [
      { type: "line", data: rows.map((row) => row.y), areaStyle: { opacity: 0.25 }, symbol: "none", color: blue },
    ],
  }),
  "line-series": ({ rows }) => ({
    right: 80,
    xAxis: years,
    yAxis: { type: "value", scale: true, name: "years" },
    series: each(rows).map((name) => ({
      type: "line",
      name,
      data: of(rows, name),
      symbol: "none",
      endLabel: { show: true, formatter: "{a}", color: "inherit" },
    })),
  }),
  "stacked-bar-percent": ({ rows }) => ({
    legend: true,
    yAxis: { ...plainly, inverse: true, data: each(rows, "x") },
    xAxis: { type: "value", max: 100, axisLabel: { formatter: "{value}%" } },
    series: each(rows).map((name) => ({
      type: "bar",
      name,
      stack: "all",
      data: of(rows, name, (row) => Math.round(row.y)),
      label: { show: true },
    })),
  }),
  dumbbell: ({ rows }) => ({
    legend: true,
    tall: 300,
    yAxis: { ...plainly, inverse: true, data: rows.map((row) => row.name) },
    xAxis: { type: "value", scale: true },
    series: [
      {
        type: "custom",
        data: rows.map((row, at) => [row.from, row.to, at]),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_, api) => {
          const [a, b] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
          return {
            type: "line",
            shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] },
            style: { stroke: grey, lineWidth: 3 },
          };
        },
      },
      { type: "scatter", name: "1955", symbolSize: 12, data: rows.map((row) => [row.from, row.name]), color: grey },
      { type: "scatter", name: "2005", symbolSize: 12, data: rows.map((row) => [row.to, row.name]), color: blue },
    ],
  }),
  slope: ({ rows }) => ({
    right: 120,
    tall: 300,
    xAxis: { ...plainly, boundaryGap: false, data: ["1955", "2005"] },
    yAxis: { type: "value", scale: true, name: "years" },
    series: each(rows).map((name) => ({
      type: "line",
      name,
      data: of(rows, name, (row) => row.y),
      symbolSize: 8,
      endLabel: { show: true, formatter: "{a} {c}", color: "inherit" },
      labelLayout: { moveOverlap: "shiftY" },
      color: ["China", "South Africa"].includes(name) ? blue : grey,
    })),
  }),
  scatter: ({ rows }) => ({
    tall: 360,
    bottom: 30,
    xAxis: {
      type: "log",
      min: 500,
      name: "Income per person, international dollars (log)",
      nameLocation: "middle",
      nameGap: 28,
    },
    yAxis: { type: "value", scale: true, name: "years" },
    series: [
      {
        type: "scatter",
        symbolSize: 8,
        data: rows.filter((row) => !told.includes(row.name)).map((row) => [row.x, row.y]),
        color: grey,
      },
      {
        type: "scatter",
        symbolSize: 9,
        color: blue,
        data: rows.filter((row) => told.includes(row.name)).map((row) => [row.x, row.y, row.name]),
        label: { show: true, formatter: "{@[2]}", position: "top", color: blue },
      },
    ],
  }),
  donut: ({ rows, above }) => ({
    tall: 220,
    series: [
      {
        type: "pie",
        center: ["50%", above + 110],
        radius: [45, 80],
        data: rows.map((row) => ({ name: row.name, value: row.y })),
        label: { formatter: "{b}\n{c}%" },
        itemStyle: { borderColor: "#fff", borderWidth: 2 },
      },
    ],
  }),
  heatmap: ({ rows, width }) => ({
    tall: 400,
    bottom: 60,
    xAxis: { ...plainly, data: each(rows, "x"), splitArea: { show: true } },
    yAxis: { ...plainly, inverse: true, data: each(rows) },
    visualMap: { min: 0, max: 28, calculable: true, orient: "horizontal", left: "center", bottom: 34, itemHeight: 120 },
    series: [
      {
        type: "heatmap",
        data: rows.map((row) => [String(row.x), row.name, row.y]),
        label: { show: width > 500, fontSize: 10 },
      },
    ],
  }),
  facet: ({ rows, width, above }) => {
    const wide = width > 500 ? 4 : 2;
    const names = each(rows);
    const [across, down] = [(width + 10) / wide, 130];
    const place = (at) => [(at % wide) * across, above + Math.floor(at / wide) * down];
    return {
      tall: Math.ceil(names.length / wide) * down,
      own: true,
      titles: names.map((text, at) => ({
        text,
        left: place(at)[0],
        top: place(at)[1] - 8,
        textStyle: { fontSize: 13 },
      })),
      grid: names.map((_, at) => ({ left: place(at)[0] + 24, top: place(at)[1] + 20, width: across - 44, height: 72 })),
      xAxis: names.map((_, gridIndex) => ({ ...years, gridIndex, interval: 20 })),
      yAxis: names.map((_, gridIndex) => ({ type: "value", gridIndex, min: 40, max: 90, interval: 20 })),
      series: names.flatMap((name, at) =>
        ["Japan", name].map((each) => ({
          type: "line",
          xAxisIndex: at,
          yAxisIndex: at,
          symbol: "none",
          data: of(rows, each),
          color: each === name ? blue : grey,
        })),
      ),
    };
  },
  histogram: ({ rows }) => ({
    bottom: 30,
    xAxis: {
      ...plainly,
      data: bins(rows).map((bin) => `${bin.from}`),
      name: "Flipper length (mm)",
      nameLocation: "middle",
      nameGap: 28,
    },
    yAxis: { type: "value", name: "Penguins" },
    series: [{ type: "bar", barCategoryGap: "2%", data: bins(rows).map((bin) => bin.y), color: blue }],
  }),
};

/** @param {string} name @param {import("./story.js").Story} story @param {HTMLElement} slot */
export function draw(name, story, slot) {
  const { width, title, subtitle, source } = story;
  const [head, sub] = [lines(title, width, "700 18px"), lines(subtitle, width, "400 14px")];
  const high = head.length * 25 + sub.length * 19 + 14;
  const {
    tall = 240,
    legend,
    right = 16,
    bottom = 0,
    own,
    titles = [],
    ...rest
  } = options[name]({ ...story, above: high });
  const above = high + (legend ? 30 : rest.yAxis?.name ? 24 : 4);
  const foot = lines(source, width, "12px");
  slot.style.height = `${above + tall + 24 + foot.length * 16}px`;
  echarts.init(slot, null, { renderer: "svg" }).setOption({
    animation: false,
    textStyle: { fontFamily: font },
    title: [
      {
        text: head.join("\n"),
        subtext: sub.join("\n"),
        left: 0,
        top: 0,
        padding: 0,
        textStyle: { fontSize: 18 },
        subtextStyle: { fontSize: 14 },
      },
      ...titles,
    ],
    ...(legend ? { legend: { left: 0, top: high - 4 } } : {}),
    ...(own ? {} : { grid: { left: 0, right, top: above, bottom: 18 + foot.length * 16 + bottom } }),
    graphic: [{ type: "text", left: 0, bottom: 0, style: { text: foot.join("\n"), fill: "#666", fontSize: 12 } }],
    ...rest,
  });
}
