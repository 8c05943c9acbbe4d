// How long ECharts' renderer for servers takes for so many SVG of the column chart: `node echarts.mjs 300` prints the seconds.

import * as echarts from "echarts";

const count = Number(process.argv[2]);
const years = Array.from({ length: 34 }, (_, i) => `${1990 + i}`);
const heights = years.map((_, i) => 20 + ((i * 37) % 60));
const draw = () => {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 640, height: 400 });
  chart.setOption({
    animation: false,
    title: { text: "Made-up figures" },
    xAxis: { data: years },
    yAxis: {},
    series: [{ type: "bar", data: heights }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};
for (let i = 0; i < 20; i += 1) draw();
const from = performance.now();
for (let i = 0; i < count; i += 1) draw();
console.log((performance.now() - from) / 1000);
