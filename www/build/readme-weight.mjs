// `make weight`: writes into the README what a page loads, as the last build has it. A test holds it there (tests/budget.mjs).

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, script } from "./step.mjs";
import { weigh } from "./weigh.mjs";

const [begin, end] = ["<!-- weight:begin -->", "<!-- weight:end -->"];

/** @typedef {{name: string, raw: string, sent: string}} Row numbers as they are printed */

/** @param {number} bytes */
const printed = (bytes) => bytes.toLocaleString("en");

/** @param {string} file in dist/ */
const sizes = (file) => [statSync(join(root, "dist", file)).size, weigh(`dist/${file}`)];

/**
 * One row of several files: the lightest and the heaviest of them.
 * @param {string} name
 * @param {string[]} files
 * @returns {Row}
 */
function range(name, files) {
  const all = files.map(sizes);
  const [raw = "", sent = ""] = [0, 1].map((which) => {
    const column = all.map((pair) => pair[which] ?? 0);
    return [...new Set([Math.min(...column), Math.max(...column)].map(printed))].join(" to ");
  });
  return { name, raw, sent };
}

/**
 * One row of files that come together.
 * @param {string} name
 * @param {string[]} files
 * @returns {Row}
 */
function sum(name, files) {
  const [raw = 0, sent = 0] = files.map(sizes).reduce((total, pair) => total.map((size, at) => size + (pair[at] ?? 0)));
  return { name, raw: printed(raw), sent: printed(sent) };
}

/** What stands in the README. @returns {Row[]} */
export function weights() {
  const files = readdirSync(join(root, "dist"));
  const part = (/** @type {string} */ role) => `indicator-chart-${role}.wasm`;
  const light = files.filter((file) => file.endsWith("-plain.wasm"));
  const apart = new Set([part("whole"), part("review"), part("brand"), ...light]);
  const kinds = files.filter((file) => /^indicator-chart-.+\.wasm$/.test(file) && !apart.has(file));
  const always = ["indicator-chart.js", "indicator-chart-reader.js", "indicator-chart.wasm"];
  return [
    range("`indicator-chart.js`", ["indicator-chart.js"]),
    range("`indicator-chart-reader.js`: for keyboards and screen readers", ["indicator-chart-reader.js"]),
    range("`indicator-chart.wasm`: the core", ["indicator-chart.wasm"]),
    range("`indicator-chart-KIND-plain.wasm`: bars, columns, lines that ask for little", light),
    range("`indicator-chart-KIND.wasm`: every kind, with all that it can", kinds),
    range("`indicator-chart-whole.wasm`: where a chart needs more", [part("whole")]),
    range("`indicator-chart-review.wasm`: what an editor would ask, where one looks", [part("review")]),
    range("`indicator-chart-records.js`: with tables", ["indicator-chart-records.js"]),
    range(
      "`indicator-chart-LANGUAGE.txt`: besides English",
      files.filter((file) => file.endsWith(".txt")),
    ),
    ...["bar", "column", "line"].flatMap((kind) => [
      sum(`a page with one plain ${kind} chart`, [...always, part(`${kind}-plain`)]),
      sum(`a page with one ${kind} chart that asks for more`, [...always, part(kind)]),
    ]),
  ];
}

/** The rows that the README has. @returns {Row[]} */
export function weightsInReadme() {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const lines = text.slice(text.indexOf(begin), text.indexOf(end)).split("\n").slice(3, -1);
  return lines.map((line) => {
    const [name = "", raw = "", sent = ""] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { name, raw, sent };
  });
}

if (process.argv[1]?.endsWith("readme-weight.mjs")) {
  await script(async () => {
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const rows = weights().map(({ name, raw, sent }) => `| ${name} | ${raw} | ${sent} |`);
    const table = [`| ${today} | bytes | after brotli -q 11 |`, "| --- | --- | --- |", ...rows].join("\n");
    const file = join(root, "README.md");
    const text = readFileSync(file, "utf8");
    const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
    writeFileSync(file, `${before}${begin}\n${table}\n${after}`);
  });
}
