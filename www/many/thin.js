// Of each column of pixels the first, the lowest, the highest and the last point; and what stands beside a gap.

/**
 * The rows that are enough for the picture, in their order.
 * @param {Int32Array} days of each row, one after the other
 * @param {ArrayLike<any>[]} values of each row, a list for each line; what is no number is a gap
 * @param {(day: number) => number} place of a day, in columns of pixels
 * @param {number[]} always rows that are kept in any case
 * @returns {Int32Array}
 */
export function thin(days, values, place, always) {
  const kept = [...always];
  const slope = place(1) - place(0);
  for (const column of values) {
    const count = column.length;
    let row = 0;
    while (row < count) {
      if (!isNumber(column[row])) {
        // Of a gap its first row is enough.
        kept.push(row);
        while (row < count && !isNumber(column[row])) row += 1;
        continue;
      }
      const pixel = Math.floor(place(days[row]));
      // The first day that is surely in the next column or after it; it is looked at closely there.
      const sure = days[row] + ((pixel + 1 - place(days[row])) / slope - 1);
      let [low, high, lowest, highest] = [column[row], column[row], row, row];
      const first = row;
      for (row += 1; row < count; row += 1) {
        const day = days[row];
        if (day >= sure && Math.floor(place(day)) !== pixel) break;
        const value = column[row];
        if (value < low) {
          low = value;
          lowest = row;
        } else if (value > high) {
          high = value;
          highest = row;
        } else if (!isNumber(value)) break;
      }
      kept.push(first, lowest, highest, row - 1);
    }
  }
  // Several lines have one list of days.
  return Int32Array.from(new Set(kept)).sort();
}

/** @param {unknown} value */
const isNumber = (value) => typeof value === "number" && value === value;
