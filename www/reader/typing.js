// Letters that lead to a name: what is typed in one go is the beginning of a label or of a series, or of a word in it.

/** After so many milliseconds a letter begins a new name. */
const pause = 800;

/**
 * Without case, accents and width.
 * @param {string} text
 */
const bare = (text) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** What a reader is typing. */
export class Typing {
  #typed = "";
  #since = Number.NEGATIVE_INFINITY;

  /** Whether a name is under way, so that a space belongs to it. */
  get busy() {
    return this.#typed !== "" && performance.now() - this.#since < pause;
  }

  /**
   * Takes a letter and finds the name that it leads to.
   * @param {string} letter
   * @param {string[]} names from the one that the reader is at
   * @returns {number} its index; -1 where none begins so
   */
  type(letter, names) {
    const before = this.busy ? this.#typed : "";
    this.#since = performance.now();
    // The same letter again and again goes through all that begin with it.
    const again = before !== "" && [...before].every((one) => one === bare(letter));
    this.#typed = before + bare(letter);
    const found = seek(names, this.#typed, before === "" ? 1 : 0);
    return found < 0 && again ? seek(names, bare(letter), 1) : found;
  }

  /** What has been typed. */
  get text() {
    return this.#typed;
  }
}

/**
 * @param {string[]} names
 * @param {string} start
 * @param {number} from the first that is looked at; the others follow in a ring
 */
function seek(names, start, from) {
  const ring = names.map((_, index) => (index + from) % names.length);
  const whole = ring.find((index) => bare(names[index]).startsWith(start));
  return whole ?? ring.find((index) => bare(names[index]).includes(` ${start}`)) ?? -1;
}
