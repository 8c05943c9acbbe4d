// What was found the last time, in a file beside the tests; `UPDATE=1` writes it anew.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Demands that a tree of accessibility is as it was, a figure, and no application: such are skipped in browse mode.
 * @param {string} file
 * @param {string} found
 */
export function treeIsAsItWas(file, found) {
  if (process.env.UPDATE) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  assert.equal(found, existsSync(file) ? readFileSync(file, "utf8") : "");
  assert.match(found, /^figure "/);
  assert.doesNotMatch(found, /^ *application/m);
}
