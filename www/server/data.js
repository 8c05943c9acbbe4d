// The data that a spec only names: read from files at and below the spec's own folder, or by the caller.

import { readFile, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { problem } from "../problem.js";
import { explain } from "./engine.js";

/**
 * @typedef {object} Place
 * @property {string | URL} [base] the spec's own path or `file:` address
 * @property {(address: string) => string | Promise<string>} [read] reads an address of data in the place of the disk
 */

/**
 * @param {string} address as the spec has it
 * @param {Place} place
 * @returns {Promise<unknown>} CSV text, or parsed JSON
 * @throws {import("../problem.js").Problem} when they are not to be had
 */
export async function dataAt(address, { base, read }) {
  const text = await textAt(address, base, read);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw await explain(text, address, true);
  }
}

/**
 * @param {string} address
 * @param {Place["base"]} base
 * @param {Place["read"]} read
 */
async function textAt(address, base, read) {
  const refuse = (/** @type {unknown} */ cause, hint = "the path is relative to the spec") =>
    problem("no-such-file", "/data/url", cause, hint);
  if (address === "table") {
    const message = '"table" stands for a table in a page, and here is none';
    throw problem("no-data", "/data", message, "give the data in the spec or as `data`");
  }
  try {
    if (read) return await read(address);
  } catch (error) {
    throw refuse(error, "what `read` threw");
  }
  if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address))
    throw refuse(`${address} is not fetched here`, "give `read`, a function that fetches it");
  if (base === undefined) throw refuse(`nothing says where ${address} lies`, "give `base`, the spec's path");
  const home = new URL(".", base instanceof URL || /^file:/.test(base) ? base : pathToFileURL(base));
  try {
    const [path, folder] = await Promise.all([new URL(address, home), home].map((url) => realpath(fileURLToPath(url))));
    // A spec that came from elsewhere shall not show what else is on this machine.
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      throw refuse(`${address} lies outside the folder of the spec`, "move the file, or give `read`");
    return await readFile(path, "utf8");
  } catch (error) {
    const { severity, code } = /** @type {any} */ (error);
    // Node's own words would tell where on this machine the folder lies.
    throw severity ? error : refuse(`cannot read ${address}: ${code === "ENOENT" ? "no such file" : code}`);
  }
}
