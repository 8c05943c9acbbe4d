// Holds what `make bench` found against what was promised (issue 6), line by line: wanted, found, reached or missed by how much.
// `node benches/verdict.mjs` prints the table of the last run, and keeps it in target/bench/ as Markdown and JSON.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { weigh } from "../www/build/weigh.mjs";

/** @typedef {{rows: Record<string, any>[]}} Table what a library or a program did, by measure */
/**
 * @typedef {object} Found the files of target/bench/, where there are such
 * @property {Table} [page]
 * @property {Table & {crowded: {count: number, megabytes: number}[]}} [native]
 * @property {{cycles: number, heap: number, wasm: number}[]} [soak]
 * @property {{rows: number, growth?: number}[]} [rows]
 * @property {{script: number, whole: number}} [weight] bytes after brotli: the script, all with the engine in one piece
 */
/** @typedef {{what: string, wanted: number, least?: boolean, found: number | undefined, unit: string, of?: string}} Line */

const ours = "indicator-chart";
const fast = "indicator-chart, typed arrays";
const decimated = "hand-written canvas, decimated";

/** @param {Found} found @returns {Line[]} */
export function lines({ page, native, soak, rows, weight }) {
  const at = (/** @type {Table | undefined} */ table, /** @type {string} */ library, /** @type {string} */ measure) =>
    /** @type {number | undefined} */ (table?.rows.find((row) => row.library === library)?.[measure]);
  /** As a multiple; `undefined` where either was not measured. */
  const over = (/** @type {number | undefined} */ mine, /** @type {number | undefined} */ other) =>
    mine === undefined || other === undefined || other <= 0 ? undefined : mine / other;
  /** @type {(what: string, wanted: number, measure: string, other: string, mine?: string) => Line} */
  const against = (what, wanted, measure, other, mine = ours) => ({
    what,
    wanted,
    found: over(at(page, mine, measure), at(page, other, measure)),
    unit: "×",
    of: other,
  });
  const kilobytes = (/** @type {number | undefined} */ bytes) => (bytes === undefined ? undefined : bytes / 1024);
  const line = (/** @type {number} */ count) => `line of ${count}, ms`;
  /** The growth since the first count of cycles, in percent. */
  const grown = (/** @type {"heap" | "wasm"} */ key, /** @type {number} */ cycles) => {
    const [first, then] = [soak?.[0], soak?.find((one) => one.cycles === cycles)];
    return first && then ? (then[key] / first[key] - 1) * 100 : undefined;
  };
  const [some, crowd] = native?.crowded ?? [];
  const slowest = Math.max(
    ...["ECharts, server renderer", "Vega-Lite in Node", "vl-convert", "matplotlib"].map(
      (library) => at(native, library, "svg") ?? 0,
    ),
  );
  const steepest = rows?.length ? Math.max(...rows.map(({ growth }) => growth ?? 0)) : undefined;
  const charts = "Chart.js, tree-shaken";
  return [
    {
      what: "weight of a page with one column chart",
      wanted: 70,
      found: kilobytes(at(page, ours, "bytes, brotli")),
      unit: " KB",
    },
    { what: "weight with every kind, in one piece", wanted: 70, found: kilobytes(weight?.whole), unit: " KB" },
    { what: "weight of the script alone", wanted: 9, found: kilobytes(weight?.script), unit: " KB" },
    against("first pixels", 1.05, "first pixels, ms", "static SVG in the HTML"),
    against("cold start", 1, "cold start, ms", charts),
    against("cold start, the aim", 1, "cold start, ms", "uPlot"),
    {
      what: "longest task of 20 charts",
      wanted: 50,
      found: at(page, ours, "longest task of 20 charts, ms"),
      unit: " ms",
    },
    against("line of 1,000 points", 1, line(1_000), "uPlot", fast),
    against("line of 100,000 points", 0.6, line(100_000), "uPlot", fast),
    against("line of 1,000,000 points", 0.6, line(1_000_000), "uPlot", fast),
    against("line of 1,000,000 points beside the limit", 2, line(1_000_000), decimated, fast),
    against("100 charts, time", 0.5, "100 charts, ms", charts),
    against("100 charts, time, the aim", 1, "100 charts, ms", "uPlot"),
    against("100 charts, memory", 1, "100 charts, MB", "uPlot"),
    against("new data in 34 columns", 1, "new data in 34 columns, ms", "uPlot"),
    against("line of 10,000 points resized", 1, "line of 10000 resized, ms", "uPlot", fast),
    against("hover at 100,000 points", 1, "hover at 100000, ms", "uPlot", fast),
    {
      ...against("keyboard step at 100,000 points", 1, "hover at 100000, ms", "uPlot", fast),
      found: over(at(page, fast, "key at 100000, ms"), at(page, "uPlot", "hover at 100000, ms")),
      of: "uPlot's hover",
    },
    { what: "heap after 200 charts came and went, growth since 20", wanted: 1, found: grown("heap", 200), unit: " %" },
    { what: "heap after 10,000", wanted: 1, found: grown("heap", 10_000), unit: " %" },
    { what: "wasm memory after 200", wanted: 1, found: grown("wasm", 200), unit: " %" },
    { what: "wasm memory after 10,000", wanted: 1, found: grown("wasm", 10_000), unit: " %" },
    {
      what: "SVG a second",
      wanted: 0.5,
      least: true,
      found: over(at(native, ours, "svg"), at(native, "charts-rs", "svg")),
      unit: "×",
      of: "charts-rs",
    },
    {
      what: "PNG a second",
      wanted: 1,
      least: true,
      found: over(at(native, ours, "png"), at(native, "charts-rs", "png")),
      unit: "×",
      of: "charts-rs",
    },
    {
      what: "SVG a second",
      wanted: 50,
      least: true,
      found: over(at(native, ours, "svg"), slowest),
      unit: "×",
      of: "the fastest of the other four",
    },
    {
      what: "memory of a batch of 100,000",
      wanted: 1.05,
      found: over(crowd?.megabytes, some?.megabytes),
      unit: "×",
      of: "a batch of 10,000",
    },
    { what: "ten times the rows, the steepest hop or kind", wanted: 20, found: steepest, unit: "× the time" },
  ];
}

