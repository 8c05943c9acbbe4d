// Variations of an example, so that a rehearsal comes by what other authors' charts of its kind come by.

/** @typedef {Record<string, any>} Spec */

/** A house's look. */
const brand = {
  name: "A house",
  font: "Georgia, serif",
  sizes: { title: 22, subtitle: 15, label: 14, small: 13 },
  weight: 600,
  gap: 14,
  light: { accent: "#7a1f5c", ink: "#1b1b1b", background: "#fffdf8" },
  dark: { accent: "#f29ac0" },
};

/**
 * @param {Spec} spec
 * @returns {[string, Spec][]} what is changed, and the changed spec
 */
export function variations(spec) {
  const { data } = spec;
  /** @type {[string, Spec][]} */
  const varied = [
    ["without subtitle", without(spec, "subtitle")],
    ["without note", without(spec, "note")],
    ["without source", without(spec, "source")],
    ["without unit", without(spec, "unit")],
    ["without measure", without(spec, "measure")],
    [
      "with a long title",
      { ...spec, title: `${spec.title}, and what else there is to say of it in a title that goes on and on` },
    ],
    [
      "with byline and note",
      { ...spec, byline: "Newsroom", note: "A note that says how this was counted, and by whom." },
    ],
    ["with a linked source", { ...spec, source: { name: "A source", url: "https://example.org/data" } }],
    ["with a named source", { ...spec, source: "A source" }],
    ["with an alternative text", { ...spec, alt: "What the chart shows, in other words" }],
    ["with one decimal", { ...spec, decimals: 1 }],
    ["taller", { ...spec, height: 420 }],
    ["ascending", { ...spec, sort: "ascending" }],
    ["descending", { ...spec, sort: "descending" }],
    ["the more the better", { ...spec, better: "higher" }],
    ["the less the better", { ...spec, better: "lower" }],
    ["with a brand", { ...spec, brand }],
    ["words by language", { ...spec, title: { en: spec.title, de: spec.title } }],
  ];
  if (!Array.isArray(data) || data.some((row) => typeof row !== "object" || row === null)) return varied;
  const rows = /** @type {Spec[]} */ (data);
  const columns = Object.keys(rows[0] ?? {});
  const numbers = columns.filter((column) =>
    rows.some((row) => typeof row[column] === "number" && !isYear(row[column])),
  );
  const words = columns.filter((column) => rows.some((row) => typeof row[column] === "string"));
  const times = (/** @type {number} */ factor) =>
    rows.map((row) => ({
      ...row,
      ...Object.fromEntries(numbers.map((column) => [column, number(row[column], factor)])),
    }));
  const first = words[0] ?? "";
  varied.push(
    ["the first row", { ...spec, data: rows.slice(0, 1) }],
    ["two rows", { ...spec, data: rows.slice(0, 2) }],
    ["half of the rows", { ...spec, data: rows.slice(0, Math.ceil(rows.length / 2)) }],
    ["in columns", { ...spec, data: { columns: inColumns(rows, columns) } }],
    ["as CSV", { ...spec, data: { csv: inCsv(rows, columns) } }],
    ["a thousand times as much", { ...spec, data: times(1000) }],
    ["a thousandth", { ...spec, data: times(0.001) }],
    ["longer names", { ...spec, data: rows.map((row) => ({ ...row, [first]: longer(row[first]) })) }],
    ["Chinese names", { ...spec, data: rows.map((row, i) => ({ ...row, [first]: chinese(row[first], i) })) }],
    [
      "a value missing",
      { ...spec, data: rows.map((row, i) => (i === 1 ? { ...row, [numbers[0] ?? ""]: null } : row)) },
    ],
    ["the first one highlighted", { ...spec, highlight: rows[0]?.[first] }],
  );
  return varied;
}

/**
 * @param {Spec} spec
 * @param {string} key
 */
function without(spec, key) {
  const { [key]: _, ...rest } = spec;
  return rest;
}

/** @param {number} value */
const isYear = (value) => Number.isInteger(value) && value > 1500 && value < 2200;

/**
 * @param {unknown} value
 * @param {number} factor
 */
const number = (value, factor) => (typeof value === "number" ? Number((value * factor).toPrecision(6)) : value);

/** @param {unknown} name */
const longer = (name) => (typeof name === "string" ? `${name} and all that belongs to it in the wider sense` : name);

/**
 * @param {unknown} name
 * @param {number} i
 */
const chinese = (name, i) => (typeof name === "string" ? `高技术制造业第${i + 1}类` : name);

/**
 * @param {Spec[]} rows
 * @param {string[]} columns
 */
const inColumns = (rows, columns) =>
  Object.fromEntries(columns.map((column) => [column, rows.map((row) => row[column] ?? null)]));

/**
 * @param {Spec[]} rows
 * @param {string[]} columns
 */
const inCsv = (rows, columns) =>
  [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((line) =>
      line.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(","),
    )
    .join("\n");
