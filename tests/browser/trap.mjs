// A fault inside the wasm: the chart that met it shows rung 1, the others live.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, inPage, messages, press, show, states, test, trapHead } from "./stage.mjs";

const head = trapHead;
const chart = (/** @type {string} */ name) =>
  `<indicator-chart src="/examples/${name}/spec.json"><p class="rung">rung 1</p></indicator-chart>`;

describe("a trap", () => {
  for (const place of ["chart_compose", "chart_paint", "chart_datum", "chart_hit"]) {
    test(`in ${place} costs only the chart that met it`, async () => {
      // The last one has a problem, and so the whole engine: in the core a trap means that code is missing.
      assert.deepEqual(
        await show(
          `<div style="width:380px">${["bar", "column", "line", "bad-unknown-key"].map(chart).join("")}</div>`,
          { head },
        ),
        [true, true, true, true],
      );
      const known = (await messages()).length;
      const drawn = await browser().executeAsyncScript(
        `const [place, done] = arguments;
        const charts = [...document.querySelectorAll("indicator-chart")];
        window.trap = place;
        const plot = charts[1].shadowRoot.querySelector('[part="plot"]');
        plot.scrollIntoView({ block: "center" });
        if (place === "chart_compose" || place === "chart_paint") {
          charts[1].setAttribute("src", "/examples/dumbbell/spec.json");
        } else {
          const box = plot.getBoundingClientRect();
          const at = { bubbles: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, pointerType: "mouse" };
          plot.dispatchEvent(new PointerEvent("pointermove", at));
        }
        setTimeout(() => charts[1].ready.then(() => setTimeout(() => done(window.trap), 200)), 100);`,
        place,
      );
      assert.equal(drawn, "", "the trap was met");
      const found = await states();
      assert.deepEqual(
        found.map(({ drawn }) => drawn),
        [true, false, true, true],
      );
      assert.equal(found[1].rung, true);
      assert.equal(found[1].problems.length, 1);
      // The neighbours still answer, from a fresh instance.
      for (const index of [0, 2]) {
        await inPage(
          'part(charts[given], "plot").scrollIntoView({ block: "center" }); cell(charts[given]).focus();',
          index,
        );
        await press(Key.HOME);
        assert.equal(
          await inPage('return shown(part(charts[given], "tooltip"));', index),
          true,
          `chart ${index} answers`,
        );
      }
      // And the one that fell can be drawn again.
      const again = await browser().executeAsyncScript(`
        const done = arguments[0];
        const chart = document.querySelectorAll("indicator-chart")[1];
        chart.setAttribute("src", "/examples/rank/spec.json");
        chart.ready.then(done);`);
      assert.equal(again, true);
      assert.equal((await messages()).length, 1 + known);
    });
  }
});
