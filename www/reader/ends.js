// The least and the greatest of many numbers.

/**
 * A call takes no more than some hundred thousand arguments: `Math.min(...values)` would end there.
 * @param {Iterable<number>} values
 * @returns {[low: number, high: number]} Infinity and -Infinity where there are none
 */
export function endsOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
