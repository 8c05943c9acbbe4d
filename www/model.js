// One chart on the Rust side, made again by itself when its instance was lost to another chart's trap.

import { dress, free, isWhole, lives, make, partOf, restart, review, widen } from "./engine.js";
import { drafting } from "./later.js";
import { few } from "./many/few.js";
import { problem } from "./problem.js";
import { roleOf } from "./role.js";
import { rulerFor } from "./ruler.js";
import { tape } from "./tape.js";

/**
 * @typedef {import("./indicator-chart.d.ts").Datum} Datum
 * @typedef {import("./indicator-chart.d.ts").Problem} Problem
 */

/**
 * @typedef {object} Env what a chart is composed for
 * @property {number} width CSS pixels
 * @property {number} [height] CSS pixels of the plot, where the kind can choose
 * @property {"light" | "dark"} theme
 * @property {string} font a CSS font family list
 * @property {Record<string, string | undefined>} colors overrides as #rrggbb
 * @property {number} [margin] CSS pixels around a picture that stands alone, with its words in it
 */

/**
 * @typedef {object} Words what the page shows around the plot; nothing but `problems` where nothing can be drawn
 * @property {Problem[]} problems
 * @property {string} lang
 * @property {boolean} rtl
 * @property {string} title
 * @property {string} subtitle
 * @property {{label: string, color: string, swatch: string}[]} key
 * @property {string[]} notes
 * @property {string} source
 * @property {string} sourceUrl
 * @property {string} byline
 * @property {number} width CSS pixels of the plot
 * @property {number} height CSS pixels of the plot
 * @property {number} count how many data can be reached
 */

/**
 * @typedef {object} Told what the chart says to those who do not see it
 * @property {string} description
 * @property {string[]} head
 * @property {number} count how many rows the table has
 * @property {Problem[]} problems what was not found before the picture
 */

/**
 * A spec with other data than its own. No line of its text says where these are wrong.
 * @template {{spec: unknown, text: string}} T
 * @param {T} read
 * @param {unknown} data what `data` may be in a spec, or CSV as text; undefined leaves the spec's own
 * @returns {T}
 */
export function withData(read, data) {
  if (data === undefined) return read;
  const spec = { .../** @type {any} */ (read.spec), data: typeof data === "string" ? { csv: data } : data };
  return { ...read, spec, text: "" };
}

/**
 * @typedef {object} Rows some rows of the data table
 * @property {string[][]} rows
 * @property {string} more how many more there are, in words; empty where there are none
 */

/**
 * @param {import("#wasm").Chart} chart
 * @param {Env} env
 */
function compose(chart, env) {
  const [run, words] = tape(env);
  return chart.compose(run, words, rulerFor(env.font));
}

/** What makes drafts, once a chart of the page had so many rows. @type {typeof import("./many/draft.js").draft | undefined} */
let draft;

/**
 * Fetches what makes drafts where a chart has so many rows; without it the picture takes longer.
 * @param {any} spec
 */
export async function fetchDraft(spec) {
  const [first] = Object.values(spec?.data?.columns ?? {});
  if (first?.length > few) draft ??= (await drafting().catch(() => undefined))?.draft;
}

/** Thrown where a chart comes by code that neither the core nor its part has: ask again when the engine is whole. */
const wanting = problem(
  "wanting",
  "indicator-chart",
  "more of the engine is needed",
  "host the .wasm files side by side",
);

/**
 * @typedef {Problem & {more: () => Promise<void>}} Wanting thrown where a chart comes by code that neither the core nor its part
 *   has: ask again when there is `more`
 */

/** A chart that a page can ask; every answer comes from the scene that was painted. */
export class Model {
  /** @type {import("#wasm").Chart | undefined} */
  #chart;
  /** @type {Env | undefined} */
  #env;
  /** What `chart` is composed for `env`. @type {Words | undefined} */
  #words;
  /** What is drawn of very many data until somebody asks for more. @type {import("./many/draft.js").Draft | undefined} */
  #draft;
  #role;
  /** The part that draws it. */
  #part = "";
  #spec;
  #text;
  #lang;
  /** @type {unknown} */
  #data;
  /** What was wrong with what is not the spec's own: its words in a language, its brand. @type {Problem[]} */
  found = [];

  /**
   * @param {unknown} spec a parsed spec
   * @param {string} text what it was parsed from; may be empty
   * @param {string} lang a language tag
   * @param {string} templates the engine's words in the chart's language, see `templatesFor`
   * @param {string} [base] the address that the spec's own addresses are relative to
   */
  constructor(spec, text, lang, templates, base) {
    this.base = base;
    this.#role = roleOf(spec);
    this.#spec = spec;
    this.#text = text;
    this.#lang = lang;
    /** The engine's words in the chart's language. */
    this.templates = templates;
    this.#draft = draft?.(spec, (own) => new Model(own, "", lang, templates, base));
  }

