// The server's side, in Node and without a DOM: the same bytes as the command line's. `node --test tests/server.mjs`

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../www/build/step.mjs";

/** @type {typeof import("../www/indicator-chart-server.d.ts")} */
const { renderToHtml, renderToSvg } = await import(pathToFileURL(join(root, "dist/indicator-chart-server.js")).href);

const folder = join(root, "examples");
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "spec.json")));

/** @param {string} path of a file that need not be there */
const textOf = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** @param {string} name @param {string} file */
const example = (name, file) => textOf(join(folder, name, file));

/** @param {import("../www/indicator-chart.d.ts").Problem} problem */
const say = ({ severity, place, message, hint }) => `${severity}: ${place}: ${message}; ${hint}`;

test("every example gives the picture that the command line gives, to the byte", async () => {
  assert.ok(names.length > 200, `${names.length} examples`);
  const other = [];
  for (const name of names) {
    for (const width of [320, 640]) {
      const { svg } = await renderToSvg(example(name, "spec.json"), { width, base: join(folder, name, "spec.json") });
      if (svg !== example(name, `${width}.svg`)) other.push(`${name} at ${width}`);
    }
  }
  assert.deepEqual(other, []);
});

test("and the same words, table and problems", async () => {
  for (const name of names) {
    const options = { base: join(folder, name, "spec.json") };
    const spec = example(name, "spec.json");
    const drawn = [
      await renderToSvg(spec, { ...options, width: 320 }),
      await renderToSvg(spec, { ...options, width: 640 }),
    ];
    const [{ svg, title, subtitle, source, byline, description, table }] = drawn;
    const said = Object.entries({ title, subtitle, source, byline, description }).filter(([, words]) => words);
    const rows = [table.head, ...table.rows].map((row) => `${row.join(" | ")}\n`).join("");
    const words = example(name, "words.txt");
    assert.ok(words.startsWith(said.map(([what, words]) => `${what}: ${words}\n`).join("")), name);
    assert.ok(words.endsWith(svg ? `\n${rows}` : ""), name);
    // Places have line and column here even where a problem was found while composing.
    const bare = (/** @type {string[]} */ lines) =>
      [...new Set(lines.map((line) => line.replace(/ \(line \d+, column \d+\)/, "")))].sort();
    const problems = drawn.flatMap(({ problems }) => problems.map(say));
    // Tables of eyes and of countries are what no page carries: the command line alone asks these questions.
    const own = (/** @type {string} */ line) => line && !/look alike to some eyes|the data has no such name/.test(line);
    const known = example(name, "problems.txt").split("\n").filter(own);
    assert.deepEqual(bare(problems), bare(known), name);
  }
});

test("a snippet is the command line's, to the byte", async () => {
  for (const kind of ["bar", "column", "line"]) {
    const { html, head, element, inside } = await renderToHtml(example(kind, "spec.json"), {
      src: `${kind}.json`,
      base: join(folder, kind, "spec.json"),
      pictures: [`${kind}.svg`, `${kind}-phone.svg`],
    });
    assert.equal(html, textOf(join(root, "tests/pages/snippet", `${kind}.html`)));
    assert.equal(html, head + element);
    assert.ok(element.includes(inside));
  }
});

