// What Chromium tells a screen reader, and what it does when the pixel ratio changes under way: its own protocol only.

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { openChromium } from "../../www/build/chromium.mjs";
import { engine } from "./engine.mjs";
import { address, test } from "./stage.mjs";

describe("Chromium's own protocol", { skip: engine !== "chromium" }, () => {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("playwright-core").Page} */
  let page;
  before(async () => {
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address("/"));
    await page.evaluate(async () => {
      await customElements.whenDefined("indicator-chart");
      for (const chart of document.querySelectorAll("indicator-chart")) {
        chart.scrollIntoView();
        await /** @type {any} */ (chart).ready;
      }
    });
  });
  after(() => browser?.close());

  test("the accessibility tree has a description and a grid for each chart, and a table once that is opened", async () => {
    const client = await page.context().newCDPSession(page);
    const read = async () => {
      const { nodes } = await client.send("Accessibility.getFullAXTree");
      return nodes.filter(({ ignored }) => !ignored);
    };
    const heard = await read();
    const grids = heard.filter(({ role }) => role?.value === "grid");
    assert.equal(heard.filter(({ role }) => role?.value === "application").length, 0);
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll("indicator-chart")].map((chart) => ({
        title: chart.shadowRoot?.querySelector('[part="title"]')?.textContent ?? "",
        description: chart.shadowRoot?.querySelector('[part="description"]')?.textContent?.trim() ?? "",
      })),
    );
    assert.ok(wanted.length >= 7);
    assert.deepEqual(grids.map(({ name }) => name?.value).sort(), wanted.map(({ title }) => title).sort());
    const text = heard.map(({ name }) => String(name?.value ?? "").trim());
    for (const { title, description } of wanted) {
      assert.ok(description.length > 20, `"${title}" has no description`);
      assert.ok(
        text.some((name) => name.includes(description)),
        `not in the tree: ${description}`,
      );
    }
    const toggles = page.locator('indicator-chart [part="toggle"]:not([hidden])');
    for (const toggle of await toggles.all()) await toggle.click();
    const opened = (await read()).filter(({ role }) => role?.value === "table");
    // A chart that is a table has no other.
    const closed = await toggles.count();
    assert.ok(closed >= 6 && opened.length >= closed, `${opened.length} tables for ${closed} buttons`);
    for (const toggle of await toggles.all()) await toggle.click();
  });

  test("the canvas follows a pixel ratio that changes while the page is open", async () => {
    const client = await page.context().newCDPSession(page);
    for (const deviceScaleFactor of [2, 1.5, 1]) {
      await client.send("Emulation.setDeviceMetricsOverride", {
        // A zoom changes the window's size too; without that the emulation tells nobody of the new ratio.
        width: Math.round(1280 / deviceScaleFactor),
        height: 900,
        deviceScaleFactor,
        mobile: false,
      });
      await page.waitForFunction(
        (ratio) =>
          [...document.querySelectorAll("indicator-chart")].every((chart) => {
            const canvas = chart.shadowRoot?.querySelector("canvas");
            if (!canvas) return false;
            // A table has none that is shown.
            const { width } = canvas.getBoundingClientRect();
            return width === 0 || Math.abs(canvas.width - width * ratio) <= 1;
          }),
        deviceScaleFactor,
        { timeout: 10_000 },
      );
    }
  });
});
