// One canvas pixel for each device pixel, and hairlines that are one device row of one colour, at every pixel ratio.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engine, open } from "./engine.mjs";
import { address, inPage, page, ready } from "./stage.mjs";

/** WebKitGTK knows whole ratios only. */
const ratios = engine === "webkit" ? [1, 2] : [1, 1.25, 1.5, 2, 3];

describe("sharpness", () => {
  for (const ratio of ratios) {
    describe(`at a pixel ratio of ${ratio}`, () => {
      /** @type {import("./engine.mjs").Session} */
      let session;
      before(async () => {
        session = await open({ ratio });
        const html = ["line", "column", "bar"].map(
          (name) => `<indicator-chart src="/examples/${name}/spec.json"></indicator-chart>`,
        );
        await session.driver.get(address(page(`<div style="width:381.3px;margin:10.4px">${html.join("\n")}</div>`)));
        assert.deepEqual(await ready(session.driver), [true, true, true]);
      });
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
        // In a line chart the only long level runs of one colour are grid lines.
        const rows = await inPage(
          `const canvas = part(chart, "canvas");
          const { width, height } = canvas;
          const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
          const found = [];
          for (let y = 1; y < height - 1; y += 1) {
            const counts = new Map();
            for (let x = 0; x < width; x += 1) {
              const colour = pixels[y * width + x];
              if (colour >>> 24) counts.set(colour, (counts.get(colour) ?? 0) + 1);
            }
            const [colour, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
            if (count < width * 0.4) continue;
            let soft = 0;
            for (let x = 0; x < width; x += 1) {
              if (pixels[y * width + x] !== colour) continue;
              if (pixels[(y - 1) * width + x] >>> 24 && pixels[(y + 1) * width + x] >>> 24) soft += 1;
            }
            const same = (row) => {
              let both = 0;
              for (let x = 0; x < width; x += 1) {
                if (pixels[y * width + x] === colour && pixels[row * width + x] >>> 24) both += 1;
              }
              return both / count;
            };
            found.push({ y, opacity: colour >>> 24, above: same(y - 1), below: same(y + 1) });
          }
          return found;`,
          null,
          session.driver,
        );
        assert.ok(rows.length >= 2, `${rows.length} grid lines were found`);
        for (const { y, opacity, above, below } of rows) {
          assert.equal(opacity, 255, `row ${y} is see-through`);
          assert.ok(above < 0.3 && below < 0.3, `row ${y} bleeds: above ${above}, below ${below}`);
        }
      });
    });
  }
});
