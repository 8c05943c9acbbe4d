// Where each datum stands among the others: a line for each series, a place on it for each label, and parts of those
// places where there are many. Plain data in, plain data out.

/** As many places in a line need no parts. */
const few = 40;

/** So many parts of one whole are still walked through with ease. */
const handy = 20;

/**
 * @typedef {object} Item what the layout needs to know of a datum
 * @property {string} series
 * @property {string} label
 * @property {string} period ISO 8601, or empty
 * @property {number | null} value
 * @property {number} x of its anchor, CSS pixels
 * @property {number} y of its anchor, CSS pixels
 * @property {{x: number, y: number, width: number, height: number}} reach CSS pixels
 */

/** @typedef {[from: number, to: number]} Part places of a line, `to` not among them */

/**
 * @typedef {object} Layout
 * @property {Item[]} items
 * @property {string[]} names of the series
 * @property {(number | undefined)[][]} lines for each series the datum at each place; undefined where it has none
 * @property {number} places how many there are in the longest line
 * @property {boolean} upright whether the places of a line stand one below the other
 * @property {boolean} leftward whether the places of a line go from right to left
 * @property {Part[][]} levels parts of the places, the coarsest first; none where there are few places
 * @property {Part[]} points every place as a part of its own
 */

/**
 * @param {Item[]} items in reading order
 * @param {boolean} rtl whether the chart's language runs from right to left
 * @returns {Layout}
 */
export function layOut(items, rtl) {
  const names = [...new Set(items.map(({ series }) => series))];
  const own = names.map(() => /** @type {number[]} */ ([]));
  const at = new Map(names.map((name, index) => [name, index]));
  items.forEach(({ series }, id) => {
    own[at.get(series) ?? 0].push(id);
  });
  const lines = align(items, own) ?? own;
  const places = Math.max(0, ...lines.map((line) => line.length));
  const { upright, leftward } = direction(items, own, rtl);
  const points = Array.from({ length: places }, (_, place) => /** @type {Part} */ ([place, place + 1]));
  return { items, names, lines, places, upright, leftward, levels: levelsOf(items, lines, places), points };
}

/**
 * Lines in which the same label has the same place; undefined where labels repeat in a series or are hardly shared.
 * @param {Item[]} items
 * @param {number[][]} own
 */
function align(items, own) {
  if (own.length < 2) return undefined;
  /** @type {Map<string, number>} */
  const place = new Map();
  for (const line of own) {
    if (new Set(line.map((id) => items[id].label)).size < line.length) return undefined;
    for (const id of line) if (!place.has(items[id].label)) place.set(items[id].label, place.size);
  }
  if (place.size > items.length * 0.75) return undefined;
  return own.map((line) => {
    const aligned = Array.from(place, () => /** @type {number | undefined} */ (undefined));
    for (const id of line) aligned[place.get(items[id].label) ?? 0] = id;
    return aligned;
  });
}

/**
 * Which way a line goes on the picture: what lies side by side goes across, what lies one below the other goes down.
 * @param {Item[]} items
 * @param {number[][]} own
 * @param {boolean} rtl
 */
function direction(items, own, rtl) {
  let [down, across, right] = [0, 0, 0];
  for (const line of own) {
    line.slice(1).forEach((id, before) => {
      const [a, b] = [items[line[before]], items[id]];
      const beside = apart(a.reach.x, a.reach.width, b.reach.x, b.reach.width);
      const below = apart(a.reach.y, a.reach.height, b.reach.y, b.reach.height);
      if (below && !beside) down += 1;
      if (beside && !below) across += 1;
      right += Math.sign(b.x - a.x);
    });
  }
  const upright = down > across;
  return { upright, leftward: upright ? rtl : right < 0 };
}

/** Whether two stretches do not overlap. */
const apart = (
  /** @type {number} */ a,
  /** @type {number} */ wide,
  /** @type {number} */ b,
  /** @type {number} */ far,
) => Math.min(a + wide, b + far) - Math.max(a, b) < 1;

/** What parts of a period's name are called alike, from days' months to centuries. @type {((iso: string) => string)[]} */
const spans = [
  (iso) => iso.replace(/^(-?\d+-\d\d)-\d\d$/, "$1"),
  (iso) => iso.replace(/^(-?\d+)-.*$/, "$1"),
  (iso) => iso.replace(/^(-?\d+)\d(-.*)?$/, "$1x"),
  (iso) => iso.replace(/^(-?\d+)\d\d(-.*)?$/, "$1xx"),
];

/**
 * Parts of the places, the coarsest first: of periods the calendar's, else tens.
 * @param {Item[]} items
 * @param {(number | undefined)[][]} lines
 * @param {number} places
 * @returns {Part[][]}
 */
function levelsOf(items, lines, places) {
  /** @type {Part[][]} */
  const levels = [];
  if (places <= few) return levels;
  const periods = Array.from({ length: places }, (_, place) => {
    const id = lines.find((line) => line[place] !== undefined)?.[place];
    return id === undefined ? "" : items[id].period;
  });
  let count = places;
  for (const span of periods.every(Boolean) ? spans : []) {
    const parts = runs(periods.map(span));
    if (count <= handy || parts.length < 2 || parts.length > count / 1.5) continue;
    levels.unshift(parts);
    count = parts.length;
  }
  while (count > handy) {
    const finer = levels[0] ?? Array.from({ length: places }, (_, place) => [place, place + 1]);
    const parts = finer.filter((_, index) => index % 10 === 0);
    levels.unshift(parts.map(([from], index) => [from, parts[index + 1]?.[0] ?? places]));
    count = parts.length;
  }
  return levels;
}

/**
 * The stretches of equal names.
 * @param {string[]} names
 * @returns {Part[]}
 */
function runs(names) {
  /** @type {Part[]} */
  const parts = [];
  names.forEach((name, place) => {
    if (place > 0 && names[place - 1] === name) parts[parts.length - 1][1] = place + 1;
    else parts.push([place, place + 1]);
  });
  return parts;
}
