// How wide text is where there is no canvas: by a table of the shipped fonts' advance widths, which are the ones that the
// command line shapes with. In the server's script it stands in the place of `../ruler.js`.

import table from "./widths.txt";

/**
 * @typedef {object} Face
 * @property {number} weight as in CSS
 * @property {number} em its units in an em
 * @property {Map<string, number>} widths symbol → units
 * @property {Map<string, Map<string, number>>} pairs by how many units two symbols stand nearer or farther
 * @property {Set<string>} before letters that are joined to the one before them
 * @property {Set<string>} after letters that are joined to the one after them
 */

/** The forms of an Arabic letter, as the table numbers them: alone, at the beginning, in the middle, at the end. */
const forms = [
  [false, false],
  [false, true],
  [true, true],
  [true, false],
];

/** Combining marks, which joined letters look past. */
const isMark = /[\u064B-\u065F\u0670]/;

/** Marks of direction, which have no width. */
const isDirection = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** What belongs to the letter before it, whatever font has that. */
const clings = /[\u0300-\u036F]|[\u064B-\u065F]|[\u200B-\u200F]|[\uFE00-\uFE0F]/;

/** So many widths are remembered before all are forgotten, which bounds the memory. */
const most = 20_000;

/** Width in ems, by weight and text. @type {Map<string, number>} */
const known = new Map();

/** @type {Face[] | undefined} */
let faces;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/**
 * A function that measures in the shipped fonts, whatever the family is called.
 * @param {string} [_family]
 * @returns {(size: number, weight: number, text: string) => number | string} size and width in CSS pixels; at size 0
 *   the text's words, one a line, for scripts that write them without spaces
 */
export function rulerFor(_family) {
  return (size, weight, text) => {
    if (!size) {
      segmenter ??= new Intl.Segmenter([], { granularity: "word" });
      return Array.from(segmenter.segment(text), (word) => word.segment).join("\n");
    }
    const key = `${weight} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      if (known.size >= most) known.clear();
      width = ems(text, weight);
      known.set(key, width);
    }
    return width * size;
  };
}

/**
 * @param {string} text
 * @param {number} weight
 */
function ems(text, weight) {
  faces ??= read(table);
  const order = facesFor(faces, weight);
  const letters = Array.from(text);
  // A font that has all the letters sets the whole line; else each letter finds its own.
  const whole = order.find((face) => letters.every((letter) => face.widths.has(letter)));
  if (whole) return shape(letters, whole);
  let width = 0;
  /** @type {string[]} */
  let run = [];
  /** @type {Face | undefined} */
  let current;
  for (const letter of letters) {
    if (isDirection.test(letter)) continue;
    const face = clings.test(letter) ? current : order.find(({ widths }) => widths.has(letter));
    if (face !== current) {
      width += shape(run, current);
      run = [];
      current = face;
    }
    run.push(letter);
  }
  return width + shape(run, current);
}

/**
 * The faces that serve a weight, one of each family, in the order in which a letter is looked for.
 * @param {Face[]} all families one after the other, each from its lightest face on
 * @param {number} weight
 */
function facesFor(all, weight) {
  const families = [];
  for (const face of all) {
    if (face.weight === 400) families.push([face]);
    else families.at(-1)?.push(face);
  }
  const fits = (/** @type {Face} */ face) =>
    weight <= 500 || (face.weight > 500 && face.weight >= Math.min(weight, 700));
  return families.map((family) => family.find(fits) ?? family[family.length - 1]);
}

/**
 * @param {string[]} letters
 * @param {Face} [face] none: letters that no font has are square in Chinese, Japanese and Korean, else 0.6 wide
 */
function shape(letters, face) {
  if (!face) {
    const isSquare = (/** @type {number} */ code) => code >= 0x2e80 && code < 0x3ffff;
    return letters.reduce((sum, letter) => sum + (isSquare(letter.codePointAt(0) ?? 0) ? 1 : 0.6), 0);
  }
  let units = 0;
  let before = "";
  for (const symbol of symbolsOf(letters, face)) {
    units += (face.widths.get(symbol) ?? 0) + (face.pairs.get(before)?.get(symbol) ?? 0);
    if (!isMark.test(symbol)) before = symbol;
  }
  return units / face.em;
}

/**
 * Letters in the form that their neighbours give them.
 * @param {string[]} letters
 * @param {Face} face
 */
function symbolsOf(letters, face) {
  if (face.before.size === 0) return letters;
  const near = (/** @type {number} */ at, /** @type {1 | -1} */ step) => {
    let next = at + step;
    while (isMark.test(letters[next] ?? "")) next += step;
    return letters[next] ?? "";
  };
  return letters.map((letter, at) => {
    const before = face.before.has(letter) && face.after.has(near(at, -1));
    const after = face.after.has(letter) && face.before.has(near(at, 1));
    const form = forms.findIndex(([first, second]) => first === before && second === after);
    return isMark.test(letter) || form < 1 ? letter : `${letter}${form}`;
  });
}

/**
 * The table as `tests/widths.rs` writes it.
 * @param {string} text
 * @returns {Face[]}
 */
function read(text) {
  /** @type {Face[]} */
  const found = [];
  for (const line of text.split("\n")) {
    const at = line.indexOf(" ");
    const [head, rest] = [line.slice(0, at), line.slice(at + 1)];
    const face = found[found.length - 1];
    if (head === "face") {
      const [weight = 0, em = 1] = rest.split(" ").map(Number);
      found.push({ weight, em, widths: new Map(), pairs: new Map(), before: new Set(), after: new Set() });
    } else if (head === "pairs") {
      const [firsts = "", ...rows] = rest.split(";");
      const row = new Map();
      for (const part of rows) {
        const space = part.indexOf(" ");
        for (const second of symbolsIn(part.slice(space + 1))) row.set(second, Number(part.slice(0, space)));
      }
      for (const first of symbolsIn(firsts)) face.pairs.set(first, row);
    } else if (face && line) {
      for (const symbol of symbolsIn(rest)) {
        face.widths.set(symbol, Number(head));
        const [letter = "", form = ""] = Array.from(symbol);
        if (form === "1") face.after.add(letter);
        if (form === "3") face.before.add(letter);
      }
    }
  }
  return found;
}

/**
 * @param {string} text `6e` a letter, `628.2` its form, `61+3` it and the two after it
 * @returns {string[]}
 */
function symbolsIn(text) {
  return text.split(" ").flatMap((span) => {
    const [, first = "", form = "", count = "1"] = /^([0-9a-f]+)(?:\.(\d))?(?:\+(\d+))?$/.exec(span) ?? [];
    const start = Number.parseInt(first, 16);
    return Array.from({ length: Number(count) }, (_, at) => `${String.fromCodePoint(start + at)}${form}`);
  });
}
