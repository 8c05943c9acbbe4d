// Two checkers of accessibility, axe-core and IBM's, find nothing wrong: on the article page, with every example, and on
// the pages of others; light and dark, wide, at 320 px, and at 400 % zoom.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { openChromium } from "../../www/build/chromium.mjs";
import { root } from "../../www/build/step.mjs";
import { soundExamples, specOf } from "../example.mjs";
import { engine } from "./engine.mjs";
import { hosts } from "./hosts.mjs";
import { address, page, test } from "./stage.mjs";

const script = (/** @type {string} */ path) => readFileSync(join(root, "node_modules", path), "utf8");

/** The article pages of the repository. */
const articles = readdirSync(root).filter((name) => /^index(\.\w+)?\.html$/.test(name));

/** Examples that are drawn, a page for so many; and the first of each kind. */
const together = 40;
const firsts = soundExamples.filter(
  (name, at) => soundExamples.findIndex((other) => specOf(other).kind === specOf(name).kind) === at,
);

/**
 * Windows: width and height in CSS pixels, device pixels in one of these, scheme. 1280 px at 400 % are 320.
 * @type {Record<string, [number, number, number, "light" | "dark"]>}
 */
const views = {
  wide: [1280, 900, 1, "light"],
  dark: [1280, 900, 1, "dark"],
  "320 px": [320, 640, 1, "light"],
  "400 % zoom, dark": [320, 225, 4, "dark"],
};

const chart = (/** @type {string} */ name) =>
  `<section aria-label="${name}"><h2>${name}</h2><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></section>`;

describe("checkers of accessibility find nothing", { skip: engine !== "chromium" }, () => {
  /** @type {import("playwright-core").Browser} */
  let browser;
  const [axe, ibm] = [script("axe-core/axe.min.js"), script("accessibility-checker-engine/ace.js")];
  before(async () => {
    browser = await openChromium();
  });
  after(() => browser?.close());

  /**
   * What the two find on a page.
   * @param {string} path
   * @param {string} view
   * @param {boolean} [charts] whether only the charts are looked at
   * @returns {Promise<string[]>}
   */
  async function found(path, view, charts = false) {
    const [width, height, deviceScaleFactor, colorScheme] = views[view];
    const tab = await browser.newPage({ viewport: { width, height }, deviceScaleFactor, colorScheme });
    try {
      await tab.goto(address(path));
      await tab.evaluate(async () => {
        await customElements.whenDefined("indicator-chart");
        for (const one of /** @type {any[]} */ ([...document.querySelectorAll("indicator-chart")])) {
          one.scrollIntoView({ behavior: "instant", block: "center" });
          // Where the picture of before stays as long as it is in sight, the chart is asked for.
          one.dispatchEvent(new PointerEvent("pointerdown"));
          if (!(await one.ready)) throw new Error(`${one.getAttribute("src")} is not drawn`);
          // All that can be opened is looked at as well.
          one.shadowRoot.querySelector('[part="toggle"]:not([hidden])')?.click();
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        }
        scrollTo({ top: 0, behavior: "instant" });
      });
      for (const content of [axe, ibm]) await tab.addScriptTag({ content });
      return await tab.evaluate(async (charts) => {
        const { axe, ace } = /** @type {any} */ (globalThis);
        const { violations } = await axe.run(charts ? { include: [["indicator-chart"]] } : document);
        const first = violations.flatMap((/** @type {any} */ rule) =>
          rule.nodes.map((/** @type {any} */ node) => `axe: ${rule.id} at ${node.target}: ${node.failureSummary}`),
        );
        const { results } = await new ace.Checker().check(document, ["IBM_Accessibility"]);
        const second = results
          .filter((/** @type {any} */ one) => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
          .filter((/** @type {any} */ one) => !charts || one.path.dom.includes("/indicator-chart["))
          .map((/** @type {any} */ one) => `IBM: ${one.ruleId} at ${one.path.dom}: ${one.message}`);
        return [...first, ...second];
      }, charts);
    } finally {
      await tab.close();
    }
  }

  for (const name of articles)
    for (const view of Object.keys(views))
      test(`${name}, ${view}`, async () => assert.deepEqual(await found(`/${name}`, view), []));

  // A ground that is written down: axe takes what is only the scheme's for white.
  const head = `<style>
    :root { color-scheme: light dark; }
    @media (prefers-color-scheme: dark) { body { color: #fff; background: #15181c; } }
  </style>`;
  const gallery = (/** @type {string[]} */ names) =>
    page(`<main><h1>Examples</h1>${names.map(chart).join("\n")}</main>`, { head });
  for (let from = 0; from < soundExamples.length; from += together) {
    const names = soundExamples.slice(from, from + together);
    test(`examples from ${names[0]}`, async () => assert.deepEqual(await found(gallery(names), "wide"), []));
  }
  for (const view of Object.keys(views).slice(1))
    test(`an example of each kind, ${view}`, async () => assert.deepEqual(await found(gallery(firsts), view), []));

  for (const [name, { css = [], lang = "en", dir = "ltr", article = "" }] of Object.entries(hosts))
    test(`charts on a page of another: ${name}`, async () => {
      const links = css.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n");
      const whole = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>A host</title>${links}
        <script type="module" src="/dist/indicator-chart.js"></script><body><main><article class="${article}">
        <h1>A title</h1>${["bar", "line-series", "column"].map(chart).join("")}</article></main>`;
      const path = page("", { whole });
      assert.deepEqual(await found(path, "wide", true), []);
      assert.deepEqual(await found(path, "320 px", true), []);
    });
});
