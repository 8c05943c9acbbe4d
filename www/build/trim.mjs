// Which code a module keeps. A rehearsal has told for every place where code branches which charts came by (rehearse.mjs); where
// none came, a module may do without: it traps there, and the page then takes the whole engine instead.

/** @typedef {import("./wat.mjs").Func} Func */

/**
 * How many kinds of chart a page has, on the average: what one more kind costs counts so much against what all load.
 */
const kindsOfPage = 1;

/** What a detour through the table of functions costs, in brackets of the text form. */
const detour = 8;

/** What a function costs beside its code. */
const frame = 6;

/**
 * The parts of a function's text that are kept.
 * @param {Func} func
 * @param {(point: number) => boolean} kept whether a point of the function is kept, by its index
 * @returns {string | undefined} undefined when not even its beginning is kept
 */
export function trim(func, kept) {
  const cuts = cutsOf(func, kept);
  if (cuts[0]?.[0] === func.points[0]?.at) return undefined;
  let text = "";
  let at = 0;
  for (const [from, to] of cuts) {
    text += `${func.text.slice(at, from)}(unreachable)`;
    at = to;
  }
  return text + func.text.slice(at);
}

/**
 * @param {Func} func
 * @param {(point: number) => boolean} kept
 */
function cutsOf(func, kept) {
  /** @type {[number, number][]} */
  const cuts = [];
  let until = 0;
  for (const [index, { at, end }] of func.points.entries()) {
    if (at < until || kept(index)) continue;
    cuts.push([at, end]);
    until = end;
  }
  return cuts;
}

/**
 * @typedef {object} Chosen what is kept of one function
 * @property {string | undefined} core its text in the module that all charts share; undefined where it is not there
 * @property {Map<string, string>} parts its text in each part that needs more of it than the shared module has
 */

/**
 * Chooses for a function what the shared module holds of it, so that a page loads the fewest bytes: what most kinds of chart
 * come by is shared, and a kind that needs more brings a copy of its own with all that it needs.
 * @param {Func} func
 * @param {Map<string, {hits: Uint8Array, weight: number}>} roles by name: where its charts came by, from this function's first
 *   point on, and how likely such a chart is; the weights sum up to 1
 * @returns {Chosen}
 */
export function choose(func, roles) {
  const count = func.points.length;
  const weights = new Float64Array(count);
  for (const { hits, weight } of roles.values())
    for (let i = 0; i < count; i += 1) if (hits[i]) weights[i] = (weights[i] ?? 0) + weight;
  if (!weights[0]) return { core: undefined, parts: new Map() };
  /** @type {{cost: number, least: number}} */
  let best = { cost: Number.POSITIVE_INFINITY, least: Number.POSITIVE_INFINITY };
  for (const least of new Set([...weights.filter((weight) => weight > 0), Number.POSITIVE_INFINITY])) {
    const cost = costOf(func, weights, least, roles);
    if (cost < best.cost) best = { cost, least };
  }
  const shared = (/** @type {number} */ i) => (weights[i] ?? 0) >= best.least;
  const parts = new Map();
  for (const [name, { hits }] of roles) {
    if (!needsMore(count, hits, shared)) continue;
    parts.set(
      name,
      trim(func, (i) => hits[i] === 1 || shared(i)),
    );
  }
  return { core: trim(func, shared), parts };
}

/**
 * @param {number} count
 * @param {Uint8Array} hits
 * @param {(point: number) => boolean} shared
 */
function needsMore(count, hits, shared) {
  for (let i = 0; i < count; i += 1) if (hits[i] && !shared(i)) return true;
  return false;
}

/**
 * What a page loads of a function, in brackets of the text form.
 * @param {Func} func
 * @param {Float64Array} weights
 * @param {number} least the weight from which on a point is shared
 * @param {Map<string, {hits: Uint8Array, weight: number}>} roles
 */
function costOf(func, weights, least, roles) {
  const shared = (/** @type {number} */ i) => (weights[i] ?? 0) >= least;
  const core = size(func, shared);
  let own = 0;
  let copied = false;
  for (const { hits, weight } of roles.values()) {
    if (!needsMore(func.points.length, hits, shared)) continue;
    copied = true;
    own += weight * size(func, (i) => hits[i] === 1 || shared(i));
  }
  return core + kindsOfPage * own + (copied ? detour : 0);
}

/**
 * @param {Func} func
 * @param {(point: number) => boolean} kept
 */
function size(func, kept) {
  const cuts = cutsOf(func, kept);
  const start = func.points[0]?.at ?? 0;
  if (cuts[0]?.[0] === start) return 0;
  let total = frame;
  let at = start;
  for (const [from, to] of [...cuts, /** @type {[number, number]} */ ([func.text.length, 0])]) {
    total += brackets(func, from) - brackets(func, at);
    at = to;
  }
  return total;
}

/** How many brackets open before each point of a function's text. @type {WeakMap<Func, Map<number, number>>} */
const counted = new WeakMap();

/**
 * @param {Func} func
 * @param {number} until a place in its text
 */
function brackets(func, until) {
  let known = counted.get(func);
  if (!known) {
    known = new Map();
    const places = [...new Set([...func.points.flatMap(({ at, end }) => [at, end]), func.text.length])];
    places.sort((one, other) => one - other);
    let [at, sum] = [0, 0];
    for (const place of places) {
      for (; at < place; at += 1) if (func.text[at] === "(") sum += 1;
      known.set(place, sum);
    }
    counted.set(func, known);
  }
  return known.get(until) ?? 0;
}
