// What the reader's side says in a language, as it is put behind the engine's words in that language's file.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mark, names } from "../reader/word.js";
import { root, say } from "./step.mjs";

/**
 * The words in their order, and the mark before them; says what a language lacks.
 * @param {string} tongue
 * @returns {string}
 */
export function readerWords(tongue) {
  const path = join(root, "www", "reader", "words", `${tongue}.txt`);
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  const found = new Map(lines.map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]));
  const lacks = names.filter((name) => !found.has(name));
  if (lacks.length > 0) say(`  ${tongue}: the reader's side lacks ${lacks.join(", ")}; English stands in`);
  return mark.trimStart() + names.map((name) => `${found.get(name) ?? ""}\n`).join("");
}
