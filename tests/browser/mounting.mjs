// Where a spec may come from, and what a page may do with the element.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { address, browser, inPage, messages, page, ready, show, states, test, trapHead, until } from "./stage.mjs";

const spec = readFileSync(join(root, "examples", "bar", "spec.json"), "utf8");
const rung = '<p class="rung">rung 1</p>';

describe("the element", () => {
  test("takes its spec from src, from a script inside, and from a table inside", async () => {
    const table = `<table class="rung"><tr><th>town</th><th>share</th></tr><tr><td>Aton</td><td>31.5</td></tr><tr><td>Beton</td><td>12</td></tr></table>`;
    const host =
      '{"kind":"bar","title":"Made up","y":"town","x":"share","measure":"share","unit":"%","subtitle":"Made up","source":"Made up","data":"table"}';
    const ends = await show(`
      <indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart>
      <indicator-chart><script type="application/json">${spec}</script>${rung}</indicator-chart>
      <indicator-chart><script type="application/json">${host}</script>${table}</indicator-chart>`);
    assert.deepEqual(ends, [true, true, true]);
    assert.deepEqual(
      (await states()).map(({ drawn, rung }) => [drawn, rung]),
      [
        [true, false],
        [true, false],
        [true, false],
      ],
    );
    assert.deepEqual(await messages(), []);
  });

  test("reads of a table what a reader sees: no footnotes' marks, nothing hidden or struck out, heads above one another as one", async () => {
    const spec = {
      kind: "bar",
      title: "Made up",
      y: "town",
      x: "share 2020",
      source: "Made up",
      data: "table",
    };
    const cells = [
      ["47.9<sup>1</sup>", "47.9"],
      ['48<sup><a href="#f">2</a></sup>', "48"],
      ["1<br>", "1"],
      ["<del>5</del><ins>6</ins>", "6"],
      ["<span hidden>7</span>8", "8"],
      ['9<script type="x">7</script><style>.none { top: 8 }</style>', "9"],
      ["3×10<sup>6</sup>", ""],
    ];
    const rows = cells.map(([cell], at) => `<tr><td>Town m<sup>${at}</sup></td><td>4</td><td>${cell}</td></tr>`);
    await show(`<indicator-chart><script type="application/json">${JSON.stringify(spec)}</script><table>
      <tr><th rowspan="2">town</th><th colspan="2">share</th></tr><tr><th>2015</th><th>2020</th></tr>
      ${rows.join("")}<tr hidden><td>Nobody</td><td>1</td><td>1</td></tr>
      <tfoot><tr><td>Total</td><td>9</td><td>99</td></tr></tfoot></table></indicator-chart>`);
    const csv = await browser().executeAsyncScript(
      "document.querySelector('indicator-chart').toCsv().then(arguments[0]);",
    );
    const found = csv
      .trim()
      .split("\r\n")
      .slice(1)
      .map((/** @type {string} */ line) => line.split(","));
    assert.deepEqual(
      found.map((/** @type {string[]} */ [, label, , value]) => [label, value]),
      cells.map(([, value], at) => [`Town m${at}`, value]),
    );
    assert.match((await messages()).join(), /"3×10\^6" is no number/);
  });

  test("keeps its look in another document, and when it comes back", async () => {
    await show(`<indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart><iframe></iframe>`);
    const look =
      "[getComputedStyle(chart.shadowRoot.querySelector('[part=title]')).fontWeight, chart.shadowRoot.adoptedStyleSheets.length, chart.offsetHeight]";
    const before = await inPage(`return ${look};`);
    assert.ok(before[1] > 0);
    const away = await inPage(`
      const other = document.querySelector("iframe").contentDocument;
      other.body.append(chart);
      return [chart.ownerDocument === other, chart.shadowRoot.adoptedStyleSheets.length];`);
    assert.deepEqual(away, [true, before[1]]);
    const after = await browser().executeAsyncScript(`
      const done = arguments[0];
      const chart = document.querySelector("iframe").contentDocument.querySelector("indicator-chart");
      document.querySelector("iframe").before(chart);
      setTimeout(() => done(${look}), 100);`);
    assert.deepEqual(after, before);
  });

  test("speaks English and says so where the words of a language are not hosted, and draws where a brand is not", async () => {
    await show(
      `<indicator-chart id="one" src="/examples/bar/spec.json" brand="/nowhere.json">${rung}</indicator-chart>`,
    );
    const [state] = await states();
    assert.deepEqual([state?.drawn, state?.rung], [true, false]);
    const said = (await messages()).filter((line) => line.includes("indicator-chart: "));
    assert.equal(said.length, 1, said.join("\n"));
    assert.match(
      said[0] ?? "",
      /warning: .*nowhere\.json: the server answers 404; the chart has the built-in look.* \(#one\)/,
    );
  });

  test("takes its spec from JS: an object, JSON text, and before it is defined", async () => {
    const ends = await show(`<indicator-chart></indicator-chart>
      <script src="/tests/pages/early.js"></script>`);
    assert.deepEqual(ends, [true], "set before the definition");
    for (const value of [JSON.parse(spec), spec]) {
      const drawn = await browser().executeAsyncScript(
        'const [value, done] = arguments; const made = document.createElement("indicator-chart"); made.spec = value; document.body.append(made); made.scrollIntoView(); made.ready.then(done);',
        value,
      );
      assert.equal(drawn, true);
    }
    assert.deepEqual(await messages(), []);
  });

  test("draws anew when the spec or src changes, and tells it", async () => {
    await show(`<indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart>`);
    const first = await inPage('return part(chart, "title").textContent;');
    const events = await browser().executeAsyncScript(`
      const done = arguments[0];
      const chart = document.querySelector("indicator-chart");
      const heard = [];
      for (const type of ["chartready", "chartproblem"]) document.addEventListener(type, (event) => heard.push([type, event.composed]));
      chart.setAttribute("src", "/examples/column/spec.json");
      chart.ready.then(() => setTimeout(done, 50, heard));`);
    assert.deepEqual(events, [["chartready", true]]);
    assert.notEqual(await inPage('return part(chart, "title").textContent;'), first);
  });

  test("other data are drawn at once, without movement and another request, in that chart alone", async () => {
    const one = `<indicator-chart><script type="application/json">${spec}</script></indicator-chart>`;
    assert.deepEqual(await show(one + one), [true, true]);
    const found = await browser().executeAsyncScript(`
      const done = arguments[0];
      const charts = [...document.querySelectorAll("indicator-chart")];
      const canvas = (chart) => chart.shadowRoot.querySelector("canvas");
      const ink = (chart) => canvas(chart).toDataURL();
      const before = charts.map(ink);
      const painted = [0, 0];
      charts.forEach((chart, at) => new MutationObserver(() => { painted[at] += 1; }).observe(canvas(chart), { attributes: true }));
      const requests = performance.getEntriesByType("resource").length;
      charts[0].data = [{ Country: "Aton", Years: 12 }, { Country: "Beton", Years: 31 }];
      charts[0].ready.then(() => {
        const first = ink(charts[0]);
        const moving = charts.flatMap((chart) => chart.shadowRoot.getAnimations().map(String));
        setTimeout(() => done({
          changed: charts.map((chart, at) => ink(chart) !== before[at]),
          still: ink(charts[0]) === first,
          other: painted[1],
          moving,
          requests: performance.getEntriesByType("resource").length - requests,
        }), 500);
      });`);
    assert.deepEqual(found, { changed: [true, false], still: true, other: 0, moving: [], requests: 0 });
  });

  test("survives being mounted twice, moved, removed and added again, and frees the Rust side", async () => {
    const body = `<div id="one"><indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart>
      <indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart></div><div id="two"></div>`;
    assert.deepEqual(await show(body, { head: trapHead }), [true, true]);
    await inPage('document.querySelector("#two").append(chart);');
    assert.deepEqual(await ready(), [true, true]);
    assert.equal(await inPage("return freed;"), 0, "a move frees nothing");
    const free = await browser().executeAsyncScript(`
      const done = arguments[0];
      window.kept = document.querySelector("#two indicator-chart");
      kept.remove();
      setTimeout(() => done(freed), 50);`);
    assert.equal(free, 1, "removal frees the chart");
    await inPage('document.querySelector("#one").append(kept);');
    assert.deepEqual(await ready(), [true, true]);
    await browser().executeAsyncScript("setTimeout(arguments[0], 200);");
    assert.deepEqual(
      (await states()).map(({ drawn }) => drawn),
      [true, true],
    );
    const ink = await inPage(`return charts.map((one) => {
      const canvas = part(one, "canvas");
      return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0);
    });`);
    assert.deepEqual(ink, [true, true]);
    assert.deepEqual(await messages(), []);
  });

  test("can be added and removed many times without keeping what it had", async () => {
    await show(`<indicator-chart src="/examples/bar/spec.json"></indicator-chart>`, {
      head: trapHead,
    });
    const freed = await browser().executeAsyncScript(
      `
      const [spec, done] = arguments;
      (async () => {
        for (let time = 0; time < 20; time += 1) {
          const chart = document.createElement("indicator-chart");
          chart.spec = spec;
          document.body.prepend(chart);
          await chart.ready;
          chart.remove();
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        done(window.freed);
      })();`,
      JSON.parse(spec),
    );
    assert.equal(freed, 20);
  });

  test("is on a page 200 times: one engine, and what is far from the window is not drawn until it is reached", async () => {
    const one = `<div style="width:380px"><indicator-chart src="/examples/bar/spec.json"><p style="height:300px">rung 1</p></indicator-chart></div>`;
    await browser().get(address(page(one.repeat(200))));
    const drawn = () => inPage('return charts.filter((one) => shown(part(one, "figure"))).length;');
    await until(drawn, "the first are drawn");
    await browser().executeAsyncScript("setTimeout(arguments[0], 1000);");
    const first = await drawn();
    assert.ok(first < 20, `${first} are drawn`);
    await inPage("charts.at(-1).scrollIntoView();");
    await until(() => inPage('return shown(part(charts.at(-1), "figure"));'), "the last is drawn");
    assert.ok((await drawn()) < 40);
    const engines = await inPage(
      'return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/indicator-chart.wasm")).length;',
    );
    assert.equal(engines, 1);
    assert.deepEqual(await messages(), []);
  });

  test("adds no global name but the element, and asks no other server", async () => {
    await show(`<indicator-chart review="off" src="/examples/bar/spec.json"></indicator-chart>`);
    const asked = await inPage(
      'return performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname).sort();',
    );
    const expected = [
      "/dist/indicator-chart-bar-plain.wasm",
      "/dist/indicator-chart-reader.js",
      "/dist/indicator-chart.js",
      "/dist/indicator-chart.wasm",
      "/examples/bar/spec.json",
      "/tests/pages/watch.js",
    ];
    assert.deepEqual(asked, expected);
    assert.equal(await inPage("return document.cookie + localStorage.length + sessionStorage.length;"), "00");
    const names = await inPage("return Object.keys(window).filter((name) => /chart|wasm|indicator/i.test(name));");
    assert.deepEqual(names, []);
  });

  test("moves nothing below it when it takes the place of a picture of its size", async () => {
    // The picture has the size that the command line gives it.
    await show(`<div style="width:380px"><indicator-chart src="/examples/bar/spec.json"></indicator-chart></div>`);
    const height = await inPage("return chart.offsetHeight;");
    await show(
      `<div style="width:380px"><indicator-chart src="/examples/bar/spec.json"><div class="rung" style="height:${height + 8}px"></div></indicator-chart></div><p id="below">below</p>`,
    );
    const now = await inPage("return chart.offsetHeight;");
    assert.ok(Math.abs(now - height - 8) < 1, `${height + 8} px became ${now} px`);
  });
});
