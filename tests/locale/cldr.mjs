// CLDR's data files, and the few rules of UTS #35 that the table of expectations needs. Neither `Intl` nor `icu` takes part,
// so that both can be held against it.

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** @typedef {Record<string, any>} Data */

/** Tags whose data CLDR keeps under another name. @type {Record<string, string>} */
const names = { "zh-Hans": "zh", "en-US": "en" };

/**
 * One of CLDR's files about a language.
 * @param {string} tag
 * @param {"numbers" | "currencies" | "ca-gregorian" | "listPatterns"} file
 * @returns {Data}
 */
export function about(tag, file) {
  const folder = { numbers: "numbers", currencies: "numbers", "ca-gregorian": "dates", listPatterns: "misc" }[file];
  const name = names[tag] ?? tag;
  return require(`cldr-${folder}-full/main/${name}/${file}.json`).main[name];
}

/** @type {Data} */
const plurals = require("cldr-core/supplemental/plurals.json").supplemental["plurals-type-cardinal"];

/** The version of the data. @type {string} */
export const version = require("cldr-core/package.json").version;

/**
 * A decimal number as digits: rounded half away from zero to `most` digits after the mark, with at least `least`.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export function rounded(value, least, most) {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole, rest = ""] = mantissa.split(".");
  let digits = whole + rest;
  let point = whole.length + Number(exponent);
  if (point < 1) {
    digits = "0".repeat(1 - point) + digits;
    point = 1;
  }
  digits = digits.padEnd(point + most + 1, "0");
  let scaled = BigInt(digits.slice(0, point + most));
  if (digits[point + most] >= "5") scaled += 1n;
  const text = String(scaled).padStart(most + 1, "0");
  const split = text.length - most;
  let after = text.slice(split);
  while (after.length > least && after.endsWith("0")) after = after.slice(0, -1);
  return { whole: text.slice(0, split), after, negative: value < 0 && scaled > 0n };
}

/**
 * The symbols and patterns of a language's default digits.
 * @param {string} tag
 */
export function numberData(tag) {
  const { numbers } = about(tag, "numbers");
  const digits = numbers.defaultNumberingSystem;
  if (digits !== "latn") throw new Error(`${tag}: digits of ${digits} are not written here`);
  return {
    symbols: numbers[`symbols-numberSystem-${digits}`],
    decimal: numbers[`decimalFormats-numberSystem-${digits}`],
    percent: numbers[`percentFormats-numberSystem-${digits}`].standard,
    currency: numbers[`currencyFormats-numberSystem-${digits}`],
    least: Number(numbers.minimumGroupingDigits),
  };
}

/**
 * A number after a pattern of the shape `#,##,##0.###`.
 * @param {string} tag
 * @param {{whole: string, after: string, negative: boolean}} number
 * @param {number} [least] how many digits must stand before the first mark of a group
 */
export function written(tag, { whole, after, negative }, least) {
  const { symbols, decimal, least: usual } = numberData(tag);
  const [, ...groups] = decimal.standard.split(".")[0].split(",");
  const primary = groups.at(-1).length;
  const secondary = groups.length > 1 ? groups.at(-2).length : primary;
  let text = whole;
  if (whole.length >= primary + Math.max(least ?? 1, usual)) {
    const parts = [whole.slice(-primary)];
    let rest = whole.slice(0, -primary);
    while (rest) {
      parts.unshift(rest.slice(-secondary));
      rest = rest.slice(0, -secondary);
    }
    text = parts.join(symbols.group);
  }
  if (after) text += symbols.decimal + after;
  // The widget writes a true minus sign in every language.
  return negative ? symbols.minusSign.replace("-", "−") + text : text;
}

/**
 * The plural category of a number as it is written, after CLDR's rules.
 * @param {string} tag
 * @param {{whole: string, after: string}} number
 */
export function category(tag, { whole, after }) {
  const trimmed = after.replace(/0+$/, "");
  /** @type {Record<string, number>} */
  const operands = {
    n: Number(`${whole}.${after || "0"}`),
    i: Number(whole),
    v: after.length,
    w: trimmed.length,
    f: Number(after || 0),
    t: Number(trimmed || 0),
    // A compact form's number is counted as it is written, without its power of ten.
    c: 0,
    e: 0,
  };
  const rules = plurals[tag.split("-")[0]] ?? {};
  for (const [key, rule] of Object.entries(rules)) {
    const condition = String(rule).split("@")[0].trim();
    // "other" has no condition.
    if (!condition) continue;
    const holds = condition.split(" or ").some((and) => and.split(" and ").every((one) => compare(one, operands)));
    if (holds) return key.replace("pluralRule-count-", "");
  }
  return "other";
}

/**
 * Whether one relation of a plural rule (`n % 10 = 2..4,7`) holds.
 * @param {string} relation
 * @param {Record<string, number>} operands
 */
function compare(relation, operands) {
  const [, name, modulo, sign, ranges] = /^(\w)(?: % (\d+))? (!?=) (.+)$/.exec(relation.trim()) ?? [];
  if (!name) throw new Error(`cannot read the plural rule "${relation}"`);
  const value = modulo ? operands[name] % Number(modulo) : operands[name];
  const within = ranges.split(",").some((range) => {
    const [low, high = low] = range.split("..").map(Number);
    return Number.isInteger(value) && value >= low && value <= high;
  });
  return within === (sign === "=");
}

/**
 * A date after a pattern of CLDR's letters.
 * @param {string} tag
 * @param {string} pattern
 * @param {{year: number, month: number, day: number}} date
 */
export function dated(tag, pattern, { year, month, day }) {
  const { months } = about(tag, "ca-gregorian").dates.calendars.gregorian;
  const quarter = Math.ceil(month / 3);
  const { quarters } = about(tag, "ca-gregorian").dates.calendars.gregorian;
  /** @type {Record<string, string>} */
  const fields = {
    y: String(year),
    M: String(month),
    MM: String(month).padStart(2, "0"),
    MMM: months.format.abbreviated[month],
    MMMM: months.format.wide[month],
    LLL: months["stand-alone"].abbreviated[month],
    LLLL: months["stand-alone"].wide[month],
    d: String(day),
    dd: String(day).padStart(2, "0"),
    Q: String(quarter),
    QQQ: quarters.format.abbreviated[quarter],
    QQQQ: quarters.format.wide[quarter],
  };
  return pattern.replace(/'([^']*)'|([a-zA-Z])\2*/g, (token, quoted) => {
    if (quoted !== undefined) return quoted || "'";
    const field = fields[token];
    if (field === undefined) throw new Error(`${tag}: no field "${token}" in "${pattern}"`);
    return field;
  });
}
