// In which order a table's rows stand when a reader asks for one: by value, not by letters.

/** Words and signs that make of a number the lower or the upper end of what is meant, in the languages of the charts. */
const above =
  /[>≥+]|\b(over|more than|at least|über|mehr als|mindestens|plus de|au moins|más de|al menos|mais de|pelo menos)\b|以上|超过|超過|超|逾|至少|이상|초과|свыше|более|не менее|أكثر من|فوق|से अधिक|מעל/giu;
const below =
  /[<≤]|\b(under|less than|at most|top|unter|weniger als|höchstens|moins de|au plus|menos de|como máximo|no máximo)\b|以下|不到|低于|低於|未満|至多|前|이하|미만|менее|не более|أقل من|से कम|מתחת/giu;

/**
 * @typedef {object} Cell what the order needs to know of a cell
 * @property {string} text in words; empty where nothing is known
 * @property {number | null} value
 */

/** @typedef {{number?: number, side: number, text: string} | undefined} Key undefined where nothing is known */

/**
 * The number in a text, on which side of it the truth lies, and what else is said.
 * @param {string} text
 * @param {string} comma the decimal mark
 */
export function readBound(text, comma) {
  const found = text.match(/[-−]?\d[\d.,'’\u00a0\u202f ]*/u);
  if (!found) return undefined;
  const digits = found[0].trim();
  const plain = digits
    .replaceAll(comma === "," ? /[.'’\s]/gu : /[,'’\s]/gu, "")
    .replace(comma, ".")
    .replace("−", "-");
  const number = Number(plain.replace(/\.$/, ""));
  if (Number.isNaN(number)) return undefined;
  const rest = text.replace(digits, " ");
  const side = rest.match(above) ? 1 : rest.match(below) ? -1 : 0;
  return { number, side, rest: rest.replaceAll(above, "").replaceAll(below, "").trim() };
}

/**
 * The keys of a column's cells: numbers where its cells have one, or all are numbers of one unit; else words.
 * @param {Cell[]} cells
 * @param {string} lang
 * @returns {Key[]}
 */
export function keysOf(cells, lang) {
  const comma = new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
  const read = cells.map(({ text, value }) =>
    value !== null ? { number: value, side: 0, rest: "" } : text ? readBound(text, comma) : undefined,
  );
  const said = cells.filter(({ text }) => text);
  const units = new Set(read.filter((one) => one).map((one) => one?.rest));
  const numbers = read.filter((one) => one).length === said.length && units.size < 2;
  return cells.map(({ text, value }, at) => {
    if (!text) return undefined;
    if (value !== null || numbers) return { number: read[at]?.number, side: read[at]?.side ?? 0, text };
    return { side: 0, text };
  });
}

/**
 * The rows in order: what is known before what is not, numbers before words, equal ones as they were.
 * @param {Key[]} keys one a row
 * @param {boolean} falling
 * @param {string} lang
 * @returns {number[]} the rows' indices
 */
export function order(keys, falling, lang) {
  const collator = new Intl.Collator(lang, { numeric: true });
  const way = falling ? -1 : 1;
  return keys
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [keys[a], keys[b]];
      if (!one || !other) return Number(!one) - Number(!other);
      const [x, y] = [one.number, other.number];
      if (x === undefined || y === undefined) {
        if (x !== y) return Number(x === undefined) - Number(y === undefined);
        return way * collator.compare(one.text, other.text);
      }
      return way * (x - y || one.side - other.side);
    });
}
