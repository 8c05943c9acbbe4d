// The two painters draw the same picture: every example by the canvas painter laid over the same scene as SVG.
//
// What is compared is outlines, not pixels: the outline of whatever is drawn in one picture must have an outline of its
// colour within one CSS pixel in the other. So two ways of smoothing edges and of placing letters are no difference, and a
// shape that is missing, moved by two pixels or of another colour is. The tolerance is the part of all outlines, in both
// pictures together, that may have none.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { examples } from "../example.mjs";
import { engine } from "./engine.mjs";
import { browser, inPage, show, test } from "./stage.mjs";

/** The part of the outlines that may differ. */
const tolerance = 0.05;

const width = 380;

/** As many examples at a time as a page holds with ease. */
const crowd = 12;

/** Other engines smooth and place letters in their own way; the painters are the same code in all. */
const skip = engine !== "chromium" && "the painters are compared in Chromium";

// A picture of ten thousand names says no more than one of fifty, and takes minutes.
const painted = examples.filter((name) => name !== "bad-10000-categories");

const head = '<script src="/tests/pages/painters.js"></script>';

/** @param {string[]} names */
const page = (names) =>
  names.map((name) => `<indicator-chart src="/examples/${name}/spec.json" id="${name}"></indicator-chart>`).join("\n");

/** @returns {Promise<{name: string, part: number, ink: number, size: number[], places: number[][], error?: string}[]>} */
const compare = () =>
  browser().executeAsyncScript(
    `const [width, done] = arguments;
    (async () => {
      const found = [];
      for (const chart of document.querySelectorAll("indicator-chart")) {
        if (!(await chart.ready)) continue;
        found.push({ name: chart.id, ...(await painters(chart, width)) });
      }
      return found;
    })().then(done, (error) => done([{ name: "page", error: String(error.stack ?? error.message ?? error) }]));`,
    width,
  );

describe("the two painters", { skip }, () => {
  for (let at = 0; at < painted.length; at += crowd) {
    const names = painted.slice(at, at + crowd);
    test(`agree on ${names[0]} to ${names.at(-1)}`, async () => {
      await show(page(names), { head });
      const found = await compare();
      if (process.env.PAINTERS) console.log(found.map(({ name, part }) => `${name} ${part?.toFixed(4)}`).join("\n"));
      const wrong = found.filter(
        ({ error, part, size }) => error || part > tolerance || size.some((difference) => Math.abs(difference) > 1),
      );
      assert.deepEqual(wrong, []);
      const plain = names.filter((name) => !name.startsWith("bad-"));
      assert.ok(found.length >= plain.length, `${found.length} of ${names} are drawn`);
      const empty = found.filter(({ ink }) => ink < 200).map(({ name }) => name);
      assert.deepEqual(empty, []);
    });
  }

  test("are told apart when one of them leaves a shape out", async () => {
    // One kind of shape is taken from the canvas painter at a time; the SVG painter goes on.
    const breaks = { fillText: "bar", stroke: "line", fill: "grid" };
    for (const [verb, name] of Object.entries(breaks)) {
      await show(page([name]), { head });
      await inPage(`CanvasRenderingContext2D.prototype[given] = () => {};`, verb);
      const [found] = await compare();
      if (process.env.PAINTERS) console.log(`without ${verb} ${found?.part}`);
      assert.ok(found && (found.part ?? 0) > tolerance * 2, `${name} without ${verb}: ${JSON.stringify(found)}`);
    }
  });

  test("are told apart when one of them draws two pixels too far to the right", async () => {
    await show(page(["bar"]), { head });
    await inPage(`
      const { toBlob } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.toBlob = function (...rest) {
        const copy = new OffscreenCanvas(this.width, this.height);
        copy.getContext("2d").drawImage(this, 0, 0);
        const context = this.getContext("2d");
        context.globalCompositeOperation = "copy";
        context.drawImage(copy, 4, 0);
        return toBlob.apply(this, rest);
      };`);
    const [found] = await compare();
    if (process.env.PAINTERS) console.log(`shifted ${found?.part}`);
    assert.ok(found && found.part > tolerance * 3, JSON.stringify(found));
  });
});