test("a snippet without addresses holds spec and pictures, and nothing of them gets out", async () => {
  const spec = JSON.parse(example("hard-markup", "spec.json"));
  spec.note = "</script><script>alert(1)</script>";
  const { element } = await renderToHtml(spec, { attributes: { theme: 'dark"><b>' } });
  assert.match(
    element,
    /^<indicator-chart lang="en" theme="dark&quot;&gt;&lt;b&gt;">\n {2}<script type="application\/json">/,
  );
  const tags = new Set([...element.matchAll(/<\/?([a-z-]+)/gi)].map(([, tag]) => tag));
  const known = ["indicator-chart", "script", "figure", "picture", "source", "img", "figcaption", "details", "summary"];
  assert.deepEqual([...tags].sort(), [...known, "table", "tbody", "td", "th", "thead", "tr", "p"].sort());
  assert.equal(element.match(/<script/g)?.length, 1);
  const [, json = ""] = /<script type="application\/json">(.*?)<\/script>/s.exec(element) ?? [];
  assert.deepEqual(JSON.parse(json), spec);
  assert.match(element, /<img src="data:image\/svg\+xml,%3Csvg/);
  assert.match(element, /srcset="data:image\/svg\+xml,[^" ]*" width="320"/, "a blank would end the address");
});

test("language, theme, colours, margin and data come from the options", async () => {
  const spec = example("bar", "spec.json");
  const plain = await renderToSvg(spec);
  assert.equal(plain.width, 380);
  const dark = await renderToSvg(spec, { theme: "dark", colors: { accent: "#ff0000" }, margin: 0, width: 500 });
  assert.match(dark.svg, /<rect width="500" height="[\d.]+" fill="#15181c"/);
  assert.match(dark.svg, /#ff0000/);
  const german = await renderToSvg(spec, { lang: "de" });
  assert.equal(german.lang, "de");
  assert.match(german.svg, /Quelle/);
  const own = { kind: "bar", x: "share", y: "town", title: "Made up", data: "table" };
  const given = await renderToSvg(/** @type {any} */ (own), { data: "town,share\nAton,31.5\nBeton,12\n" });
  assert.deepEqual(
    given.table.rows.map((row) => row[0]),
    ["Aton", "Beton"],
  );
});

test("data files are read beside the spec, nowhere else, and by whoever is named", async () => {
  const at = (/** @type {string} */ url) =>
    /** @type {any} */ ({ kind: "bar", x: "share", y: "town", title: "Made up", data: { url } });
  const csv = "town,share\nAton,31.5\nBeton,12\n";
  const base = join(folder, "bar", "spec.json");
  for (const [url, options, words] of /** @type {const} */ ([
    ["../line/data.csv", { base }, /cannot read|outside/],
    ["../../Cargo.toml", { base }, /lies outside the folder/],
    ["/etc/hostname", { base }, /outside|no such file/],
    ["nowhere.csv", { base }, /cannot read nowhere\.csv: no such file$/],
    ["https://example.org/a.csv", { base }, /is not fetched here/],
    ["a.csv", {}, /nothing says where/],
  ])) {
    const { svg, problems } = await renderToSvg(at(url), options);
    assert.deepEqual([svg, problems.length, problems[0]?.kind], ["", 1, "no-such-file"], url);
    assert.match(problems[0]?.message ?? "", words);
  }
  const read = async (/** @type {string} */ address) => (address === "https://example.org/a.csv" ? csv : "");
  const fetched = await renderToSvg(at("https://example.org/a.csv"), { read });
  assert.deepEqual(fetched.table.rows.length, 2);
});

test("nothing is thrown, whatever is given", async () => {
  for (const given of ["", "{", "null", "[]", null, 3, undefined, {}, { kind: "bar" }, { kind: "x", data: [] }]) {
    const { svg, problems, html } = {
      ...(await renderToSvg(/** @type {any} */ (given))),
      ...(await renderToHtml(/** @type {any} */ (given))),
    };
    assert.ok(problems.length > 0, JSON.stringify(given));
    assert.equal(svg, "");
    assert.match(html, /<indicator-chart/);
  }
});

test("many at a time do not disturb each other", async () => {
  const kinds = ["bar", "column", "dumbbell", "scatter", "bar-ar", "bar-zh"];
  const once = await Promise.all(kinds.map((name) => renderToSvg(example(name, "spec.json"), { width: 320 })));
  const again = await Promise.all(
    [...kinds, ...kinds].map((name) => renderToSvg(example(name, "spec.json"), { width: 320 })),
  );
  for (const [at, { svg }] of again.entries()) assert.equal(svg, once[at % kinds.length]?.svg);
});
