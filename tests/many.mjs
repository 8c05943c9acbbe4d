// Very many points: what is kept of them covers each column of pixels as all of them do, ends at the same gaps, and what cannot
// be kept so is left to the engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draft } from "../www/many/draft.js";
import { scan } from "../www/many/scan.js";
import { thin } from "../www/many/thin.js";

/** The same numbers in every run. @param {number} seed */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The lowest and the highest place of a line in each column that it crosses, run by run.
 * @param {ArrayLike<number>} days
 * @param {ArrayLike<number>} values
 * @param {ArrayLike<number>} rows those that are drawn
 * @param {(day: number) => number} place
 */
function spans(days, values, rows, place) {
  /** @type {Map<number, [number, number]>} */
  const found = new Map();
  const cover = (/** @type {number} */ column, /** @type {number} */ y) => {
    const [low, high] = found.get(column) ?? [y, y];
    found.set(column, [Math.min(low, y), Math.max(high, y)]);
  };
  let before = -1;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (Number.isNaN(values[row])) {
      before = -1;
      continue;
    }
    const x = place(days[row]);
    cover(Math.floor(x), values[row]);
    if (before >= 0) {
      const from = place(days[before]);
      for (let edge = Math.floor(from) + 1; edge <= Math.floor(x); edge += 1) {
        const y = values[before] + ((values[row] - values[before]) * (edge - from)) / (x - from);
        cover(edge - 1, y);
        cover(edge, y);
      }
    }
    before = row;
  }
  return [...found].sort((a, b) => a[0] - b[0]);
}

test("each column of pixels is covered as if every point were drawn, and gaps stay", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const next = chance(seed);
    const count = 500 + Math.floor(next() * 3000);
    const days = new Int32Array(count);
    let day = 0;
    for (let row = 0; row < count; row += 1) {
      day += 1 + Math.floor(next() ** 6 * 40);
      days[row] = day;
    }
    const gaps = seed % 3 === 0 ? 0.02 : 0;
    const values = Float64Array.from(days, () => (next() < gaps ? Number.NaN : Math.floor(next() ** 3 * 1000)));
    const step = (30 + next() * 300) / (days[count - 1] - days[0]);
    const from = next() * 40;
    const kept = thin(days, [values], from, step, [0, count - 1]);
    const place = (/** @type {number} */ at) => from + (at - days[0]) * step;
    const all = Int32Array.from(days, (_, row) => row);
    assert.deepEqual(spans(days, values, kept, place), spans(days, values, all, place), `seed ${seed}`);
    assert.deepEqual(
      [...kept],
      [...new Set(kept)].sort((a, b) => a - b),
      "in order, each once",
    );
    if (!gaps) assert.ok(kept.length <= 4 * (place(days[count - 1]) + 2) + 2, `${kept.length} rows`);
  }
});

test("days and numbers are read, whether typed or not", () => {
  const typed = scan(Float64Array.of(20231231, 20240101, 20240229, 20240301), [
    Float64Array.of(1, Number.NaN, -3.25, 2),
  ]);
  const lists = scan(["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01"], [[1, null, -3.25, 2]]);
  assert.deepEqual(typed, lists);
  assert.deepEqual([...(typed?.days ?? [])], [19722, 19723, 19782, 19783]);
  assert.deepEqual(typed?.marks, [0, 2, 3]);
  assert.equal(typed?.decimals, 2);
});

test("what the engine would speak of is left to it", () => {
  const values = [[1, 2]];
  for (const rows of [
    [20240101, 20240101],
    [20240102, 20240101],
    [20240229, 20230229],
    [20230228, 20230229],
    [20241301, 20241302],
    ["2024-01-01", "2024-1-02"],
    ["2024-01-01", "2024-01-0x"],
    [2023, 2024],
    [20240101, null],
    [20240101.5, 20240102.5],
  ])
    assert.equal(scan(rows, values), undefined, `${rows}`);
  for (const column of [
    ["1", 2],
    [Number.NaN, 1],
    [1, 1e301],
    [1, Number.POSITIVE_INFINITY],
    [null, null],
    [1, undefined],
  ])
    assert.equal(scan([20240101, 20240102], [column]), undefined, `${column}`);
});

test("only a line without anything besides is drafted", () => {
  const rows = 2100;
  const day = (/** @type {number} */ row) => new Date(row * 86_400_000).toISOString().slice(0, 10);
  const columns = {
    x: Array.from({ length: rows }, (_, row) => day(row)),
    y: Array.from({ length: rows }, (_, row) => row % 7),
  };
  const spec = { kind: "line", x: "x", y: "y", data: { columns } };
  const make = () => /** @type {any} */ ({});
  assert.ok(draft(spec, make));
  for (const other of [
    { ...spec, kind: "column" },
    { ...spec, series: "z" },
    { ...spec, annotations: [] },
    { ...spec, target: { column: "y" } },
    { ...spec, x: "z" },
    { ...spec, y: ["y", "z"] },
    { ...spec, data: { columns: { x: columns.x.slice(0, 2000), y: columns.y.slice(0, 2000) } } },
    { ...spec, data: "a.csv" },
    undefined,
    7,
  ])
    assert.equal(draft(other, make), undefined);
});
