// The wasm in parts: every kind is drawn by its part alone, and what is missing costs no more than the charts that need it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { root } from "../../www/build/step.mjs";
import { browser, inPage, show, states } from "./stage.mjs";

/** Examples that an element can draw, by kind. @type {Map<string, string[]>} */
const examples = new Map();
for (const name of readdirSync(join(root, "examples"))) {
  try {
    const spec = JSON.parse(readFileSync(join(root, "examples", name, "spec.json"), "utf8"));
    // A brand is a part of its own: brand.mjs.
    if (name.startsWith("bad-") || typeof spec.kind !== "string" || spec.brand) continue;
    examples.set(spec.kind, [...(examples.get(spec.kind) ?? []), name]);
  } catch {
    // A spec that is not JSON is another test's.
  }
}

const chart = (/** @type {string} */ name) =>
  `<indicator-chart src="/examples/${name}/spec.json"><p class="rung">rung 1</p></indicator-chart>`;

describe("the parts of the wasm", () => {
  for (const [kind, names] of examples) {
    test(`${kind}: all ${names.length} examples are drawn, told and answer without another kind's part`, async () => {
      const drawn = await show(`<div style="width:380px">${names.map(chart).join("")}</div>`);
      assert.deepEqual(
        names.filter((_, at) => !drawn[at]),
        [],
      );
      const told = await inPage(
        `return charts.map((chart) => part(chart, "description").textContent.length > 0 && part(chart, "data").querySelectorAll("tr").length > 1);`,
      );
      assert.deepEqual(
        names.filter((_, at) => !told[at]),
        [],
      );
      const parts = await inPage(
        `return performance.getEntriesByType("resource").map(({ name }) => /indicator-chart-(.+)\\.wasm/.exec(name)?.[1]).filter(Boolean).sort();`,
      );
      assert.deepEqual(parts, [kind, "words"].sort());
      // Each datum can be asked for: the answer goes through the same module as the picture.
      const asked = await browser().executeAsyncScript(`
        const done = arguments[0];
        for (const chart of document.querySelectorAll("indicator-chart")) {
          const cell = () => chart.shadowRoot.querySelector('[role="gridcell"][tabindex="0"]');
          cell().focus();
          for (const key of ["Home", "ArrowRight", "PageDown", "End"])
            cell().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
        }
        done(true);`);
      assert.ok(asked);
      assert.deepEqual(
        (await states()).filter(({ drawn }) => !drawn),
        [],
      );
    });
  }

  for (const missing of ["column", "words"]) {
    test(`without ${missing} rung 1 stays where it is needed, with one problem`, async () => {
      const head = `<script>
        const real = window.fetch;
        window.fetch = (what, how) => real(String(what).replace("indicator-chart-${missing}.wasm", "nowhere.wasm"), how);
      </script>`;
      const drawn = await show(`<div style="width:380px">${chart("column")}${chart("bar")}</div>`, { head });
      assert.deepEqual(drawn, missing === "words" ? [false, false] : [false, true]);
      const [first] = await states();
      assert.equal(first.rung, true);
      assert.equal(first.problems.length, 1);
      assert.match(first.problems[0].message, /404/);
    });
  }
});
