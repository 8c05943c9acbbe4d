// The one datum that is pointed at, by mouse or finger or from elsewhere: ring, tooltip, selection.

import { listing, reading } from "./later.js";
import { idle } from "./near.js";
import { showTooltip } from "./tooltip.js";

/** CSS pixels between a datum and the ring around it. */
const air = 3;

/** @typedef {import("./model.js").Datum} Datum */

/** What can be pointed at: a datum, or a part of the data. @typedef {Pick<Datum, "heading" | "text" | "details" | "anchor" | "reach"> & {id?: number}} Mark */

/** Makes the plot answer. */
export class Pointing {
  #figure;
  #select;
  /** @type {Mark | undefined} */
  #mark;
  /** Whether the finger or pen that is down found the datum shown that it had tapped. */
  #again = false;
  /** The datum that was tapped last, while something is shown. @type {number | undefined} */
  #tapped;
  /** The keyboard's and the screen reader's side, once it has come. @type {import("./reader/reader.js").Reader | undefined} */
  #reader;
  /** What makes it. @type {typeof import("./reader/reader.js").Reader | undefined} */
  #Reader;

  /**
   * @param {import("./figure.js").Figure} figure
   * @param {<T>(question: (model: import("./model.js").Model) => T) => T | undefined} ask puts a question to the chart
   * @param {(datum: Datum) => void} select called with what the reader chose
   */
  constructor(figure, ask, select) {
    this.#figure = figure;
    this.ask = ask;
    this.#select = select;
    const { plot } = figure;
    plot.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => this.show(this.#under(event)));
    plot.addEventListener("pointerleave", (/** @type {PointerEvent} */ event) => {
      // A finger or pen leaves as soon as it is lifted.
      if (event.pointerType === "mouse") this.hide();
    });
    // The page scrolls: the finger meant that.
    plot.addEventListener("pointercancel", () => this.hide());
    plot.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      const id = this.#under(event);
      // A pen that hovers shows before it taps.
      this.#again = event.pointerType !== "mouse" && this.#shown && id === this.#mark?.id && id === this.#tapped;
      this.show(id);
    });
    plot.addEventListener("click", (/** @type {PointerEvent} */ event) => {
      // A cell of a table is pressed by a key as well.
      if (figure.records) this.show(this.#under(event));
      if (this.#again) return this.hide();
      this.#tapped = this.#mark?.id;
      this.choose();
      this.#reader?.follow(this.#mark?.id, true);
    });
  }

  get #shown() {
    const { records, tooltip } = this.#figure;
    return records ? records.marked : !tooltip.hidden;
  }

  /** Whether there is a keyboard's side. */
  get walked() {
    return !!this.#Reader;
  }

  /** Fetches the keyboard's side; without it the table stays for those who do not point. */
  async fetchReader() {
    if (this.#Reader) return;
    try {
      this.#Reader = (await reading()).Reader;
    } catch (thrown) {
      console.warn(`indicator-chart: no keyboard, ${thrown}`);
    }
  }

  /**
   * Fetches the rows of a table where the chart is one; without them it stays a picture.
   * @param {unknown} kind
   */
  async fetchTable(kind) {
    const figure = this.#figure;
    if (kind !== "table") figure.records?.remove();
    try {
      const made = kind === "table" ? (await listing()).Records : undefined;
      figure.records = made && (figure.records ?? new made(figure));
    } catch (thrown) {
      console.warn(`indicator-chart: no rows, ${thrown}`);
    }
  }

  /**
   * Takes note of a new picture: what was shown is shown at its new place.
   * @param {number} count how many data there are
   */
  renew(count) {
    const id = this.#mark?.id;
    const shown = this.#shown;
    this.#mark = undefined;
    if (shown) this.show(id !== undefined && id < count ? id : undefined);
  }

  /**
   * Takes note that the picture has its words.
   * @param {string} templates the words in the chart's language
   * @param {boolean} many whether there are so many data that ways through them wait until the page has nothing else to do
   */
  tell(templates, many) {
    const figure = this.#figure;
    const renew = () => {
      if (!figure.records && this.#Reader) this.#reader ??= new this.#Reader(figure, this);
      const outline = figure.records ? { text: "", numbers: [] } : this.ask((model) => model.outline());
      if (outline) this.#reader?.renew(outline, templates);
    };
    if (many) idle(renew);
    else renew();
  }

  /**
   * Shows a datum as if the reader had pointed at it.
   * @param {number | string | {series?: string, label?: string}} which its index in reading order, its label, or what it is called
   * @returns {Datum | undefined} what is shown; undefined where there is no such datum
   */
  select(which) {
    const name = typeof which === "string" ? { label: which } : Object(which);
    // Without a name that it knows, anything would fit.
    const named = name.series !== undefined || name.label !== undefined;
    const id = typeof which === "number" ? which : named && this.ask((model) => model.find(name));
    if (!Number.isInteger(id) || /** @type {number} */ (id) < 0) return undefined;
    const datum = this.ask((model) => model.datum(/** @type {number} */ (id)));
    if (!datum) return undefined;
    this.show(datum.id);
    this.#figure.records?.show(datum.id, true);
    this.#reader?.follow(datum.id, false);
    return datum;
  }

  /** Tells whoever listens that the datum that is shown was chosen. */
  choose() {
    const id = this.#mark?.id;
    const datum = this.#shown && id !== undefined ? this.ask((model) => model.datum(id)) : undefined;
    if (datum) this.#select(datum);
  }

  /** Hides ring and tooltip. */
  hide() {
    this.#figure.tooltip.hidden = true;
    this.#figure.focus.hidden = true;
    this.#figure.records?.show();
    this.#tapped = undefined;
    document.removeEventListener("pointerdown", this.#outside);
    document.removeEventListener("keydown", this.#escape);
  }

  /** @param {number | Mark | undefined} which a datum's index, or anything with a place */
  show(which) {
    if (which !== undefined && which === this.#mark?.id && this.#shown) return;
    const mark = typeof which === "number" ? this.ask((model) => model.datum(which)) : which;
    if (!mark) return this.hide();
    this.#mark = mark;
    const { records } = this.#figure;
    // A cell says all that a tooltip would.
    if (records) records.show(mark.id);
    else {
      this.#ring(mark);
      showTooltip(this.#figure, mark);
    }
    document.addEventListener("pointerdown", this.#outside);
    document.addEventListener("keydown", this.#escape);
  }

  /**
   * A box around what has an extent, a ring around a mere point.
   * @param {Mark} mark
   */
  #ring({ reach, anchor }) {
    const { focus } = this.#figure;
    const point = reach.width < 48 && reach.height < 48;
    const [x, y] = point ? [anchor.x - 5, anchor.y - 5] : [reach.x, reach.y];
    const [width, height] = point ? [10, 10] : [reach.width, reach.height];
    focus.hidden = false;
    focus.classList.toggle("point", point);
    const box = { left: x - air, top: y - air, width: width + 2 * air, height: height + 2 * air };
    for (const [name, value] of Object.entries(box)) focus.style[name] = `${value}px`;
  }

  /**
   * The datum under a pointer.
   * @param {PointerEvent} event
   */
  #under(event) {
    const { canvas, records } = this.#figure;
    if (records) return records.under(event);
    const box = canvas.getBoundingClientRect();
    // An author may have scaled the page: client pixels are not always the scene's.
    const scale = canvas.offsetWidth / box.width || 1;
    return this.ask((model) => model.hit((event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
  }

  #outside = (/** @type {Event} */ event) => {
    if (!event.composedPath().includes(this.#figure.plot)) this.hide();
  };

  #escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") this.hide();
  };
}
