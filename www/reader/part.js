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
  const known = ids.filter((id) => items[id].value !== null);
  known.sort((a, b) => (items[a].value ?? 0) - (items[b].value ?? 0));
  const [low, high] = [known[0], known[known.length - 1]];
  const details = low === undefined ? [] : [say("Lowest", text(low)), say("Highest", text(high))];
  const boxes = ids.map((id) => items[id].reach);
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const reach = { x: left, y: top, width, height };
  return { heading, text: say("Values", known.length), details, reach, anchor: { x: left + width / 2, y: top } };
}
