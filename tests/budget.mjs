// What a reader downloads, as brotli sends it: the script, the wasm that every chart needs, the part of its kind, and what
// follows the picture: the words, and the script for keyboards and screen readers. `node --test tests/budget.mjs`

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { besides } from "../www/build/beside.mjs";
import { root } from "../www/build/step.mjs";
import { weigh } from "../www/build/weigh.mjs";

/** What the house wants a page with one chart to load. Not reached yet: the README says so under "What it weighs". */
const aim = 50 * 1024;

/** What is allowed today, in bytes: ratchets. Write the new, smaller sums here when the build has become lighter. */
const budget = { script: 12_350, shared: 107_800, kind: 15_900, words: 11_600, reader: 6_500 };

/** @param {string} part */
const partFile = (part) => `dist/indicator-chart-${part}.wasm`;

const built = existsSync(join(root, "dist", "indicator-chart.wasm"));
const files = built ? readdirSync(join(root, "dist")).sort() : [];
const parts = files.flatMap((file) => /^indicator-chart-(.+)\.wasm$/.exec(file)?.[1] ?? []);

test("each part of what a page loads keeps its budget", (context) => {
  assert.ok(built, "dist/ is not built: run `make build`");
  const script = weigh("dist/indicator-chart.js");
  const shared = weigh("dist/indicator-chart.wasm");
  const words = weigh(partFile("words"));
  const reader = weigh("dist/indicator-chart-reader.js");
  const kinds = parts
    .filter((part) => !["words", "picture", "brand"].includes(part))
    .map((kind) => ({ kind, sent: weigh(partFile(kind)) }));
  kinds.sort((a, b) => a.sent - b.sent);
  const [least, most] = [kinds[0], kinds.at(-1)];
  assert.ok(least && most && kinds.length > 5, "the kinds have parts");
  context.diagnostic(`script ${script}, shared wasm ${shared}, words ${words}, reader's side ${reader} bytes`);
  for (const { kind, sent } of [least, most]) {
    context.diagnostic(
      `a page with one ${kind} (part of ${sent}): ${script + shared + sent + words + reader}; the aim is ${aim}`,
    );
  }
  assert.ok(script <= budget.script, `the script weighs ${script}`);
  assert.ok(shared <= budget.shared, `the shared wasm weighs ${shared}`);
  assert.ok(words <= budget.words, `the words weigh ${words}`);
  assert.ok(reader <= budget.reader, `the reader's side weighs ${reader}`);
  assert.deepEqual(
    kinds.filter(({ sent }) => sent > budget.kind),
    [],
  );
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
