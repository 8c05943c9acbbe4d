// The widget's own words in the reader's language, fetched when a chart needs them.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { inPage, messages, show, test } from "./stage.mjs";

const folder = join(root, "src", "locale", "words");
const tongues = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.replace(".txt", ""));

/**
 * A language's template.
 * @param {string} tongue
 * @param {string} message
 */
function template(tongue, message) {
  const lines = readFileSync(join(folder, `${tongue}.txt`), "utf8").split("\n");
  return lines.find((line) => line.startsWith(`${message}: `))?.slice(message.length + 2) ?? "";
}

const chart = (/** @type {string} */ lang) =>
  `<div lang="${lang}"><indicator-chart src="/examples/bar/spec.json"></indicator-chart></div>`;

describe("the widget's words", () => {
  test(`are said in ${tongues.length} languages besides English`, async () => {
    assert.ok(tongues.length >= 11);
    const drawn = await show([...tongues, "en", "sw"].map(chart).join(""));
    assert.ok(drawn.every(Boolean));
    const sources = await inPage('return charts.map((chart) => part(chart, "source").textContent);');
    for (const [at, tongue] of tongues.entries()) {
      const [before = "", after = ""] = template(tongue, "Source").split("{0}");
      assert.ok(sources[at].startsWith(before) && sources[at].endsWith(after), `${tongue}: ${sources[at]}`);
    }
    assert.match(sources.at(-2), /^Source: /);
    assert.match(sources.at(-1), /^Source: /, "English stands in");
    assert.deepEqual(await messages(), []);
  });

  test("of the author fall back to the next of kin, while the widget speaks the reader's own", async () => {
    const spec = "/examples/words-two-languages/spec.json";
    const charts = ["zh-TW", "en-GB", "fr"].map(
      (lang) => `<div lang="${lang}"><indicator-chart src="${spec}"></indicator-chart></div>`,
    );
    charts.push(`<indicator-chart lang="zh-Hans" src="${spec}"></indicator-chart>`);
    assert.deepEqual(await show(charts.join("")), [true, true, true, true]);
    const found = await inPage(
      'return charts.map((chart) => [part(chart, "title"), part(chart, "source")].map((one) => one.textContent.slice(0, 5)));',
    );
    const [[taiwan, taiwanSource], [british], [french, frenchSource], [own]] = found;
    assert.deepEqual([taiwan, british, french, own], ["2009年", "Iowa’", "Iowa’", "2009年"]);
    assert.ok(taiwanSource.startsWith("來源："), taiwanSource);
    assert.ok(frenchSource.startsWith("Sourc"), frenchSource);
  });

  test("of a script without spaces break where the browser's dictionary ends a word", async () => {
    const label = "อายุคาดเฉลี่ยเมื่อแรกเกิดของประเทศไทย";
    const rows = [label, "ลาว"].map((place, at) => ({ place, years: 70 + at }));
    const spec = { kind: "bar", lang: "th", title: "T", source: "S", y: "place", x: "years", data: rows };
    const element = `<indicator-chart><script type="application/json">${JSON.stringify(spec)}</script></indicator-chart>`;
    assert.deepEqual(await show(`<div style="width:220px">${element}</div>`), [true]);
    const found = await inPage(
      `return charts[0].toSvg().then((svg) => {
      const texts = [...new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("text")].map((text) => text.textContent);
      const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(given)].map((word) => word.index);
      return { lines: texts.filter((text) => given.includes(text)), words };
      });`,
      label,
    );
    assert.ok(found.lines.length > 1 && found.lines.join("") === label, JSON.stringify(found));
    let end = 0;
    for (const line of found.lines) {
      assert.ok(found.words.includes(end), `a line begins at ${end}: ${JSON.stringify(found)}`);
      end += line.length;
    }
  });

  test("are English where their file does not come", async () => {
    const head = `<script>
      const real = window.fetch;
      window.fetch = (what, how) => real(String(what).replace("indicator-chart-fr.txt", "nowhere.txt"), how);
    </script>`;
    assert.deepEqual(await show(chart("fr"), { head }), [true]);
    assert.match(await inPage('return part(chart, "source").textContent;'), /^Source: /);
  });
});
