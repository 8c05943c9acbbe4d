// For those who see little, or other colours: zoom, spacing of the reader's own, forced colours, targets, where the focus is.

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { openChromium } from "../../www/build/chromium.mjs";
import { engine } from "./engine.mjs";
import { address, page, test } from "./stage.mjs";

const names = ["bar", "line-series", "column-grouped", "scatter-series", "donut-six", "table", "timeline"];
const charts = names
  .map(
    (name) =>
      `<section><h2>${name}</h2><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></section>`,
  )
  .join("");

describe("for those who see little", { skip: engine !== "chromium" }, () => {
  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  /**
   * @param {import("playwright-core").BrowserContextOptions} options
   * @param {string} [css] of the page
   */
  async function open(options, css = "") {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await tab.goto(address(page(`<main><h1>Charts</h1>${charts}</main>`, { head: `<style>${css}</style>` })));
    await tab.evaluate(async () => {
      await customElements.whenDefined("indicator-chart");
      for (const chart of document.querySelectorAll("indicator-chart")) {
        chart.scrollIntoView();
        await /** @type {any} */ (chart).ready;
      }
    });
    return tab;
  }

  /** What is wider than its chart, or cut. @param {import("playwright-core").Page} tab */
  const cut = (tab) =>
    tab.evaluate(() => {
      const found = [];
      if (document.documentElement.scrollWidth > innerWidth)
        found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      for (const chart of document.querySelectorAll("indicator-chart")) {
        const root = /** @type {ShadowRoot} */ (chart.shadowRoot);
        const edge = chart.getBoundingClientRect().right + 1;
        for (const node of root.querySelectorAll("figcaption *, [part=key] *, .notes *, .foot *, canvas")) {
          const box = node.getBoundingClientRect();
          const what = `${chart.getAttribute("src")} ${node.getAttribute("part") ?? node.localName}`;
          if (box.width && box.right > edge) found.push(`${what} ends ${box.right - edge} px beyond`);
          if (node.scrollHeight > node.clientHeight + 4 && getComputedStyle(node).overflow === "hidden")
            found.push(`${what} is cut`);
        }
      }
      return found;
    });

  for (const [what, width, height, deviceScaleFactor] of /** @type {const} */ ([
    ["200 %", 640, 450, 2],
    ["400 %", 320, 225, 4],
  ]))
    test(`at ${what} all flows into one column, sharp, and nothing is cut`, async () => {
      const tab = await open({ viewport: { width, height }, deviceScaleFactor });
      assert.deepEqual(await cut(tab), []);
      const ratios = await tab.evaluate(() =>
        [...document.querySelectorAll("indicator-chart")].flatMap((chart) => {
          const canvas = /** @type {HTMLCanvasElement} */ (chart.shadowRoot?.querySelector("canvas"));
          const { width } = canvas.getBoundingClientRect();
          // A table has none that is shown.
          return width ? [canvas.width / width] : [];
        }),
      );
      for (const ratio of ratios) assert.ok(Math.abs(ratio - deviceScaleFactor) < 0.05, `${ratio}`);
      await tab.close();
    });

  test("the reader's own text spacing (WCAG 1.4.12) cuts nothing", async () => {
    const tab = await open({ viewport: { width: 360, height: 800 } });
    await tab.evaluate(() => {
      for (const chart of document.querySelectorAll("indicator-chart")) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
        );
        const root = /** @type {ShadowRoot} */ (chart.shadowRoot);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
    });
    assert.deepEqual(await cut(tab), []);
    await tab.close();
  });

  test("forced colours: words, buttons and rings take the system's, and the plot has ink on its ground", async () => {
    const tab = await open({ forcedColors: "active", colorScheme: "dark" });
    const found = await tab.evaluate(() => {
      const probe = document.createElement("i");
      document.body.append(probe);
      const system = (/** @type {string} */ name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const root = /** @type {ShadowRoot} */ (document.querySelector("indicator-chart")?.shadowRoot);
      const color = (/** @type {string} */ part) =>
        getComputedStyle(/** @type {Element} */ (root.querySelector(`[part="${part}"]`))).color;
      const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(
        0,
        0,
        canvas.width,
        canvas.height,
      );
      let ink = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] > 128 && data[at] + data[at + 1] + data[at + 2] > 380) ink += 1;
      return {
        text: system("CanvasText"),
        title: color("title"),
        subtitle: color("subtitle"),
        button: color("toggle"),
        ink,
      };
    });
    assert.equal(found.title, found.text);
    assert.equal(found.subtitle, found.text);
    assert.equal(found.button, found.text);
    assert.ok(found.ink > 200, `${found.ink} light pixels on the dark ground`);
    await tab.close();
  });

  test("more contrast: muted words are as dark as all others", async () => {
    const tab = await open({ contrast: "more" });
    const color = await tab.evaluate(
      () =>
        getComputedStyle(
          /** @type {any} */ (document.querySelector("indicator-chart")).shadowRoot.querySelector('[part="subtitle"]'),
        ).color,
    );
    assert.equal(color, "rgb(0, 0, 0)");
    await tab.close();
  });

  test("targets are 24 px at least: cells, buttons, what opens", async () => {
    const tab = await open({ viewport: { width: 320, height: 640 } });
    await tab.evaluate(() =>
      /** @type {any} */ (document.querySelector("indicator-chart")).shadowRoot
        .querySelector('[part="download"]')
        .click(),
    );
    await tab.waitForFunction(() =>
      document.querySelector("indicator-chart")?.shadowRoot?.querySelector('[role="menu"]'),
    );
    const small = await tab.evaluate(() =>
      [...document.querySelectorAll("indicator-chart")].flatMap((chart) =>
        [...(chart.shadowRoot?.querySelectorAll('[role="gridcell"], button:not(.quiet), [role="menuitem"]') ?? [])]
          .map((node) => ({ node: node.getAttribute("part") ?? node.textContent, box: node.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 23.9 || box.height < 23.9))
          .map(({ node, box }) => `${node}: ${box.width} by ${box.height}`),
      ),
    );
    assert.deepEqual(small, []);
    await tab.close();
  });

  test("the focus is never hidden: at 400 %, on every datum, the ring is in the window and nothing lies on it", async () => {
    const tab = await open({ viewport: { width: 320, height: 225 }, deviceScaleFactor: 2 });
    await tab.evaluate(() => {
      scrollTo(0, 0);
      /** @type {any} */ (document.querySelector("indicator-chart")).shadowRoot
        .querySelector('[role="gridcell"][tabindex="0"]')
        .focus();
    });
    for (let step = 0; step < 10; step += 1) {
      const found = await tab.evaluate(() => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("indicator-chart")?.shadowRoot);
        const ring = /** @type {Element} */ (root.querySelector('[part="focus"]')).getBoundingClientRect();
        const tip = /** @type {Element} */ (root.querySelector('[part="tooltip"]')).getBoundingClientRect();
        const over = Math.min(ring.bottom, tip.bottom) - Math.max(ring.top, tip.top);
        return { top: ring.top, bottom: ring.bottom, tall: innerHeight, hidden: over > ring.height / 2 };
      });
      assert.ok(found.bottom > 0 && found.top < found.tall, JSON.stringify(found));
      assert.equal(found.hidden, false, JSON.stringify(found));
      await tab.keyboard.press("ArrowDown");
    }
    await tab.close();
  });
});
