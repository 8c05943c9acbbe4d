// Each library as its own manual would have it: the column chart of 34 years with axes and a tooltip, and a line of many
// points. A module gives two functions, `columns` and `line`; both give back what can be done with the chart later, where the
// library can do it: `update` with other data, `resize`. Each is bundled alone, tree-shaken where that can be.

/** The pen of the hand-written ones. */
const pen = `
  const pen = (box, width, height) => {
    const canvas = document.createElement("canvas");
    box.append(canvas);
    const context = canvas.getContext("2d");
    const fit = (width, height) => {
      canvas.width = width * devicePixelRatio; canvas.height = height * devicePixelRatio;
      canvas.style.cssText = \`width:\${width}px;height:\${height}px\`;
      context.scale(devicePixelRatio, devicePixelRatio);
    };
    fit(width, height);
    return { canvas, context, fit };
  };
  const living = (box, data, width, height, draw) => {
    const { canvas, context, fit } = pen(box, width, height);
    let tip;
    canvas.onpointermove = ({ offsetX, pageX, pageY }) => {
      tip ??= box.appendChild(document.createElement("div"));
      const { x, y } = data, last = x.length - 1;
      const at = Math.max(0, Math.min(last, Math.round(((offsetX - 40) / (width - 40)) * last)));
      tip.style.cssText = \`position:absolute;left:\${pageX + 8}px;top:\${pageY - 24}px;background:#fff;pointer-events:none\`;
      tip.textContent = \`\${x[at]}: \${y[at]}\`;
    };
    const anew = (data, width, height) => { context.clearRect(0, 0, width, height); draw(context, data, width, height); };
    anew(data, width, height);
    return {
      update: (other) => { data = other; anew(data, width, height); },
      resize: (wide, high) => { [width, height] = [wide, high]; fit(width, height); anew(data, width, height); },
    };
  };
  const ends = (y) => { let low = Infinity, high = -Infinity; for (const value of y) { if (value < low) low = value; if (value > high) high = value; } return [low, high]; };
  const bars = (context, { x, y }, width, height) => {
    const high = ends(y)[1], step = (width - 40) / x.length;
    context.fillStyle = "#0f5f9e";
    y.forEach((value, i) => { const tall = (value / high) * (height - 40); context.fillRect(40 + i * step, height - 20 - tall, step * 0.67, tall); });
    context.fillStyle = "#555";
    for (let i = 0; i < x.length; i += 5) context.fillText(String(x[i]), 40 + i * step, height - 6);
    for (let i = 0; i <= 4; i += 1) context.fillText(String((high * i / 4) | 0), 0, height - 20 - (i / 4) * (height - 40));
  };
  const feet = (context, { x }, [low, high], width, height) => {
    context.fillStyle = "#555";
    for (let i = 0; i <= 4; i += 1) {
      context.fillText(String(x[((x.length - 1) * i / 4) | 0]), 40 + (width - 70) * i / 4, height - 6);
      context.fillText((low + (high - low) * i / 4).toFixed(1), 0, height - 20 - (i / 4) * (height - 40));
    }
  };
  const columns = (box, data, width, height) => living(box, data, width, height, bars);`;

