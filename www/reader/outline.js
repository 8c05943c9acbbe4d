// All data in one short message from the engine: what a walk through the chart needs to know of each.

/** Between the fields of a datum, and between data: no text that an author writes has these. */
const [field, line] = ["\u001f", "\u001e"];

/** So many numbers belong to each datum. */
const width = 7;

/**
 * @typedef {object} Outline
 * @property {string} text series, label and period of each datum
 * @property {ArrayLike<number>} numbers value (NaN for none), anchor x and y, reach x, y, width and height of each
 */

/**
 * @param {Outline} outline
 * @returns {import("./layout.js").Item[]}
 */
export function itemsOf({ text, numbers }) {
  if (!text) return [];
  return text.split(line).map((fields, id) => {
    const [series = "", label = "", period = ""] = fields.split(field);
    const [value, x, y, left, top, wide, high] = Array.from({ length: width }, (_, at) => numbers[id * width + at]);
    const reach = { x: left, y: top, width: wide, height: high };
    return { series, label, period, value: Number.isNaN(value) ? null : value, x, y, reach };
  });
}
