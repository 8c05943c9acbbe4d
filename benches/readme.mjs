// Writes the figures of the last `make bench` into the README, between the markers: `node benches/readme.mjs`

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { last, read, table } from "./verdict.mjs";

const [begin, end] = ["<!-- bench:begin -->", "<!-- bench:end -->"];

/** Measure → its head in the README. @type {[string, string][]} */
const begins = [
  ["bytes, brotli", "KB, brotli"],
  ["cold start, ms", "cold start, ms"],
  ["line of 1000, ms", "1,000 points, ms"],
  ["line of 100000, ms", "100,000 points, ms"],
  ["line of 1000000, ms", "1,000,000 points, ms"],
  ["100 charts, ms", "100 charts, ms"],
  ["100 charts, MB", "100 charts, MB"],
];
/** @type {[string, string][]} */
const later = [
  ["new data in 34 columns, ms", "new data in 34 columns, ms"],
  ["line of 10000 resized, ms", "10,000 points resized, ms"],
  ["hover at 100000, ms", "hover at 100,000 points, ms"],
  ["key at 100000, ms", "key at 100,000 points, ms"],
  ["longest task of 20 charts, ms", "longest task of 20 charts, slowed to a quarter, ms"],
];

/** @param {number | undefined} value */
const figure = (value) =>
  value === undefined ? "–" : value >= 10 ? Math.round(value).toLocaleString("en") : value.toFixed(1);

/**
 * One row a library that any of these was measured of.
 * @param {Record<string, any>[]} rows
 * @param {[string, string][]} heads
 */
function measures(rows, heads) {
  const cell = (/** @type {any} */ row, /** @type {string} */ name) =>
    figure(name === "bytes, brotli" && row[name] ? row[name] / 1024 : row[name]);
  return [
    `| | ${heads.map(([, head]) => head).join(" | ")} |`,
    `| --- |${heads.map(() => " ---: |").join("")}`,
    ...rows
      .filter((row) => heads.some(([name]) => row[name] !== undefined))
      .map((row) => `| ${row.library} | ${heads.map(([name]) => cell(row, name)).join(" | ")} |`),
  ];
}

/**
 * What stands between the markers. A part that failed is said to be missing.
 * @param {{page?: any, native?: any, lines: import("./verdict.mjs").Line[]}} found
 */
export function text({ page, native, lines }) {
  return [
    ...(page
      ? [
          `${page.date}, Chromium ${page.chromium}, ${page.machine}, medians of ${page.rounds} rounds; only the ratios mean anything.`,
          "",
          ...measures(page.rows, begins),
          "",
          ...measures(page.rows, later),
        ]
      : ["The pages could not be measured."]),
    "",
    ...(native
      ? [
          `Without a browser, on one core, medians of ${native.rounds} rounds:`,
          "",
          "| | SVG a second | PNG a second |",
          "| --- | ---: | ---: |",
          ...native.rows.map(
            (/** @type {any} */ row) => `| ${row.library} | ${figure(row.svg)} | ${figure(row.png)} |`,
          ),
        ]
      : ["What is drawn without a browser could not be measured."]),
    "",
    "Beside what was aimed at when the work began:",
    "",
    ...table(lines),
  ].join("\n");
}

/**
 * @param {string} readme
 * @param {string} figures
 */
export function put(readme, figures) {
  const [from, till] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || till < from) throw new Error(`README.md has no ${begin} with ${end} after it`);
  return `${readme.slice(0, from + begin.length)}\n${figures}\n${readme.slice(till)}`;
}

if (fileURLToPath(import.meta.url) === process.argv[1]) {
  const path = join(dirname(fileURLToPath(import.meta.url)), "..", "README.md");
  const figures = text({ page: read("page"), native: read("native"), lines: last() });
  writeFileSync(path, put(readFileSync(path, "utf8"), figures));
}
