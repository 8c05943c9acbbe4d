// Writes expected.json, the table of expectations that both ways of writing are held against, from CLDR's own data:
// `npm ci --prefix tests/locale && node tests/locale/generate.mjs`. What the house decides besides stands in house.json.
// It also writes src/locale/native/signs.txt, the signs of currencies, which `icu` cannot be asked for.

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { about, category, dated, numberData, rounded, version, written } from "./cldr.mjs";
import { differing } from "./differing.mjs";

const folder = dirname(fileURLToPath(import.meta.url));

const tags = "en en-GB en-US en-IN zh-Hans zh-Hant ja ko es fr de pt ru ar hi".split(" ");

/** The language of dates and lists: English without a region has those of international English. @param {string} tag */
const wide = (tag) => (tag === "en" ? "en-001" : tag);

/** @type {[number, number][]} */
const numbers = [
  [7387, 0],
  [1234567.891, 1],
  [-0.7, 1],
  [-0.04, 1],
  [1.005, 2],
  [0.5, 0],
  [2.5, 0],
  [12345, 0],
];

const compacts = [
  0, 999.95, 1234, 9999, 12345, 99999, 100000, 999950, 1200000, 12000000, -45000, 150000000, 1e9, 12.5e9, 3e12, 2e6,
  5000,
];

/** The currencies that src/locale/unit.rs knows. */
const codes =
  "USD EUR GBP JPY CNY HKD TWD KRW INR RUB BRL AUD CAD CHF SEK SGD MXN NZD ZAR TRY SAR AED VND THB IDR MYR PHP ILS NGN PKR EGP NOK DKK PLN CZK HUF".split(
    " ",
  );

const days = ["2021-12-31", "2021-09-03", "2020-05-01"];
const months = ["2018-04", "2019-09", "2020-02"];
const quarters = ["2018-Q1", "2018-Q3"];

/** A number of a share, as an article writes it. @param {string} tag @param {number} value @param {number} digits */
const figure = (tag, value, digits) => written(tag, rounded(value, digits, digits));

/**
 * A number in CLDR's short compact form, with at most one digit after the mark.
 * @param {string} tag
 * @param {number} value
 */
function compact(tag, value) {
  const patterns = numberData(tag).decimal.short.decimalFormat;
  // Compact numbers of four digits have no mark of a group.
  const plain = () => written(tag, rounded(value, 0, 1), 2);
  const at = (/** @type {number} */ power) => {
    const pattern = patterns[`1${"0".repeat(power)}-count-other`];
    if (pattern === undefined || /^0+$/.test(pattern)) return undefined;
    const shift = power + 1 - pattern.replace(/'[^']*'/g, "").match(/0+/)[0].length;
    const number = rounded(Number(`${value}e-${shift}`), 0, 1);
    return { number, shift, power };
  };
  if (value === 0) return plain();
  const largest = Math.max(...Object.keys(patterns).map((key) => key.split("-")[0].length - 1));
  let power = Math.floor(Math.log10(Math.abs(value)));
  // What is rounded up to the next power of ten is said in its unit: 999,950 is 1M.
  const whole = (at(Math.min(power, largest))?.number ?? rounded(value, 0, 1)).whole;
  const shift = at(Math.min(power, largest))?.shift ?? 0;
  if (whole.length + shift > power + 1) power += 1;
  const found = at(Math.min(power, largest));
  if (!found) return plain();
  const count = category(tag, found.number);
  const key = `1${"0".repeat(found.power)}-count-`;
  const pattern = (patterns[key + count] ?? patterns[`${key}other`]).replace(/'([^']*)'/g, "$1");
  const text = written(tag, { ...found.number, negative: false }, 2);
  const minus = found.number.negative ? numberData(tag).symbols.minusSign.replace("-", "−") : "";
  return minus + pattern.replace(/0+/, text);
}

/** The sign of a currency in a language; its code where there is none. @param {string} tag @param {string} code */
const sign = (tag, code) => about(tag, "currencies").numbers.currencies[code]?.symbol ?? code;

/**
 * A number of money without digits after the mark; its sign stands before everything, unless the pattern says otherwise.
 * @param {string} tag
 * @param {string} number
 * @param {string} code
 */
