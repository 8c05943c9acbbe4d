// A chart by keyboard and by ear: a grid over the plot to walk through, hints, one voice. Loaded after the first picture.

import { asProblem } from "../problem.js";
import { aids } from "./aid.js";
import { Grid } from "./grid.js";
import { layOut } from "./layout.js";
import { itemsOf } from "./outline.js";
import { partOf } from "./part.js";
import { purposeOf } from "./purpose.js";
import css from "./reader.css";
import { Speaker } from "./speaker.js";
import { Typing } from "./typing.js";
import { Walk } from "./walk.js";
import { whenWished, wishes } from "./wish.js";
import { wordsFrom } from "./word.js";

/** @typedef {import("../pointing.js").Pointing} Pointing */

/** The readers of the page, as long as their charts live. @type {Set<WeakRef<Reader>>} */
const readers = new Set();
let wanted = wishes();
whenWished((choice) => {
  wanted = { ...wanted, ...choice };
  for (const one of readers) one.deref()?.reword();
});

/** Whether the focus is set by a pointer just now; `:focus-visible` is not known in time in every browser. */
let pointed = false;
addEventListener("pointerdown", () => (pointed = true), true);
addEventListener("keydown", () => (pointed = false), true);

/** One chart's side for those who do not point. */
export class Reader {
  #figure;
  #pointing;
  #grid;
  #speaker = new Speaker();
  #typing = new Typing();
  #layout = layOut([], false);
  #walk = new Walk(this.#layout);
  #say = wordsFrom("");
  #aids;
  /** The part of the chart that the grid shows. */
  #shown = "";
  /** The series that was spoken of last. */
  #spoken = -1;
  /** What plays. @type {{stop: () => void, speed: (way: 1 | -1) => void} | undefined} */
  #sound;

