// A rehearsal: the examples, and variations of them, are read, composed, painted, pointed at and told by an engine that notes where
// it came by. What no chart came by need not be loaded with the first picture; see trim.mjs. Nothing here needs a browser: text is
// measured by a rule of thumb, and the canvas forgets all that is painted.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mostlyPlain, roleOf } from "../role.js";
import { tape } from "../tape.js";
import { root, Trouble } from "./step.mjs";
import { typical } from "./typical.mjs";
import { variations } from "./variation.mjs";
import { nameOf, topLevel } from "./wat.mjs";

/**
 * @typedef {object} Play one chart to rehearse
 * @property {string} name
 * @property {string} role the part that shall draw it, see `roleFor`
 * @property {unknown} spec
 * @property {unknown} data what its spec asks to be fetched
 * @property {string} lang
 * @property {number[]} widths CSS pixels
 * @property {[number, number][]} [fonts] widths at which it is drawn too, each with how much wider than usual the letters are
 * @property {boolean} fresh whether it is the first chart of its engine
 */

/** A problem that any chart may have where a window is narrow enough. */
const ofWidth = "labels-cut";

/** Bytes of a page of wasm memory. */
const page = 65_536;

/** Pages have fonts of their own. @type {[number, number][]} */
const fonts = [320, 380, 640].flatMap((width) => [
  [width, 0.93],
  [width, 1.08],
]);

/** Tags of readers' languages besides those that the widget speaks: with a region, and one that it does not speak. */
const regions = ["en-GB", "zh-CN", "it"];

/** The page's own colours, as the style sheet has them. */
const light = { ink: "#16191d", muted: "#5b636b", grid: "#dde1e5", accent: "#0f5f9e", background: "#ffffff" };
const dark = { ink: "#f2f4f6", muted: "#a7b0b8", grid: "#30363c", accent: "#5fb0ec", background: "#15181c" };

/**
 * The module with a counter at each point of each function: a byte of a page that it is given for them.
 * @param {string} text
 * @param {Map<string, import("./wat.mjs").Func>} funcs
 */
