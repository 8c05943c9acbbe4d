// The one voice of a chart beside the focus: it says one thing at a time, never the same twice in a row, and never
// breaks in on what is being said.

import { make } from "../figure.js";

/** Milliseconds that a saying is given: for itself, and for each of its letters. */
const span = { least: 700, letter: 45, most: 6000 };

/** A live region with a queue. */
export class Speaker {
  node = make("div", { role: "status", class: "quiet", part: "status" });
  /** @type {string[]} */
  #waiting = [];
  #last = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #busy;

  /**
   * Says something after all that is waiting.
   * @param {string} words
   */
  say(words) {
    if (!words || words === (this.#waiting.at(-1) ?? this.#last)) return;
    this.#waiting.push(words);
    if (this.#busy === undefined) this.#next();
  }

  /** Forgets what has not been said yet: the reader has gone on. */
  hush() {
    this.#waiting = [];
  }

  #next() {
    const words = this.#waiting.shift();
    this.node.textContent = words ?? "";
    this.#last = words ?? "";
    this.#busy = words === undefined ? undefined : setTimeout(() => this.#next(), spanOf(words));
  }
}

/**
 * How long a saying takes, in milliseconds.
 * @param {string} words
 */
export function spanOf(words) {
  return Math.min(span.most, span.least + span.letter * words.length);
}
