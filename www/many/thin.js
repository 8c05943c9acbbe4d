// Of each column of pixels the first, the lowest, the highest and the last point; and what stands beside a gap.

/**
 * The rows that are enough for the picture, in their order.
 * @param {Int32Array} days of each row, one after the other
 * @param {Float64Array[]} lines the numbers of each row, for each line; NaN is a gap
 * @param {number} from the column of pixels, a fraction, of the first day
 * @param {number} step columns of pixels in a day
 * @param {number[]} always rows that are kept in any case
 * @returns {Int32Array}
 */
export function thin(days, lines, from, step, always) {
  const kept = [...always];
  const [origin] = days;
  for (const numbers of lines) {
    const count = numbers.length;
    let row = 0;
    while (row < count) {
      const first = row;
      let low = numbers[row];
      if (Number.isNaN(low)) {
        // Of a gap its first row is enough.
        kept.push(row);
        while (row < count && Number.isNaN(numbers[row])) row += 1;
        continue;
      }
      const column = Math.floor(from + (days[row] - origin) * step);
      let high = low;
      let [lowest, highest] = [row, row];
      for (row += 1; row < count; row += 1) {
        if (Math.floor(from + (days[row] - origin) * step) !== column) break;
        const value = numbers[row];
        if (value < low) {
          low = value;
          lowest = row;
        } else if (value > high) {
          high = value;
          highest = row;
          // A gap is neither less nor more.
        } else if (!(value >= low)) break;
      }
      kept.push(first, lowest, highest, row - 1);
    }
  }
  // Several lines have one list of days.
  return Int32Array.from(new Set(kept)).sort();
}
