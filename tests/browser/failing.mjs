// Every way in which a chart can fail: rung 1 stays, whole, and the author hears of exactly one problem.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { engine } from "./engine.mjs";
import { address, browser, frames, inPage, messages, page, ready, show, states, test, trapHead } from "./stage.mjs";

const rung = '<p class="rung">rung 1</p>';
const chart = `<indicator-chart src="/examples/bar/spec.json">${rung}</indicator-chart>`;

/** @param {string} data what stands at `data` in the spec */
const withData = (data) =>
  `<indicator-chart><script type="application/json">{"kind":"bar","title":"Made up","y":"town","x":"share","measure":"share","unit":"%","subtitle":"Made up","source":"Made up","data":${data}}</script>${rung}</indicator-chart>`;

/** Where the script itself never comes to be: the browser says so, once, and the page stays as it was. */
const unscripted = {
  "a script that is cut off": "script-syntax",
  "a script that throws": "script-throws",
  "a script that is not there": "script-missing",
  "a script of the wrong MIME type": "script-plain",
};

/**
 * Where the script runs and what it needs fails.
 * @type {Record<string, {dist?: string, body?: string, head?: string, policy?: string, says: RegExp}>}
 */
const failures = {
  "wasm that a policy refuses": { policy: "script-src 'self'", says: /wasm-unsafe-eval/ },
  "wasm that is not there": { dist: "wasm-missing", says: /indicator-chart\.wasm: the server answers 404/ },
  "wasm that never comes": { dist: "wasm-never", says: /indicator-chart\.wasm: no answer within 10 s/ },
  "a page in the place of the wasm": { dist: "wasm-page", says: /indicator-chart\.wasm: this is no WebAssembly/ },
  "a part that is not there": { dist: "part-missing", says: /indicator-chart-bar-plain\.wasm: the server answers 404/ },
  "a page in the place of a part": {
    dist: "part-page",
    says: /indicator-chart-bar-plain\.wasm: this is no WebAssembly/,
  },
  "memory that may not grow": { dist: "wasm-cramped", says: /please report|memory/ },
  "a spec that is not there": { body: chart.replace("bar/spec", "nowhere"), says: /404/ },
  "data that are not there": { body: withData('{"url":"/nowhere.csv"}'), says: /nowhere\.csv: the server answers 404/ },
  "data that never come": { body: withData('{"url":"/never"}'), says: /never: no answer within 10 s/ },
  "data that cannot be drawn": { body: withData("[]"), says: /data/ },
  "a canvas that cannot be painted": {
    head: "<script>HTMLCanvasElement.prototype.getContext = () => null;</script>",
    says: /canvas/,
  },
  "a trap while composing": { head: `${trapHead}<script>trap = "chart_compose";</script>`, says: /please report/ },
  "a trap while painting": { head: `${trapHead}<script>trap = "chart_paint";</script>`, says: /please report/ },
};