  /** The address of the data that must be fetched; "table" for the host's own; undefined when nothing is missing. */
  needs() {
    return this.#draft ? undefined : this.#ask((chart) => chart.needs());
  }

  /** Whether it can be drawn with what is here: neither data nor code is to be fetched. */
  get complete() {
    try {
      return !this.needs();
    } catch {
      return false;
    }
  }

  /**
   * Takes the data that `needs` asked for.
   * @param {unknown} data CSV text, or parsed JSON
   */
  take(data) {
    this.#data = data;
    this.#ask((chart) => chart.take(...tape(data)));
  }

  /**
   * Composes the scene.
   * @param {Env} env
   * @returns {Words}
   */
  compose(env) {
    this.#env = env;
    this.#words = undefined;
    const drawn = this.#draft?.compose(env);
    if (!drawn) this.#draft = undefined;
    return drawn ?? this.#ask(() => /** @type {any} */ (this.#words));
  }

  /**
   * The scene in sentences, and the head of its table.
   * @returns {Told}
   */
  tell() {
    const told = this.#ask((chart) => chart.tell());
    // A draft knows of no problems.
    return told && { ...told, problems: (this.#draft && this.#words?.problems) || [] };
  }

  /** What an editor would ask; needs the part "review". @returns {Problem[]} */
  review() {
    return this.#ask(review) ?? [];
  }

  /**
   * What a walk through the data needs to know.
   * @returns {import("./reader/outline.js").Outline}
   */
  outline() {
    return this.#ask((chart) => chart.outline());
  }

  /**
   * Rows of the table.
   * @param {number} from
   * @param {number} till
   * @returns {Rows}
   */
  rows(from, till) {
    return this.#ask((chart) => chart.rows(from, till));
  }

  /**
   * Paints the scene.
   * @param {HTMLCanvasElement} canvas sized in device pixels
   * @param {number} ratio device pixels in a CSS pixel
   */
  paint(canvas, ratio) {
    if (this.#draft) return this.#draft.paint(canvas, ratio);
    const trouble = this.#ask((chart) => chart.paint(canvas, ratio));
    if (trouble) throw problem("canvas", "canvas", trouble, "the picture in the page stays");
  }

  /**
   * The datum nearest to a point of the plot, in CSS pixels.
   * @param {number} x
   * @param {number} y
   * @returns {number | undefined}
   */
  hit(x, y) {
    return this.#ask((chart) => chart.hit(x, y));
  }

  /**
   * The first datum of a name.
   * @param {{series?: string, label?: string}} name
   * @returns {number | undefined}
   */
  find({ series, label }) {
    return this.#ask((chart) => chart.find(series, label));
  }

  /**
   * @param {number} id
   * @returns {Datum | undefined}
   */
  datum(id) {
    return this.#ask((chart) => chart.datum(id));
  }

  /**
   * The scene as SVG; needs the whole engine.
   * @returns {string | undefined}
   */
  svg() {
    return this.#ask((chart) => chart.svg());
  }

  /** What it was composed for last. */
  get env() {
    return this.#env;
  }

  get spec() {
    return /** @type {any} */ (this.#spec);
  }

  /**
   * Another chart of the same spec and data, or of others.
   * @param {{spec?: unknown, text?: string, data?: unknown, given?: unknown}} [changes] `data` as `take` takes them, `given` as
   *   an author gives them
   */
  copy({ spec = this.#spec, text = this.#text, data = this.#data, given } = {}) {
    const own = withData({ spec, text }, given);
    const copy = new Model(own.spec, own.text, this.#lang, this.templates, this.base);
    copy.#data = given === undefined ? data : undefined;
    return copy;
  }

  /** Gives the Rust side's memory back; the next question makes it anew. */
  free() {
    free(this.#chart);
    this.#chart = undefined;
    this.#draft?.free();
  }

  /**
   * Rust throws nothing, so whatever is thrown is a trap: code that is not there, or a fault.
   * @template T
   * @param {(chart: import("#wasm").Chart) => T} question
   */
  #ask(question) {
    try {
      if (!lives(this.#chart)) {
        this.#part = partOf(this.#role);
        this.#chart = make(this.#part, this.#spec, this.#text, this.#lang, this.templates);
        const { brand } = Object(this.#spec);
        if (brand) dress(this.#chart, brand);
        if (this.#data !== undefined) this.#chart.take(...tape(this.#data));
        this.#words = undefined;
      }
      if (this.#env) this.#words ??= compose(this.#chart, this.#env);
      return question(this.#chart);
    } catch (error) {
      restart();
      if (!isWhole()) throw { ...wanting, more: () => widen(this.#part) };
      throw problem("trap", "indicator-chart", error, "please report this together with the spec");
    }
  }
}
