// `make screenshots`: the page and the gallery as PNG under target/screenshots/.
// `node www/build/screenshots.mjs page` or `gallery [NAME…]` takes only that part.

import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { openChromium } from "./chromium.mjs";
import { exampleNames, writeCanvasPage } from "./gallery.mjs";
import { serve } from "./serve.mjs";
import { root, say, script, since, Trouble } from "./step.mjs";

const folder = join(root, "target", "screenshots");

/**
 * The article page at the widths of a phone, a tablet and a laptop.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 */
async function takePage(browser, origin) {
  for (const edition of ["", "index.zh.html"]) {
    for (const width of [360, 768, 1280]) {
      for (const colorScheme of /** @type {("light" | "dark")[]} */ (["light", "dark"])) {
        for (const ratio of [1, 2]) {
          const page = await browser.newPage({
            viewport: { width, height: 900 },
            deviceScaleFactor: ratio,
            colorScheme,
          });
          listen(page);
          await page.goto(`${origin}/${edition}`);
          await settle(page);
          const file = `page-${edition ? "zh-" : ""}${width}-${colorScheme}-${ratio}x.png`;
          await page.screenshot({ path: join(folder, file), fullPage: true });
          say(`  ${file}`);
          await page.close();
        }
      }
    }
  }
}

/**
 * One sheet for each example: three widths, light above dark.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {string[]} names
 */
async function takeGallery(browser, origin, names) {
  writeCanvasPage();
  for (const kind of ["canvas", "svg"]) {
    const file = kind === "canvas" ? "canvas.html" : "index.html";
    if (!existsSync(join(root, "target", "gallery", file))) {
      say(`  no ${kind} sheets: run \`make gallery\` first`);
      continue;
    }
    const page = await browser.newPage({ viewport: { width: 1480, height: 900 }, deviceScaleFactor: 1 });
    listen(page);
    await page.goto(`${origin}/target/gallery/${file}`);
    await settle(page);
    for (const name of names) {
      await page.locator(`section[id="${name}"]`).screenshot({ path: join(folder, `${name}-${kind}.png`) });
      say(`  ${name}-${kind}.png`);
    }
    await page.close();
  }
}

/** @param {import("playwright-core").Page} page its console messages are passed on */
function listen(page) {
  page.on("console", (message) => say(`  [${message.type()}] ${message.text()}`));
  page.on("pageerror", (error) => say(`  [error] ${error.message}`));
}

/**
 * Scrolls through the page, so that every chart that waits for the viewport is drawn, and waits for all.
 * @param {import("playwright-core").Page} page
 */
async function settle(page) {
  const late = await page.evaluate(async () => {
    const limit = () => new Promise((resolve) => setTimeout(resolve, 10_000, "late"));
    const charts = [...document.querySelectorAll("indicator-chart")];
    if (charts.length > 0) await Promise.race([customElements.whenDefined("indicator-chart"), limit()]);
    let count = 0;
    for (const chart of charts) {
      chart.scrollIntoView();
      const end = await Promise.race([/** @type {any} */ (chart).ready, limit()]);
      if (end === "late") count += 1;
    }
    scrollTo(0, 0);
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500)));
    return count;
  });
  if (late > 0) say(`  [late] ${late} charts were not ready after 10 s`);
}

await script(async () => {
  const started = Date.now();
  const [part, ...wanted] = process.argv.slice(2);
  if (!existsSync(join(root, "dist", "indicator-chart.js"))) {
    throw new Trouble("dist/", "is not built", "run `make build` first");
  }
  mkdirSync(folder, { recursive: true });
  const server = await serve();
  const browser = await openChromium();
  try {
    if (part !== "gallery") await takePage(browser, server.origin);
    if (part !== "page") await takeGallery(browser, server.origin, wanted.length > 0 ? wanted : exampleNames());
  } finally {
    await browser.close();
    await server.close();
  }
  say(`\nThe screenshots: target/screenshots/ (${since(started)})`);
});
