// What crosses into the WebAssembly: a value as one run of numbers and one text, columns of numbers as they lie in memory.
// A call for each of a hundred thousand cells would take longer than drawing them.

/** How deep a value may nest: what holds itself comes to an end here. */
const depth = 16;

/** What follows on the tape; `read` in src/widget/read.rs knows the same. */
const [nothing, no, yes, number, text, list, map, numbers, texts] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Parts one text from the next, and one cell of a column of texts from the next. */
const [end, cell] = ["\0", "\x01"];

/**
 * A value as JSON has it, numbers that JSON has not (NaN, infinities) included, so that they can be reported. Functions,
 * symbols and what is nested too deep are nothing. In a typed array NaN is a gap.
 * @param {unknown} value
 * @returns {[Float64Array, string, Float64Array[]]}
 */
export function tape(value) {
  /** @type {number[]} */
  const run = [];
  /** @type {string[]} */
  const words = [];
  /** @type {Float64Array[]} */
  const columns = [];

  /**
   * @param {any} item
   * @param {number} left how many levels may still follow
   * @param {number} inside 2 for what holds the columns of a table, 1 for a column
   */
  function put(item, left, inside) {
    const kind = typeof item;
    if (kind === "number" || kind === "bigint") run.push(number, Number(item));
    else if (kind === "boolean") run.push(item ? yes : no);
    else if (kind === "string") {
      run.push(text);
      words.push(clean(item));
    } else if (kind !== "object" || item === null || left === 0) run.push(nothing);
    else if (ArrayBuffer.isView(item)) {
      const array = /** @type {any} */ (item);
      const values = array instanceof Float64Array ? array : Float64Array.from(array.length ? array : [], Number);
      if (inside === 1) {
        run.push(numbers);
        columns.push(values);
      } else put([...values], left, 0);
    } else if (Array.isArray(item)) {
      if (inside === 1 && column(item)) return;
      run.push(list, item.length);
      for (let at = 0; at < item.length; at += 1) put(item[at], left - 1, 0);
    } else {
      const entries = Object.entries(item);
      run.push(map, entries.length);
      for (const [key, entry] of entries) {
        words.push(clean(key));
        put(entry, left - 1, inside === 2 ? 1 : key === "columns" ? 2 : 0);
      }
    }
  }

  /**
   * Puts a column down whole where it is all numbers or all texts.
   * @param {unknown[]} cells
   */
  function column(cells) {
    const kind = typeof cells[0];
    if (kind === "number") {
      for (let at = 0; at < cells.length; at += 1) if (!Number.isFinite(cells[at])) return false;
      run.push(numbers);
      columns.push(Float64Array.from(/** @type {number[]} */ (cells)));
      return true;
    }
    if (kind !== "string") return false;
    for (let at = 0; at < cells.length; at += 1) if (typeof cells[at] !== "string") return false;
    let joined = cells.join(cell);
    if (count(joined, cell) !== cells.length - 1 || joined.includes(end)) joined = cells.map(clean).join(cell);
    run.push(texts);
    words.push(joined);
    return true;
  }

  put(value, depth, 0);
  return [Float64Array.from(run), words.join(end), columns];
}

/** @param {unknown} words */
const clean = (words) => String(words).replaceAll(end, "\uFFFD").replaceAll(cell, "\uFFFD");

/**
 * @param {string} words
 * @param {string} letter
 */
function count(words, letter) {
  let found = 0;
  for (let at = words.indexOf(letter); at >= 0; at = words.indexOf(letter, at + 1)) found += 1;
  return found;
}
