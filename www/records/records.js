// A table in a page: rows and columns in HTML in the picture's place, to sort, to search and to walk through by keyboard.

import { make } from "../figure.js";
import { face } from "./face.js";
import { find } from "./find.js";
import { gather } from "./gather.js";
import { keysOf, order } from "./order.js";
import css from "./records.css";
import { Steps } from "./steps.js";
import { fill, recordWords } from "./word.js";

/** From so many rows on there is a field to search in. */
const many = 11;

/** So many rows stand in the page at once; the others come when they are looked for. */
const most = 500;

/** So many rows are shown without a scroller of their own, as in a picture. */
const few = 40;

/** The padding above and below a row, in CSS pixels: as it should be, at least and at most. */
const air = { own: 5.5, least: 3, most: 10 };

/** The table of one chart. */
export class Records {
  #figure;
  #head = make("tr", { role: "row" });
  #body = make("tbody", { role: "rowgroup" });
  #table = make(
    "table",
    { role: "grid", "aria-labelledby": "title", "aria-readonly": "true" },
    make("thead", { role: "rowgroup" }, this.#head),
    this.#body,
  );
  #search = make("input", { type: "search", part: "search", autocomplete: "off", spellcheck: "false" });
  #status = make("span", { role: "status", class: "left" });
  #tools = make("div", { class: "tools" }, this.#search, this.#status);
  #scroller = make("div", { class: "scroller" }, this.#table);
  root = make("div", { part: "records" }, this.#tools, this.#scroller);
  #steps = new Steps(this.#table);
  /** @type {import("./gather.js").Column[]} */
  #columns = [];
  /** @type {HTMLElement[]} */
  #rows = [];
  /** By which column the rows stand in order, and which way; none leaves them as they came. @type {{at: number, falling: boolean} | undefined} */
  #sorted;
  #lang = "en";
  /** @type {HTMLElement | undefined} */
  #shown;

  /** @param {import("../figure.js").Figure} figure */
  constructor(figure) {
    this.#figure = figure;
    figure.wear(css);
    figure.plot.append(this.root);
    figure.canvas.hidden = figure.focus.hidden = true;
    this.#search.addEventListener("input", () => this.#arrange(true));
    // What Escape means to the chart is not meant in a field that has words.
    this.#search.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape" && this.#search.value) event.stopPropagation();
    });
  }

  /** Gives the place back to the picture. */
  remove() {
    this.root.remove();
    this.#figure.canvas.hidden = false;
    this.#figure.data.hidden = false;
    this.#figure.plot.classList.remove("records");
  }

  /**
   * Shows what a chart holds.
   * @param {import("../model.js").Model} model
   * @param {import("../model.js").Words} words
   * @returns {[height: number, fit: (height: number) => number]} its height in CSS pixels, and what gives it another
   */
  draw(model, words) {
    const { plot, toggle, data, notes } = this.#figure;
    // It says all that they would.
    toggle.hidden = data.hidden = true;
    plot.classList.add("records");
    this.#lang = words.lang;
    const found = [];
    for (let id = 0; id < words.count; id += 1) {
      const datum = model.datum(id);
      if (datum) found.push(datum);
    }
    const before = this.#columns[0]?.name ?? "";
    this.#columns = gather(found, model.spec);
    if (!this.#columns[0].name) this.#columns[0].name = before;
    if (this.#sorted && this.#sorted.at >= this.#columns.length) this.#sorted = undefined;
    const focus = this.#steps.place;
    this.#tools.hidden = words.count === 0 || this.#columns[0].texts.length < many;
    // Of a long table the picture shows the first rows and its last note says so; here are all.
    if (this.#columns[0].texts.length > few) notes.lastChild?.remove();
    this.#search.setAttribute("placeholder", recordWords(this.#lang)[0]);
    this.#search.setAttribute("aria-label", recordWords(this.#lang)[0]);
    this.#build();
    this.#arrange(false);
    if (focus) this.#steps.focus(focus);
    return this.#measure(words);
  }

  /** Whether a cell is marked. */
  get marked() {
    return this.#shown !== undefined;
  }

  /** @param {import("../model.js").Told} told names the first column, which no datum does */
  tell(told) {
    const [first] = this.#columns;
    if (!first || first.cells.length > 0 || first.name === told.head[0]) return;
    first.name = told.head[0] ?? "";
    const button = this.#head.querySelector("button");
    if (button) button.firstChild.data = first.name;
  }

  #build() {
    const heads = this.#columns.map(({ name, number, face }, at) => {
      // Beside a picture the heading begins where that column does.
      const right = number && face !== "bar" && face !== "line";
      const button = make("button", { type: "button" }, name || "\u00a0", make("i", { "aria-hidden": "true" }));
      button.addEventListener("click", () => this.#sort(at));
      return make("th", { role: "columnheader", scope: "col", class: right ? "number" : "" }, button);
    });
    this.#head.replaceChildren(...heads);
    const faces = this.#columns.map((column) => face(column, this.#columns));
    this.#rows = this.#columns[0].texts.map((_, row) => {
      const cells = this.#columns.map((column, at) => {
        const [tag, role] = at || this.#columns.length === 1 ? ["td", "gridcell"] : ["th", "rowheader"];
        const cell = make(tag, { role, ...(tag === "th" ? { scope: "row" } : { tabindex: "-1" }) });
        if (column.number) cell.className = "number";
        if (column.cells[row]) cell.dataset.id = `${column.cells[row].id}`;
        if (at) cell.dataset.head = column.name;
        cell.append(...faces[at](row, cell));
        return cell;
      });
      return make("tr", { role: "row" }, ...cells);
    });
  }

  /** @param {number} at */
  #sort(at) {
    const first = this.#columns[at].number;
    const { at: before, falling } = this.#sorted ?? { at: -1, falling: false };
    // Largest first, then smallest; words from A on; the third time as they came.
    if (before !== at) this.#sorted = { at, falling: first };
    else this.#sorted = falling === first ? { at, falling: !first } : undefined;
    this.#arrange(false);
  }

  /** Puts the rows that are looked for into their order. @param {boolean} say whether to say how many they are */
  #arrange(say) {
    const sorted = this.#sorted;
    this.#head.childNodes.forEach((/** @type {HTMLElement} */ head, /** @type {number} */ at) => {
      if (at === sorted?.at) head.setAttribute("aria-sort", sorted.falling ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const count = this.#rows.length;
    let indices = this.#rows.map((_, index) => index);
    if (sorted) {
      const { texts, cells } = this.#columns[sorted.at];
      const known = texts.map((text, row) => ({ text, value: cells[row]?.value ?? null }));
      indices = order(keysOf(known, this.#lang), sorted.falling, this.#lang);
    }
    const query = this.#search.value.trim();
    if (query) {
      const texts = this.#rows.map((_, row) => this.#columns.map((column) => column.texts[row]).join(" "));
      const fits = find(texts, query);
      indices = indices.filter((index) => fits[index]);
    }
    const shown = indices.slice(0, most);
    this.#body.replaceChildren(...shown.map((index) => this.#rows[index]));
    this.#steps.renew();
    const number = (/** @type {number} */ value) => new Intl.NumberFormat(this.#lang).format(value);
    const [, some, none] = recordWords(this.#lang);
    const part = query || shown.length < count;
    const template = indices.length ? some : none;
    const words = part ? fill(template, number(shown.length), number(count), query) : "";
    if (say || this.#status.textContent !== words) this.#status.textContent = words;
    if (say) this.#scroller.scrollTop = 0;
  }

  /**
   * @param {import("../model.js").Words} words
   * @returns {[height: number, fit: (height: number) => number]}
   */
  #measure({ width, height }) {
    const { plot, slot } = this.#figure;
    const [root, table, scroller] = [this.root, this.#table, this.#scroller];
    const set = (/** @type {number | undefined} */ high, /** @type {number} */ pad) => {
      plot.style.height = high === undefined ? "auto" : `${high}px`;
      root.style.setProperty("--pad", `${pad}px`);
      const { scrollHeight, clientHeight } = scroller;
      scroller.classList.toggle("presses", scrollHeight > clientHeight + 1);
    };
    root.classList.remove("bare", "cards");
    set(undefined, air.own);
    // Its box: WebKit adds outlines of cells to what may be scrolled.
    const wide = () => table.offsetWidth > width + 1;
    // Where the columns do not fit side by side, they do without bars; where that is not enough, every row is a card.
    root.classList.toggle("bare", wide());
    if (wide()) root.classList.replace("bare", "cards");
    const own = root.offsetHeight;
    const rows = this.#rows.length;
    const drawn = slot.assignedElements().length > 0;
    const wanted = rows <= few ? own : Math.min(own, drawn ? height : Math.max(480, innerHeight * 0.8));
    const fit = (/** @type {number} */ high) => {
      const more = (high - own) / (2 * Math.min(rows, few) * (root.classList.contains("cards") ? 2 : 1));
      set(high, rows <= few ? Math.max(air.least, Math.min(air.most, air.own + more)) : air.own);
      return high;
    };
    set(wanted, air.own);
    return [wanted, fit];
  }

  /**
   * The datum that an event is about.
   * @param {Event} event
   * @returns {number | undefined}
   */
  under(event) {
    const cell = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset.id);
    return cell && Number(/** @type {HTMLElement} */ (cell).dataset.id);
  }

  /**
   * Marks the cell of a datum, and no other.
   * @param {number} [id]
   * @param {boolean} [seek] whether to bring it into sight
   */
  show(id, seek = false) {
    this.#shown?.classList.remove("shown");
    this.#shown = undefined;
    if (id === undefined) return;
    for (const row of this.#rows) {
      const cell = /** @type {HTMLElement | null} */ (row.querySelector(`[data-id="${id}"]`));
      if (!cell) continue;
      cell.classList.add("shown");
      this.#shown = cell;
      if (seek && row.isConnected) this.#reveal(row);
      return;
    }
  }

  /** Scrolls the table, and nothing else, to a row. @param {HTMLElement} row */
  #reveal(row) {
    const [inner, outer] = [row.getBoundingClientRect(), this.#scroller.getBoundingClientRect()];
    const head = this.#head.offsetHeight;
    if (inner.top < outer.top + head) this.#scroller.scrollTop -= outer.top + head - inner.top;
    else if (inner.bottom > outer.bottom) this.#scroller.scrollTop += inner.bottom - outer.bottom;
  }
}
