// By keyboard alone: reach, read and leave every datum of every kind, find names by typing, and get past a chart.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { soundExamples, specOf } from "../example.mjs";
import { browser, frames, inPage, messages, press, show, test, until } from "./stage.mjs";

/** The first example of every kind, and those with many data. */
const walked = new Set(["line-days", "scatter-crowded", "bar-ar", "line-ar", "facet"]);
// A table is walked through cell by cell: records.mjs.
const kinds = new Set(["table"]);
for (const name of soundExamples) {
  const { kind } = specOf(name);
  if (!kinds.has(kind)) walked.add(name);
  kinds.add(kind);
}

const around = (/** @type {string} */ charts) =>
  `<p><a href="#" id="before">before</a></p><div style="width:380px">${charts}</div>
  <p><a href="#" id="after">after</a></p><script src="/tests/pages/selected.js"></script>`;

const chartOf = (/** @type {string} */ name, more = "") =>
  `<indicator-chart src="/examples/${name}/spec.json" ${more}></indicator-chart>`;

/**
 * Puts the reader before the chart and tabs into its grid.
 * @param {number} [times] how often Tab is pressed
 */
async function tabIn(times = 2) {
  await inPage('document.querySelector("#before").focus();');
  for (let count = 0; count < times; count += 1) await press(Key.TAB);
}

/** What has the focus, what it says, and what is shown. */
const where = () =>
  inPage(`
    const active = chart.shadowRoot.activeElement ?? document.activeElement;
    const ring = part(chart, "focus").getBoundingClientRect();
    return {
      role: active.getAttribute("role") ?? active.getAttribute("part") ?? active.id,
      key: active.textContent,
      expanded: active.getAttribute("aria-expanded"),
      tooltip: shown(part(chart, "tooltip")),
      hint: shown(part(chart, "hint")) ? part(chart, "hint").textContent : "",
      seen: ring.bottom > 0 && ring.top < innerHeight,
      cell: active.getAttribute("role") === "gridcell",
    };`);

/**
 * Walks with one key until it leads no further, opening what can be opened; in the page, since a chart may have many data.
 * @returns {Promise<{read: string[], quiet: number}>} what each datum said, and how many said nothing
 */
const walkAll = () =>
  browser().executeAsyncScript(`
    const done = arguments[0];
    const chart = document.querySelector("indicator-chart");
    const root = chart.shadowRoot;
    const press = (key, ctrlKey = false) =>
      root.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, composed: true, cancelable: true }));
    press("Home", true);
    for (let depth = 0; root.activeElement.getAttribute("aria-expanded") === "false" && depth < 9; depth += 1) press("Enter");
    press("Home", true);
    const read = [];
    let quiet = 0;
    const figure = root.querySelector("figure");
    const forward = figure.dir === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    // Lines that run against the writing are walked the other way round.
    const first = root.activeElement;
    press(forward[0]);
    const key = root.activeElement === first ? forward[1] : forward[0];
    press("Home", true);
    for (let step = 0; step < 20000; step += 1) {
      const { activeElement } = root;
      read.push(activeElement.textContent);
      if (!activeElement.textContent || root.querySelector('[part="tooltip"]').hidden) quiet += 1;
      press(key);
      if (root.activeElement === activeElement) break;
    }
    done({ read, quiet });`);

