// How long Vega-Lite takes in Node for so many SVG of the column chart: `node vega.mjs 200` prints the seconds.

import { parse, View } from "vega";
import { compile } from "vega-lite";

const count = Number(process.argv[2]);
const values = Array.from({ length: 34 }, (_, i) => ({ x: `${1990 + i}`, y: 20 + ((i * 37) % 60) }));
const draw = async () => {
  const spec = compile({
    title: "Made-up figures",
    width: 580,
    height: 340,
    data: { values },
    mark: "bar",
    encoding: { x: { field: "x", type: "ordinal" }, y: { field: "y", type: "quantitative" } },
  }).spec;
  return new View(parse(spec), { renderer: "none" }).toSVG();
};
for (let i = 0; i < 10; i += 1) await draw();
const from = performance.now();
for (let i = 0; i < count; i += 1) await draw();
console.log((performance.now() - from) / 1000);
