// What a reader downloads, as brotli sends it: the script, the core of the engine, the part of the chart's kind, and the script for
// keyboards and screen readers that follows the picture. `node --test tests/budget.mjs`

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { besides } from "../www/build/beside.mjs";
import { weights, weightsInReadme } from "../www/build/readme-weight.mjs";
import { root } from "../www/build/step.mjs";
import { weigh } from "../www/build/weigh.mjs";

/** What the house wants a page with one chart to load. Not reached yet: the README says so under "What it weighs". */
const aim = 50 * 1024;

/**
 * What is allowed today, in bytes: ratchets, some 2 % above what was built last, since a build elsewhere differs by that much at most.
 * Write the new, smaller sums here when the build has become lighter.
 */
const budget = { script: 14_800, core: 28_300, plain: 44_900, part: 60_000, whole: 257_000, reader: 6_600 };

/** @param {string} part */
const partFile = (part) => `dist/indicator-chart-${part}.wasm`;

const built = existsSync(join(root, "dist", "indicator-chart.wasm"));
const files = built ? readdirSync(join(root, "dist")).sort() : [];
const parts = files.flatMap((file) => /^indicator-chart-(.+)\.wasm$/.exec(file)?.[1] ?? []);

test("each part of what a page loads keeps its budget", (context) => {
  assert.ok(built, "dist/ is not built: run `make build`");
  const script = weigh("dist/indicator-chart.js");
  const reader = weigh("dist/indicator-chart-reader.js");
  const core = weigh("dist/indicator-chart.wasm");
  const sizes = parts.filter((part) => part !== "whole").map((part) => ({ part, sent: weigh(partFile(part)) }));
  assert.ok(sizes.length > 5, "the kinds have parts");
  context.diagnostic(
    `script ${script}, reader's side ${reader}, core ${core}, whole engine ${weigh(partFile("whole"))} bytes`,
  );
  for (const { part, sent } of sizes) {
    const sum = script + reader + core + sent;
    if (/^(bar|column|line)(-plain)?$/.test(part))
      context.diagnostic(`a page with one ${part.replace("-plain", " that is plain")}: ${sum}; the aim is ${aim}`);
  }
  assert.ok(script <= budget.script, `the script weighs ${script}`);
  assert.ok(reader <= budget.reader, `the reader's side weighs ${reader}`);
  assert.ok(core <= budget.core, `the core weighs ${core}`);
  assert.ok(weigh(partFile("whole")) <= budget.whole, `the whole engine weighs ${weigh(partFile("whole"))}`);
  assert.deepEqual(
    sizes.filter(({ part, sent }) => sent > (part.endsWith("-plain") ? budget.plain : budget.part)),
    [],
  );
});

test("the README says what a page loads, within 2 %", () => {
  // A build elsewhere differs by some bytes.
  const about = (/** @type {string} */ sizes) => sizes.split(" to ").map((size) => Number(size.replaceAll(",", "")));
  const near = (/** @type {string} */ said, /** @type {string} */ is) =>
    about(said).length === about(is).length &&
    about(said).every((size, at) => Math.abs(size / (about(is)[at] ?? 0) - 1) < 0.02);
  const rows = weightsInReadme();
  const wrong = weights().filter(({ name, raw, sent }, at) => {
    const said = rows[at];
    return said?.name !== name || !near(said.raw, raw) || !near(said.sent, sent);
  });
  assert.deepEqual(wrong, [], "run `make weight`");
});

test("dist/ holds what a publisher hosts and nothing else", () => {
  const wanted = [
    ...besides,
    "indicator-chart-export.js",
    "indicator-chart-help.js",
    "indicator-chart-reader.js",
    "indicator-chart-sound.js",
    "indicator-chart.css",
    "indicator-chart.d.ts",
    "indicator-chart.js",
    "indicator-chart.wasm",
    "spec.schema.json",
  ].sort();
  assert.deepEqual(
    files.filter((file) => !file.endsWith(".txt") && !parts.some((part) => partFile(part) === `dist/${file}`)),
    wanted,
  );
});
