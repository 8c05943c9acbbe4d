// The examples: the folders of examples/ that hold a spec.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../www/build/step.mjs";

/** Their names, in order. */
export const examples = readdirSync(join(root, "examples"))
  .filter((name) => existsSync(join(root, "examples", name, "spec.json")))
  .sort();

/** Those that are not bad on purpose. */
export const soundExamples = examples.filter((name) => !name.startsWith("bad-"));

/**
 * An example's spec, parsed.
 * @param {string} name
 * @returns {Record<string, any>}
 */
export const specOf = (name) => JSON.parse(readFileSync(join(root, "examples", name, "spec.json"), "utf8"));

/** An example of each kind: the one that is called so, else the first that is none of the hard ones. @type {Map<string, string>} */
export const exampleOfKind = new Map();
for (const name of soundExamples) {
  if (name.startsWith("hard-")) continue;
  const { kind } = specOf(name);
  if (!exampleOfKind.has(kind) || name === kind) exampleOfKind.set(kind, name);
}
