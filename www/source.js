// Where the spec and the data come from: an address, a script inside the element, a property, a table.

import { explain } from "./engine.js";
import { getText } from "./fetch.js";
import { dressing, tabling } from "./later.js";
import { problem } from "./problem.js";

/**
 * @typedef {object} Given
 * @property {unknown} spec the spec, parsed
 * @property {string} text what it was parsed from, for lines and columns; empty where it came as an object
 * @property {string} base the address that its own addresses are relative to
 * @property {(figure: import("./figure.js").Figure, dark: boolean) => boolean} [dress] puts the brand on the figure, see brand.js
 */

/** What has worn a brand: where it is gone it must be taken off. @type {WeakSet<HTMLElement>} */
const dressed = new WeakSet();

/**
 * The spec as the author gave it, in the look of a brand where one is named.
 * @param {HTMLElement} host
 * @param {unknown} given the `spec` property
 * @param {import("./problem.js").Problem[]} trouble takes what is wrong with the brand
 * @returns {Promise<Given>}
 * @throws {import("./problem.js").Problem}
 */
export async function readSpec(host, given, trouble) {
  const found = await readPlain(host, given);
  const brand = host.getAttribute("brand") ?? /** @type {any} */ (found.spec)?.brand;
  if (!brand && !dressed.has(host)) return found;
  dressed.add(host);
  return (await dressing()).branded(host, found, trouble);
}

/**
 * @param {HTMLElement} host
 * @param {unknown} given
 * @returns {Promise<Given>}
 */
async function readPlain(host, given) {
  const page = document.baseURI;
  if (given !== undefined && typeof given !== "string") return { spec: given, text: "", base: page };
  const src = host.getAttribute("src");
  const read = async (/** @type {string} */ text, base = page) => {
    return { spec: await parse(text, "the spec", false), text, base };
  };
  if (given !== undefined) return read(given);
  if (src) {
    const base = resolve(src, page);
    return read(await getText(base), base);
  }
  const script = host.querySelector('script[type="application/json"]');
  if (script) return read(script.textContent);
  throw problem("no-spec", "indicator-chart", "there is no spec", 'give src="…", a JSON script inside, or .spec');
}

/**
 * The data that the spec asks for.
 * @param {string} need an address, or "table"
 * @param {string} base
 * @param {HTMLElement} host
 * @returns {Promise<unknown>} CSV text, or parsed JSON
 * @throws {import("./problem.js").Problem}
 */
export async function readData(need, base, host) {
  if (need === "table") {
    // Few charts read a table.
    const { readTable } = await tabling();
    const table = readTable(host);
    if (table) return table;
    throw problem("no-table", "/data", "there is no <table> inside the element", "put one in, or give the data");
  }
  const text = await getText(resolve(need, base));
  return /^\s*[[{]/.test(text) ? parse(text, need, true) : text;
}

/**
 * @param {string} address
 * @param {string} base
 */
function resolve(address, base) {
  try {
    return new URL(address, base).href;
  } catch {
    throw problem("bad-address", address, "this is no address", "give a path or a full URL");
  }
}

/**
 * @param {string} text
 * @param {string} what names it: "the spec", or the address of the data
 * @param {boolean} data
 * @returns {Promise<unknown>}
 */
async function parse(text, what, data) {
  try {
    return JSON.parse(text);
  } catch {
    // In the same words as the command line, whatever this browser calls it.
    throw await explain(text, what, data);
  }
}
