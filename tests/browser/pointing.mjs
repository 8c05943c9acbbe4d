// Mouse, finger and keys reach every datum; the tooltip stays inside; Escape leaves.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, frames, inPage, point, press, show, tap, test } from "./stage.mjs";

/** One example of each kind that has data to point at, and one in each direction of writing. */
const examples = [
  "bar",
  "column",
  "column-grouped",
  "dumbbell-arrow",
  "line",
  "line-series",
  "timeline",
  "rank",
  "bar-ar",
];

/** @param {string} name */
const chartOf = (name) =>
  `<p><a href="#" id="before">before</a></p>
  <div style="width:380px;margin:40px"><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></div>
  <p style="height:1500px">after</p>
  <script src="/tests/pages/selected.js"></script>`;

/** Brings the plot into the middle of the window. */
const center = () => inPage('part(chart, "plot").scrollIntoView({ block: "center" });');

/** @returns {Promise<any[]>} the data that were selected since the last time */
const selected = () => inPage("const all = window.selected; window.selected = []; return all;");

/** What the tooltip shows, and whether it is inside of the chart. */
const tooltip = () =>
  inPage(`
    const tip = part(chart, "tooltip");
    if (!shown(tip)) return { shown: false };
    const [inner, outer] = [tip.getBoundingClientRect(), chart.getBoundingClientRect()];
    return {
      shown: true,
      text: tip.textContent,
      outside: Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom),
      box: { left: inner.left, right: inner.right, top: inner.top, bottom: inner.bottom },
    };`);

/**
 * Where a datum may be pointed at: at its anchor, else, where another datum's mark lies over that, about its box.
 * @param {any} datum
 * @returns {Promise<{x: number, y: number}[]>} in the window
 */
function placesOf({ anchor, reach }) {
  const shares = [0.5, 0.1, 0.9, 0.3, 0.7];
  const inside = shares.flatMap((down) =>
    shares.map((along) => ({ x: reach.x + along * reach.width, y: reach.y + down * reach.height })),
  );
  return inPage(
    'const box = part(chart, "canvas").getBoundingClientRect(); return given.map(({ x, y }) => ({ x: box.left + x, y: box.top + y }));',
    [anchor, ...inside],
  );
}

/** Walks through all data by arrow keys and selects each. @returns {Promise<any[]>} in the order of the walk */
async function walk() {
  await inPage("cell(chart).focus();");
  // Of many data the parts come first.
  while (await inPage('return cell(chart).getAttribute("aria-expanded") === "false";')) await press(Key.ENTER);
  await press(Key.HOME);
  // Reading goes on to the left where the writing does.
  const forward = (await inPage('return part(chart, "figure").dir;')) === "rtl" ? Key.ARROW_LEFT : Key.ARROW_RIGHT;
  /** @type {any[]} */
  const walked = [];
  for (let step = 0; step < 80; step += 1) {
    await press(Key.ENTER);
    const [datum] = await selected();
    assert.ok(datum, `Enter selects nothing at step ${step}`);
    if (walked.some(({ id }) => id === datum.id)) break;
    const tip = await tooltip();
    assert.ok(tip.shown, `no tooltip at datum ${datum.id}`);
    assert.ok(tip.outside <= 0.5, `the tooltip of datum ${datum.id} leaves the chart by ${tip.outside} px`);
    walked.push(datum);
    await press(forward);
  }
  return walked;
}

describe("pointing", () => {
  for (const name of examples) {
    test(`${name}: keys and mouse reach every datum`, async () => {
      assert.deepEqual(await show(chartOf(name)), [true]);
      await center();
      const walked = await walkEverywhere(name);
      const count = walked.length;
      assert.deepEqual(
        walked.map(({ id }) => id).sort((one, other) => one - other),
        Array.from(walked, (_, index) => index),
      );
      await press(Key.ESCAPE);
      assert.equal((await tooltip()).shown, false, "Escape hides the tooltip");
      for (const datum of walked.slice(0, 20)) {
        const answers = [];
        for (const place of await placesOf(datum)) {
          await point(place, true);
          const tip = await tooltip();
          assert.ok(tip.shown, `hovering datum ${datum.id} of ${count} shows no tooltip`);
          assert.ok(tip.outside <= 0.5, `the tooltip of datum ${datum.id} leaves the chart by ${tip.outside} px`);
          const [chosen] = await selected();
          assert.ok(chosen, `a click on datum ${datum.id} selects nothing`);
          answers.push(chosen.id);
          if (chosen.id === datum.id) break;
        }
        assert.ok(answers.includes(datum.id), `nowhere on datum ${datum.id} (${datum.text}): answers ${answers}`);
      }
    });
  }

  test("the tooltip goes when the mouse leaves, and Tab leaves the plot", async () => {
    await show(chartOf("bar"));
    await center();
    const place = await inPage(
      'const box = part(chart, "canvas").getBoundingClientRect(); return { x: box.left + box.width / 2, y: box.top + box.height / 2 };',
    );
    await point(place);
    assert.ok((await tooltip()).shown);
    await point({ x: 5, y: 5 });
    assert.equal((await tooltip()).shown, false);
    await inPage("cell(chart).focus();");
    await press(Key.ARROW_DOWN);
    assert.ok((await tooltip()).shown);
    await press(Key.TAB);
    await frames();
    assert.equal((await tooltip()).shown, false);
    assert.equal(await inPage('return part(chart, "plot").contains(chart.shadowRoot.activeElement);'), false);
  });

  test("one tap shows a datum, and a tap elsewhere hides it", async () => {
    await show(chartOf("column"));
    await center();
    const walked = await walk();
    await press(Key.ESCAPE);
    for (const index of [0, Math.floor(walked.length / 2), walked.length - 1]) {
      const { anchor, id } = walked[index];
      const place = await inPage(
        'const box = part(chart, "canvas").getBoundingClientRect(); return { x: box.left + given.x, y: box.top + given.y + 2 };',
        anchor,
      );
      await tap(place);
      await frames();
      assert.ok((await tooltip()).shown, `a tap on datum ${id} shows no tooltip`);
    }
    const scrolls = await inPage('return getComputedStyle(part(chart, "plot")).touchAction;');
    assert.ok(/auto|manipulation|pan-y/.test(scrolls), `touch-action: ${scrolls} keeps the page from scrolling`);
    await browser().executeScript(
      'document.querySelector("#before").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));',
    );
    assert.equal((await tooltip()).shown, false);
  });

  test("the tooltip is text: markup in the data stays markup's letters", async () => {
    assert.deepEqual(await show(chartOf("hard-markup")), [true]);
    await center();
    const walked = await walk();
    assert.ok(walked.length > 0);
    const planted = await inPage('return chart.shadowRoot.querySelectorAll("script, img, em, svg, [onerror]").length;');
    assert.equal(planted, 0);
    assert.match(await inPage('return part(chart, "title").textContent;'), /<b>markup<\/b>|<b>/);
  });
});

/**
 * Right through every series: arrows up and down where one line of the walk does not reach all.
 * @param {string} name
 */
async function walkEverywhere(name) {
  const walked = await walk();
  const size = (await inPage("return chart.toCsv();")).trimEnd().split("\r\n").length - 1;
  assert.equal(walked.length, Math.min(size, 80), `${name}: ArrowRight reaches ${walked.length} of ${size} data`);
  return walked;
}
