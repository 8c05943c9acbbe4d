// Reads a file of the package from the disk. In the server's script it stands in the place of `../fetch.js`, so that the
// engine takes its wasm, and the charts take their words, by the same way as in a page.

import { readFile } from "node:fs/promises";
import { problem } from "../problem.js";

/**
 * @template T
 * @param {URL | string} address a `file:` address
 * @param {(answer: Response) => Promise<T> | T} read reads the body
 * @returns {Promise<T>}
 * @throws {import("../problem.js").Problem} when it is not there or cannot be read
 */
export async function get(address, read) {
  /** @type {Uint8Array<ArrayBuffer>} */
  let bytes;
  try {
    bytes = new Uint8Array(await readFile(new URL(address)));
  } catch (error) {
    throw problem("not-found", `${address}`, error, "keep the files of dist/ beside indicator-chart-server.js");
  }
  const type = `${address}`.endsWith(".wasm") ? "application/wasm" : "text/plain; charset=utf-8";
  return read(new Response(bytes, { headers: { "Content-Type": type } }));
}

/**
 * @param {string} address a `file:` address
 * @returns {Promise<string>}
 * @throws {import("../problem.js").Problem}
 */
export const getText = (address) => get(address, (answer) => answer.text());
