// The page for frames: as high as its chart on pages of any origin, by our own messages and by pym.js's.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { address, browser, inPage, messages, page, test, until } from "./stage.mjs";

/** The same server under another origin. */
const elsewhere = () => address("").replace("localhost", "127.0.0.1");

const strict = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src http:; img-src data:";

/** @param {string} query @param {string} [more] attributes */
const frame = (query, more = "") =>
  `<iframe src="${elsewhere()}/dist/embed.html?${query}" width="400" height="100" title="A chart" ${more}></iframe>`;

const bar = "src=/examples/bar/spec.json";
const host = '<script src="/dist/indicator-chart-frame.js"></script>';

/** How high a frame is, and what it holds. @param {number} [at] */
const high = (at = 0) =>
  inPage("return Number.parseFloat(getComputedStyle(document.querySelectorAll('iframe')[given]).height);", at);

/** Runs code in a frame. @param {string} code @param {number} [at] */
async function inFrame(code, at = 0) {
  await browser().switchTo().frame(at);
  try {
    return await inPage(code);
  } finally {
    await browser().switchTo().defaultContent();
  }
}

/** Waits until a frame is as high as what it holds. @param {number} [at] */
async function fits(at = 0) {
  await until(async () => {
    const inside = await inFrame(
      "return chart?.offsetHeight && shown(part(chart, 'figure')) ? document.body.offsetHeight : 0;",
      at,
    );
    return inside > 150 && Math.abs(inside - (await high(at))) <= 1;
  }, "the frame fits");
}

/** @param {string} body @param {string} [policy] */
const open = (body, policy = strict) => browser().get(address(page(body, { policy })));

describe("the page for frames", () => {
  test("is as high as its chart on a page of another origin, under strict policies, and follows its width", async () => {
    await open(`${frame(bar)}<p>below</p>${host}`);
    await fits();
    const before = await high();
    await inPage("document.querySelector('iframe').width = 280;");
    await until(async () => (await high()) !== before, "the height changes");
    await fits();
    // The words follow the picture.
    const named = () => inFrame('return document.title !== "" && document.title === part(chart, "title").textContent;');
    await until(named, "the page has the chart's title");
    const inside = await inFrame(`return {
      wide: document.documentElement.scrollWidth, inner: innerWidth, scroll: document.documentElement.scrollHeight - innerHeight,
      title: document.title === part(chart, "title").textContent, base: document.querySelector("base").target };`);
    assert.deepEqual(inside, { wide: 280, inner: 280, scroll: 0, title: true, base: "_blank" });
    assert.deepEqual(await messages(), []);
  });

  test("works under the strict policy of the README itself", async () => {
    const whole = (await (await fetch(address("/dist/embed.html"))).text()).replaceAll(
      /(href|src)="indi/g,
      '$1="/dist/indi',
    );
    const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'`;
    const inner = page("", {
      whole: whole.replace("<body>", '<script src="/tests/pages/watch.js"></script><body>'),
      policy,
    });
    await browser().get(`${address(inner)}?${bar}`);
    assert.equal(
      await browser().executeAsyncScript("document.querySelector('indicator-chart').ready.then(arguments[0]);"),
      true,
    );
    assert.deepEqual(await messages(), []);
  });

  test("comes later, several on a page, against the page's own rules for frames", async () => {
    await open(`<link rel="stylesheet" href="/tests/pages/embed/frames.css">${host}${frame(bar)}`, `${strict}`);
    await inPage(
      `document.body.insertAdjacentHTML("beforeend", given);`,
      frame("src=/examples/line/spec.json&theme=dark"),
    );
    await fits(0);
    await fits(1);
    assert.equal(await inFrame("return chart.getAttribute('theme');", 1), "dark");
  });

  test("in a sandbox that leaves it its origin", async () => {
    await open(`${frame(bar, 'sandbox="allow-scripts allow-same-origin"')}${host}`);
    await fits();
  });

  test("heeds no message of a stranger, and no nonsense", async () => {
    await open(`${frame(bar)}<iframe src="${elsewhere()}/tests/pages/embed/liar.html" height="50"></iframe>${host}`);
    await fits();
    const before = await high();
    await inPage(`const own = document.querySelector("iframe");
      for (const height of [-5, 0, NaN, Infinity, 1e9, "300", null, {}])
        dispatchEvent(new MessageEvent("message", { data: { type: "indicator-chart", height }, origin: new URL(own.src).origin, source: own.contentWindow }));
      // The right window, but it has gone to another origin; the right origin, but another window.
      const message = { type: "indicator-chart", height: 777 };
      dispatchEvent(new MessageEvent("message", { data: message, origin: "https://evil.example", source: own.contentWindow }));
      dispatchEvent(new MessageEvent("message", { data: message, origin: new URL(own.src).origin, source: window }));`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await high(), before);
    assert.equal(await high(1), 50, "a frame that is none of ours cannot make itself larger");
  });

  test("speaks pym.js's language to pym.js itself", async () => {
    const pym = `<div id="here"></div><script src="/node_modules/pym.js/dist/pym.v1.js"></script><script src="/tests/pages/embed/pym.js"></script>`;
    await browser().get(address(page(`<div data-address="${elsewhere()}/dist/embed.html?${bar}">${pym}</div>`)));
    await fits();
    const before = await high();
    await inPage("document.querySelector('#here').style.width = '300px'; dispatchEvent(new Event('resize'));");
    await until(async () => (await high()) !== before, "pym.js sets another height");
    await fits();
  });

  test("shows nothing of another origin, and the picture where the chart cannot be drawn", async () => {
    await open(
      `${frame(`src=${encodeURIComponent(address("/examples/bar/spec.json"))}`)}${frame("src=/examples/nowhere.json&picture=/www/article/icon.svg&alt=Shares")}${host}`,
    );
    const text = async () => inFrame("return chart?.problems.length ? part(chart, 'message').textContent : '';");
    await until(async () => (await text()) !== "", "it says so");
    assert.equal(await text(), "Chart unavailable");
    assert.equal(await inFrame("return chart.hasAttribute('src');"), false);
    await until(async () => (await inFrame("return chart?.problems.length;", 1)) === 1, "it has failed");
    assert.deepEqual(await inFrame("const image = chart.querySelector('img'); return [shown(image), image.alt];", 1), [
      true,
      "Shares",
    ]);
  });
});
