// `make article`: draws the pictures and writes the tables that stand inside the charts of index.html and
// index.zh.html (rung 1).

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, root, run, say, script, since, Trouble } from "./step.mjs";

/** The widths that are drawn, and for which windows; the last is for all that remain. */
const narrow = { name: "-narrow", width: 320, media: "(width < 380px)" };
const beside = { name: "", width: 380, media: "" };
const wide = { name: "-wide", width: 700, media: "(640px <= width < 1100px)" };

/** Charts that hang beside the text from 1100 px on, and those that are as wide as it. */
const sizes = {
  chart: [narrow, wide, beside],
  "chart wide": [narrow, { ...beside, media: "(width < 640px)" }, { ...wide, media: "" }],
};

/**
 * @typedef {object} Edition
 * @property {string} page its file
 * @property {string} lang its language
 * @property {string} mark what the names of its pictures end in
 * @property {string} summary what opens a table
 */

/** @type {Edition[]} */
const editions = [
  { page: "index.html", lang: "en", mark: "", summary: "The figures as a table" },
  { page: "index.zh.html", lang: "zh-Hans", mark: "-zh", summary: "以表格查看数据" },
];

const chart =
  /( *)<figure class="(chart|chart wide)">\s*<indicator-chart src="(www\/article\/([\w-]+)\.json)">[\s\S]*?<\/indicator-chart>/g;

/** @param {string[]} args */
function indicatorChart(...args) {
  const answer = ask("cargo", ["run", "--quiet", "--bin", "indicator-chart", "--", ...args]);
  if (answer === undefined)
    throw new Trouble(`indicator-chart ${args.join(" ")}`, "failed", "run it by hand to see its problems");
  return answer;
}

/**
 * Draws one picture and returns its attributes for the page.
 * @param {string} spec
 * @param {string} file
 * @param {number} width
 * @param {string} theme
 * @param {string} lang
 */
function draw(spec, file, width, theme, lang) {
  const look = ["--width", String(width), "--theme", theme, "--margin", "0", "--lang", lang];
  indicatorChart("render", spec, "-o", file, ...look);
  const [, drawn, height] =
    /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(readFileSync(join(root, file), "utf8")) ?? [];
  if (!drawn || !height) throw new Trouble(file, "has no width and height", "see src/paint/svg.rs");
  return `width="${Math.round(Number(drawn))}" height="${Math.round(Number(height))}"`;
}

/**
 * What stands inside one chart.
 * @param {string} spec
 * @param {string} name
 * @param {"chart" | "chart wide"} kind
 * @param {Edition} edition
 */
function rung(spec, name, kind, { lang, mark, summary }) {
  const embed = indicatorChart("snippet", spec, "--lang", lang);
  const alt = /<img[^>]* alt="([^"]*)"/.exec(embed)?.[1];
  const table = /<table[\s\S]*<\/table>/.exec(embed)?.[0];
  const depth = /^ *(?=<table)/m.exec(embed)?.[0] ?? "";
  if (alt === undefined || !table)
    throw new Trouble(spec, "its snippet has no alt text or no table", "see src/command");
  const sources = [];
  let image = "";
  for (const { name: size, width, media } of sizes[kind]) {
    const light = `www/article/${name}${mark}${size}.svg`;
    const dark = `www/article/${name}${mark}${size}-dark.svg`;
    const box = draw(spec, light, width, "light", lang);
    draw(spec, dark, width, "dark", lang);
    const dim = "(prefers-color-scheme: dark)";
    sources.push(`<source media="${[media, dim].filter(Boolean).join(" and ")}" srcset="${dark}" ${box}>`);
    if (media) sources.push(`<source media="${media}" srcset="${light}" ${box}>`);
    else image = `<img src="${light}" ${box} alt="${alt}" loading="lazy">`;
  }
  return [
    "<picture>",
    ...sources.map((line) => `  ${line}`),
    `  ${image}`,
    "</picture>",
    `<details>`,
    `  <summary>${summary}</summary>`,
  ].concat(
    table.split("\n").map((line) => `  ${line.replace(depth, "")}`),
    "</details>",
  );
}

await script(async () => {
  const started = Date.now();
  await run("cargo", ["build", "--quiet", "--bin", "indicator-chart"], { remedy: "the compiler's message is above" });
  for (const edition of editions) {
    const path = join(root, edition.page);
    let count = 0;
    const filled = readFileSync(path, "utf8").replace(chart, (_, indent, kind, spec, name) => {
      say(`  ${name}${edition.mark}`);
      count += 1;
      const inside = rung(spec, name, kind, edition).map((line) => `${indent}    ${line}\n`);
      const open = `${indent}<figure class="${kind}">\n${indent}  <indicator-chart src="${spec}">`;
      return `${open}\n${inside.join("")}${indent}  </indicator-chart>`;
    });
    writeFileSync(path, filled);
    say(`${edition.page}: ${count} charts drawn (${since(started)})`);
  }
});
