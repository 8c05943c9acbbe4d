// The files of dist/ as a bad day serves them: `/broken/HOW/indicator-chart.js`.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../www/build/step.mjs";

/** @typedef {{type?: string, body?: string | Buffer, status?: number, never?: boolean}} Answer */

const html = "<!doctype html><title>Not found, but it does not say so</title>";

/**
 * What is served in a file's place; nothing where that is as it should be.
 * @type {Record<string, (file: string, body: Buffer) => Answer | undefined>}
 */
const ways = {
  "script-syntax": (file) => (file === "indicator-chart.js" ? { body: "export const cut = (" } : undefined),
  "script-throws": (file) => (file === "indicator-chart.js" ? { body: "throw new Error('a fault');" } : undefined),
  "script-missing": (file) => (file === "indicator-chart.js" ? { status: 404 } : undefined),
  "script-plain": (file) => (file === "indicator-chart.js" ? { type: "text/plain" } : undefined),
  "wasm-missing": (file) => (file === "indicator-chart.wasm" ? { status: 404 } : undefined),
  "wasm-never": (file) => (file === "indicator-chart.wasm" ? { never: true } : undefined),
  "wasm-page": (file) => (file === "indicator-chart.wasm" ? { type: "text/html", body: html } : undefined),
  "wasm-plain": (file) => (file.endsWith(".wasm") ? { type: "text/plain" } : undefined),
  "wasm-cramped": (file, body) => (/^indicator-chart(-whole)?\.wasm$/.test(file) ? { body: cramped(body) } : undefined),
  "part-missing": (file) => (file === "indicator-chart-bar-plain.wasm" ? { status: 404 } : undefined),
  "part-page": (file) => (file === "indicator-chart-bar-plain.wasm" ? { type: "text/html", body: html } : undefined),
};

/**
 * Answers an address of a bad day.
 * @param {URL} url
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} whether it was one
 */
export function answerBroken({ pathname }, response) {
  const [, how = "", file = ""] = /^\/broken\/([\w-]+)\/([\w.-]+)$/.exec(pathname) ?? [];
  const path = join(root, "dist", file);
  if (!file || !existsSync(path)) return false;
  const whole = readFileSync(path);
  const usual = file.endsWith(".js") ? "text/javascript" : "application/wasm";
  const { type = usual, body = whole, status = 200, never } = ways[how]?.(file, whole) ?? {};
  if (never) return true;
  response.writeHead(status, { "Content-Type": type, "X-Content-Type-Options": "nosniff" });
  response.end(status === 200 ? body : "not found");
  return true;
}

/**
 * A module whose memory may never grow: its section 5 gets a maximum that is the minimum.
 * @param {Buffer} module
 */
function cramped(module) {
  const pieces = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const [size, start] = number(module, at + 1);
    if (module[at] === 5) {
      const [least, end] = number(module, start + 2);
      const limits = Buffer.concat([Buffer.from([1, 1]), leb(least), leb(least)]);
      if (end > start + size) throw new Error("more than one memory");
      pieces.push(Buffer.from([5]), leb(limits.length), limits);
    } else pieces.push(module.subarray(at, start + size));
    at = start + size;
  }
  return Buffer.concat(pieces);
}

/**
 * A number as WebAssembly writes it (LEB128), and where it ends.
 * @param {Buffer} bytes
 * @param {number} at
 * @returns {[number, number]}
 */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * 2 ** shift;
    at += 1;
    if (byte < 128) return [value, at];
  }
}

/** @param {number} value */
function leb(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
