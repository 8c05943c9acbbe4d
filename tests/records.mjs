// A table's rows in order and out of it: by value, what is unknown last, equal ones as they were; what a search finds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { find } from "../www/records/find.js";
import { gather } from "../www/records/gather.js";
import { keysOf, order, readBound } from "../www/records/order.js";
import { recordWords } from "../www/records/word.js";

/**
 * The texts in order.
 * @param {string[]} texts
 * @param {{falling?: boolean, lang?: string, values?: (number | null)[]}} [how]
 */
function sorted(texts, { falling = false, lang = "en", values = [] } = {}) {
  const cells = texts.map((text, at) => ({ text, value: values[at] ?? null }));
  return order(keysOf(cells, lang), falling, lang).map((at) => texts[at]);
}

test("numbers stand by value, whatever their letters say", () => {
  const [texts, values] = [
    ["1,304.9", "9.5", "−3", "40"],
    [1304.9, 9.5, -3, 40],
  ];
  assert.deepEqual(sorted(texts, { values }), ["−3", "9.5", "40", "1,304.9"]);
  assert.deepEqual(sorted(texts, { values, falling: true }), ["1,304.9", "40", "9.5", "−3"]);
  assert.deepEqual(sorted(["1.304,9 €", "9,5 €", "40 €"], { lang: "de" }), ["9,5 €", "40 €", "1.304,9 €"]);
});

test("a bound stands on its own side of its number", () => {
  const texts = ["11,000", "over 11,000", "at most 11,000", "10,999", "11,001"];
  const up = ["10,999", "at most 11,000", "11,000", "over 11,000", "11,001"];
  assert.deepEqual(sorted(texts), up);
  assert.deepEqual(sorted(texts, { falling: true }), up.toReversed());
  assert.deepEqual(sorted(["11000家以上", "7387家", "11000家"], { lang: "zh-Hans" }), [
    "7387家",
    "11000家",
    "11000家以上",
  ]);
});

test("numbers of different units are words", () => {
  assert.deepEqual(sorted(["7,387 firms", "3.54%", "50.9%"]), ["3.54%", "7,387 firms", "50.9%"]);
  assert.deepEqual(readBound("no number", "."), undefined);
  assert.deepEqual(sorted(["Row 10", "Row 9", "row 2"]), ["row 2", "Row 9", "Row 10"]);
});

test("what is unknown is last both ways, and equal rows keep their order", () => {
  const keys = keysOf(
    [5, null, 5, 1, null, 5].map((value) => ({ text: value === null ? "" : `${value}`, value })),
    "en",
  );
  assert.deepEqual(order(keys, false, "en"), [3, 0, 2, 5, 1, 4]);
  assert.deepEqual(order(keys, true, "en"), [0, 2, 5, 3, 1, 4]);
});

test("a search finds every word in any cell, without accents and capitals", () => {
  const rows = ["Türkiye 79.1", "Côte d’Ivoire 12", "United Kingdom 60", "中国 1,304.9"];
  assert.deepEqual(find(rows, "turkiye"), [true, false, false, false]);
  assert.deepEqual(find(rows, "KINGDOM uni"), [false, false, true, false]);
  assert.deepEqual(find(rows, "国"), [false, false, false, true]);
  assert.deepEqual(find(rows, " "), [true, true, true, true]);
});

test("rows and columns come from the data, told apart by the columns' names", () => {
  const datum = (/** @type {any} */ more) => ({ series: "", label: "", value: null, text: "", unit: "", ...more });
  const data = [
    datum({ id: 0, series: "2015", label: "A", value: 1, text: "1 firms", unit: "firms" }),
    datum({ id: 1, series: "Note", label: "A", text: "no data", missing: true }),
    datum({ id: 2, series: "2015", label: "B", text: "no data", missing: true }),
    datum({ id: 3, series: "Note", label: "B", text: "new" }),
  ];
  const [names, years, notes] = gather(data, { columns: ["Name", { column: "2015", as: "heat" }, "Note"] });
  assert.deepEqual(names?.texts, ["A", "B"]);
  assert.deepEqual([years?.texts, years?.number, years?.face], [["1", ""], true, "heat"]);
  assert.deepEqual([notes?.texts, notes?.number, notes?.face], [["", "new"], false, "text"]);
});

test("every language of the reader's side has the table's words", () => {
  const languages = ["ar", "de", "es", "fr", "hi", "ja", "ko", "pt", "ru", "zh-Hans", "zh-Hant"];
  const english = recordWords("en");
  for (const lang of languages) {
    assert.ok(readFileSync(new URL(`../www/reader/words/${lang}.txt`, import.meta.url)).length > 0);
    const words = recordWords(lang);
    assert.notDeepEqual(words, english, lang);
    assert.ok(words[1]?.includes("{0}") && words[1].includes("{1}") && words[2]?.includes("{2}"), lang);
  }
});
