// Writes the figures of the last `make bench` into the README, between the markers: `node benches/readme.mjs`

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [begin, end] = ["<!-- bench:begin -->", "<!-- bench:end -->"];
const read = (/** @type {string} */ name) => {
  const path = join(root, "target", "bench", name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`make bench\` first`);
  return JSON.parse(readFileSync(path, "utf8"));
};
const [page, native] = [read("page.json"), read("native.json")];

/** Measure → its head in the README. @type {[string, string][]} */
const heads = [
  ["bytes, brotli", "KB, brotli"],
  ["cold start, ms", "cold start, ms"],
  ["line of 1000, ms", "1,000 points, ms"],
  ["line of 100000, ms", "100,000 points, ms"],
  ["line of 1000000, ms", "1,000,000 points, ms"],
  ["100 charts, ms", "100 charts, ms"],
  ["100 charts, MB", "100 charts, MB"],
];
const figure = (/** @type {number | undefined} */ value) =>
  value === undefined ? "–" : value >= 10 ? Math.round(value).toLocaleString("en") : value.toFixed(1);
const cell = (/** @type {any} */ row, /** @type {string} */ name) =>
  figure(name === "bytes, brotli" && row[name] ? row[name] / 1024 : row[name]);
const lines = [
  begin,
  `${page.date}, Chromium ${page.chromium}, ${page.machine}, medians of ${page.rounds} rounds; only the ratios mean anything.`,
  "",
  `| | ${heads.map(([, head]) => head).join(" | ")} |`,
  `| --- |${heads.map(() => " ---: |").join("")}`,
  ...page.rows.map(
    (/** @type {any} */ row) => `| ${row.library} | ${heads.map(([name]) => cell(row, name)).join(" | ")} |`,
  ),
  "",
  "| without a browser, one core | SVG a second | PNG a second |",
  "| --- | ---: | ---: |",
  ...native.rows.map((/** @type {any} */ row) => `| ${row.library} | ${figure(row.svg)} | ${figure(row.png)} |`),
  end,
];
const path = join(root, "README.md");
const text = readFileSync(path, "utf8");
const [from, till] = [text.indexOf(begin), text.indexOf(end)];
if (from < 0 || till < from) throw new Error(`README.md has no ${begin} with ${end} after it`);
writeFileSync(path, `${text.slice(0, from)}${lines.join("\n")}${text.slice(till + end.length)}`);
