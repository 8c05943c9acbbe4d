// Which paths a Rust file names: `use` declarations and paths in code, read without a full parser.

/**
 * @typedef {object} Import
 * @property {string} crate the first part of the path: "crate" for our own, else the crate's name
 * @property {string} module the top-level module it leads to, "" for other crates
 * @property {number} line
 */

/**
 * @param {string} inside the file's path under src/ without its ending, for example "geom/mod"
 * @param {string} text the file's text
 * @returns {Import[]}
 */
export function importsOf(inside, text) {
  const home = inside.split("/").filter((part) => part !== "mod");
  const code = blank(text);
  /** @type {Import[]} */
  const found = [];
  /** Inline modules that are open: their brace depth and name. @type {{depth: number, name: string}[]} */
  const inline = [];
  let depth = 0;
  const token = /\bmod\s+(\w+)\s*\{|[{}]|(?<![\w:])((?:crate|super|self|[a-z_][a-z0-9_]*))\s*::\s*/g;
  for (let match = token.exec(code); match; match = token.exec(code)) {
    const line = code.slice(0, match.index).split("\n").length;
    if (match[1]) {
      inline.push({ depth, name: match[1] });
      depth += 1;
    } else if (match[0] === "{") depth += 1;
    else if (match[0] === "}") {
      depth -= 1;
      if (inline.at(-1)?.depth === depth) inline.pop();
    } else {
      const here = [...home, ...inline.map(({ name }) => name)];
      for (const path of pathsFrom(code, match.index)) found.push({ ...resolve(path, here), line });
    }
  }
  return found;
}

/**
 * @param {string[]} path
 * @param {string[]} here the module that names it
 * @returns {{crate: string, module: string}}
 */
function resolve(path, here) {
  const [first, ...rest] = path;
  if (first === "crate" || first === "indicator_chart") return { crate: first, module: rest[0] ?? "" };
  if (first === "self") return { crate: "crate", module: here[0] ?? "" };
  if (first !== "super") return { crate: first, module: "" };
  const ups = path.findIndex((part) => part !== "super");
  const count = ups < 0 ? path.length : ups;
  const target = [...here.slice(0, Math.max(0, here.length - count)), ...path.slice(count)];
  return { crate: "crate", module: target[0] ?? "" };
}

/**
 * The paths that begin at a place: one, or several when the path ends in a group `{a, b::{c, d}}`.
 * @param {string} code
 * @param {number} start
 * @returns {string[][]}
 */
function pathsFrom(code, start) {
  const lead = /^(?:\w+\s*::\s*)*/.exec(code.slice(start))?.[0] ?? "";
  const parts = lead
    .split("::")
    .map((part) => part.trim())
    .filter(Boolean);
  const next = start + lead.length;
  if (code[next] !== "{") return [[...parts, /^\w*/.exec(code.slice(next))?.[0] ?? ""]];
  /** @type {string[][]} */
  const paths = [];
  let depth = 0;
  let from = next + 1;
  for (let at = next; at < code.length; at += 1) {
    if (code[at] === "{") depth += 1;
    if (code[at] === "}") depth -= 1;
    if ((code[at] === "," && depth === 1) || depth === 0) {
      const item = code.slice(from, at).trim();
      if (item) paths.push([...parts, ...item.split("::").map((part) => part.trim().split(/[\s{]/)[0])]);
      from = at + 1;
    }
    if (depth === 0) break;
  }
  return paths;
}

/**
 * The same text with comments and the insides of strings blanked, line breaks kept.
 * @param {string} text
 */
function blank(text) {
  const skipped = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|r(#*)"[\s\S]*?"\1|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[^']+|[^'\\])'/g;
  return text.replace(skipped, (piece) => piece.replace(/[^\n]/g, " "));
}
