// Two checkers of accessibility, axe-core and IBM's, find nothing wrong: on the article page, with every example, and on
// the pages of others; light and dark, wide, at 320 px, and at 400 % zoom. A page is loaded once and then looked at in
// each of these windows, as by a reader who turns a phone, switches the scheme or zooms in.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { openChromium } from "../../www/build/chromium.mjs";
import { root } from "../../www/build/step.mjs";
import { soundExamples } from "../example.mjs";
import { engine } from "./engine.mjs";
import { hosts } from "./hosts.mjs";
import { address, page, test } from "./stage.mjs";

const script = (/** @type {string} */ path) => readFileSync(join(root, "node_modules", path), "utf8");

/** The article pages of the repository. */
const articles = readdirSync(root).filter((name) => /^index(\.\w+)?\.html$/.test(name));

/** So many examples stand on a page: IBM's checker takes more than twice as long for twice as many. */
const together = 20;

/**
 * Windows: width and height in CSS pixels, device pixels in one of these, scheme. 1280 px at 400 % are 320. The first and
 * the last are wide and narrow, light and dark, plain and zoomed; those between, on all pages, would take minutes more.
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
   * What the two find on a page, with the window in which they find it.
   * @param {string} path
   * @param {boolean} [charts] whether only the charts are looked at
   * @param {boolean} [whole] whether it is looked at in every window, not in the first and the last alone
   * @returns {Promise<string[]>}
   */
  async function found(path, charts = false, whole = Boolean(process.env.ALL)) {
    const tab = await browser.newPage();
    const devtools = await tab.context().newCDPSession(tab);
    const all = [];
    try {
      const chosen = Object.entries(views).filter((_, at, { length }) => whole || at === 0 || at === length - 1);
      for (const [view, [width, height, deviceScaleFactor, colorScheme]] of chosen) {
        const metrics = { width, height, deviceScaleFactor, mobile: false };
        await tab.emulateMedia({ colorScheme });
        await devtools.send("Emulation.setDeviceMetricsOverride", metrics);
        if (view === chosen[0][0]) {
          await tab.goto(address(path));
          for (const content of [axe, ibm]) await tab.addScriptTag({ content });
        }
        await tab.evaluate(lookAtAll);
        const seen = await tab.evaluate(check, charts);
        all.push(...seen.map((one) => `${view}: ${one}`));
      }
      return all;
    } finally {
      await tab.close();
    }
  }

  for (const name of articles) test(name, async () => assert.deepEqual(await found(`/${name}`, false, true), []));

  // A ground that is written down: axe takes what is only the scheme's for white.
  const head = `<style>
    :root { color-scheme: light dark; }
    @media (prefers-color-scheme: dark) { body { color: #fff; background: #15181c; } }
  </style>`;
  const gallery = (/** @type {string[]} */ names) =>
    page(`<main><h1>Examples</h1>${names.map(chart).join("\n")}</main>`, { head });
  for (let from = 0; from < soundExamples.length; from += together) {
    const names = soundExamples.slice(from, from + together);
    test(`examples from ${names[0]}`, async () => assert.deepEqual(await found(gallery(names)), []));
  }

  // What a page of another does against the rules by itself is its own affair: here only the charts are looked at, with
  // all that the page makes of them.
  for (const [name, { css = [], lang = "en", dir = "ltr", article = "" }] of Object.entries(hosts))
    test(`charts on a page of another: ${name}`, async () => {
      const links = css.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n");
      const whole = `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>A host</title>${links}
        <script type="module" src="/dist/indicator-chart.js"></script><body><main><article class="${article}">
        <h1>A title</h1>${["bar", "line-series", "column"].map(chart).join("")}</article></main>`;
      assert.deepEqual(await found(page("", { whole }), true), []);
    });
});

/** In the page: brings each chart into the window, waits until it is drawn as wide as it stands, and opens all that opens. */
async function lookAtAll() {
  await customElements.whenDefined("indicator-chart");
  for (const one of /** @type {any[]} */ ([...document.querySelectorAll("indicator-chart")])) {
    one.scrollIntoView({ behavior: "instant", block: "center" });
    // Where the picture of before stays as long as it is in sight, the chart is asked for.
    one.dispatchEvent(new PointerEvent("pointerdown"));
    const name = one.getAttribute("src");
    if (!(await one.ready)) throw new Error(`${name} is not drawn`);
    one.shadowRoot.querySelector('[part="toggle"][aria-expanded="false"]:not([hidden])')?.click();
    // Rows of a table are made by one loop: beyond what makes it scroll they are alike, and a thousand of them take minutes.
    for (const body of one.shadowRoot.querySelectorAll("tbody"))
      for (const row of [...body.rows].slice(16)) row.remove();
    const canvas = one.shadowRoot.querySelector("canvas");
    // Of the device, in one of the chart's own: a page may be zoomed by its style sheet.
    const pixels = devicePixelRatio * (one.currentCSSZoom ?? 1);
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame();
    const fits = () => !canvas.clientWidth || Math.abs(canvas.width - canvas.clientWidth * pixels) <= pixels;
    for (let tries = 0; !fits(); tries += 1) {
      if (tries > 100) throw new Error(`${name} is ${canvas.width} wide, not ${canvas.clientWidth * pixels}`);
      await frame();
    }
  }
  scrollTo({ top: 0, behavior: "instant" });
}

/** In the page: what the two checkers find. @param {boolean} charts whether only the charts are looked at */
async function check(charts) {
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
}
