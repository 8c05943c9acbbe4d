// Charts that a server rendered: the element takes their place without a flash and without moving anything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../www/build/step.mjs";
import { engine } from "./engine.mjs";
import { address, browser, inPage, page, test } from "./stage.mjs";

/** @type {typeof import("../../www/indicator-chart-server.d.ts")} */
const { renderToHtml } = await import(pathToFileURL(join(root, "dist/indicator-chart-server.js")).href);

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

/** Watches every frame from the first on: what stands there, and whether it can be seen. */
const watching = '<script src="/tests/pages/steady.js"></script><script src="/tests/pages/embed/flash.js"></script>';

describe("a chart that a server rendered", () => {
  for (const kind of ["bar", "line", "column", "bar-ar"]) {
    test(`${kind}: no frame is blank, nothing moves, and the same words stand there`, async () => {
      const base = join(root, "examples", kind, "spec.json");
      const spec = readFileSync(base, "utf8");
      const { head, element, title, description, problems } = await renderToHtml(spec, {
        base,
        assets: "/dist/",
        width: 640,
        src: `/examples/${kind}/spec.json`,
      });
      assert.deepEqual(
        problems.filter(({ severity }) => severity === "error"),
        [],
      );
      const whole = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Rendered</title>
<script src="/tests/pages/watch.js"></script>${watching}<link rel="stylesheet" href="/tests/pages/embed/column.css">${head.replace(/<script.*\n/, "")}
<body><p class="mark">above</p>${element}<p class="mark">below</p>`;
      await browser().get(address(page("", { whole, policy })));
      await browser().executeAsyncScript(`
        const done = arguments[0];
        const image = document.querySelector("indicator-chart img");
        (async () => {
          await image.decode();
          flash.begin();
          steady.begin();
          const script = document.createElement("script");
          script.type = "module";
          script.src = "/dist/indicator-chart.js";
          document.head.append(script);
          await customElements.whenDefined("indicator-chart");
          await document.querySelector("indicator-chart").ready;
          // A reader who asks for it gets the chart, where that would have moved something.
          document.querySelector("indicator-chart").dispatchEvent(new PointerEvent("pointerdown"));
          setTimeout(done, 400);
        })();`);
      const found =
        await inPage(`return { blank: flash.blank, frames: flash.frames, shifts: steady.shifts, moved: steady.moved, seen,
        drawn: shown(part(chart, "figure")), rung: shown(chart.querySelector("img")),
        title: part(chart, "title").textContent, description: part(chart, "description").textContent };`);
      assert.ok(found.frames > 5, `${found.frames} frames`);
      assert.deepEqual([found.blank, found.seen, found.drawn, found.rung], [[], [], true, false]);
      assert.equal(found.title, title);
      // Which digits Arabic has is for each browser to say.
      const same = found.description.endsWith(description);
      // Only the page says first what the chart is for.
      if (engine === "chromium" || kind !== "bar-ar") assert.ok(same, found.description);
      if (engine === "chromium") assert.deepEqual([found.shifts, found.moved], [[], []]);
    });
  }

  test("with the spec inside is whole without another request", async () => {
    const { html } = await renderToHtml(readFileSync(join(root, "examples/bar/spec.json"), "utf8"), {
      assets: "/dist/",
    });
    await browser().get(
      address(
        page("", {
          whole: `<!doctype html><link rel="icon" href="data:,"><title>Rendered</title><script src="/tests/pages/watch.js"></script>${html}`,
          policy,
        }),
      ),
    );
    assert.equal(
      await browser().executeAsyncScript(
        "customElements.whenDefined('indicator-chart').then(() => document.querySelector('indicator-chart').ready).then(arguments[0]);",
      ),
      true,
    );
    assert.deepEqual(
      await inPage(
        "return [seen, performance.getEntriesByType('resource').filter(({ name }) => /json|svg$/.test(name)).length];",
      ),
      [[], 0],
    );
  });
});
