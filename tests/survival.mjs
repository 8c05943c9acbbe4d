// A browser that dies of a test: the test is done once more, and only then.

import assert from "node:assert/strict";
import { test } from "node:test";
import { surviving } from "./browser/survival.mjs";

/**
 * A run of work that fails so often.
 * @param {number} failures
 * @param {boolean} deadly whether the browser dies of it
 */
async function run(failures, deadly) {
  let works = 0;
  let browsers = 1;
  let alive = true;
  let asked = 0;
  /** @type {string[]} */
  const told = [];
  const driver = /** @type {any} */ ({
    executeScript: async () => {
      asked += 1;
      // WebKit's driver takes a moment to know.
      if (!alive && asked === 1) throw new Error("");
      if (!alive) throw Object.assign(new Error("session deleted"), { name: "NoSuchSessionError" });
      return true;
    },
  });
  const work = async () => {
    works += 1;
    if (works > failures) return "done";
    alive = !deadly;
    throw new Error("it fails");
  };
  const renew = async () => {
    browsers += 1;
    alive = true;
  };
  const end = await surviving(
    work,
    () => driver,
    renew,
    (line) => told.push(line),
  ).catch((error) => error.message);
  return { end, works, browsers, told: told.length };
}

test("what passes is done once", async () => {
  assert.deepEqual(await run(0, false), { end: "done", works: 1, browsers: 1, told: 0 });
});

test("what fails while the browser lives fails at once", async () => {
  assert.deepEqual(await run(1, false), { end: "it fails", works: 1, browsers: 1, told: 0 });
});

test("what a browser died of is done once more in another, and that is told", async () => {
  assert.deepEqual(await run(1, true), { end: "done", works: 2, browsers: 2, told: 1 });
});

test("what two browsers died of fails, and those that come after have a third", async () => {
  assert.deepEqual(await run(2, true), { end: "it fails", works: 2, browsers: 3, told: 2 });
});