export function withCounters(text, funcs) {
  let count = 0;
  for (const { points } of funcs.values()) count += points.length;
  const memory = /^ \(memory (\S+) (\d+)/m;
  const pages = Number(memory.exec(text)?.[2]);
  const base = pages * page;
  let next = base;
  const forms = topLevel(text).map((form) => {
    if (form.head !== "func") return form.text;
    let counted = "";
    let at = 0;
    for (const point of funcs.get(nameOf(form.text))?.points ?? []) {
      counted += `${form.text.slice(at, point.at)}(i32.store8 offset=${next} (i32.const 0) (i32.const 1))`;
      at = point.at;
      next += 1;
    }
    return counted + form.text.slice(at);
  });
  const larger = `(module\n${forms.join("\n")}\n)`.replace(memory, ` (memory $1 ${pages + Math.ceil(count / page)}`);
  return { text: larger, base, count };
}

/**
 * All charts that are rehearsed: each example that is drawn without a problem, and variations of it.
 * @param {string[]} tongues the languages that the engine has words of
 * @returns {Play[]}
 */
export function plays(tongues) {
  /** @type {Play[]} */
  const all = [];
  for (const [at, name] of readdirSync(join(root, "examples")).sort().entries()) {
    const file = join(root, "examples", name, "spec.json");
    if (name.startsWith("bad-") || !existsSync(file)) continue;
    const spec = JSON.parse(readFileSync(file, "utf8"));
    const address = spec.data?.url ?? (typeof spec.data === "string" ? spec.data : undefined);
    const data = address && existsSync(join(root, "examples", name, address)) ? read(name, address) : undefined;
    if (address && data === undefined) continue;
    const lang = typeof spec.lang === "string" ? spec.lang : "en";
    const play = {
      name,
      role: roleFor(name, spec),
      spec,
      data,
      lang,
      widths: [280, 320, 380, 440, 520, 640, 800],
      fonts,
      fresh: true,
    };
    all.push(play);
    for (const other of [tongues[at % tongues.length] ?? "en", ...regions])
      all.push({ ...play, name: `${name} in ${other}`, lang: other, widths: [320], fonts: [], fresh: false });
    for (const [what, varied] of variations(spec)) {
      all.push({
        ...play,
        name: `${name}, ${what}`,
        role: roleFor(name, varied),
        spec: varied,
        widths: [320, 640],
        fonts: [],
        fresh: false,
      });
    }
  }
  for (const [at, kind] of mostlyPlain.entries()) {
    for (const [index, [name, spec]] of typical(kind).entries()) {
      const play = { name: `${kind}: ${name}`, role: roleOf(spec), spec, data: undefined, fonts: [], fresh: false };
      const other = [...tongues, ...regions][(at + index) % (tongues.length + regions.length)] ?? "en";
      all.push({ ...play, lang: "en", widths: [280, 320, 380, 640] }, { ...play, lang: other, widths: [380] });
    }
  }
  return all;
}

/**
 * The part that shall draw an example, or a variation of it: what is hard is not drawn by a light part, though its spec be plain.
 * @param {string} name the example's
 * @param {unknown} spec
 */
export function roleFor(name, spec) {
  const role = roleOf(spec);
  return /\bhard\b/.test(name) ? role.replace(lightly, "") : role;
}

/** What the name of a light part ends with. */
export const lightly = "-plain";

/**
 * @param {string} name an example's
 * @param {string} address relative to it
 */
function read(name, address) {
  const text = readFileSync(join(root, "examples", name, address), "utf8");
  return /^\s*[[{]/.test(text) ? JSON.parse(text) : text;
}

/** What the engine is built of: the glue of wasm-bindgen, changed so that it may start many times. */
export class Stage {
  /** @type {any} */
  #engine;
  #module;
  #words;
  /** @type {any} */
  #exports;
  /** @type {WebAssembly.Memory} */
  memory = new WebAssembly.Memory({ initial: 1 });

  /**
   * @param {any} engine the glue
   * @param {Buffer} wasm
   * @param {(lang: string) => string} words a language's words as the engine takes them
   */
  constructor(engine, wasm, words) {
    this.#engine = engine;
    this.#module = new WebAssembly.Module(new Uint8Array(wasm));
    this.#words = words;
    this.start();
  }

  /**
   * @param {string} name
   * @param {Buffer} wasm
   * @param {(lang: string) => string} words
   * @param {string} glue its text
   */
  static async of(name, wasm, words, glue) {
    const file = join(root, "target", "pkg", `rehearsal-${name}.mjs`);
    writeFileSync(file, glue.replaceAll("if (wasm !== undefined) return wasm;", ""));
    const any = { [Symbol.hasInstance]: () => true };
    Object.assign(globalThis, { CanvasRenderingContext2D: any, HTMLCanvasElement: any });
    return new Stage(await import(`${pathToFileURL(file).href}?${Date.now()}`), wasm, words);
  }

  /**
   * A fresh engine.
   * @param {Buffer} [part] what joins it
   */
  start(part) {
    const exports = this.#engine.initSync({ module: this.#module });
    this.memory = /** @type {any} */ (Object.values(exports).find((value) => value instanceof WebAssembly.Memory));
    this.#exports = exports;
    if (part) this.join(part);
  }

  /** @param {Buffer} part what joins the engine, its functions in the place of those of the parts before it */
  join(part) {
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(part)), { "": this.#exports });
  }

  /**
   * Plays one chart through.
   * @param {Play} play
   * @param {(part: string, work: () => void) => void} [during] does what another part than the chart's role has the code for
   * @returns {{problems: number, told: string}} how many problems were found before it was drawn, and a digest of all that it said
   *   and painted; what an editor is asked about a chart that can be drawn, many a chart has
   */
  play(play, during = (_, work) => work()) {
    const [words, text] = [this.#words(play.lang), JSON.stringify(play.spec, null, 2)];
    const chart = new this.#engine.Chart(...tape(play.spec), text, play.lang, words);
    try {
      const { brand } = Object(play.spec);
      if (brand) during("brand", () => chart.dress(brand));
      const done = this.#ask(chart, play, during);
      chart.free();
      return done;
    } catch (error) {
      // What is left of it must not be freed in the next engine.
      chart.__destroy_into_raw();
      throw error;
    }
  }

  /**
   * @param {any} chart
   * @param {Play} play
   * @param {(part: string, work: () => void) => void} during
   * @returns {{problems: number, told: string}}
   */
  #ask(chart, { data, widths, fonts: others = [] }, during) {
    const said = createHash("sha256");
    const hear = (/** @type {unknown} */ what) => said.update(JSON.stringify(what) ?? "");
    let problems = 0;
    const need = chart.needs();
    if (need) {
      if (data === undefined) return { problems: 1, told: "" };
      chart.take(...tape(data));
    }
    for (const width of widths) {
      for (const colors of width === widths[0] ? [dark, { ...light, accent: "#a3195b" }, light] : [light]) {
        const theme = colors === dark ? "dark" : "light";
        const env = { width, height: undefined, theme, font: "serif", colors };
        let words = compose(chart, env);
        problems += words.problems.filter((/** @type {{kind: string}} */ { kind }) => kind !== ofWidth).length;
        if (!words.height) return { problems: problems + 1, told: "" };
        hear(words);
        for (const more of width === 380 ? [-20, 40] : []) {
          words = compose(chart, { ...env, height: words.height + more });
          hear(words);
        }
        for (const ratio of [1, 2]) chart.paint(canvas(words.width * ratio, words.height * ratio, hear), ratio);
        if (colors !== light) continue;
        for (const told of [chart.tell(), chart.outline(), chart.rows(0, 10), chart.rows(10, 2000)]) hear(told);
        this.#point(chart, words, hear);
        if (width === widths[0]) during("review", () => hear(chart.review()));
      }
    }
    for (const [width, factor] of others) {
      const words = compose(chart, { width, height: undefined, theme: "light", font: "serif", colors: light }, factor);
      problems += words.problems.filter((/** @type {{kind: string}} */ { kind }) => kind !== ofWidth).length;
      for (const told of [words, chart.tell(), chart.outline()]) hear(told);
      if (words.height) chart.paint(canvas(words.width, words.height, hear), 1);
    }
    return { problems, told: said.digest("hex") };
  }

  /**
   * @param {any} chart
   * @param {{width: number, height: number, count: number}} words
   * @param {(what: unknown) => void} hear
   */
  #point(chart, { width, height, count }, hear) {
    for (let x = 0; x < width; x += 37) for (let y = 0; y < height; y += 29) hear(chart.hit(x, y));
    const { series, label } = chart.datum(Math.min(1, count - 1)) ?? {};
    for (const name of [[series, label], [undefined, label], [series], [undefined, "nobody"]])
      hear(chart.find(...name));
    for (let id = 0; id < count; id += id < 40 ? 1 : Math.ceil(count / 40)) hear(chart.datum(id));
    hear(chart.datum(count - 1));
  }
}

/**
 * Where each role's charts came by.
 * @param {Stage} stage its engine has counters
 * @param {number} base the address of the first
 * @param {number} count
 * @param {Play[]} all
 * @returns {Map<string, Uint8Array>} by role
 */
export function rehearse(stage, base, count, all) {
  /** @type {Map<string, Uint8Array>} */
  const hits = new Map();
  const marks = () => new Uint8Array(stage.memory.buffer, base, count);
  const start = Uint8Array.from(marks());
  for (const play of all) {
    // The first allocations of an engine go other ways than the later ones.
    if (play.fresh) stage.start();
    /** @type {[string, Uint8Array][]} */
    const came = [];
    const note = (/** @type {string} */ role) => came.push([role, Uint8Array.from(marks())]);
    marks().fill(0);
    try {
      const done = stage.play(play, (part, work) => {
        note(play.role);
        marks().fill(0);
        work();
        note(part);
        marks().fill(0);
      });
      // What says of a problem belongs to the charts that have one.
      if (done.problems > 0) continue;
    } catch (error) {
      throw new Trouble(`the rehearsal of ${play.name}`, String(error), "draw that example in a page");
    }
    note(play.role);
    for (const [role, seen] of came) {
      const known = hits.get(role) ?? Uint8Array.from(start);
      for (const [i, mark] of seen.entries()) if (mark) known[i] = 1;
      hits.set(role, known);
    }
  }
  // The part that follows a light one must do alone.
  for (const [role, seen] of hits) {
    const full = hits.get(role.replace(lightly, ""));
    if (role.endsWith(lightly) && full) for (const [i, mark] of seen.entries()) if (mark) full[i] = 1;
  }
  return hits;
}

/**
 * @param {any} chart
 * @param {unknown} env
 * @param {number} [factor] how much wider than usual the letters are
 */
function compose(chart, env, factor = 1) {
  const [run, words] = tape(env);
  return chart.compose(
    run,
    words,
    (/** @type {number} */ size, /** @type {number} */ weight, /** @type {string} */ text) =>
      size ? factor * ruler(size, weight, text) : wordsOf(text),
  );
}

/**
 * A text's words, each on a line, as `www/ruler.js` gives them.
 * @param {string} text
 */
function wordsOf(text) {
  return Array.from(new Intl.Segmenter([], { granularity: "word" }).segment(text), ({ segment }) => segment).join("\n");
}

/**
 * Says of text how wide it is, near enough.
 * @param {number} size
 * @param {number} weight
 * @param {string} text
 */
function ruler(size, weight, text) {
  let ems = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    ems +=
      code > 0x2e80 ? 1 : code > 0x7f ? 0.6 : /[ .,:;'|!1fijlIt]/.test(char) ? 0.32 : /[mwMW]/.test(char) ? 0.85 : 0.56;
  }
  return ems * size * (weight > 500 ? 1.06 : 1);
}

/**
 * A canvas that tells what is done to it and keeps nothing.
 * @param {number} width
 * @param {number} height
 * @param {(what: unknown) => void} hear
 */
function canvas(width, height, hear) {
  const context = new Proxy(
    {},
    {
      get: (_, name) =>
        typeof name === "symbol" ? undefined : (/** @type {unknown[]} */ ...given) => hear([name, given]),
      set: (_, name, value) => {
        hear([name, value]);
        return true;
      },
    },
  );
  return { width, height, getContext: () => context };
}
