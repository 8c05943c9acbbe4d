// Strict content security policies: with wasm allowed nothing is lost, without it rung 1 stays.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { address, browser, frames, inPage, messages, page, ready, show, states, test } from "./stage.mjs";

const others = "style-src 'self'; img-src 'self' data:; connect-src 'self'";
const withWasm = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ${others}`;
const withoutWasm = `default-src 'none'; script-src 'self'; ${others}`;
const chart =
  '<indicator-chart src="/examples/bar/spec.json"><img class="rung" src="/www/article/icon.svg" width="380" height="240" alt="rung 1"></indicator-chart>';

describe("a strict policy", () => {
  test("that allows wasm changes nothing: all charts are drawn, the policy is not violated", async () => {
    assert.deepEqual(await show(chart + chart, { policy: withWasm }), [true, true]);
    assert.deepEqual(await messages(), []);
    // The chart needs more room than the picture had, so it waits for its reader.
    await inPage('chart.dispatchEvent(new PointerEvent("pointerdown"));');
    await frames();
    await inPage(
      'cell(chart).focus(); cell(chart).dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));',
    );
    assert.equal(await inPage('return shown(part(chart, "tooltip"));'), true);
    assert.deepEqual(await messages(), []);
  });

  test("leaves the article page whole", async () => {
    const html = readFileSync(join(root, "index.html"), "utf8");
    const whole = html
      .replace(/(src|href)="(?=dist\/|www\/)/g, '$1="/')
      .replace("<head>", '<head><script src="/tests/pages/watch.js"></script>');
    await browser().get(address(page("", { whole, policy: withWasm })));
    const ends = await ready();
    assert.ok(ends.length >= 7);
    assert.deepEqual(
      ends,
      ends.map(() => true),
    );
    assert.deepEqual(await messages(), []);
  });

  test("that forbids wasm leaves rung 1, with one problem a chart that says so", async () => {
    const ends = await show(chart + chart, { policy: withoutWasm });
    assert.deepEqual(ends, [false, false]);
    for (const { drawn, rung, problems } of await states()) {
      assert.equal(drawn, false);
      assert.equal(rung, true);
      assert.equal(problems.length, 1);
      assert.match(problems[0].hint, /wasm-unsafe-eval/);
    }
  });
});
