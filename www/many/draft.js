// The first picture of very many points: of each column of pixels the first, the lowest, the highest and the last point are
// drawn and no other, which is the picture of all of them (M4: Jugel, Jerzak, Hackenbroich and Markl, 2014). The engine is given
// these few; all the data follow it when somebody asks for more than the picture. Loaded where a chart has so many.

import { few } from "./few.js";
import { scan } from "./scan.js";
import { thin } from "./thin.js";

/** The keys under which a line of many points is no other than one of few. */
const plain = new Set(
  "kind title subtitle note source byline alt lang data x y measure unit better base target domain decimals height brand highlight incomplete bridge until scale".split(
    " ",
  ),
);

/** Specs of drafts, which need none. @type {WeakSet<object>} */
const drafted = new WeakSet();

/**
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../model.js").Env} Env
 * @typedef {import("../model.js").Words} Words
 */

/**
 * A draft of a chart, where it can be drawn so.
 * @param {any} spec
 * @param {(spec: any) => Model} make a chart of another spec
 * @returns {Draft | undefined}
 */
export function draft(spec, make) {
  const { columns } = Object(spec?.data);
  if (spec?.kind !== "line" || !columns || drafted.has(spec) || Object.keys(spec).some((key) => !plain.has(key)))
    return undefined;
  if (Object(spec.target).column) return undefined;
  const names = [spec.y].flat();
  const rows = columns[spec.x];
  const values = names.map((name) => columns[name]);
  if (!(rows?.length > few) || values.some((one) => one?.length !== rows.length)) return undefined;
  const found = scan(rows, values);
  return found && new Draft(spec, names, { rows, values, ...found }, make);
}

/** What is drawn first of a chart. */
export class Draft {
  #spec;
  #names;
  #data;
  #make;
  /** @type {Model | undefined} */
  #model;
  /** What it was composed for, and device pixels in a CSS pixel. @type {Env | undefined} */
  #env;
  #ratio = 0;

  /**
   * @param {any} spec
   * @param {string[]} names of the columns of values
   * @param {import("./scan.js").Found & {rows: ArrayLike<any>, values: ArrayLike<any>[]}} data
   * @param {(spec: any) => Model} make
   */
  constructor(spec, names, data, make) {
    this.#spec = spec;
    this.#names = names;
    this.#data = data;
    this.#make = make;
  }

  /**
   * Composes the picture.
   * @param {Env} env
   * @param {number} [ratio] device pixels in a CSS pixel
   * @returns {Words | undefined} nothing where all the data are needed to tell what is wrong
   */
  compose(env, ratio = devicePixelRatio) {
    const { rows, values, days, numbers, marks } = this.#data;
    // The frame follows from the ends and the extremes; with it, where each point will stand.
    const frame = this.#of(marks);
    const words = frame.compose(env);
    const [from, till] = [frame.datum(0), frame.datum(marks.length - 1)].map((datum) => datum?.anchor.x ?? Number.NaN);
    frame.free();
    if (words.problems.length > 0 || !words.height || !(till > from)) return undefined;
    const step = (till - from) / (days[days.length - 1] - days[0]);
    const kept = thin(days, numbers, from * ratio, step * ratio, marks);
    this.#model?.free();
    this.#model = this.#of(kept);
    this.#env = env;
    this.#ratio = ratio;
    return { ...this.#model.compose(env), count: rows.length * values.length };
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} ratio device pixels in a CSS pixel
   */
  paint(canvas, ratio) {
    if (this.#env && ratio !== this.#ratio) this.compose(this.#env, ratio);
    this.#model?.paint(canvas, ratio);
  }

  free() {
    this.#model?.free();
  }

  /**
   * The chart of these rows alone.
   * @param {ArrayLike<number>} kept
   */
  #of(kept) {
    const { rows, values, decimals } = this.#data;
    const pick = (/** @type {ArrayLike<any>} */ column) => {
      const few = ArrayBuffer.isView(column) ? new Float64Array(kept.length) : new Array(kept.length);
      for (let at = 0; at < kept.length; at += 1) few[at] = column[kept[at]];
      return few;
    };
    const columns = Object.fromEntries(this.#names.map((name, index) => [name, pick(values[index])]));
    const data = { columns: { [this.#spec.x]: pick(rows), ...columns } };
    const spec = { ...this.#spec, data, decimals: this.#spec.decimals ?? decimals };
    drafted.add(spec);
    return this.#make(spec);
  }
}