  /**
   * @param {import("../figure.js").Figure} figure
   * @param {Pointing} pointing
   */
  constructor(figure, pointing) {
    this.#figure = figure;
    this.#pointing = pointing;
    const { plot } = figure;
    this.#grid = new Grid(plot);
    figure.wear(css);
    this.#aids = aids(figure, this.#speaker.node, { listen: () => this.play(), help: () => this.help() });
    plot.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#press(event));
    plot.addEventListener("focusin", (/** @type {FocusEvent} */ event) => this.#enter(event));
    plot.addEventListener("focusout", (/** @type {FocusEvent} */ event) => {
      if (!plot.contains(event.relatedTarget)) this.#leave();
    });
    // A press of the mouse does not take the focus out of the grid.
    plot.addEventListener(
      "mousedown",
      (/** @type {MouseEvent} */ event) => this.#grid.focused && event.preventDefault(),
    );
    // A screen reader clicks on a cell without a pointer.
    plot.addEventListener("click", (/** @type {MouseEvent} */ event) => this.#click(event), true);
    // Where charts come and go without end, those that are gone leave nothing behind.
    for (const one of readers) if (!one.deref()) readers.delete(one);
    readers.add(new WeakRef(this));
  }

  /** Where the reader is and what there is to walk through. */
  get state() {
    return { layout: this.#layout, walk: this.#walk, say: this.#say, speaker: this.#speaker, figure: this.#figure };
  }

  /**
   * Takes note of a new picture.
   * @param {import("./outline.js").Outline} outline
   * @param {string} templates the words in the chart's language
   */
  renew(outline, templates) {
    const { plot, root, description } = this.#figure;
    const items = itemsOf(outline);
    const before = this.#walk;
    const same = items.length === this.#layout.items.length;
    this.#layout = layOut(items, root.dir === "rtl");
    this.#walk = new Walk(this.#layout);
    if (same) Object.assign(this.#walk, { depth: before.depth, line: before.line, place: before.place });
    this.#say = wordsFrom(templates);
    const any = items.length > 0;
    for (const [name, value] of Object.entries({ role: "grid", "aria-labelledby": "title" })) {
      if (any) plot.setAttribute(name, value);
      else plot.removeAttribute(name);
    }
    this.#aids.rename(this.#say, any);
    const purpose = purposeOf(this.#layout, this.#say, root.lang || "en");
    if (purpose) description.prepend(`${purpose} `);
    // One text: it is heard as one.
    description.normalize();
    this.reword();
  }

  /** Writes every cell anew. */
  reword() {
    this.#shown = "";
    if (this.#layout.items.length > 0) this.#fill();
    else this.#grid.fill([], 0, false, "");
  }

  /**
   * Goes where a pointer or a script has gone.
   * @param {number | undefined} id
   * @param {boolean} focus whether the keyboard follows
   */
  follow(id, focus) {
    if (id === undefined || !this.#walk.find(id)) return;
    this.#fill();
    this.#grid.activate(this.#key(), focus);
  }

  /** Plays the series that the reader is at, or ends that. */
  async play() {
    if (this.#sound) return this.#sound.stop();
    try {
      const { play } = await import(`${new URL("indicator-chart-sound.js", import.meta.url)}`);
      if (this.#sound) return;
      this.#sound = play(this.state, {
        speed: wanted.speed,
        datum: (/** @type {number} */ id) => this.#pointing.ask((model) => model.datum(id)),
        show: (/** @type {number} */ id) => {
          this.#walk.find(id);
          this.#pointing.show(id);
        },
        end: () => {
          this.#sound = undefined;
          this.#fill();
          this.#grid.activate(this.#key(), this.#grid.focused);
        },
      });
    } catch (thrown) {
      console.warn(`indicator-chart: ${asProblem(thrown).message}`);
      this.#speaker.say(this.#say("NoSound"));
    }
  }

  /** Opens the list of keys and of what can be chosen. */
  async help() {
    const { openHelp } = await import(`${new URL("indicator-chart-help.js", import.meta.url)}`);
    openHelp(this.state, wanted);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (altKey || metaKey || (ctrlKey && key !== "Home" && key !== "End")) return;
    if (key === "Escape") {
      if (this.#sound) this.#sound.stop();
      else if (this.#walk.close()) this.#arrive();
      else this.#pointing.hide();
      event.preventDefault();
      return;
    }
    const act = this.#act(key, ctrlKey);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    if (key !== " " && key !== "+" && key !== "-") this.#sound?.stop();
    this.#speaker.hush();
    act();
  }

  /**
   * What a key does.
   * @param {string} key
   * @param {boolean} all whether of all series
   * @returns {(() => unknown) | undefined}
   */
  #act(key, all) {
    const walk = this.#walk;
    const { upright, leftward } = this.#layout;
    const move = (/** @type {() => boolean} */ step) => () => step() && this.#arrive();
    const right = leftward ? -1 : 1;
    if (this.#sound && (key === "+" || key === "-")) return () => this.#sound?.speed(key === "+" ? 1 : -1);
    switch (key) {
      case "ArrowRight":
      case "ArrowLeft": {
        const way = key === "ArrowRight" ? right : /** @type {1 | -1} */ (-right);
        return move(() => (upright ? walk.across(way) : walk.along(way)));
      }
      case "ArrowDown":
      case "ArrowUp": {
        const way = key === "ArrowDown" ? 1 : -1;
        return move(() => (upright ? walk.along(way) : walk.across(way)));
      }
      case "Home":
      case "End":
        return move(() => walk.end(key === "Home" ? -1 : 1, all));
      case "PageDown":
      case "PageUp":
        return move(() => walk.page(key === "PageDown" ? 1 : -1));
      case "Enter":
        return () => this.#choose();
      case "Backspace":
        return move(() => walk.close());
      case "?":
        return () => this.help();
      case " ":
        if (!this.#typing.busy) return () => this.play();
    }
    return [...key].length === 1 ? () => this.#type(key) : undefined;
  }

  /** @param {string} letter */
  #type(letter) {
    const { lines, items, names } = this.#layout;
    const { line, place } = this.#walk;
    const own = lines[line];
    const ids = [...own.slice(place), ...own.slice(0, place)].filter((id) => id !== undefined);
    const labels = ids.map((id) => items[id].label);
    const found = this.#typing.type(letter, labels.concat(names));
    if (found < 0) return this.#speaker.say(this.#say("NoMatch", this.#typing.text));
    if (found < ids.length) this.#walk.find(ids[found]);
    else {
      const wanted = found - ids.length;
      const there = lines[wanted][place] ?? lines[wanted].find((id) => id !== undefined);
      if (there === undefined) return;
      this.#walk.find(there);
    }
    this.#arrive();
  }

  /** Opens the part, or chooses the datum, that the walk is at. */
  #choose() {
    if (this.#walk.open()) return this.#arrive();
    this.#pointing.show(this.#walk.id);
    this.#pointing.choose();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const key = event.detail === 0 ? this.#grid.keyOf(event.target) : undefined;
    if (key === undefined) return;
    event.stopPropagation();
    this.#stand(key);
    this.#choose();
  }

  /** @param {FocusEvent} event */
  #enter(event) {
    const { plot } = this.#figure;
    const cell = /** @type {HTMLElement} */ (event.target);
    const key = this.#grid.keyOf(cell);
    if (key === undefined) return;
    // A screen reader may set the focus by itself.
    if (key !== this.#key()) this.#stand(key);
    if (plot.contains(event.relatedTarget) || pointed) return;
    if (wanted.wording === "full") cell.setAttribute("aria-describedby", "hint");
    this.#keys();
    this.#point();
  }

  #keys() {
    this.#figure.plot.classList.add("keys");
    this.#aids.hint(this.#say(this.#layout.levels.length > this.#walk.depth ? "HintPart" : "Hint"));
  }

  #leave() {
    this.#figure.plot.classList.remove("keys");
    this.#aids.hint("");
    this.#sound?.stop();
    this.#pointing.hide();
  }

  /** Shows and speaks where the walk has come to. */
  #arrive() {
    this.#fill();
    const key = this.#key();
    const { line, id } = this.#walk;
    if (wanted.wording === "terse" && line !== this.#spoken && id !== undefined) {
      this.#grid.reword(key, this.#words(id, true));
    }
    this.#spoken = line;
    this.#grid.activate(key, true);
    this.#grid.active?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#keys();
    this.#point();
  }

  #point() {
    const { id } = this.#walk;
    this.#pointing.show(id ?? this.#part(this.#walk.line, this.#walk.stations[this.#walk.station]));
  }

  /** The cell of the place that the walk is at. */
  #key() {
    const { id, depth, line, place } = this.#walk;
    return id === undefined ? `p${depth}.${line}.${place}` : `d${id}`;
  }

  /**
   * Has the walk go to a cell.
   * @param {string} key
   */
  #stand(key) {
    const numbers = key.slice(1).split(".").map(Number);
    if (key.startsWith("d")) this.#walk.find(numbers[0]);
    else Object.assign(this.#walk, { depth: numbers[0], line: numbers[1], place: numbers[2] });
    this.#grid.activate(key, false);
  }

  /** Has the grid show what lies around the walk. */
  #fill() {
    const walk = this.#walk;
    const { lines, upright, levels } = this.#layout;
    const { stations } = walk;
    const [first, after] = walk.window;
    const shown = `${walk.depth} ${first}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const here = stations.slice(first, after);
    const inParts = walk.depth < levels.length;
    const cell = (/** @type {number} */ line, /** @type {number} */ at) => {
      const index = first + at + 1;
      if (inParts) {
        const { reach, words } = this.#part(line, here[at]);
        return { key: `p${walk.depth}.${line}.${here[at][0]}`, words, box: reach, index, part: true };
      }
      const id = lines[line][here[at][0]] ?? 0;
      return { key: `d${id}`, words: this.#words(id, false), box: this.#layout.items[id].reach, index };
    };
    const full = lines.every((_, line) => here.every((part) => walk.has(line, part)));
    const { names, items } = this.#layout;
    const label = (/** @type {import("./layout.js").Part} */ [from]) =>
      items[lines.find((line) => line[from] !== undefined)?.[from] ?? 0].label;
    const ends = this.#say("Span", label(here[0]), label(here[here.length - 1]));
    const rows = upright
      ? here.map((part, at) => ({
          name: label(part) || ends,
          cells: lines.flatMap((_, line) => (walk.has(line, part) ? [cell(line, at)] : [])),
        }))
      : lines.map((_, line) => ({
          name: names[line] || ends,
          cells: here.flatMap((part, at) => (walk.has(line, part) ? [cell(line, at)] : [])),
        }));
    this.#grid.fill(
      rows.filter(({ cells }) => cells.length > 0),
      full && here.length === stations.length ? 0 : stations.length,
      upright,
      this.#key(),
    );
    this.#grid.activate(this.#key(), false);
  }

  /**
   * What a datum says, in the wording that the reader wants.
   * @param {number} id
   * @param {boolean} named whether a short wording names the series
   */
  #words(id, named) {
    const datum = this.#pointing.ask((model) => model.datum(id));
    if (!datum) return "";
    if (wanted.wording === "full") return datum.name;
    return this.#list([named ? datum.series : "", datum.label, datum.text]);
  }

  /**
   * What a part of the data says.
   * @param {number} line
   * @param {import("./layout.js").Part} part
   */
  #part(line, part) {
    const text = (/** @type {number} */ id) => this.#pointing.ask((model) => model.datum(id))?.text ?? "";
    const found = partOf(this.#layout, line, part, text, this.#say);
    return { ...found, words: this.#list([found.heading, found.text, ...found.details]) };
  }

  /** @param {string[]} items */
  #list(items) {
    return new Intl.ListFormat(this.#figure.root.lang || "en", { type: "unit", style: "short" }).format(
      items.filter(Boolean),
    );
  }
}
