// Which charts a light part of the engine draws is said in the page's script and at the command line, which preloads it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../www/build/step.mjs";
import { mostlyPlain, roleOf } from "../www/role.js";

const rust = readFileSync(join(root, "src/command/load.rs"), "utf8");

/** The words of a constant. @param {string} name */
const words = (name) => {
  const [, list = ""] = new RegExp(`const ${name}: [^=]+= \\[([^\\]]+)\\]`).exec(rust) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
};

/** All keys that a spec may have. @type {string[]} */
const keys = Object.keys(JSON.parse(readFileSync(join(root, "www/spec.schema.json"), "utf8")).properties);

test("the script and the command line have the same kinds and keys for light parts", () => {
  assert.deepEqual(words("MOSTLY_PLAIN"), mostlyPlain);
  const light = keys.filter((key) => roleOf({ kind: "bar", [key]: key === "kind" ? "bar" : "x" }) === "bar-plain");
  assert.deepEqual(words("PLAIN").sort(), light.sort());
});

test("what asks for more has the kind's own part, or one of what comes on top", () => {
  assert.equal(roleOf({ kind: "bar", x: "a", y: ["b", "c"] }), "bar");
  assert.equal(roleOf({ kind: "bar", x: "a", y: "b", target: 3 }), "bar");
  assert.equal(roleOf({ kind: "donut", x: "a", y: "b" }), "donut");
  assert.equal(roleOf({ kind: "line", x: "a", y: "b", annotations: [{}], facet: "c" }), "line-noted-panels");
  assert.equal(roleOf({}), "");
});
