// Where the spec and the data come from: an address, a script inside the element, a property, a table.

import { get } from "./fetch.js";
import { readTable } from "./host-table.js";
import { problem } from "./problem.js";

/**
 * The spec as the author gave it, and the address that its own addresses are relative to.
 * @param {HTMLElement} host
 * @param {unknown} given the `spec` property
 * @returns {Promise<{spec: unknown, base: string}>}
 * @throws {import("./problem.js").Problem}
 */
export async function readSpec(host, given) {
  const page = document.baseURI;
  if (given !== undefined) return { spec: typeof given === "string" ? parse(given, "spec") : given, base: page };
  const src = host.getAttribute("src");
  if (src) {
    const base = resolve(src, page);
    return { spec: parse(await get(base, (answer) => answer.text()), src), base };
  }
  const script = host.querySelector('script[type="application/json"]');
  if (script) return { spec: parse(script.textContent, "script"), base: page };
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
    const table = readTable(host);
    if (table) return table;
    throw problem("no-table", "/data", "there is no <table> inside the element", "put one in, or give the data");
  }
  const text = await get(resolve(need, base), (answer) => answer.text());
  return /^\s*[[{]/.test(text) ? parse(text, need) : text;
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
 * @param {string} place
 * @returns {unknown}
 */
function parse(text, place) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem("not-json", place, error, "commas between entries, double quotes around words");
  }
}
