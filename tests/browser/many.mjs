// A line of very many points: its first picture is drawn from few of them, and is the picture of all.

import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { engine, open } from "./engine.mjs";
import { address, page, test } from "./stage.mjs";

/** What is drawn, as an expression of the row's number. */
const series = {
  noise: "Math.sin(i / 900) * 40 + ((i * 7919) % 101) / 5",
  "a spike": "i === 12345 ? 900 : i % 7",
  // Of fewer than a thousand points in a row all are drawn where all are given: these rows are longer, and rough.
  gaps: "i % 6000 < 30 ? NaN : Math.sin(i / 300) + ((i * 7919) % 101) / 50",
};

describe("very many points", () => {
  // Firefox draws gaps at 1.5 with other shades at some edges; WebKitGTK knows whole ratios only.
  for (const ratio of { chromium: [1, 1.5, 2], firefox: [1, 2], webkit: [1] }[engine]) {
    describe(`at a pixel ratio of ${ratio}`, () => {
      /** @type {import("./engine.mjs").Session} */
      let session;
      before(async () => {
        session = await open({ ratio });
        await session.driver.manage().setTimeouts({ script: 60_000 });
        await session.driver.get(address(page('<div id="box" style="width:560px"></div>')));
      });
      after(() => session?.close());

      for (const [name, value] of Object.entries(series)) {
        test(`${name}: the picture is that of all of them, to the pixel`, async () => {
          const found = /** @type {any} */ (
            await session.driver.executeAsyncScript(`
              const done = arguments[0];
              const count = 30_000;
              const day = (i) => Number(new Date(Date.UTC(1950, 0, 1) + i * 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""));
              const x = Float64Array.from({ length: count }, (_, i) => day(i));
              const y = Float64Array.from({ length: count }, (_, i) => ${value});
              // Rows are never drafted.
              const rows = Array.from(x, (x, i) => ({ x, y: Number.isNaN(y[i]) ? null : y[i] }));
              const spec = { kind: "line", title: "Made up", unit: "people", x: "x", y: "y", source: "made up", data: { columns: { x, y } } };
              const draw = async (more) => {
                const chart = document.createElement("indicator-chart");
                chart.spec = { ...spec, ...more };
                document.querySelector("#box").replaceChildren(chart);
                const drawn = await chart.ready;
                const canvas = chart.shadowRoot.querySelector("canvas");
                const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
                const text = chart.shadowRoot.querySelector("#description").textContent;
                chart.shadowRoot.querySelector("[part=toggle]").click();
                const rows = chart.shadowRoot.querySelector("table").getAttribute("aria-rowcount");
                chart.select(17_000);
                const said = chart.shadowRoot.querySelector("[part=tooltip]").textContent;
                return { drawn, data, size: [canvas.width, canvas.height], text, rows, said, problems: chart.problems };
              };
              (async () => {
                const [draft, whole] = [await draw({}), await draw({ data: rows })];
                let differing = 0;
                for (let at = 0; at < whole.data.length; at += 1) differing += whole.data[at] !== draft.data[at];
                const made = performance.getEntriesByType("resource").some(({ name }) => name.includes("-many.js"));
                const plain = ({ data, ...rest }) => JSON.stringify(rest);
                done({ differing, made, draft: plain(draft), whole: plain(whole) });
              })().catch((error) => done({ error: String(error) }));`)
          );
          assert.equal(found.error, undefined);
          assert.ok(found.made, "the script for many points has come");
          assert.equal(found.draft, found.whole);
          assert.equal(found.differing, 0);
        });
      }
    });
  }
});