describe("whatever fails", () => {
  for (const [name, how] of Object.entries(unscripted)) {
    test(`${name}: rung 1 stays`, async () => {
      await browser().get(address(page(chart, { dist: `/broken/${how}` })));
      await browser().executeAsyncScript("setTimeout(arguments[0], 300);");
      assert.equal(await inPage('return shown(chart.querySelector(".rung"));'), true);
      const said = await messages();
      assert.equal(said.length, 1, said.join("\n"));
    });
  }

  test("no script at all: rung 1 stays, and nobody complains", async () => {
    const whole = `<!doctype html><title>No script</title><link rel="icon" href="data:,">${chart}`;
    await browser().get(address(page("", { whole, policy: "script-src 'none'" })));
    assert.equal(await inPage('return shown(chart.querySelector(".rung")) && !chart.shadowRoot;'), true);
  });

  test("a browser that knows no constructed style sheets: rung 1 stays", async () => {
    await browser().get(address(page(chart, { head: "<script>delete window.CSSStyleSheet;</script>" })));
    await browser().executeAsyncScript("setTimeout(arguments[0], 300);");
    assert.equal(await inPage('return shown(chart.querySelector(".rung"));'), true);
    const said = await messages();
    assert.equal(said.length, 1, said.join("\n"));
  });

  for (const [name, { dist, body = chart, head, policy, says }] of Object.entries(failures)) {
    test(`${name}: rung 1 stays, with one problem`, async () => {
      const ends = await show(body, { head, policy, dist: dist && `/broken/${dist}` });
      assert.deepEqual(ends, [false]);
      const [state] = await states();
      assert.deepEqual([state?.drawn, state?.rung], [false, true]);
      const lines = state?.problems.map(({ place, message, hint }) => `${place}: ${message}; ${hint}`) ?? [];
      assert.equal(lines.length, 1, lines.join("\n"));
      assert.match(lines[0] ?? "", says);
      const ours = (await messages()).filter((line) => line.includes("indicator-chart: "));
      assert.equal(ours.length, 1, ours.join("\n"));
      assert.equal(await inPage("return document.body.innerText.trim();"), "rung 1");
    });
  }

  test("wasm of the wrong MIME type costs nothing", async () => {
    assert.deepEqual(await show(chart, { dist: "/broken/wasm-plain" }), [true]);
    assert.deepEqual(await messages(), []);
  });

  test("a canvas that the browser takes back: rung 1 until it is given again", async () => {
    assert.deepEqual(await show(chart), [true]);
    const before = await ink();
    // As a lost graphics process does it: the picture is gone first, then the word of it comes.
    await inPage(`const canvas = part(chart, "canvas");
      canvas.getContext("2d").clearRect(0, 0, 1e6, 1e6);
      canvas.dispatchEvent(new Event("contextlost", { cancelable: true }));`);
    const [lost] = await states();
    assert.deepEqual(
      [lost?.drawn, lost?.rung, lost?.problems.map(({ kind }) => kind)],
      [false, true, ["context-lost"]],
    );
    await inPage('part(chart, "canvas").dispatchEvent(new Event("contextrestored"));');
    assert.equal(
      await browser().executeAsyncScript("document.querySelector('indicator-chart').ready.then(arguments[0])"),
      true,
    );
    await frames();
    const [again] = await states();
    assert.deepEqual([again?.drawn, again?.rung, again?.problems], [true, false, []]);
    assert.equal(await ink(), before);
    assert.equal((await messages()).length, 1);
  });

  test("an element that is removed while it loads is never drawn, and says so; put back, it is", async () => {
    await browser().get(address(page(`<indicator-chart src="/never">${rung}</indicator-chart>`)));
    const ends = await browser().executeAsyncScript(`
      const done = arguments[0];
      (async () => {
        await customElements.whenDefined("indicator-chart");
        const chart = document.querySelector("indicator-chart");
        await new Promise((resolve) => setTimeout(resolve, 100));
        const { ready } = chart;
        chart.remove();
        const ends = [await ready, await chart.ready];
        chart.setAttribute("src", "/examples/bar/spec.json");
        document.body.append(chart);
        ends.push(await chart.ready);
        return ends;
      })().then(done, (error) => done(String(error)));`);
    assert.deepEqual(ends, [false, false, true]);
    assert.deepEqual(await messages(), []);
  });

  test("what a page preloads is taken though its chart is far below", { skip: engine !== "chromium" }, async () => {
    const wasm = (/** @type {string} */ part) =>
      `<link rel="preload" href="/dist/indicator-chart${part}.wasm" as="fetch" type="application/wasm" crossorigin>`;
    await browser().manage().logs().get("browser");
    const spec = '<link class="indicator-chart" rel="preload" href="/examples/bar/spec.json" as="fetch" crossorigin>';
    const head = wasm("") + wasm("-bar-plain") + spec;
    await browser().get(address(page(`<p style="height:9000px">far</p>${chart}`, { head })));
    // Chromium complains of what lies unused some seconds after the page has loaded.
    await browser().executeAsyncScript("setTimeout(arguments[0], 5000);");
    const log = await browser().manage().logs().get("browser");
    assert.deepEqual(
      log.map(({ message }) => message),
      [],
    );
    const asked = await inPage(
      'return performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /wasm$|json$/.test(name)).sort();',
    );
    const files = ["/dist/indicator-chart-bar-plain.wasm", "/dist/indicator-chart.wasm", "/examples/bar/spec.json"];
    assert.deepEqual(asked, files.map(address));
    await inPage("chart.scrollIntoView();");
    assert.deepEqual(await ready(), [true]);
    assert.equal(
      await inPage('return performance.getEntriesByType("resource").filter(({ name }) => /json$/.test(name)).length;'),
      1,
      "the spec is fetched once",
    );
  });
});

/** A sum over the pixels of the canvas. */
const ink = () =>
  inPage(`const canvas = part(chart, "canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 0);`);