/** @param {number} value */
const figure = (value) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3));

/** @param {Line} line @returns {{wanted: string, found: string, verdict: string, reached: boolean | undefined}} */
export function judge({ wanted, least = false, found, unit, of }) {
  const beside = of ? ` ${of}` : "";
  const said = `${least ? "at least" : "at most"} ${wanted}${unit}${beside}`;
  if (found === undefined || Number.isNaN(found))
    return { wanted: said, found: "–", verdict: "not measured", reached: undefined };
  const reached = least ? found >= wanted : found <= wanted;
  const [high, low] = least ? [wanted, found] : [found, wanted];
  const missed = unit === " %" ? `missed by ${figure(high - low)} points` : `missed: ${figure(high / low)} times`;
  return { wanted: said, found: `${figure(found)}${unit}`, verdict: reached ? "reached" : missed, reached };
}

/** @param {Line[]} all @returns {string[]} a table in Markdown */
export function table(all) {
  return [
    "| | wanted | found | |",
    "| --- | --- | ---: | --- |",
    ...all.map((line) => {
      const { wanted, found, verdict } = judge(line);
      return `| ${line.what} | ${wanted} | ${found} | ${verdict} |`;
    }),
  ];
}

/** The folder of the last run's figures. */
export const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "target", "bench");

/** @param {string} name @returns {any} a file of the last run; `undefined` where that part failed */
export function read(name) {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** @returns {Line[]} of the last run */
export function last() {
  const [script = 0, ...others] = ["indicator-chart.js", "indicator-chart-reader.js", "indicator-chart-whole.wasm"].map(
    (name) => weigh(`dist/${name}`),
  );
  const weight = { script, whole: others.reduce((sum, bytes) => sum + bytes, script) };
  return lines({ page: read("page"), native: read("native"), soak: read("soak"), rows: read("rows"), weight });
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const all = last();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "verdict.md"), `${table(all).join("\n")}\n`);
  writeFileSync(
    join(folder, "verdict.json"),
    `${JSON.stringify(
      all.map((line) => ({ ...line, ...judge(line), found: line.found })),
      undefined,
      2,
    )}\n`,
  );
  console.log(table(all).join("\n"));
}