/** `late`: drawn in a frame of its own, after the call. @type {Record<string, {source: string, note: string, late?: boolean}>} */
export const peers = {
  "hand-written canvas, decimated": {
    note: "a limit: no words; a filled span for each column of pixels",
    source: `${pen}
      const draw = (context, data, width, height) => {
        const { x, y } = data, [low, high] = ends(y), wide = width - 40, count = Math.round(wide * devicePixelRatio);
        const top = new Float64Array(count + 1).fill(Infinity), foot = new Float64Array(count + 1).fill(-Infinity);
        const first = x[0], across = count / (x[x.length - 1] - first), up = (height - 40) / (high - low);
        let before, last;
        for (let i = 0; i < x.length; i += 1) {
          const at = ((x[i] - first) * across) | 0, down = height - 20 - (y[i] - low) * up;
          if (last !== undefined && last !== at) {
            // The line runs from one column of pixels into the next.
            if (before < top[at]) top[at] = before; if (before > foot[at]) foot[at] = before;
          }
          if (down < top[at]) top[at] = down; if (down > foot[at]) foot[at] = down;
          before = down; last = at;
        }
        context.fillStyle = "#0f5f9e";
        if (x.length > count) for (let at = 0; at <= count; at += 1) { if (foot[at] >= top[at]) context.fillRect(40 + at / devicePixelRatio, top[at] - 1, 1 / devicePixelRatio, foot[at] - top[at] + 2); }
        else {
          context.strokeStyle = "#0f5f9e"; context.lineWidth = 2; context.beginPath();
          for (let i = 0; i < x.length; i += 1) context.lineTo(40 + (x[i] - first) * across / devicePixelRatio, height - 20 - (y[i] - low) * up);
          context.stroke();
        }
        feet(context, data, [low, high], width, height);
      };
      export { columns };
      export const line = (box, data, width, height) => living(box, data, width, height, draw);`,
  },
  "hand-written canvas": {
    note: "a limit: no words; every point stroked",
    source: `${pen}
      const draw = (context, data, width, height) => {
        const { x, y } = data, [low, high] = ends(y);
        context.strokeStyle = "#0f5f9e"; context.lineWidth = 2; context.beginPath();
        for (let i = 0; i < x.length; i += 1) context.lineTo(40 + (i / (x.length - 1)) * (width - 40), height - 20 - ((y[i] - low) / (high - low)) * (height - 40));
        context.stroke();
        feet(context, data, [low, high], width, height);
      };
      export { columns };
      export const line = (box, data, width, height) => living(box, data, width, height, draw);`,
  },
  "D3, hand-assembled": {
    note: "SVG",
    source: `
      import { axisBottom, axisLeft } from "d3-axis";
      import { bisectCenter, extent, max } from "d3-array";
      import { scaleBand, scaleLinear } from "d3-scale";
      import { create, pointer } from "d3-selection";
      import { line as path } from "d3-shape";
      const stage = (box, width, height, x, y) => {
        const svg = create("svg").attr("width", width).attr("height", height);
        svg.append("g").attr("transform", \`translate(0,\${height - 20})\`).call(x);
        svg.append("g").attr("transform", "translate(40,0)").call(y);
        box.append(svg.node());
        return svg;
      };
      const tip = (svg, find, place, words) => {
        const text = svg.append("text").attr("font-size", 12).attr("text-anchor", "middle");
        svg.on("pointermove", (event) => {
          const at = find(pointer(event)[0]), [x, y] = place(at);
          text.attr("x", x).attr("y", y - 6).text(words(at));
        });
      };
      export function columns(box, { x, y }, width, height) {
        const across = scaleBand(x, [40, width]).padding(0.3), up = scaleLinear([0, max(y)], [height - 20, 10]);
        const svg = stage(box, width, height, axisBottom(across).tickValues(x.filter((_, i) => i % 5 === 0)), axisLeft(up));
        svg.append("g").attr("fill", "#0f5f9e").selectAll("rect").data(y).join("rect").attr("x", (_, i) => across(x[i])).attr("width", across.bandwidth())
          .attr("y", (value) => up(value)).attr("height", (value) => up(0) - up(value));
        const within = (at) => Math.max(0, Math.min(x.length - 1, at));
        tip(svg, (left) => within(Math.floor((left - 40) / across.step())), (at) => [across(x[at]) + across.bandwidth() / 2, up(y[at])], (at) => \`\${x[at]}: \${y[at]}\`);
        return { update: (other) => svg.selectAll("rect").data(other.y).attr("y", (value) => up(value)).attr("height", (value) => up(0) - up(value)) };
      }
      export function line(box, { x, y }, width, height) {
        const across = scaleLinear(extent(x), [40, width]), up = scaleLinear(extent(y), [height - 20, 10]);
        const svg = stage(box, width, height, axisBottom(across), axisLeft(up));
        svg.append("path").attr("fill", "none").attr("stroke", "#0f5f9e").attr("stroke-width", 2).attr("d", path((_, i) => across(x[i]), (value) => up(value))(y));
        tip(svg, (left) => bisectCenter(x, across.invert(left)), (at) => [across(x[at]), up(y[at])], (at) => \`\${x[at]}: \${y[at]}\`);
      }`,
  },
  uPlot: {
    note: "no title or key of its own; cursor instead of a tooltip; its style sheet comes with its script",
    source: `
      import uPlot from "uplot";
      import css from "uplot/dist/uPlot.min.css";
      document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
      const made = (plot) => ({ update: ({ x, y }) => plot.setData([x, y]), resize: (width, height) => plot.setSize({ width, height }) });
      export const columns = (box, { x, y }, width, height) => made(
        new uPlot({ width, height, scales: { x: { time: false, range: (u, low, high) => [low - 0.5, high + 0.5] }, y: { range: (u, low, high) => [0, high] } },
          axes: [{ values: (u, all) => all.map(String) }, {}], legend: { show: false },
          series: [{}, { fill: "#0f5f9e", paths: uPlot.paths.bars({ size: [0.67] }), points: { show: false } }] }, [x, y], box));
      export const line = (box, { x, y }, width, height) => made(
        new uPlot({ width, height, scales: { x: { time: false } }, legend: { show: false }, series: [{}, { stroke: "#0f5f9e", width: 2, points: { show: false } }] }, [x, y], box));`,
  },
  "Chart.js, tree-shaken": {
    note: "animation off",
    source: `
      import { BarController, BarElement, CategoryScale, Chart, LineController, LineElement, LinearScale, PointElement, Tooltip } from "chart.js";
      Chart.register(BarController, BarElement, CategoryScale, LineController, LineElement, LinearScale, PointElement, Tooltip);
      const make = (box, width, height, config) => {
        const canvas = document.createElement("canvas");
        canvas.width = width; canvas.height = height; box.append(canvas);
        const chart = new Chart(canvas, { ...config, options: { animation: false, responsive: false, ...config.options } });
        return { update: ({ y }) => { chart.data.datasets[0].data = y; chart.update("none"); }, resize: (width, height) => chart.resize(width, height) };
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, { type: "bar", data: { labels: x, datasets: [{ data: y, backgroundColor: "#0f5f9e" }] } });
      export const line = (box, { x, y }, width, height) => make(box, width, height, { type: "line",
        data: { datasets: [{ data: Array.from(x, (at, i) => ({ x: at, y: y[i] })), borderColor: "#0f5f9e", borderWidth: 2, pointRadius: 0 }] },
        options: { parsing: false, normalized: true, interaction: { mode: "index", intersect: false }, scales: { x: { type: "linear" } } } });`,
  },
  "lightweight-charts": {
    note: "made for prices over time: its axis is of dates; what pixels do not show is left out, as its manual tells for long lines",
    late: true,
    source: `
      import { createChart, HistogramSeries, LineSeries } from "lightweight-charts";
      const list = (x, y) => Array.from(x, (at, i) => ({ time: at, value: y[i] }));
      const make = (box, kind, options, { x, y }, width, height) => {
        const chart = createChart(box, { width, height, timeScale: { minBarSpacing: 0.0001, enableConflation: true } }), series = chart.addSeries(kind, options);
        series.setData(list(x, y)); chart.timeScale().fitContent();
        return { update: ({ x, y }) => series.setData(list(x, y)), resize: (width, height) => chart.resize(width, height, true) };
      };
      export const columns = (box, data, width, height) => make(box, HistogramSeries, { color: "#0f5f9e" }, data, width, height);
      export const line = (box, data, width, height) => make(box, LineSeries, { color: "#0f5f9e", lineWidth: 2 }, data, width, height);`,
  },
  "Observable Plot, tree-shaken": {
    note: "SVG",
    source: `
      import { barY, lineY, plot } from "@observablehq/plot";
      const make = (box, width, height, marks, more) => {
        let node = box.appendChild(plot({ width, height, ...more, marks: marks() }));
        const anew = (given) => { const other = plot({ width, height, ...more, marks: marks(given) }); node.replaceWith(other); node = other; };
        return { update: anew, resize: (wide, high) => { [width, height] = [wide, high]; anew(); } };
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, (other = { y }) => [barY(x.map((at, i) => ({ at, value: other.y[i] })), { x: "at", y: "value", fill: "#0f5f9e", tip: true })],
        { x: { ticks: x.filter((_, i) => i % 5 === 0), tickFormat: String } });
      export const line = (box, { x, y }, width, height) => make(box, width, height, () => [lineY(y, { x, stroke: "#0f5f9e", strokeWidth: 2, tip: "x" })]);`,
  },
  "ECharts, tree-shaken": {
    note: "animation off",
    source: `
      import { BarChart, LineChart } from "echarts/charts";
      import { GridComponent, TooltipComponent } from "echarts/components";
      import { init, use } from "echarts/core";
      import { CanvasRenderer } from "echarts/renderers";
      use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);
      const make = (box, width, height, option) => {
        const chart = init(box, null, { width, height });
        chart.setOption({ animation: false, tooltip: { trigger: "axis" }, ...option });
        return { update: ({ y }) => chart.setOption({ series: [{ data: y }] }), resize: (width, height) => chart.resize({ width, height }) };
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, { xAxis: { data: x }, yAxis: {}, series: [{ type: "bar", data: y, color: "#0f5f9e" }] });
      export const line = (box, { x, y }, width, height) => make(box, width, height, { xAxis: {}, yAxis: {}, series: [{ type: "line", color: "#0f5f9e", showSymbol: false, data: Array.from(x, (at, i) => [at, y[i]]) }] });`,
  },
  Highcharts: {
    note: "whole, SVG, animation off",
    source: `
      import Highcharts from "highcharts";
      const make = (box, width, height, type, data) => {
        const chart = Highcharts.chart(box, { chart: { type, width, height, animation: false }, title: { text: "" }, legend: { enabled: false }, colors: ["#0f5f9e"], accessibility: { enabled: false }, plotOptions: { series: { animation: false, turboThreshold: 0 } }, series: [{ data }] });
        return { update: ({ x, y }) => chart.series[0].setData(Array.from(x, (at, i) => [at, y[i]]), true, false), resize: (width, height) => chart.setSize(width, height, false) };
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, "column", x.map((at, i) => [at, y[i]]));
      export const line = (box, { x, y }, width, height) => make(box, width, height, "line", Array.from(x, (at, i) => [at, y[i]]));`,
  },
  "amCharts 5, tree-shaken": {
    note: "animation off",
    source: `
      import { Root, Tooltip } from "@amcharts/amcharts5";
      import { AxisRendererX, AxisRendererY, CategoryAxis, ColumnSeries, LineSeries, ValueAxis, XYChart, XYCursor } from "@amcharts/amcharts5/xy";
      const make = (box, width, height, axis, series, rows, zero) => {
        const node = box.appendChild(document.createElement("div"));
        node.style.cssText = \`width:\${width}px;height:\${height}px\`;
        const root = Root.new(node), chart = root.container.children.push(XYChart.new(root, {}));
        const x = chart.xAxes.push(axis(root)), y = chart.yAxes.push(ValueAxis.new(root, { ...(zero && { min: 0 }), renderer: AxisRendererY.new(root, {}) }));
        const own = chart.series.push(series(root, x, y));
        own.set("tooltip", Tooltip.new(root, { labelText: "{valueY}" }));
        chart.set("cursor", XYCursor.new(root, {}));
        if (x.data) x.data.setAll(rows);
        own.data.setAll(rows);
        return new Promise((done) => root.events.once("frameended", () => done({
          update: ({ x, y }) => own.data.setAll(Array.from(x, (at, i) => ({ at: String(at), value: y[i] }))),
          resize: (width, height) => { node.style.cssText = \`width:\${width}px;height:\${height}px\`; root.resize(); },
        })));
      };
      const rows = (x, y, name) => Array.from(x, (at, i) => ({ at: name(at), value: y[i] }));
      export const columns = (box, { x, y }, width, height) => make(box, width, height,
        (root) => CategoryAxis.new(root, { categoryField: "at", renderer: AxisRendererX.new(root, {}) }),
        (root, xAxis, yAxis) => ColumnSeries.new(root, { xAxis, yAxis, categoryXField: "at", valueYField: "value" }), rows(x, y, String), true);
      export const line = (box, { x, y }, width, height) => make(box, width, height,
        (root) => ValueAxis.new(root, { renderer: AxisRendererX.new(root, {}) }),
        (root, xAxis, yAxis) => LineSeries.new(root, { xAxis, yAxis, valueXField: "at", valueYField: "value" }), rows(x, y, Number));`,
  },
  "Vega-Lite + embed": {
    note: "canvas",
    source: `
      import embed from "vega-embed";
      const make = async (box, width, height, mark, rows, type) => {
        const node = box.appendChild(document.createElement("div"));
        const { view } = await embed(node, { width: width - 60, height: height - 50, mark: { type: mark, tooltip: true }, data: { name: "rows", values: rows },
          encoding: { x: { field: "at", type }, y: { field: "value", type: "quantitative" } } }, { actions: false, renderer: "canvas" });
        return { update: ({ x, y }) => view.data("rows", Array.from(x, (at, i) => ({ at, value: y[i] }))).runAsync(), resize: (width, height) => view.width(width - 60).height(height - 50).runAsync() };
      };
      const rows = (x, y) => Array.from(x, (at, i) => ({ at, value: y[i] }));
      export const columns = (box, { x, y }, width, height) => make(box, width, height, "bar", rows(x, y), "ordinal");
      export const line = (box, { x, y }, width, height) => make(box, width, height, "line", rows(x, y), "quantitative");`,
  },
  "Plotly basic": {
    note: "whole, SVG",
    source: `
      import Plotly from "plotly.js-basic-dist-min";
      const make = async (box, width, height, trace) => {
        const node = box.appendChild(document.createElement("div"));
        await Plotly.newPlot(node, [trace], { width, height, margin: { l: 40, r: 10, t: 10, b: 30 }, hovermode: "x" }, { displayModeBar: false });
        return { update: ({ y }) => Plotly.restyle(node, { y: [y] }), resize: (width, height) => Plotly.relayout(node, { width, height }) };
      };
      export const columns = (box, { x, y }, width, height) => make(box, width, height, { type: "bar", x, y });
      export const line = (box, { x, y }, width, height) => make(box, width, height, { type: "scatter", mode: "lines", x, y });`,
  },
};