describe("by keyboard alone", () => {
  for (const name of walked) {
    test(`${name}: every datum is reached, read and left`, async () => {
      assert.deepEqual(await show(around(chartOf(name))), [true]);
      await tabIn(1);
      assert.equal((await where()).role, "skip");
      await press(Key.TAB);
      const first = await where();
      assert.ok(first.cell, `Tab leads to ${first.role}`);
      assert.ok(first.tooltip && first.hint.length > 20 && first.seen, JSON.stringify(first));
      const { read, quiet } = await walkAll();
      const lines = (await inPage("return chart.toCsv();")).trimEnd().split("\r\n");
      assert.equal(read.length, lines.length - 1);
      assert.equal(quiet, 0, "each speaks and is shown");
      await press(Key.TAB);
      await frames();
      const left = await where();
      assert.ok(!left.cell && !left.tooltip && !left.hint, `Tab stays on ${JSON.stringify(left)}`);
      // And back in, to where the walk was.
      await browser().actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
      assert.equal((await where()).key, read.at(-1));
      assert.deepEqual(await messages(), []);
    });
  }

  test("a chart can be skipped with Enter", async () => {
    await show(around(chartOf("bar")));
    await tabIn(1);
    const size = await inPage(
      'const box = part(chart, "skip").getBoundingClientRect(); return [box.width, box.height];',
    );
    assert.ok(size[0] > 60 && size[1] >= 24, `the way past is seen: ${size}`);
    await press(Key.ENTER);
    await press(Key.TAB);
    assert.equal(await inPage("return document.activeElement.id;"), "after");
  });

  test("arrows go by datum and by series, Home and End to the ends, Ctrl to those of all", async () => {
    await show(around(chartOf("line-series")));
    await tabIn();
    const said = async (/** @type {string[]} */ ...keys) => {
      await press(...keys);
      return (await where()).key;
    };
    assert.match(await said(Key.ARROW_RIGHT), /^South Korea, 1970/);
    assert.match(await said(Key.ARROW_DOWN), /^China, 1970/);
    assert.match(await said(Key.END), /^China, 2005/);
    assert.match(await said(Key.ARROW_UP), /^South Korea, 2005/);
    assert.match(await said(Key.HOME), /^South Korea, 1965/);
    assert.match(await said(Key.ARROW_LEFT), /^South Korea, 1965/, "stays at the end");
    await browser().actions().keyDown(Key.CONTROL).sendKeys(Key.END).keyUp(Key.CONTROL).perform();
    assert.match((await where()).key, /^India, 2005/);
    assert.match(await said("1", "9", "9"), /^India, 1990/, "what is typed in one go is a name");
    await new Promise((resolve) => setTimeout(resolve, 900));
    assert.match(await said("c"), /^China, 1990/, "a letter leads to a series");
    await press(Key.ENTER);
    const [chosen] = await inPage("return window.selected;");
    assert.equal(chosen.label, "1990");
    await press(Key.ESCAPE);
    assert.equal((await where()).tooltip, false);
  });

  test("many data are reached in few steps: part, smaller part, datum; Escape leads back out", async () => {
    await show(around(chartOf("line-days")));
    await tabIn();
    const start = await where();
    assert.equal(start.expanded, "false");
    const parts = await inPage(`return chart.shadowRoot.querySelectorAll('[role="gridcell"]').length;`);
    assert.ok(parts > 1 && parts <= 40, `${parts} parts`);
    assert.match(start.hint, /open/);
    let depth = 0;
    while ((await where()).expanded === "false") {
      await press(Key.ENTER);
      depth += 1;
      const shown = await inPage(`return chart.shadowRoot.querySelectorAll('[role="gridcell"]').length;`);
      assert.ok(shown <= 40, `${shown} cells at once`);
    }
    assert.ok(depth >= 1 && depth <= 4);
    for (let count = 0; count < depth; count += 1) await press(Key.ESCAPE);
    assert.equal((await where()).key, start.key);
  });

  test("a screen reader's own click and focus are understood", async () => {
    await show(around(chartOf("bar")));
    await inPage(`chart.shadowRoot.querySelectorAll('[role="gridcell"]')[3].click();`);
    const [chosen] = await inPage("return window.selected;");
    assert.equal(chosen.id, 3);
    await inPage(`chart.shadowRoot.querySelectorAll('[role="gridcell"]')[5].focus();`);
    await press(Key.ARROW_DOWN);
    await press(Key.ENTER);
    assert.equal((await inPage("return window.selected;")).at(-1).id, 6);
  });

  test("the wording is the reader's: short where that was chosen, on every chart, and the next time", async () => {
    const body = around(chartOf("line-series") + chartOf("bar"));
    await show(body);
    await inPage("localStorage.clear();");
    await tabIn();
    await press("?");
    await until(() => inPage('return shown(part(chart, "help"));'), "the dialog is open");
    await inPage(`const terse = part(chart, "help").querySelector('[value="terse"]'); terse.click();`);
    await press(Key.ESCAPE);
    assert.equal(await inPage('return shown(part(chart, "help"));'), false);
    // Browsers give the focus back in their own time.
    const at = (/** @type {string} */ key) => until(async () => (await where()).key === key, `the focus is at ${key}`);
    await at("1965, 61.4 years");
    await press(Key.ARROW_DOWN);
    await at("China, 1965, 58.5 years");
    await press(Key.ARROW_RIGHT);
    await at("1970, 60.9 years");
    const other = await inPage(`return charts[1].shadowRoot.querySelector('[role="gridcell"]').textContent;`);
    assert.equal(other, "Japan, 82.5 years");
    await show(body);
    assert.equal(await inPage("return cell(chart).textContent;"), "1965, 61.4 years");
    await inPage("localStorage.clear();");
  });

  test("one voice: one thing at a time, nothing twice in a row, nothing of what has become stale", async () => {
    await show(around(chartOf("bar")));
    await inPage(`
      window.heard = [];
      new MutationObserver(() => {
        const words = part(chart, "status").textContent;
        if (words) heard.push([performance.now(), words]);
      }).observe(part(chart, "status"), { childList: true, characterData: true, subtree: true });`);
    await tabIn();
    await press("x");
    await press("x");
    await new Promise((resolve) => setTimeout(resolve, 3500));
    const heard = await inPage("return heard;");
    const words = heard.map((/** @type {[number, string]} */ [, words]) => words);
    assert.equal(words[0], "Nothing begins with x");
    assert.equal(new Set(words).size, words.length, `${words}`);
    for (let index = 1; index < heard.length; index += 1) {
      assert.ok(heard[index][0] - heard[index - 1][0] > 700, "each has its time");
    }
  });
});
