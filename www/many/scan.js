// Looks once at all the data: whether they are days in order and numbers, and what the frame around them follows from.

/** As many digits after the mark are shown at most, as the engine has it. */
const most = 6;

/** Beyond this the engine takes a number for a mistake. */
const largest = 1e300;

/**
 * @typedef {object} Found
 * @property {Int32Array} days of each row, from 1970-01-01
 * @property {Float64Array[]} numbers of each column of values; NaN is a gap
 * @property {number[]} marks the rows that the frame follows from, in order: the ends, the extremes
 * @property {number} decimals digits after the mark
 */

/**
 * @param {ArrayLike<any>} rows days as 20240131 or "2024-01-31"
 * @param {ArrayLike<any>[]} values numbers; NaN or null is a gap
 * @returns {Found | undefined} nothing where they are not all such, or days do not follow one another
 */
export function scan(rows, values) {
  const days = daysOf(rows);
  if (!days) return undefined;
  const last = days.length - 1;
  const marks = new Set([0, last, last - 1]);
  let decimals = 0;
  /** @type {Float64Array[]} */
  const numbers = [];
  for (const column of values) {
    const own = numbersOf(column);
    const ends = own && extremes(own);
    if (!ends) return undefined;
    for (const row of ends) marks.add(row);
    decimals = digits(own, decimals);
    numbers.push(own);
  }
  return { days, numbers, marks: [...marks].sort((a, b) => a - b), decimals };
}

/** @param {ArrayLike<any>} rows */
function daysOf(rows) {
  const count = rows.length;
  const days = new Int32Array(count);
  const typed = ArrayBuffer.isView(rows);
  let [month, start, length] = [0, 0, 0];
  for (let row = 0; row < count; row += 1) {
    const cell = rows[row];
    const day = typed || typeof cell === "number" ? cell : written(cell);
    const own = (day / 100) | 0;
    if (own !== month) {
      const year = (own / 100) | 0;
      if (year < 1000 || year > 9999) return undefined;
      month = own;
      const at = (own % 100) - 1;
      if (at < 0 || at > 11) return undefined;
      start = Date.UTC(year, at, 1) / 86_400_000;
      length = Date.UTC(year, at + 1, 1) / 86_400_000 - start;
    }
    const date = day - month * 100;
    if (!(date >= 1 && date <= length) || date !== (date | 0)) return undefined;
    const number = start + date - 1;
    if (row > 0 && number <= days[row - 1]) return undefined;
    days[row] = number;
  }
  return days;
}

/**
 * "2024-01-31" as 20240131.
 * @param {unknown} cell
 */
function written(cell) {
  if (typeof cell !== "string" || cell.length !== 10) return Number.NaN;
  let number = 0;
  for (let at = 0; at < 10; at += 1) {
    const code = cell.charCodeAt(at) - 48;
    if (at === 4 || at === 7) {
      if (code !== -3) return Number.NaN;
    } else if (code < 0 || code > 9) return Number.NaN;
    else number = number * 10 + code;
  }
  return number;
}

/**
 * A column as it lies in memory; NaN is a gap.
 * @param {ArrayLike<any>} column
 * @returns {Float64Array | undefined} nothing where what is no number is no gap either
 */
function numbersOf(column) {
  if (column instanceof Float64Array) return column;
  const count = column.length;
  const numbers = new Float64Array(count);
  const typed = ArrayBuffer.isView(column);
  for (let row = 0; row < count; row += 1) {
    const value = column[row];
    if (typeof value === "number" && (typed || !Number.isNaN(value))) numbers[row] = value;
    else if (value === null) numbers[row] = Number.NaN;
    else return undefined;
  }
  return numbers;
}

/**
 * The rows of the first, the last, the least and the greatest number.
 * @param {Float64Array} column
 * @returns {number[] | undefined} nothing where there is none, or none that could be drawn
 */
function extremes(column) {
  const count = column.length;
  let [first, last] = [0, count - 1];
  while (first < count && Number.isNaN(column[first])) first += 1;
  // A column without numbers is for the engine to speak of.
  if (first === count) return undefined;
  while (Number.isNaN(column[last])) last -= 1;
  let [lowest, highest] = [first, first];
  let low = column[first];
  let high = low;
  for (let row = first; row <= last; row += 1) {
    const value = column[row];
    if (value < low) {
      low = value;
      lowest = row;
    } else if (value > high) {
      high = value;
      highest = row;
    }
  }
  return low < -largest || high > largest ? undefined : [first, last, lowest, highest];
}

/**
 * The most digits after the mark of a column's numbers, as the engine counts them.
 * @param {Float64Array} column
 * @param {number} digits that are known
 */
function digits(column, digits) {
  let found = digits;
  for (let row = 0; found < most && row < column.length; row += 1) {
    const value = column[row];
    for (let scale = 10 ** found; found < most && !Number.isNaN(value); scale = 10 ** found) {
      if (Math.abs(Math.round(value * scale) / scale - value) <= Math.abs(value) * 4e-16) break;
      found += 1;
    }
  }
  return found;
}
