// The figure in the shadow root: the words around the plot are real HTML, set as text, never parsed.

import css from "./indicator-chart.css";

/**
 * Rows of the data table that stand in the page from the start, for those who read rather than look. Of more rows a button
 * below them brings as many again: a table of a hundred thousand rows would hold up the page, and nobody listens to one.
 */
const ready = 500;

/** What paper has more points for than for a canvas. */
const drawing = 'svg, img[src*="svg"]';

/** Style sheets by document and text: one document does not take another's. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Makes an element.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** @param {string} part */
const block = (part) => make("div", { part });

/** All that stands in a chart's shadow root. */
export class Figure {
  /** Its width is the plot's; it has no height, so watching it can never feed back. */
  gauge = make("div", { class: "gauge" });
  slot = make("slot");
  title = make("div", { part: "title", id: "title" });
  subtitle = block("subtitle");
  key = make("ul", { part: "key" });
  canvas = make("canvas", { part: "canvas", "aria-hidden": "true" });
  focus = make("div", { part: "focus", "aria-hidden": "true", hidden: "" });
  plot = make("div", { part: "plot" }, this.canvas, this.focus);
  notes = make("div", { class: "notes" });
  source = make("a", { part: "source", id: "source", rel: "noopener" });
  byline = make("span", { part: "byline" });
  toggle = make("button", { part: "toggle", type: "button", "aria-expanded": "false", "aria-controls": "data" });
  download = make("button", { part: "download", type: "button", "aria-haspopup": "menu", "aria-expanded": "false" });
  description = make("p", { part: "description", id: "description", class: "quiet" });
  data = make("div", { part: "data", id: "data", class: "quiet" });
  tooltip = make("div", { part: "tooltip", "aria-hidden": "true", hidden: "" });
  root = make(
    "figure",
    { part: "figure", "aria-labelledby": "title", hidden: "" },
    make("figcaption", {}, this.title, this.subtitle),
    this.description,
    this.key,
    this.plot,
    this.notes,
    make("div", { class: "foot" }, make("div", {}, this.source, " ", this.byline), this.download, this.toggle),
    this.data,
    this.tooltip,
  );
  message = make("p", { part: "message", role: "note", hidden: "" });
  stack = make("div", { class: "stack" }, this.gauge, this.slot, this.root, this.message);
  /** What stands in the picture's place where the chart is a table. @type {import("./records/records.js").Records | undefined} */
  records;
  /** Puts a brand on it, see brand.js. @type {((figure: Figure, dark: boolean) => boolean) | undefined} */
  dress;
  /** The words that were written last. */
  #written = "";
  /** Makes the data table, once it is wanted. */
  #fill = () => {};
  /** @type {(from: number, till: number) => import("./model.js").Rows | undefined} */
  #rows = () => undefined;
  #body = make("tbody");
  #more = make("button", { part: "more", type: "button" });
  /** Lets what has to be scrolled be scrolled by keyboard too: the box may stay as it is while the table in it grows. */
  #sizes = new ResizeObserver(() => {
    const { data } = this;
    if (data.scrollWidth > data.clientWidth || data.scrollHeight > data.clientHeight) data.tabIndex = 0;
    else data.removeAttribute("tabindex");
  });

  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    // First the way for rung 1: an old browser may know none of what follows.
    shadow.append(this.stack);
    this.wear(css);
    this.toggle.addEventListener("click", () => {
      const open = this.data.classList.toggle("quiet") === false;
      this.toggle.setAttribute("aria-expanded", `${open}`);
      this.#fill();
    });
    this.#more.addEventListener("click", () => this.#addRows(this.#body.rows.length));
    this.#sizes.observe(this.data);
  }

  /** The style sheets that it wears, as text. @type {Set<string>} */
  #worn = new Set();

  /**
   * Puts on a style sheet beside those that it wears. Without one it puts all on again, in a document that it was moved to.
   * @param {string} [more] a style sheet's text
   */
  wear(more) {
    if (more) this.#worn.add(more);
    const shadow = /** @type {ShadowRoot} */ (this.stack.getRootNode());
    const { ownerDocument } = shadow;
    const made = sheets.get(ownerDocument) ?? new Map();
    sheets.set(ownerDocument, made);
    shadow.adoptedStyleSheets = [...this.#worn].map((text) => {
      if (!made.has(text)) {
        const sheet = new /** @type {typeof window} */ (ownerDocument.defaultView ?? window).CSSStyleSheet();
        sheet.replaceSync(text);
        made.set(text, sheet);
      }
      return made.get(text);
    });
  }

  /** Whether rung 1 is printed in the figure's place. */
  get onPaper() {
    return !this.root.hidden && getComputedStyle(this.root).display === "none";
  }

  /**
   * Shows the figure, or rung 1, or where an author put nothing inside, a word that something is missing.
   * @param {"figure" | "slot"} what
   * @param {boolean} [same] whether rung 1 shows the same: then its drawing is printed, which paper has more points for than a canvas
   */
  show(what, same) {
    const { root, slot, message, stack } = this;
    root.hidden = what !== "figure";
    slot.hidden = what === "figure";
    const drawn = slot
      .assignedElements()
      .some((/** @type {Element} */ one) => one.matches(drawing) || one.querySelector(drawing));
    stack.classList.toggle("same", same === true && drawn && !this.records);
    const filled = slot.assignedNodes().some((/** @type {Node} */ node) => {
      return node instanceof Element
        ? !["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName)
        : node.textContent?.trim();
    });
    message.hidden = what === "figure" || filled;
  }

  /**
   * Fills the figure with words.
   * @param {import("./model.js").Words} words
   * @param {string[]} names the names of the data button and of the button that takes the chart away; without the
   *   second name there is none
   */
  write(words, [dataName, takeName]) {
    // What is there already costs nothing; but a table takes away of its notes what it says itself.
    const written = JSON.stringify([words, dataName, takeName]);
    if (written === this.#written && !this.records) return;
    this.#written = written;
    this.root.lang = words.lang;
    this.root.dir = words.rtl ? "rtl" : "ltr";
    set(this.title, words.title);
    set(this.subtitle, words.subtitle);
    this.key.replaceChildren(
      ...words.key.map(({ label, color, swatch }) => {
        const sample = make("i", { class: swatch });
        sample.style.color = color;
        return make("li", {}, sample, label);
      }),
    );
    this.key.hidden = words.key.length === 0;
    this.notes.replaceChildren(...words.notes.map((note) => make("p", { part: "note" }, note)));
    set(this.source, words.source);
    if (/^https?:/.test(words.sourceUrl)) this.source.href = words.sourceUrl;
    else this.source.removeAttribute("href");
    set(this.byline, words.byline);
    set(this.toggle, dataName);
    this.toggle.hidden = words.count === 0;
    set(this.download, takeName);
  }

  /**
   * Fills the description and the data table.
   * @param {import("./model.js").Told} told
   * @param {(from: number, till: number) => import("./model.js").Rows | undefined} rows gives rows of the table
   * @param {boolean} walked whether there is a grid that says the same: then nobody has the table before it is opened
   */
  tell(told, rows, walked) {
    set(this.description, told.description);
    // Rows and columns need no other table.
    if (this.records) return this.records.tell(told);
    this.#rows = rows;
    this.data.replaceChildren();
    this.#fill = () => {
      this.#fill = () => {};
      this.#body = make("tbody");
      const head = make("tr", {}, ...told.head.map((name) => make("th", { scope: "col" }, name)));
      const caption = make("caption", {}, this.title.textContent || this.toggle.textContent);
      const count = { "aria-rowcount": `${told.count + 1}` };
      const table = make("table", count, caption, make("thead", {}, head), this.#body);
      this.data.append(table, this.#more);
      this.#sizes.observe(table);
      this.#addRows(ready);
    };
    if (!walked || !this.data.classList.contains("quiet")) this.#fill();
  }

  /** @param {number} count how many rows shall be added */
  #addRows(count) {
    const from = this.#body.rows.length;
    const told = this.#rows(from, from + count);
    if (!told) return;
    set(this.#more, told.more);
    this.#body.append(
      ...told.rows.map((row) =>
        make(
          "tr",
          {},
          ...row.map((cell, at) => (at || !cell ? make("td", {}, cell) : make("th", { scope: "row" }, cell))),
        ),
      ),
    );
  }
}

/**
 * @param {HTMLElement} node
 * @param {string} [text] nothing hides the node
 */
function set(node, text = "") {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
}
