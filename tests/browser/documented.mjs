// docs/api.md: every block of code runs, and what stands behind an arrow is what comes out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { browser, show, test } from "./stage.mjs";

/** @type {{title: string, blocks: string[]}[]} */
const chapters = [];
for (const chapter of readFileSync(join(root, "docs/api.md"), "utf8").split(/^## /m).slice(1)) {
  const [title = ""] = chapter.split("\n", 1);
  const blocks = [...chapter.matchAll(/^```js\n(.*?)^```/gms)].map(([, code = ""]) => code);
  if (blocks.length > 0) chapters.push({ title, blocks });
}

/** A block whose arrows note what came out. @param {string} code */
const noted = (code) =>
  code.replaceAll(
    /^(.*); \/\/ → (.*)$/gm,
    (_, value, wanted) => `said.push([${JSON.stringify(wanted)}, plainly(${value})]);`,
  );

describe("docs/api.md", () => {
  test("has many examples", () => {
    const code = chapters.flatMap(({ blocks }) => blocks).join("\n");
    assert.ok(chapters.length >= 7 && (code.match(/ \/\/ → /g)?.length ?? 0) > 20);
  });

  for (const { title, blocks } of chapters) {
    test(title, async () => {
      await show('<div style="width:380px"><indicator-chart src="/examples/bar/spec.json"></indicator-chart></div>');
      for (const block of blocks) {
        const said = await browser().executeAsyncScript(`
          const done = arguments[0];
          const said = [];
          const plainly = (value) => (value === undefined ? "undefined" : JSON.stringify(value));
          const chart = document.querySelector("div > indicator-chart");
          (async () => { ${noted(block)} })().then(() => done(said), (error) => done(String(error.message ?? error)));`);
        assert.ok(Array.isArray(said), `${said}\n${block}`);
        for (const [wanted, found] of said) {
          const tidy = wanted === "undefined" ? wanted : JSON.stringify(JSON.parse(wanted));
          assert.equal(found, tidy, block);
        }
      }
    });
  }
});
