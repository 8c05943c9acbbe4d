// Charts where there is no page: SVG, description and table in Node, by the wasm that a page loads.

import { asProblem, problem } from "../problem.js";
import { dataAt } from "./data.js";
import { explain, Model, ready, withData } from "./engine.js";
import { snippet } from "./snippet.js";

/**
 * @typedef {import("../indicator-chart-server.d.ts").Options} Options
 * @typedef {import("../indicator-chart-server.d.ts").Rendered} Rendered
 * @typedef {import("../model.js").Words} Words
 */

/** CSS pixels: a picture that stands alone and the space around it, a column of text on a desktop and on a phone. */
const sizes = { alone: 380, margin: 16, column: 640, phone: 320 };

/**
 * Draws a chart as SVG.
 * @param {unknown} spec an object, or JSON text
 * @param {Options} [options]
 * @returns {Promise<Rendered>} whatever is wrong stands in `problems`; nothing is thrown
 */
export async function renderToSvg(spec, options = {}) {
  const { pictures, ...rest } = await render(spec, options, [options.width ?? sizes.alone]);
  const [{ svg, width, height }] = pictures;
  return { svg, width, height, ...rest };
}

/**
 * Writes the whole snippet: what is fetched early, the script, the element, and in it the picture, the source and the table
 * that readers see until the chart is painted, or when it cannot be.
 * @param {unknown} spec an object, or JSON text
 * @param {import("../indicator-chart-server.d.ts").HtmlOptions} [options]
 * @returns {Promise<import("../indicator-chart-server.d.ts").RenderedHtml>} whatever is wrong stands in `problems`
 */
export async function renderToHtml(spec, options = {}) {
  const widths = [options.width ?? sizes.column, sizes.phone];
  // A theme that the page may not have brings its ground along, and that a margin: as GROUND in src/command/mod.rs.
  const { pictures, ...rest } = await render(spec, options, widths, options.theme === "dark" ? 12 : 0);
  const [column, phone] = pictures;
  // The element shall show what was asked for here.
  const whole = await read(spec, options).then(
    (given) => given.spec,
    () => spec,
  );
  return { ...snippet(whole, [column, phone], rest, options), pictures: [column, phone], ...rest };
}

/**
 * @param {unknown} given
 * @param {Options} options
 * @param {number[]} widths CSS pixels, of one picture each
 * @param {number} [margin] CSS pixels around each, where the options say nothing; else the brand's
 */
async function render(given, options, widths, margin) {
  const failed = widths.map((width) => ({ svg: "", width, height: 0 }));
  const nothing = {
    lang: options.lang ?? "en",
    kind: "",
    title: "",
    subtitle: "",
    source: "",
    sourceUrl: "",
    byline: "",
  };
  /** @type {Model | undefined} */
  let model;
  /** @type {import("../problem.js").Problem[]} */
  const found = [];
  try {
    bounded(options);
    const { spec, text } = await read(given, options);
    const { kind, lang } = /** @type {any} */ (spec) ?? {};
    const templates = await ready(typeof lang === "string" ? lang : "en", found);
    model = new Model(spec, text, "en", templates);
    const need = model.needs();
    if (need) model.take(await dataAt(need, options));
    const pictures = [];
    /** @type {Words | undefined} */
    let first;
    for (const width of widths) {
      const { theme = "light", height, font, colors = {} } = options;
      const env = { width, height, theme, font, colors, margin: options.margin ?? margin ?? marginOf(spec) };
      const words = model.compose(/** @type {import("../model.js").Env} */ (env));
      first ??= words;
      if (!words.height) break;
      pictures.push({ svg: model.svg() ?? "", width: words.width, height: words.height });
    }
    const told = first?.height ? model.tell() : undefined;
    const problems = [...found, ...(first?.problems ?? []), ...(told ? model.review() : [])];
    if (!first?.height || !told) return { pictures: failed, ...nothing, ...empty, problems };
    const { lang: tongue, rtl, title, subtitle, notes, source, sourceUrl, byline } = first;
    const { description, head, count } = told;
    const { rows } = /** @type {Model} */ (model).rows(0, count);
    const caption = { title, subtitle, source, sourceUrl, byline, notes };
    return { pictures, lang: tongue, kind, rtl, ...caption, description, table: { head, rows }, problems };
  } catch (thrown) {
    return { pictures: failed, ...nothing, ...empty, problems: [asProblem(thrown)] };
  } finally {
    model?.free();
  }
}

/** Option → the least and the most that it may be, in CSS pixels: as at the command line. */
const bounds = { width: [120, 4000], height: [40, 4000], margin: [0, 100] };

/**
 * @param {Options} options
 * @throws {import("../problem.js").Problem} where one is none that a chart could be drawn by
 */
function bounded(options) {
  for (const [name, [low = 0, high = 0]] of Object.entries(bounds)) {
    const value = /** @type {any} */ (options)[name];
    if (value !== undefined && !(typeof value === "number" && value >= low && value <= high))
      throw problem("out-of-range", name, `${value} is no ${name}`, `write ${low} to ${high} CSS pixels`);
  }
  const { theme } = options;
  if (theme !== undefined && theme !== "light" && theme !== "dark")
    throw problem("out-of-range", "theme", `${theme} is no theme`, "write light or dark");
}

/**
 * The space around a picture that stands alone: a brand's, where it has one that the Rust side would take too.
 * @param {unknown} spec
 */
function marginOf(spec) {
  const margin = /** @type {any} */ (spec)?.brand?.margin;
  return typeof margin === "number" && margin >= 0 && margin <= 100 ? margin : sizes.margin;
}

/** What is said of a chart that cannot be drawn. */
const empty = {
  rtl: false,
  notes: /** @type {string[]} */ ([]),
  description: "",
  table: { head: /** @type {string[]} */ ([]), rows: /** @type {string[][]} */ ([]) },
};

/**
 * The spec with what the options say of it.
 * @param {unknown} given
 * @param {Options} options
 */
async function read(given, { lang, data }) {
  const text = typeof given === "string" ? given.replace(/^\uFEFF/, "") : "";
  let spec = given;
  if (typeof given === "string") {
    try {
      spec = JSON.parse(text);
    } catch {
      throw await explain(text, "the spec", false);
    }
  }
  if (lang !== undefined && spec && typeof spec === "object") spec = { ...spec, lang };
  return withData({ spec, text }, data);
}
