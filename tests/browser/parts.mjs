// The engine in parts: every kind is drawn by the core and its part alone, and what is missing costs no more than the charts that
// need it.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { lightly, roleFor } from "../../www/build/rehearse.mjs";
import { root } from "../../www/build/step.mjs";
import { soundExamples, specOf } from "../example.mjs";
import { engine } from "./engine.mjs";
import { browser, inPage, show, states, test } from "./stage.mjs";

/** Examples without a problem, by the part that draws them. @type {Map<string, string[]>} */
const examples = new Map();
for (const name of soundExamples) {
  const spec = specOf(name);
  // A brand is a part of its own: brand.mjs.
  if (spec.brand || existsSync(join(root, "examples", name, "problems.txt"))) continue;
  const role = roleFor(name, spec);
  examples.set(role, [...(examples.get(role) ?? []), name]);
}

const chart = (/** @type {string} */ name) =>
  `<indicator-chart src="/examples/${name}/spec.json"><p class="rung">rung 1</p></indicator-chart>`;

describe("the parts of the wasm", () => {
  for (const [role, names] of examples) {
    test(`${role}: all ${names.length} examples are drawn, told and answer without another part`, async () => {
      const drawn = await show(`<div style="width:380px">${names.map(chart).join("")}</div>`);
      assert.deepEqual(
        names.filter((_, at) => !drawn[at]),
        [],
      );
      const told = await inPage(
        // A table is made when it is opened.
        `for (const chart of charts) if (!chart.shadowRoot.querySelector("tr")) part(chart, "toggle").click();
         return charts.map((chart) => part(chart, "description").textContent.length > 0 && chart.shadowRoot.querySelectorAll("tr").length > 1);`,
      );
      assert.deepEqual(
        names.filter((_, at) => !told[at]),
        [],
      );
      const parts = await inPage(
        `return performance.getEntriesByType("resource").map(({ name }) => /indicator-chart-(.+)\\.wasm/.exec(name)?.[1]).filter(Boolean).sort();`,
      );
      // What is hard may look plain. And letters are wider or narrower in another engine, which may turn a layout to what few
      // charts come by.
      const perhaps = [role + lightly].concat(engine === "chromium" ? [] : ["whole", role.replace(lightly, "")]);
      assert.deepEqual(
        parts.filter((/** @type {string} */ part) => part === role || !perhaps.includes(part)),
        [role, "review"].sort(),
      );
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

  test("a chart that comes by code of neither core nor part takes the whole engine, and its neighbours go on", async () => {
    assert.deepEqual(await show(`<div style="width:380px">${chart("bar")}${chart("bad-unknown-key")}</div>`), [
      true,
      true,
    ]);
    const [bar, other] = await states();
    assert.deepEqual([bar.problems.length, other.problems.length > 0], [0, true]);
    const asked = await inPage(
      `return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("-whole.wasm")).length;`,
    );
    assert.equal(asked, 1);
    await inPage(`const plot = part(chart, "plot"); plot.focus();
      plot.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true, composed: true }));`);
    assert.equal(await inPage('return shown(part(chart, "tooltip"));'), true);
  });

  for (const [missing, other] of [
    ["column-plain", "column"],
    ["whole", "bad-unknown-key"],
  ]) {
    test(`without ${missing} rung 1 stays where it is needed, with one problem`, async () => {
      const head = `<script>
        const real = window.fetch;
        window.fetch = (what, how) => real(String(what).replace("indicator-chart-${missing}.wasm", "nowhere.wasm"), how);
      </script>`;
      const drawn = await show(`<div style="width:380px">${chart(other)}${chart("bar")}</div>`, { head });
      assert.deepEqual(drawn, [false, true]);
      const [first] = await states();
      assert.equal(first.rung, true);
      assert.equal(first.problems.length, 1);
      assert.match(first.problems[0].message, /404/);
    });
  }
});
