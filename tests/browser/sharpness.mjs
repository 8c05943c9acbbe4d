// One canvas pixel for each device pixel, and hairlines that are one device row of one colour, at every pixel ratio.

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { engine, open as openBrowser } from "./engine.mjs";
import { address, inPage, page, ready, test } from "./stage.mjs";
import { surviving } from "./survival.mjs";

/** WebKitGTK knows whole ratios only. */
const ratios = engine === "webkit" ? [1, 2] : [1, 1.25, 1.5, 2, 3];

describe("sharpness", () => {
  for (const ratio of ratios) {
    describe(`at a pixel ratio of ${ratio}`, () => {
      /** @type {import("./engine.mjs").Session} */
      let session;
      /** Shows three charts. */
      async function open() {
        session = await openBrowser({ ratio });
        const html = ["line", "column", "bar"].map(
          (name) => `<indicator-chart src="/examples/${name}/spec.json"></indicator-chart>`,
        );
        await session.driver.get(address(page(`<div style="width:381.3px;margin:10.4px">${html.join("\n")}</div>`)));
        assert.deepEqual(await ready(session.driver), [true, true, true]);
      }
      before(() =>
        surviving(
          open,
          () => session?.driver,
          () => session.close(),
          console.log,
        ),
      );
      after(() => session?.close());

      test("the canvas has the size of its box in device pixels", async () => {
        const sizes = await inPage(
          `return charts.map((one) => {
            const canvas = part(one, "canvas");
            const box = canvas.getBoundingClientRect();
            return [devicePixelRatio, canvas.width - box.width * devicePixelRatio, canvas.height - box.height * devicePixelRatio];
          });`,
          null,
          session.driver,
        );
        for (const [actual, width, height] of sizes) {
          assert.ok(Math.abs(actual - ratio) < 0.01, `the browser's ratio is ${actual}`);
          assert.ok(Math.abs(width) <= 1 && Math.abs(height) <= 1, `off by ${width} × ${height} device pixels`);
        }
      });

      test("a grid line is one device row of a single colour", async () => {
        // In a line chart the only long level runs of one colour are grid lines. Rows of the same colour that
        // follow each other are one rule; beyond it nothing may be drawn where it runs, not even faintly.
        const rules = await inPage(
          `const canvas = part(chart, "canvas");
          const { width, height } = canvas;
          const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
          const main = (y) => {
            const counts = new Map();
            for (const colour of pixels.subarray(y * width, (y + 1) * width)) {
              if (colour >>> 24) counts.set(colour, (counts.get(colour) ?? 0) + 1);
            }
            const [colour, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
            return count > width * 0.4 ? colour : 0;
          };
          const inked = (y, along, colour) => {
            let both = 0;
            let all = 0;
            for (let x = 0; x < width; x += 1) {
              if (pixels[along * width + x] !== colour) continue;
              all += 1;
              if (pixels[y * width + x] >>> 24) both += 1;
            }
            return both / all;
          };
          const found = [];
          for (let y = 1; y < height - 1; y += 1) {
            const colour = main(y);
            if (!colour) continue;
            const first = y;
            while (main(y + 1) === colour) y += 1;
            const [above, below] = [inked(first - 1, first, colour), inked(y + 1, y, colour)];
            found.push({ first, rows: y + 1 - first, opacity: colour >>> 24, above, below });
          }
          return found;`,
          null,
          session.driver,
        );
        assert.ok(rules.length >= 2, `${rules.length} grid lines were found`);
        for (const { first, opacity, above, below } of rules) {
          assert.equal(opacity, 255, `row ${first} is see-through`);
          assert.ok(above < 0.3 && below < 0.3, `row ${first} bleeds: above ${above}, below ${below}`);
        }
        const thick = rules.filter((/** @type {any} */ { rows }) => rows > 1);
        assert.ok(thick.length <= 1, `only the zero line may be thicker than a device pixel: ${JSON.stringify(rules)}`);
      });
    });
  }
});
