// Fetches an address, and says what is wrong when it does not come.

import { checking } from "./later.js";
import { problem } from "./problem.js";

/** Milliseconds after which an address counts as dead. */
const limit = 10_000;

/**
 * Reads an address of the page's own origin with the reader's cookies, any other without.
 * @template T
 * @param {URL | string} address
 * @param {(answer: Response) => Promise<T> | T} read reads the body; within the time limit, too
 * @returns {Promise<T>}
 * @throws {import("./problem.js").Problem} when it is not there, comes too late, or cannot be read
 */
export async function get(address, read) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), limit);
  try {
    // Hashes stand in an import map, where the page has one.
    const map = document.querySelector("script[type=importmap]");
    const integrity = map ? (await checking()).integrityOf(address) : "";
    const answer = await fetch(address, { credentials: "same-origin", integrity, signal: clock.signal });
    if (!answer.ok)
      throw problem("not-found", `${address}`, `the server answers ${answer.status}`, "check the address");
    return await read(answer);
  } catch (error) {
    if (/** @type {any} */ (error).severity) throw error;
    throw clock.signal.aborted
      ? problem("time-out", `${address}`, `no answer within ${limit / 1000} s`, "try again, or move the file nearer")
      : problem("unreadable", `${address}`, error, "check the address, and that this page may fetch it");
  } finally {
    clearTimeout(timer);
  }
}

/** Texts that were asked for before a chart did; each serves once. @type {Map<string, Promise<string>>} */
const foreseen = new Map();

/**
 * Reads a text, as `get` does.
 * @param {string} address absolute
 * @returns {Promise<string>}
 * @throws {import("./problem.js").Problem}
 */
export function getText(address) {
  const coming = foreseen.get(address) ?? get(address, (answer) => answer.text());
  foreseen.delete(address);
  return coming;
}

/**
 * Asks for a text that a chart of the page will need.
 * @param {string} address absolute
 */
export function foresee(address) {
  const coming = getText(address);
  foreseen.set(address, coming);
  // Whoever needs it hears of the trouble.
  coming.catch(() => {});
}
