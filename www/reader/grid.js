// The data as a grid over the plot: a row for each series, a cell for each datum or part of the data, every cell where
// its mark is. It is there for screen readers, magnifiers and fingers that explore; the picture itself says nothing.

import { make } from "../figure.js";

/**
 * @typedef {object} Cell
 * @property {string} key the same cell has the same key in the next grid
 * @property {string} words
 * @property {{x: number, y: number, width: number, height: number}} box CSS pixels in the plot
 * @property {number} index of its column, or row in an upright grid, from 1
 * @property {boolean} [part] whether it can be opened
 */

/** @typedef {{name: string, cells: Cell[]}} Row */

/** The least size of a cell in CSS pixels, so that a finger finds it. */
const least = 24;

/** The cells, one of which can be reached with Tab. */
export class Grid {
  #plot;
  /** @type {Map<string, HTMLElement>} */
  #cells = new Map();
  /** @type {HTMLElement[]} */
  #rows = [];
  #form = "";
  /** @type {HTMLElement | undefined} */
  #active;

  /** @param {HTMLElement} plot */
  constructor(plot) {
    this.#plot = plot;
  }

  /** The cell that has, or would get, the focus. */
  get active() {
    return this.#active;
  }

  /** Whether the focus is in the grid. */
  get focused() {
    const { activeElement } = /** @type {ShadowRoot} */ (this.#plot.getRootNode());
    return activeElement !== null && activeElement === this.#active;
  }

  /**
   * Fills the grid. Cells that were there keep their place and the focus.
   * @param {Row[]} rows
   * @param {number} count how many columns, or rows in an upright grid, there are in all; 0 where these are all
   * @param {boolean} upright
   * @param {string} key of the cell that Tab leads to
   */
  fill(rows, count, upright, key) {
    const form = rows.map(({ cells }) => cells.map(({ key }) => key).join(" ")).join("\n");
    if (form !== this.#form) this.#build(rows, key);
    this.#form = form;
    const [side, other] = upright ? ["row", "col"] : ["col", "row"];
    this.#plot.removeAttribute(`aria-${other}count`);
    if (count) this.#plot.setAttribute(`aria-${side}count`, `${count}`);
    else this.#plot.removeAttribute(`aria-${side}count`);
    rows.forEach(({ name }, at) => {
      this.#rows[at].setAttribute("aria-label", name);
    });
    for (const cell of rows.flatMap(({ cells }) => cells)) {
      const node = this.#cells.get(cell.key);
      if (!node) continue;
      if (node.textContent !== cell.words) node.textContent = cell.words;
      if (cell.part) node.setAttribute("aria-expanded", "false");
      const own = upright ? node.parentElement : node;
      if (count) own?.setAttribute(`aria-${side}index`, `${cell.index}`);
      const [width, height] = [Math.max(least, cell.box.width), Math.max(least, cell.box.height)];
      const left = cell.box.x + (cell.box.width - width) / 2;
      const top = cell.box.y + (cell.box.height - height) / 2;
      Object.assign(node.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    }
  }

  /**
   * @param {Row[]} rows
   * @param {string} key of the cell that takes the focus over
   */
  #build(rows, key) {
    const { focused } = this;
    this.#cells = new Map();
    const old = this.#rows;
    this.#rows = rows.map(({ cells }) => {
      const nodes = cells.map((cell) => {
        const node = make("div", { role: "gridcell", tabindex: "-1" });
        node.textContent = cell.words;
        this.#cells.set(cell.key, node);
        return node;
      });
      return make("div", { role: "row" }, ...nodes);
    });
    this.#plot.append(...this.#rows);
    // The new one has the focus before the old one goes, so that it is never lost.
    this.activate(key, focused);
    for (const row of old) row.remove();
  }

  /**
   * Makes a cell the one that Tab leads to.
   * @param {string} key
   * @param {boolean} focus whether it takes the focus now
   */
  activate(key, focus) {
    const node = this.#cells.get(key);
    if (!node) return;
    this.#active?.setAttribute("tabindex", "-1");
    this.#active?.removeAttribute("aria-describedby");
    this.#active = node;
    node.tabIndex = 0;
    if (focus) node.focus({ preventScroll: true });
  }

  /**
   * Has a cell say something other than in `fill`, until that is called again.
   * @param {string} key
   * @param {string} words
   */
  reword(key, words) {
    const node = this.#cells.get(key);
    if (node && node.textContent !== words) node.textContent = words;
  }

  /**
   * The key of a cell.
   * @param {EventTarget | null} node
   */
  keyOf(node) {
    return [...this.#cells].find(([, cell]) => cell === node)?.[0];
  }
}
