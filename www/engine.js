// The WebAssembly: fetched once per page, shared by all charts, and started anew after a trap.

import { parts } from "#parts";
import { broken, Chart, initSync } from "#wasm";
import { get } from "./fetch.js";
import { problem } from "./problem.js";
import { tape } from "./tape.js";

/** @type {Promise<void> | undefined} */
let loading;
/** @type {WebAssembly.Module} */
let module;

/** The running instance's exports: what parts import. @type {any} */
let instance;

/** Parts that were asked for. @type {Map<string, Promise<void>>} */
const asked = new Map();

/** Parts that the running instance has. @type {Map<string, WebAssembly.Module>} */
const joined = new Map();

/** Charts of the running instance. @type {Set<Chart>} */
const living = new Set();

/**
 * Starts the engine; the first call fetches it, the later ones share it.
 * @returns {Promise<void>}
 * @throws {import("./problem.js").Problem} when it cannot be had
 */
export function start() {
  loading ??= get(new URL("indicator-chart.wasm", import.meta.url), compile).then(
    (compiled) => {
      module = compiled;
      try {
        instance = initSync({ module });
      } catch (error) {
        // WebKit's policy lets a module be compiled, and refuses only here.
        throw refused("indicator-chart.wasm", error);
      }
    },
    (trouble) => {
      // The net may be back for the next chart; a policy or an old browser stays what it is.
      if (trouble.kind !== "no-webassembly") loading = undefined;
      throw trouble;
    },
  );
  return loading;
}

/**
 * Has a part of the engine join it: a kind of chart, or "words". It is fetched beside the engine, not after it. Of a part
 * that does not exist nothing comes: the reader of the spec says what is wrong with a kind.
 * @param {unknown} name
 * @returns {Promise<void>}
 * @throws {import("./problem.js").Problem} when it cannot be had
 */
export function part(name) {
  if (typeof name !== "string" || !parts.includes(name)) return Promise.resolve();
  let coming = asked.get(name);
  if (!coming) {
    coming = Promise.all([get(new URL(`indicator-chart-${name}.wasm`, import.meta.url), compile), start()]).then(
      ([code]) => {
        joined.set(name, code);
        new WebAssembly.Instance(code, { "": instance });
      },
    );
    asked.set(name, coming);
    coming.catch(() => asked.delete(name));
  }
  return coming;
}

/**
 * Whether the running instance has a part.
 * @param {string} name
 */
export function has(name) {
  return joined.has(name);
}

/** @param {Response} answer */
async function compile(answer) {
  const stream = answer.headers.get("Content-Type") === "application/wasm";
  // A server with the wrong MIME type is no reason to fail: only streaming insists on it.
  const bytes = stream ? undefined : await answer.arrayBuffer();
  // But many a server answers with a page where it has nothing: a module begins with "\0asm".
  if (bytes && (bytes.byteLength < 8 || new DataView(bytes).getUint32(0) !== 0x0061736d))
    throw problem("not-wasm", answer.url, "this is no WebAssembly", "host the .wasm files beside indicator-chart.js");
  try {
    return await (bytes ? WebAssembly.compile(bytes) : WebAssembly.compileStreaming(answer));
  } catch (error) {
    throw refused(answer.url, error);
  }
}

/**
 * @param {string} place
 * @param {unknown} cause
 */
function refused(place, cause) {
  return problem("no-webassembly", place, cause, "a policy needs script-src 'wasm-unsafe-eval'");
}

/**
 * What keeps a text from being JSON.
 * @param {string} text
 * @param {string} what names the text
 * @param {boolean} data whether it is data, else a spec
 * @returns {Promise<import("./problem.js").Problem>}
 */
export async function explain(text, what, data) {
  await Promise.all([start(), part("words")]);
  return broken(text, what, data);
}

/**
 * A chart of the running instance.
 * @param {unknown} spec
 * @param {string} text what the spec was parsed from; may be empty
 * @param {string} lang
 * @param {string} templates
 */
export function make(spec, text, lang, templates) {
  const chart = new Chart(...tape(spec), text, lang, templates);
  living.add(chart);
  return chart;
}

/**
 * Whether a chart's instance is still the running one.
 * @param {Chart | undefined} chart
 * @returns {chart is Chart}
 */
export function lives(chart) {
  return chart !== undefined && living.has(chart);
}

/**
 * Gives a chart's memory back.
 * @param {Chart | undefined} chart
 */
export function free(chart) {
  if (lives(chart) && living.delete(chart)) chart.free();
}

/**
 * After a trap nothing in the instance can be trusted: a fresh one takes its place. The other charts keep
 * their pictures and are made again when they are next asked for something.
 */
export function restart() {
  // The old charts' addresses mean nothing to the new instance, so they must never be freed there.
  for (const chart of living) /** @type {any} */ (chart).__destroy_into_raw();
  living.clear();
  instance = initSync({ module });
  for (const code of joined.values()) new WebAssembly.Instance(code, { "": instance });
}