function money(tag, number, code) {
  const { currency } = numberData(tag);
  const symbol = sign(tag, code);
  const [plain] = currency.standard.split(";");
  const first = plain.indexOf("¤") < plain.indexOf("#");
  const letter = first ? symbol.at(-1) : symbol[0];
  const pattern = /\p{L}/u.test(letter) ? currency["standard-alphaNextToNumber"].split(";")[0] : plain;
  const minus = currency.standard.includes(";") ? "" : (/^[\u200e\u061c]?−/.exec(number)?.[0] ?? "");
  return minus + pattern.replace(/[#,0.]+/, number.slice(minus.length)).replace("¤", () => symbol);
}

/**
 * @param {string} tag
 * @param {string[]} items
 */
function list(tag, items) {
  const patterns = about(wide(tag), "listPatterns").listPatterns["listPattern-type-standard"];
  const put = (/** @type {string} */ pattern, /** @type {string} */ a, /** @type {string} */ b) =>
    pattern.replace("{0}", a).replace("{1}", b);
  if (items.length < 2) return items.join("");
  if (items.length === 2) return put(patterns["2"], items[0], items[1]);
  let text = put(patterns.end, items[items.length - 2], items[items.length - 1]);
  for (const item of items.slice(1, -2).reverse()) text = put(patterns.middle, item, text);
  return put(patterns.start, items[0], text);
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {"long" | "short" | "tick"} style
 */
function period(tag, text, style) {
  const { dateFormats, dateTimeFormats } = about(wide(tag), "ca-gregorian").dates.calendars.gregorian;
  const formats = dateTimeFormats.availableFormats;
  const [year, month, day = 1] = text.split("-").map(Number);
  const quarter = /Q(\d)/.exec(text)?.[1];
  const date = { year, month: quarter ? Number(quarter) * 3 : month, day };
  const pattern = quarter
    ? { long: formats.yQQQQ, short: formats.yQQQ, tick: "QQQ" }
    : text.length > 7
      ? { long: formats.yMMMMd ?? dateFormats.long, short: formats.yMMMd, tick: formats.MMMd }
      : { long: formats.yMMMM, short: formats.yMMM, tick: formats.MMM };
  return dated(wide(tag), pattern[style], date);
}

/** The languages whose quarters in print are CLDR's; the others' stand in house.json. */
const plainQuarters = ["es", "fr", "de", "pt", "ru", "ar"];

const rows = tags.flatMap((tag) => {
  /** @type {[string, unknown[], string][]} */
  const found = [];
  for (const [value, digits] of numbers) found.push(["number", [value, digits], figure(tag, value, digits)]);
  for (const value of compacts) found.push(["compact", [value], compact(tag, value)]);
  const share = figure(tag, 47.9, 1);
  const { percent, symbols } = numberData(tag);
  const around = percent.split(";")[0].replace("%", symbols.percentSign);
  found.push(["unit", [share, "%"], around.replace(/[#,0.]+/, share)]);
  const five = figure(tag, -5, 0);
  for (const code of codes) found.push(["unit", [five, code], money(tag, five, code)]);
  for (const items of [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
    found.push(["list", items, list(tag, items)]);
  for (const style of /** @type {const} */ (["long", "short", "tick"])) {
    for (const text of [...days, ...months]) found.push(["period", [text, style], period(tag, text, style)]);
    for (const text of plainQuarters.includes(tag) ? quarters : []) {
      found.push(["period", [text, style], period(tag, text, style)]);
    }
  }
  return found.map((row) => {
    const why = differing([tag, ...row]);
    return why ? [tag, ...row, why] : [tag, ...row];
  });
});

/** JSON on one line, with the spaces that the formatter wants. @param {unknown} value @returns {string} */
function spaced(value) {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`)
    .join(", ")} }`;
}

writeFileSync(join(folder, "expected.json"), `[\n${rows.map((row) => `  ${spaced(row)}`).join(",\n")}\n]\n`);
// A language is asked for its signs before the root of all; a region before its language.
const root = codes.map((code) => [code, sign("und", code)]).filter(([code, own]) => own !== code);
const signs = tags.map((tag) => {
  const parent = tag.includes("-") && !tag.startsWith("zh") ? tag.split("-")[0] : "und";
  const own = codes
    .filter((code) => sign(tag, code) !== sign(parent, code))
    .map((code) => `${code} ${sign(tag, code)}`);
  return `${[tag, ...own].join(" ")}\n`;
});
const head = `und ${root.map((pair) => pair.join(" ")).join(" ")}\n`;
writeFileSync(join(folder, "../../src/locale/native/signs.txt"), head + signs.join(""));
console.log(`expected.json: ${rows.length} rows of CLDR ${version}`);
