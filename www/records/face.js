// What a table's cell shows besides its number: a bar from zero, a shade, a line. All without a style in the markup.

import { make } from "../figure.js";
import { endsOf } from "../reader/ends.js";

/** @typedef {import("./gather.js").Column} Column */

/** The size of a line in CSS pixels, and the radius of its dot. */
const box = { width: 96, height: 22, dot: 2.5 };

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
function draw(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, `${value}`);
  node.append(...children);
  return node;
}

/**
 * How the cells of a column are filled.
 * @param {Column} column
 * @param {Column[]} columns all of the table
 * @returns {(row: number, cell: HTMLElement) => (Node | string)[]}
 */
export function face(column, columns) {
  const { texts, cells } = column;
  if (!column.number) return (row) => [texts[row] || gap()];
  const digits = Math.max(...texts.map((text) => text.length));
  const number = (/** @type {number} */ row) => {
    const node = make("span", { class: "digits" }, texts[row] || gap());
    if (column.face === "bar" || column.face === "line") node.style.minWidth = `${digits}ch`;
    return node;
  };
  if (column.face === "bar") {
    const zeroed = scaleOf(column, columns);
    return (row) => [make("span", { class: "cell" }, number(row), bar(cells[row]?.value ?? null, zeroed))];
  }
  if (column.face === "line") {
    const span = Math.max(...cells.map((cell) => spread(valuesOf(cell)).span));
    return (row) => [make("span", { class: "cell" }, number(row), line(cells[row], span))];
  }
  return (row, cell) => {
    const shade = cells[row]?.shade;
    if (shade) {
      cell.style.setProperty("--shade", shade);
      cell.classList.add("shaded", isDark(shade) ? "deep" : "pale");
    }
    return [number(row)];
  };
}

/** What stands where nothing is known. */
const gap = () => make("span", { class: "gap" }, "–");

/** As in pictures (src/chart/table.rs): columns that are up to so many times as large share a scale. */
const alike = 10;

/**
 * The ends of a column's bars, zero among them: of one measure or unit all columns have the same, else those that are about as
 * large.
 * @param {Column} column
 * @param {Column[]} columns
 */
function scaleOf(column, columns) {
  const shared = cell(column)?.unit !== "";
  const ends = columns
    .filter((other) => other === column || other.face === "bar")
    .map((one) => {
      const [low, high] = endsOf(one.cells.flatMap((datum) => datum?.value ?? []));
      return { one, low: Math.min(0, low), high: Math.max(0, high), most: Math.max(high, -low) };
    })
    .sort((a, b) => b.most - a.most);
  let group = ends;
  for (let rest = ends; rest.length > 0; rest = rest.filter((other) => !group.includes(other))) {
    const [{ most }] = rest;
    group = shared ? ends : rest.filter((other) => other.most * alike >= most);
    if (group.some(({ one }) => one === column)) break;
  }
  return { low: Math.min(...group.map(({ low }) => low)), high: Math.max(...group.map(({ high }) => high)) };
}

/** @param {Column} column */
const cell = ({ cells }) => cells.find((datum) => datum);

/**
 * @param {number | null} value
 * @param {{low: number, high: number}} scale
 */
function bar(value, { low, high }) {
  const whole = high - low || 1;
  const from = (Math.min(value ?? 0, 0) - low) / whole;
  const attributes = { x: `${from * 100}%`, width: `${(Math.abs(value ?? 0) / whole) * 100}%`, height: "100%" };
  return draw("svg", { class: "bar", "aria-hidden": "true" }, draw("rect", attributes));
}

/** The values of a line. @param {{course?: Float64Array} | undefined} datum */
const valuesOf = (datum) => [...(datum?.course ?? [])].filter((_, at) => at % 2);

/** @param {number[]} values */
function spread(values) {
  const known = values.filter((value) => !Number.isNaN(value));
  const [low, high] = known.length ? endsOf(known) : [0, 0];
  return { middle: low / 2 + high / 2, span: high - low };
}

/**
 * A line of the same height for a unit in all rows, broken at gaps.
 * @param {{course?: Float64Array} | undefined} datum
 * @param {number} span of the longest of them, in data units
 */
function line(datum, span) {
  const course = [...(datum?.course ?? [])];
  const { middle } = spread(valuesOf(datum));
  const { width, height, dot } = box;
  let path = "";
  let pen = "M";
  let end = [0, 0];
  for (let at = 0; at < course.length; at += 2) {
    const value = course[at + 1];
    if (Number.isNaN(value)) {
      pen = "M";
      continue;
    }
    const x = dot + course[at] * (width - 2 * dot);
    const y = height / 2 - (span ? ((value - middle) / span) * (height - 2 * dot) : 0);
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
    end = [x, y];
  }
  const children = path ? [draw("path", { d: path }), draw("circle", { cx: end[0], cy: end[1], r: dot })] : [];
  return draw(
    "svg",
    { class: "line", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ...children,
  );
}

/** Whether white is read more easily on a shade than black. @param {string} shade as #rrggbb */
function isDark(shade) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(shade.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) ** 2 < 1.05 * 0.05;
}
