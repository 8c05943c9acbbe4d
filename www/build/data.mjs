// Which constants a module needs: the linker's map tells where each one lies, and the code that is left tells which it names.

import { dataForm, dataOf } from "./wat.mjs";

/**
 * @typedef {object} Constant a piece of data that the linker placed as a whole
 * @property {number} at its address
 * @property {number} end the address behind it
 * @property {Buffer} bytes
 * @property {boolean} words whether it is text; a table otherwise
 */

/** So far before its beginning a table may be named: an index that counts from one is folded into the address. */
const before = 64;

export class Data {
  /** @type {Constant[]} by address */
  #constants = [];

  /**
   * @param {import("./wat.mjs").Form[]} forms the whole module's
   * @param {string} map what the linker wrote of its work (`-Map`)
   */
  constructor(forms, map) {
    const segments = forms.filter(({ head }) => head === "data").map(dataOf);
    const placed = /^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\S+:\(\.(?:ro)?data\b/gm;
    const starts = [...map.matchAll(placed)].map(([, at = "", size = ""]) => [parseInt(at, 16), parseInt(size, 16)]);
    for (const { at, bytes } of segments) {
      // What the map does not name lies in one piece with what comes before it.
      const inside = starts.filter(([start = 0, size]) => size && start >= at && start < at + bytes.length);
      const edges = [...new Set([at, ...inside.map(([start = 0]) => start)])].sort((one, other) => one - other);
      for (const [i, start] of edges.entries()) {
        const end = edges[i + 1] ?? at + bytes.length;
        const own = bytes.subarray(start - at, end - at);
        this.#constants.push({ at: start, end, bytes: own, words: isText(own) });
      }
    }
    this.#constants.sort((one, other) => one.at - other.at);
  }

  /** Where the data begin and end. */
  get span() {
    return [this.#constants[0]?.at ?? 0, this.#constants.at(-1)?.end ?? 0];
  }

  /**
   * The constants that some code names, and those that these name.
   * @param {string[]} code texts of functions
   * @param {Set<Constant>} [known] what is there already
   * @returns {Set<Constant>} without those
   */
  neededBy(code, known = new Set()) {
    const found = new Set();
    const todo = code.flatMap((text) => addressesIn(text)).flatMap((address) => this.#named(address));
    for (let constant = todo.pop(); constant; constant = todo.pop()) {
      if (found.has(constant) || known.has(constant)) continue;
      found.add(constant);
      for (const address of wordsOf(constant)) todo.push(...this.#named(address));
    }
    return found;
  }

  /**
   * What an address may mean: the constant that it lies in, one that ends there, and a table that begins shortly after it.
   * @param {number} address
   */
  #named(address) {
    const [first, last] = this.span;
    if (address < first - before || address > last) return [];
    return this.#constants.filter(
      ({ at, end, words }) => (at <= address && address <= end) || (!words && at > address && at - address <= before),
    );
  }

  /**
   * Data forms for these constants; neighbours become one.
   * @param {Set<Constant>} constants
   * @returns {string[]}
   */
  formsOf(constants) {
    /** @type {string[]} */
    const forms = [];
    /** @type {Constant[]} */
    let run = [];
    const close = () => {
      const [first] = run;
      if (first) forms.push(dataForm(first.at, Buffer.concat(run.map(({ bytes }) => bytes))));
      run = [];
    };
    for (const constant of this.#constants) {
      if (!constants.has(constant)) continue;
      const gap = constant.at - (run.at(-1)?.end ?? constant.at);
      if (gap !== 0) close();
      run.push(constant);
    }
    close();
    return forms;
  }
}

/**
 * Whether bytes are text, or can be nothing that is indexed: no control characters but line ends and tabs.
 * @param {Buffer} bytes
 */
const isText = (bytes) => bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);

/**
 * What may be addresses in code: constants, the halves of those of 64 bits, and what loads add to an address.
 * @param {string} text
 */
function addressesIn(text) {
  const found = [];
  for (const [, kind, number = ""] of text.matchAll(/(i32\.const |i64\.const |offset=)(-?\d{7,})/g)) {
    const value = BigInt(number);
    found.push(Number(BigInt.asUintN(32, value)));
    if (kind === "i64.const ") found.push(Number(BigInt.asUintN(32, value >> 32n)));
  }
  return found;
}

/**
 * The words of a constant: any may be an address. Addresses lie where they can be divided by four.
 * @param {Constant} constant
 */
function wordsOf({ at, bytes }) {
  const found = [];
  for (let i = (4 - (at % 4)) % 4; i + 4 <= bytes.length; i += 4) found.push(bytes.readUInt32LE(i));
  return found;
}
