/** How deep a value may nest: what holds itself comes to an end here. */
const depth = 16;

/**
 * A value as JSON has it, numbers that JSON has not (NaN, infinities) included, so that they can be reported.
 * Functions, symbols and what is nested too deep are nothing.
 * @param {unknown} value
 * @param {number} [left] how many levels may still follow
 * @returns {unknown}
 */
export function plain(value, left = depth) {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || left === 0) return null;
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {any} */ (value), (item) => plain(item, left - 1));
  if (Array.isArray(value)) return value.map((item) => plain(item, left - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, left - 1)]));
}
