// A part of a series as one thing to point at and to speak of: its span, how many values, the lowest and the highest.

/**
 * @param {import("./layout.js").Layout} layout
 * @param {number} line
 * @param {import("./layout.js").Part} part
 * @param {(id: number) => string} text what a datum's value is in words
 * @param {ReturnType<typeof import("./word.js").wordsFrom>} say
 */
export function partOf({ items, lines, names }, line, [from, to], text, say) {
  const ids = lines[line].slice(from, to).filter((id) => id !== undefined);
  const [first, last] = [items[ids[0]], items[ids[ids.length - 1]]];
  const span = first.label === last.label ? first.label : say("Span", first.label, last.label);
  const heading = names[line] ? `${names[line]}, ${span}` : span;
  // A part may hold a million data: more than a call takes arguments, and too many to sort for the two ends.
  let [known, low, high] = [0, ids[0], ids[0]];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const { reach, value } = items[id];
    left = Math.min(left, reach.x);
    top = Math.min(top, reach.y);
    right = Math.max(right, reach.x + reach.width);
    bottom = Math.max(bottom, reach.y + reach.height);
    if (value === null) continue;
    known += 1;
    if (known === 1 || value < (items[low].value ?? 0)) low = id;
    if (known === 1 || value >= (items[high].value ?? 0)) high = id;
  }
  const details = known ? [say("Lowest", text(low)), say("Highest", text(high))] : [];
  const reach = { x: left, y: top, width: right - left, height: bottom - top };
  return { heading, text: say("Values", known), details, reach, anchor: { x: left + reach.width / 2, y: top } };
}
