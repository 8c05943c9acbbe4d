// Finger and pen: a tap near a mark reaches it, another one hides what it showed, and the page scrolls under the finger.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Origin, Pointer } from "selenium-webdriver/lib/input.js";
import { engine } from "./engine.mjs";
import { browser, frames, inPage, show, tap, test, until } from "./stage.mjs";

/** Half of what a coarse pointer is owed, less a pixel. */
const reach = 11;

/** Few marks, small and far apart. */
const spec = {
  kind: "scatter",
  title: "Four dots that are made up",
  x: "x",
  y: "y",
  label: "name",
  data: [
    { name: "a", x: 10, y: 10 },
    { name: "b", x: 40, y: 60 },
    { name: "c", x: 70, y: 20 },
    { name: "d", x: 90, y: 80 },
  ],
};

const body = `<p style="height:40px" id="before">before</p>
<div style="width:380px;margin:40px"><indicator-chart><script type="application/json">${JSON.stringify(spec)}</script></indicator-chart></div>
<p style="height:2500px">after</p>
<script src="/tests/pages/selected.js"></script>`;

/** @returns {Promise<any[]>} the data that were selected since the last time */
const selected = () => inPage("const all = window.selected; window.selected = []; return all;");

const shown = () => inPage('return shown(part(chart, "tooltip"));');

/** Where the data are in the window. @returns {Promise<{id: number, x: number, y: number}[]>} */
async function anchors() {
  assert.deepEqual(await show(body), [true]);
  return inPage(`
    const box = part(chart, "canvas").getBoundingClientRect();
    const data = [0, 1, 2, 3].map((id) => chart.select(id));
    chart.clear();
    return data.map(({ id, anchor }) => ({ id, x: box.left + anchor.x, y: box.top + anchor.y }));`);
}

describe("finger and pen", () => {
  for (const kind of /** @type {const} */ (["touch", "pen"])) {
    test(`${kind}: a tap ${reach} px beside a small mark reaches it, and a second one hides it`, async () => {
      for (const { id, x, y } of await anchors())
        for (const [right, down] of [
          [reach, 0],
          [-reach, 0],
          [0, reach],
          [0, -reach],
        ]) {
          const place = { x: x + right, y: y + down };
          await tap(place, kind);
          await frames();
          assert.deepEqual(
            (await selected()).map((datum) => datum.id),
            [id],
            `${right}, ${down} px beside`,
          );
          assert.equal(await shown(), true);
          await tap(place, kind);
          await frames();
          assert.equal(await shown(), false, "a second tap hides it");
          assert.deepEqual(await selected(), []);
        }
    });

    test(`${kind}: what a tap showed stays when it is lifted, until one beside the chart`, async () => {
      const [first] = await anchors();
      assert.ok(first);
      await tap(first, kind);
      // Chromium's driver leaves the pen in the air.
      await inPage(
        'part(chart, "plot").dispatchEvent(new PointerEvent("pointerleave", { pointerType: given }));',
        kind,
      );
      await frames();
      assert.equal(await shown(), true);
      await tap({ x: 60, y: 20 }, kind);
      await frames();
      assert.equal(await shown(), false, "a tap beside the chart hides it");
      // What a script shows has no focus to lose.
      await inPage("chart.select(0);");
      assert.equal(await shown(), true);
      await tap({ x: 60, y: 20 }, kind);
      await frames();
      assert.equal(await shown(), false, "a tap beside the chart hides what a script showed");
    });
  }

  test("a pen that hovers shows a datum, and its first tap chooses that", async () => {
    const [first] = await anchors();
    assert.ok(first);
    await inPage(
      'part(chart, "plot").dispatchEvent(new PointerEvent("pointermove", { pointerType: "pen", clientX: given.x, clientY: given.y }));',
      first,
    );
    assert.equal(await shown(), true);
    await tap(first, "pen");
    await frames();
    assert.deepEqual([(await selected()).length, await shown()], [1, true]);
  });

  test("a finger that the page takes for scrolling leaves nothing shown", async () => {
    const [first] = await anchors();
    await inPage(
      `const at = { pointerType: "touch", clientX: given.x, clientY: given.y };
      for (const type of ["pointerdown", "pointercancel"]) part(chart, "plot").dispatchEvent(new PointerEvent(type, at));`,
      first,
    );
    assert.equal(await shown(), false);
  });

  test("nothing on the chart keeps the page from scrolling", async () => {
    const kept = await inPage(
      `const plot = part(chart, "plot");
      const types = ["pointerdown", "pointermove", "touchstart", "touchmove", "wheel"];
      return types.filter((type) => !plot.dispatchEvent(new Event(type, { bubbles: true, cancelable: true, composed: true })));`,
      await anchors(),
    );
    assert.deepEqual(kept, []);
    assert.match(await inPage('return getComputedStyle(part(chart, "plot")).touchAction;'), /auto|manipulation|pan-y/);
  });

  // Only Chromium's driver has a finger that the page scrolls under.
  test("a finger that starts on the chart and goes up scrolls the page", { skip: engine !== "chromium" }, async () => {
    const [first] = await anchors();
    assert.ok(first);
    /** @type {any} */
    const finger = new /** @type {any} */ (Pointer)("finger", "touch");
    const to = (/** @type {number} */ y, /** @type {number} */ duration) =>
      finger.move({ origin: Origin.VIEWPORT, x: Math.round(first.x), y: Math.round(y), duration });
    /** @type {any} */
    const actions = browser().actions();
    const steps = [20, 60, 100, 140].map((far) => to(first.y - far, 50));
    await actions.insert(finger, to(first.y, 0), finger.press(), ...steps, finger.release()).perform();
    await until(() => inPage("return scrollY > 60;"), "the page has scrolled");
  });
});
