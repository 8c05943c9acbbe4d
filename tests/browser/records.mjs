// A table is rows and columns in the page: sorted by its headings, searched, walked through by keyboard, cards on phones.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, frames, inPage, messages, press, show, test, until } from "./stage.mjs";

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/** @param {string} name @param {number} width of the chart in CSS pixels */
const chartOf = (name, width) =>
  `<p><a href="#" id="before">before</a></p><div class="w${width}">
  <indicator-chart src="/examples/${name}/spec.json"></indicator-chart></div><p id="after">after</p>
  <script src="/tests/pages/selected.js"></script>`;

const head = '<link rel="stylesheet" href="/tests/pages/records.css">';

/** The names of the rows that are shown, what is sorted by and how, and how many rows are said to be left. */
const state = () =>
  inPage(`
    const root = part(chart, "records");
    const sorted = root.querySelector("[aria-sort]");
    return {
      names: [...root.querySelectorAll("tbody tr")].map((row) => row.cells[0].textContent),
      sorted: sorted && [sorted.cellIndex, sorted.getAttribute("aria-sort")],
      left: root.querySelector('[role="status"]').textContent,
      height: chart.offsetHeight,
    };`);

/** Gives a heading's button the focus. @param {number} at */
const focusHead = (at) => inPage('part(chart, "records").querySelectorAll("thead button")[given].focus();', at);

describe("a table", () => {
  test("is sorted by its headings with the keyboard: largest first, smallest first, as it came", async () => {
    assert.deepEqual(await show(chartOf("table-long", 640), { head, policy }), [true]);
    const before = await state();
    assert.equal(before.names.length, 62);
    assert.deepEqual([before.names[0], before.sorted], ["Afghanistan", null]);
    await focusHead(1);
    await press(Key.ENTER);
    const falling = await state();
    assert.deepEqual(falling.sorted, [1, "descending"]);
    assert.deepEqual(falling.names.slice(0, 3), ["China", "India", "United States"]);
    await press(Key.SPACE);
    const rising = await state();
    assert.deepEqual(rising.sorted, [1, "ascending"]);
    assert.equal(rising.names.at(-1), "China");
    await press(Key.ENTER);
    assert.deepEqual((await state()).names, before.names);
    assert.deepEqual(new Set([before.height, falling.height, rising.height]).size, 1);
    assert.deepEqual(await messages(), [], "and a strict policy is kept");
  });

  test("is searched, and says how many rows are left", async () => {
    await show(chartOf("table-long", 640), { head });
    const { height } = await state();
    await inPage('part(chart, "search").focus();');
    await press(..."korea");
    const found = await state();
    assert.deepEqual(found.names, ["North Korea", "South Korea"]);
    assert.equal(found.left, "2 of 62 rows");
    assert.equal(found.height, height, "what stands below does not move");
    await press("x");
    assert.equal((await state()).left, "No row has koreax");
    await inPage('const field = part(chart, "search"); field.value = ""; field.dispatchEvent(new Event("input"));');
    assert.equal((await state()).names.length, 62);
    await show(chartOf("table-heat", 640), { head });
    assert.equal(await inPage('return shown(part(chart, "search"));'), true);
    await show(chartOf("table-years", 640), { head });
    assert.equal(await inPage('return shown(part(chart, "search"));'), false, "a short one has no field");
  });

  test("is one stop for Tab behind its headings, arrows go from cell to cell, Enter chooses", async () => {
    await show(chartOf("table-heat", 640), { head });
    const cell = () =>
      inPage(
        "const { activeElement: node } = chart.shadowRoot; return node && [node.textContent, node.getAttribute('role')];",
      );
    await focusHead(3);
    await press(Key.TAB);
    assert.deepEqual(await cell(), ["19,892", "gridcell"]);
    await press(Key.ARROW_RIGHT, Key.ARROW_DOWN);
    assert.deepEqual(await cell(), ["−2,237", "gridcell"]);
    await press(Key.ENTER);
    const [chosen] = await inPage("return window.selected;");
    assert.deepEqual([chosen.label, chosen.value], ["Trade, transportation and utilities", -2237]);
    await press(Key.END, Key.HOME, Key.TAB);
    assert.notEqual((await cell())?.[1], "gridcell");
  });

  test("select marks a cell and brings it into sight; a mouse marks what it points at", async () => {
    await show(chartOf("table-long", 640), { head });
    const told = await inPage('return chart.select({ label: "Venezuela", series: "Children per woman" }).value;');
    assert.equal(typeof told, "number");
    const seen = await inPage(`
      const node = part(chart, "records").querySelector(".shown");
      const [inner, outer] = [node.getBoundingClientRect(), part(chart, "plot").getBoundingClientRect()];
      return [node.parentElement.cells[0].textContent, inner.bottom <= outer.bottom + 1 && inner.top >= outer.top];`);
    assert.deepEqual(seen, ["Venezuela", true]);
    await inPage("chart.clear();");
    assert.equal(await inPage('return part(chart, "records").querySelector(".shown");'), null);
  });

  for (const name of ["table-long", "table-lines-zh", "table-wide", "table", "table-zh"]) {
    test(`${name} fits at every width, as cards where its columns do not`, async () => {
      for (const width of [320, 380, 640]) {
        await show(chartOf(name, width), { head });
        const { over, cards } = await inPage(`
          const root = part(chart, "records");
          const right = root.getBoundingClientRect().right;
          const over = [...root.querySelectorAll("th, td, svg, input")]
            .filter((node) => node.getBoundingClientRect().right > right + 1).map((node) => node.textContent);
          return { over, cards: root.classList.contains("cards") };`);
        assert.deepEqual(over, [], `${name} at ${width}`);
        if (name === "table-wide") assert.equal(cards, width < 640);
        // Cards keep what they are to a screen reader.
        assert.ok(await inPage('return part(chart, "records").querySelectorAll("[role=columnheader]").length > 1;'));
      }
    });
  }

  test("takes the picture's place without a move of what stands below", async () => {
    const picture = '<img class="rung" src="/examples/table-heat/640.svg" width="640" alt="the table">';
    const body = `<div class="w640"><indicator-chart src="/examples/table-heat/spec.json">${picture}</indicator-chart></div>
      <p id="after">after</p>`;
    await show(body, { head });
    const top = () => inPage('return document.querySelector("#after").getBoundingClientRect().top + scrollY;');
    await until(() => inPage('return chart.querySelector("img").naturalHeight > 0;'), "the picture is there");
    const before = await top();
    await inPage('chart.dispatchEvent(new PointerEvent("pointerdown"));');
    await frames();
    assert.equal(await inPage('return shown(part(chart, "records"));'), true);
    assert.ok(Math.abs((await top()) - before) <= 1, `${before} became ${await top()}`);
    await frames();
  });

  test("gives way to another kind", async () => {
    await show(chartOf("table-years", 640), { head });
    await inPage('chart.setAttribute("src", "/examples/bar/spec.json");');
    await frames();
    assert.equal(
      await browser().executeAsyncScript("document.querySelector('indicator-chart').ready.then(arguments[0]);"),
      true,
    );
    assert.deepEqual(await inPage('return [shown(part(chart, "canvas")), Boolean(part(chart, "records"))];'), [
      true,
      false,
    ]);
  });
});
