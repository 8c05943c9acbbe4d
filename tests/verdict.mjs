// What `make bench` says of its figures: a line for each promise, the right way round, and never "reached" where nothing was measured.

import assert from "node:assert/strict";
import { test } from "node:test";
import { put, text } from "../benches/readme.mjs";
import { judge, lines, table } from "../benches/verdict.mjs";

/** A run in which ours takes half of uPlot's time wherever both were measured. */
const page = {
  date: "2026-11-24",
  chromium: "156",
  machine: "2 cores",
  rounds: 3,
  rows: [
    { library: "indicator-chart", "bytes, brotli": 71_680, "cold start, ms": 800, "100 charts, ms": 90 },
    {
      library: "indicator-chart, typed arrays",
      "line of 1000, ms": 10,
      "hover at 100000, ms": 2,
      "key at 100000, ms": 8,
    },
    {
      library: "uPlot",
      "cold start, ms": 700,
      "line of 1000, ms": 20,
      "100 charts, ms": 180,
      "hover at 100000, ms": 4,
    },
    { library: "Chart.js, tree-shaken", "cold start, ms": 1000, "100 charts, ms": 180 },
  ],
};
const native = {
  rounds: 3,
  rows: [
    { library: "indicator-chart", svg: 6000, png: 300 },
    { library: "charts-rs", svg: 12_000, png: 400 },
    { library: "vl-convert", svg: 200, png: 20 },
    { library: "matplotlib", svg: 20, png: 10 },
  ],
  crowded: [
    { count: 10_000, megabytes: 10 },
    { count: 100_000, megabytes: 10 },
  ],
};
const soak = [
  { cycles: 20, heap: 1000, wasm: 500 },
  { cycles: 200, heap: 1005, wasm: 500 },
  { cycles: 10_000, heap: 1030, wasm: 500 },
];
const rows = [{ rows: 100 }, { rows: 1000, growth: 11 }, { rows: 10_000, growth: 25 }];

/** @param {import("../benches/verdict.mjs").Found} found */
const said = (found) => new Map(lines(found).map((line) => [`${line.what} ${judge(line).wanted}`, judge(line)]));

test("what is less than wanted is reached, what is more is missed by how many times", () => {
  const all = said({ page, native, soak, rows });
  const verdict = (/** @type {string} */ line) => all.get(line)?.verdict;
  assert.equal(verdict("line of 1,000 points at most 1× uPlot"), "reached");
  assert.equal(all.get("line of 1,000 points at most 1× uPlot")?.found, "0.500×");
  assert.equal(verdict("weight of a page with one column chart at most 70 KB"), "reached");
  assert.equal(verdict("cold start, the aim at most 1× uPlot"), "missed: 1.14 times");
  assert.equal(verdict("keyboard step at 100,000 points at most 1× uPlot's hover"), "missed: 2.00 times");
  assert.equal(verdict("ten times the rows, the steepest hop or kind at most 20× the time"), "missed: 1.25 times");
});

test("where more is better, less is missed", () => {
  const all = said({ native });
  const verdict = (/** @type {string} */ line) => all.get(line)?.verdict;
  assert.equal(verdict("SVG a second at least 0.5× charts-rs"), "reached");
  assert.equal(verdict("PNG a second at least 1× charts-rs"), "missed: 1.33 times");
  // The fastest of the others counts.
  assert.equal(all.get("SVG a second at least 50× the fastest of the other four")?.found, "30.0×");
});

test("growth is told in percent, and missed by points", () => {
  const all = said({ soak });
  assert.equal(all.get("heap after 200 charts came and went, growth since 20 at most 1 %")?.verdict, "reached");
  assert.equal(all.get("heap after 10,000 at most 1 %")?.verdict, "missed by 2.00 points");
  assert.equal(all.get("wasm memory after 10,000 at most 1 %")?.verdict, "reached");
});

test("what was not measured is told so, and its line stays", () => {
  const none = lines({});
  assert.equal(none.length, lines({ page, native, soak, rows, weight: { script: 1, whole: 1 } }).length);
  for (const line of none) assert.deepEqual([judge(line).found, judge(line).verdict], ["–", "not measured"], line.what);
});

test("every row of every table has as many cells as its head", () => {
  for (const found of [{ page, native, lines: lines({ page, native, soak, rows }) }, { lines: lines({}) }]) {
    let width = 0;
    for (const line of text(found).split("\n")) {
      const cells = line.startsWith("|") ? line.split("|").length : 0;
      if (cells && width) assert.equal(cells, width, line);
      width = cells;
      assert.ok(!/NaN|undefined|Infinity/.test(line), line);
    }
  }
  assert.equal(table(lines({})).length, lines({}).length + 2);
});

test("the README keeps all but what stands between the markers", () => {
  const readme = "before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n";
  const after = put(readme, "new");
  assert.equal(after, "before\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nafter\n");
  assert.equal(put(after, "new"), after);
  assert.throws(() => put("no markers", "new"), /bench:begin/);
});
