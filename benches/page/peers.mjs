// Each library as its own manual would have it: the column chart of 34 years with axes and a tooltip, and a line of many
// points. Every module gives the same three functions, and is bundled alone, tree-shaken where that can be.

/** @type {Record<string, {source: string, note: string}>} */
export const peers = {
  "hand-written canvas": {
    note: "a limit: no tooltip, no words, every point stroked",
    source: `
      const pen = (box, width, height) => {
        const canvas = document.createElement("canvas");
        canvas.width = width * devicePixelRatio; canvas.height = height * devicePixelRatio;
        canvas.style.cssText = \`width:\${width}px;height:\${height}px\`;
        box.append(canvas);
        const context = canvas.getContext("2d");
        context.scale(devicePixelRatio, devicePixelRatio);
        return context;
      };
      export function columns(box, { x, y }, width, height) {
        const context = pen(box, width, height), high = Math.max(...y), step = (width - 40) / x.length;
        context.fillStyle = "#0f5f9e";
        y.forEach((value, i) => { const tall = (value / high) * (height - 40); context.fillRect(40 + i * step, height - 20 - tall, step * 0.67, tall); });
        context.fillStyle = "#555";
        for (let i = 0; i < x.length; i += 5) context.fillText(String(x[i]), 40 + i * step, height - 6);
        for (let i = 0; i <= 4; i += 1) context.fillText(String((high * i / 4) | 0), 0, height - 20 - (i / 4) * (height - 40));
      }
      export function line(box, { x, y }, width, height) {
        const context = pen(box, width, height);
        let low = Infinity, high = -Infinity;
        for (const value of y) { if (value < low) low = value; if (value > high) high = value; }
        context.strokeStyle = "#0f5f9e"; context.lineWidth = 2; context.beginPath();
        for (let i = 0; i < x.length; i += 1) context.lineTo(40 + (i / (x.length - 1)) * (width - 40), height - 20 - ((y[i] - low) / (high - low)) * (height - 40));
        context.stroke();
      }`,
  },
  uPlot: {
    note: "no title or key of its own; cursor instead of a tooltip",
    source: `
      import uPlot from "uplot";
      export function columns(box, { x, y }, width, height) {
        new uPlot({ width, height, scales: { x: { time: false }, y: { range: (u, low, high) => [0, high] } }, legend: { show: false },
          series: [{}, { fill: "#0f5f9e", paths: uPlot.paths.bars({ size: [0.67] }), points: { show: false } }] }, [x, y], box);
      }
      export function line(box, { x, y }, width, height) {
        new uPlot({ width, height, scales: { x: { time: false } }, legend: { show: false }, series: [{}, { stroke: "#0f5f9e", width: 2, points: { show: false } }] }, [x, y], box);
      }`,
  },
  "Chart.js, tree-shaken": {
    note: "animation off",
    source: `
      import { BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from "chart.js";
      Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip);
      const make = (box, width, height, config) => {
        const canvas = document.createElement("canvas");
        canvas.width = width; canvas.height = height; box.append(canvas);
        new Chart(canvas, { ...config, options: { animation: false, responsive: false, ...config.options } });
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, { type: "bar", data: { labels: x, datasets: [{ data: y, backgroundColor: "#0f5f9e" }] } });
      export const line = (box, { x, y }, width, height) => make(box, width, height, { type: "line",
        data: { datasets: [{ data: Array.from(x, (at, i) => ({ x: at, y: y[i] })), borderColor: "#0f5f9e", borderWidth: 2, pointRadius: 0 }] },
        options: { parsing: false, normalized: true, scales: { x: { type: "linear" } } } });`,
  },
  "Observable Plot, tree-shaken": {
    note: "SVG",
    source: `
      import { barY, lineY, plot, tip, pointerX } from "@observablehq/plot";
      export const columns = (box, { x, y }, width, height) => box.append(plot({ width, height, marks: [barY(x.map((at, i) => ({ at, value: y[i] })), { x: "at", y: "value", fill: "#0f5f9e", tip: true })] }));
      export const line = (box, { x, y }, width, height) => box.append(plot({ width, height, marks: [lineY(y, { x, stroke: "#0f5f9e" })] }));`,
  },
  "ECharts, tree-shaken": {
    note: "animation off",
    source: `
      import { BarChart, LineChart } from "echarts/charts";
      import { GridComponent, TooltipComponent } from "echarts/components";
      import { init, use } from "echarts/core";
      import { CanvasRenderer } from "echarts/renderers";
      use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);
      const make = (box, width, height, option) => init(box, null, { width, height }).setOption({ animation: false, tooltip: { trigger: "axis" }, ...option });
      export const columns = (box, { x, y }, width, height) => make(box, width, height, { xAxis: { data: x }, yAxis: {}, series: [{ type: "bar", data: y, color: "#0f5f9e" }] });
      export const line = (box, { x, y }, width, height) => make(box, width, height, { xAxis: {}, yAxis: {}, series: [{ type: "line", showSymbol: false, data: Array.from(x, (at, i) => [at, y[i]]) }] });`,
  },
  Highcharts: {
    note: "whole, SVG, animation off",
    source: `
      import Highcharts from "highcharts";
      const make = (box, width, height, type, data) => Highcharts.chart(box, { chart: { type, width, height, animation: false }, title: { text: "" }, legend: { enabled: false }, plotOptions: { series: { animation: false, turboThreshold: 0 } }, series: [{ data }] });
      export const columns = (box, { x, y }, width, height) => make(box, width, height, "column", x.map((at, i) => [at, y[i]]));
      export const line = (box, { x, y }, width, height) => make(box, width, height, "line", Array.from(x, (at, i) => [at, y[i]]));`,
  },
};
