// The engine: WebAssembly, fetched once per page, shared by all charts, and started anew after a trap. Its core comes first, and the
// part that the kind of a chart needs; what few charts come by is in neither. A chart that comes by it traps, and then the larger part
// of its kind joins, or the whole engine takes the core's place: the build tells by rehearsal what goes where (build/rehearse.mjs).

import { parts, tableName } from "#parts";
import { broken, Chart, initSync } from "#wasm";
import { get } from "./fetch.js";
import { problem } from "./problem.js";
import { tape } from "./tape.js";

/** Where a part tells which places of the table of functions it fills: a section of the wasm. */
const placesSection = "places";

/** @type {Promise<void> | undefined} */
let loading;
/** The whole engine, once it is asked for. @type {Promise<void> | undefined} */
let widening;
/** @type {WebAssembly.Module} */
let module;
/** Whether that is the whole engine. */
let entire = false;

/** The running instance's exports: what parts import. @type {any} */
let instance;

/** Parts that were asked for. @type {Map<string, Promise<void>>} */
const asked = new Map();

/** Parts that the running instance has. @type {Map<string, WebAssembly.Module>} */
const joined = new Map();

/** What parts put into the instance's table, by place; the core's own under "". @type {Map<string, Map<number, unknown>>} */
const filled = new Map();

/** The part whose functions stand in the table now; "" when they are the core's own. */
let active = "";

/** Light parts of which a chart has come by more than they have. @type {Set<string>} */
const outgrown = new Set();

/** Charts of the running instance, with the parts that draw them. @type {Map<Chart, string>} */
const living = new Map();

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
 * Has the part of the engine join it that draws charts of a role, see `roleOf`. It is fetched beside the engine, not after it.
 * Where no part was made for them, the whole engine comes, which also knows what is wrong with a kind.
 * @param {string} role
 * @returns {Promise<void>}
 * @throws {import("./problem.js").Problem} when it cannot be had
 */
export function part(role) {
  const name = outgrown.has(role) ? fullOf(role) : role;
  if (entire) return Promise.resolve();
  if (!parts.includes(name)) return whole();
  let coming = asked.get(name);
  if (!coming) {
    coming = Promise.all([get(new URL(`indicator-chart-${name}.wasm`, import.meta.url), compile), start()]).then(
      ([code]) => {
        joined.set(name, code);
        if (!entire) join(name, code);
      },
    );
    asked.set(name, coming);
    coming.catch(() => asked.delete(name));
  }
  return coming;
}

/** @param {string} name of a light part @returns {string} the name of the one that has all */
const fullOf = (name) => name.replace("-plain", "");

/**
 * The part that draws charts of a role now: not the light one where a chart was less plain than it looked, once there is another.
 * @param {string} role
 */
export function partOf(role) {
  return outgrown.has(role) && joined.has(fullOf(role)) ? fullOf(role) : role;
}

/**
 * Has more of the engine come than a part has.
 * @param {string} name of the part
 * @returns {Promise<void>}
 * @throws {import("./problem.js").Problem} when it cannot be had
 */
export function widen(name) {
  if (!name.endsWith("-plain")) return whole();
  outgrown.add(name);
  return part(name);
}

/**
 * Has the whole engine take the core's place.
 * @returns {Promise<void>}
 * @throws {import("./problem.js").Problem} when it cannot be had
 */
export function whole() {
  if (!widening) {
    widening = Promise.all([get(new URL("indicator-chart-whole.wasm", import.meta.url), compile), start()]).then(
      ([code]) => {
        module = code;
        entire = true;
        restart();
      },
    );
    widening.catch(() => {
      widening = undefined;
    });
  }
  return widening;
}

/** Whether the whole engine runs, so that a trap is a fault and no want of code. */
export function isWhole() {
  return entire;
}

/**
 * @param {string} role
 * @param {WebAssembly.Module} code
 */
function join(role, code) {
  use("");
  const table = instance[tableName];
  const places = placesOf(code);
  const core = filled.get("") ?? new Map();
  for (const place of places) core.set(place, table.get(place));
  filled.set("", core);
  // Its functions go into the table by themselves.
  new WebAssembly.Instance(code, { "": instance });
  filled.set(role, new Map(places.map((place) => [place, table.get(place)])));
  active = role;
}

/**
 * Puts a part's functions into the table, and the core's own where it has none: parts may have each their own copy of one function.
 * @param {string} role
 */
function use(role) {
  if (entire || role === active) return;
  const table = instance[tableName];
  const core = filled.get("");
  for (const place of filled.get(active)?.keys() ?? []) table.set(place, core?.get(place));
  for (const [place, func] of (role && filled.get(role)) || []) table.set(place, func);
  active = role;
}

/**
 * The places of the table that a part fills: steps from one to the next, 255 for one that goes on.
 * @param {WebAssembly.Module} code
 */
function placesOf(code) {
  const [section = new ArrayBuffer(0)] = WebAssembly.Module.customSections(code, placesSection);
  const places = [];
  let at = 0;
  for (const byte of new Uint8Array(section)) {
    at += byte;
    if (byte < 255) places.push(at);
  }
  return places;
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
  await whole();
  return broken(text, what, data);
}

/**
 * A chart of the running instance.
 * @param {string} role the part that draws it
 * @param {unknown} spec
 * @param {string} text what the spec was parsed from; may be empty
 * @param {string} lang
 * @param {string} templates
 */
export function make(role, spec, text, lang, templates) {
  use(role);
  const chart = new Chart(...tape(spec), text, lang, templates);
  living.set(chart, role);
  return chart;
}

/**
 * Gives a chart a brand, which is a part of its own.
 * @param {Chart} chart
 * @param {unknown} brand
 */
export function dress(chart, brand) {
  use("brand");
  chart.dress(JSON.parse(JSON.stringify(brand)));
  lives(chart);
}

/**
 * What an editor would ask of a chart, which is a part of its own.
 * @param {Chart} chart
 * @returns {import("./problem.js").Problem[] | undefined}
 */
export function review(chart) {
  use("review");
  const problems = chart.review();
  lives(chart);
  return problems;
}

/**
 * Whether a chart's instance is still the running one; if so, it can be asked something now.
 * @param {Chart | undefined} chart
 * @returns {chart is Chart}
 */
export function lives(chart) {
  const role = chart && living.get(chart);
  if (role === undefined) return false;
  use(role);
  return true;
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
  for (const chart of living.keys()) /** @type {any} */ (chart).__destroy_into_raw();
  living.clear();
  filled.clear();
  active = "";
  instance = initSync({ module });
  if (!entire) for (const [role, code] of joined) join(role, code);
}
