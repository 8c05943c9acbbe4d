// The one datum that is pointed at, by mouse, finger or key: ring, tooltip, words for a screen reader, selection.

import { make } from "./figure.js";
import { showTooltip } from "./tooltip.js";

/** Keys that the Rust side turns into a step. */
const steps = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"];

/** CSS pixels between a datum and the ring around it. */
const air = 3;

/** Makes the plot answer. */
export class Pointing {
  #figure;
  #ask;
  #select;
  /** @type {number | undefined} */
  #id;
  #count = 0;
  /** Whether the finger that is down found its datum shown already. */
  #again = false;

  /**
   * @param {import("./figure.js").Figure} figure
   * @param {<T>(question: (model: import("./model.js").Model) => T) => T | undefined} ask puts a question to the chart
   * @param {(datum: import("./model.js").Datum) => void} select called with what the reader chose
   */
  constructor(figure, ask, select) {
    this.#figure = figure;
    this.#ask = ask;
    this.#select = select;
    const { plot } = figure;
    plot.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => this.#show(this.#under(event)));
    plot.addEventListener("pointerleave", (/** @type {PointerEvent} */ event) => {
      if (event.pointerType !== "touch") this.hide();
    });
    plot.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      const id = this.#under(event);
      this.#again = event.pointerType === "touch" && this.#shown && id === this.#id;
      this.#show(id);
    });
    plot.addEventListener("click", () => (this.#again ? this.hide() : this.#choose()));
    plot.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#press(event));
    plot.addEventListener("focus", () => {
      if (plot.matches(":focus-visible")) this.#show(this.#id ?? ask((model) => model.step(undefined, "Home")));
    });
    plot.addEventListener("blur", () => this.hide());
  }

  get #shown() {
    return !this.#figure.tooltip.hidden;
  }

  /**
   * Takes note of a new picture: what was shown is shown at its new place.
   * @param {number} count how many data there are
   */
  renew(count) {
    this.#count = count;
    this.#figure.plot.tabIndex = count ? 0 : -1;
    const shown = this.#shown;
    const id = this.#id !== undefined && this.#id < count ? this.#id : undefined;
    this.#id = undefined;
    if (shown) this.#show(id);
    else
      this.#name(
        this.#ask((model) => model.datum(0)),
        0,
      );
  }

  /**
   * Shows a datum as if the reader had pointed at it.
   * @param {number | {series?: string, label?: string}} which its index in reading order, or what it is called
   * @returns {import("./model.js").Datum | undefined} what is shown; undefined where there is no such datum
   */
  select(which) {
    for (let id = 0; id < this.#count; id += 1) {
      const datum = this.#ask((model) => model.datum(id));
      if (!datum || (typeof which === "number" ? id !== which : !isCalled(datum, which))) continue;
      this.#show(id);
      return datum;
    }
    return undefined;
  }

  /** Hides ring and tooltip. */
  hide() {
    this.#figure.tooltip.hidden = true;
    this.#figure.focus.hidden = true;
    document.removeEventListener("pointerdown", this.#outside);
    document.removeEventListener("keydown", this.#escape);
  }

  /** @param {number | undefined} id */
  #show(id) {
    if (id !== undefined && id === this.#id && this.#shown) return;
    const datum = id === undefined ? undefined : this.#ask((model) => model.datum(id));
    if (!datum) return this.hide();
    this.#id = id;
    this.#ring(datum);
    this.#name(datum, id ?? 0);
    showTooltip(this.#figure, datum);
    document.addEventListener("pointerdown", this.#outside);
    document.addEventListener("keydown", this.#escape);
  }

  /**
   * A box around what has an extent, a ring around a mere point.
   * @param {import("./model.js").Datum} datum
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
   * A fresh option for each datum: screen readers speak when the active one changes, not when its text does.
   * @param {import("./model.js").Datum | undefined} datum
   * @param {number} id
   */
  #name(datum, id) {
    if (!datum) return;
    const option = make("div", {
      role: "option",
      class: "quiet",
      id: `datum-${id}`,
      "aria-selected": "true",
      "aria-posinset": `${id + 1}`,
      "aria-setsize": `${this.#count}`,
    });
    option.textContent = datum.name;
    this.#figure.option.replaceWith(option);
    this.#figure.option = option;
    this.#figure.plot.setAttribute("aria-activedescendant", option.id);
  }

  #choose() {
    const id = this.#id;
    const datum = this.#shown && id !== undefined ? this.#ask((model) => model.datum(id)) : undefined;
    if (datum) this.#select(datum);
  }

  /**
   * The datum under a pointer.
   * @param {PointerEvent} event
   */
  #under(event) {
    const { canvas } = this.#figure;
    const box = canvas.getBoundingClientRect();
    // An author may have scaled the page: client pixels are not always the scene's.
    const scale = canvas.offsetWidth / box.width || 1;
    return this.#ask((model) => model.hit((event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (steps.includes(event.key)) {
      const from = this.#shown ? this.#id : undefined;
      this.#show(this.#ask((model) => model.step(from, event.key)) ?? this.#id);
    } else if (event.key === "Enter" || event.key === " ") this.#choose();
    else return;
    event.preventDefault();
  }

  #outside = (/** @type {Event} */ event) => {
    if (!event.composedPath().includes(this.#figure.plot)) this.hide();
  };

  #escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") this.hide();
  };
}

/**
 * @param {import("./model.js").Datum} datum
 * @param {{series?: string, label?: string}} name
 */
const isCalled = (datum, { series, label }) =>
  (series ?? datum.series) === datum.series && (label ?? datum.label) === datum.label;
