// The pages of examples/embed: whole before any script has run, drawn without moving anything, and at home in each framework.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "../../www/build/step.mjs";
import { embedded, example, makeSite, renderPage } from "../embedding-build.mjs";
import { engine } from "./engine.mjs";
import { address, browser, inPage, page, test, until } from "./stage.mjs";

/** @type {typeof import("../../www/indicator-chart-server.d.ts")} */
const { renderToHtml } = await import(pathToFileURL(join(root, "dist/indicator-chart-server.js")).href);

const watching =
  '<link rel="icon" href="data:,"><script src="/tests/pages/watch.js"></script><script src="/tests/pages/steady.js"></script>';

/**
 * Shows a page and waits for its chart; before that the first rung stands there whole.
 * @param {string} whole
 */
async function open(whole) {
  const bare = whole.replaceAll(/<script(?! type="application\/json")[^>]*>[\s\S]*?<\/script>/g, "");
  await browser().get(address(page("", { whole: bare })));
  const rung = await inPage(`const image = chart.querySelector("img");
    return { image: shown(image) && image.alt.length > 40 && image.width > 100, rows: chart.querySelectorAll("table tbody tr").length };`);
  assert.deepEqual(rung, { image: true, rows: 10 });
  await browser().get(address(page("", { whole: whole.replace("<title>", `${watching}<title>`) })));
  assert.equal(
    await browser().executeAsyncScript(`const done = arguments[0];
    customElements.whenDefined("indicator-chart").then(() => document.querySelector("indicator-chart").ready).then(done);`),
    true,
  );
  // Where the picture is of another width than the column it stays until the reader wants the chart.
  await inPage('chart.dispatchEvent(new PointerEvent("pointerdown"));');
  await until(() => inPage('return shown(part(chart, "figure"));'), "the figure is shown");
  // The table is made when it is opened.
  await inPage('part(chart, "toggle").click();');
}

/** What nobody should have to read on the console. */
const complaints = async () =>
  (await inPage("return seen;")).filter((/** @type {string} */ line) => !line.startsWith("info:"));
const rows = () => inPage('return part(chart, "data").querySelectorAll("tbody tr").length;');

describe("a page of", () => {
  for (const framework of ["react", "vue", "svelte"]) {
    test(`${framework}: rendered on the server, hydrated, with data and events of its own`, async () => {
      const { head, body, props, script } = await renderPage(framework);
      const json = JSON.stringify(props).replaceAll("<", "\\u003c");
      await open(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${framework}</title>
<link rel="stylesheet" href="/tests/pages/embed/column.css">${head}
<body><div id="app">${body}</div><script type="application/json" id="props">${json}</script><script type="module" src="${script}"></script>`);
      assert.equal(await rows(), 10);
      await inPage("window.painted = part(chart, 'canvas').height; document.querySelector('button').click();");
      await until(async () => (await rows()) === 5, "five countries");
      await until(
        () => inPage("return document.querySelector('button').textContent === 'All countries';"),
        "the button",
      );
      await inPage("document.querySelector('button').click();");
      await until(async () => (await rows()) === 10, "all countries again");
      await inPage(`const plot = part(chart, "plot");
        const { left, top } = plot.getBoundingClientRect();
        const { anchor } = chart.select({ label: "Poland" });
        const at = { bubbles: true, composed: true, clientX: left + anchor.x, clientY: top + anchor.y };
        plot.dispatchEvent(new PointerEvent("pointermove", at));
        plot.dispatchEvent(new MouseEvent("click", at));`);
      await until(
        () => inPage("return document.querySelector('output').textContent === 'Poland';"),
        "the framework hears what was chosen",
      );
      assert.deepEqual(await complaints(), []);
      assert.equal(await inPage("return charts.length;"), 1);
    });
  }

  test("Markdown files, made by Eleventy", async () => {
    const content = await makeSite();
    assert.match(
      content,
      /<h1>A site of Markdown<\/h1>[\s\S]*<em>emphasis<\/em>[\s\S]*<indicator-chart src="\/examples\/bar\/spec\.json"/,
    );
    await open(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Markdown</title><link rel="stylesheet" href="/tests/pages/embed/column.css"><body>${content}`,
    );
    assert.deepEqual(await complaints(), []);
    assert.equal(await inPage("return document.body.textContent.includes('Text after it.');"), true);
  });

  test("plain HTML, with the same chart in a frame", async () => {
    await open(await fresh("html/index.html", plainPage));
    assert.deepEqual(await complaints(), []);
    await framed();
    if (engine === "chromium")
      assert.deepEqual(
        (await inPage("return steady.shifts;")).filter((/** @type {any[]} */ [, what]) => !/FRAME|below/.test(what)),
        [],
      );
  });

  test("WordPress: a post's block markup", async () => {
    const { parse } = await import("@wordpress/block-serialization-default-parser");
    const blocks = parse(await fresh("wordpress/post.html", wordpressPost));
    const named = blocks.filter(({ blockName }) => blockName);
    assert.deepEqual(
      named.map(({ blockName }) => blockName),
      ["core/paragraph", "core/html", "core/paragraph", "core/html"],
    );
    // WordPress puts out what stands in the blocks as it is.
    const content = blocks.map(({ innerHTML }) => innerHTML).join("");
    assert.doesNotMatch(content, /<!-- wp:/);
    await open(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>WordPress</title><link rel="stylesheet" href="/tests/pages/host/blocks.css"><link rel="stylesheet" href="/tests/pages/embed/column.css"><body><div class="entry-content is-layout-flow">${content}</div>`,
    );
    assert.deepEqual(await complaints(), []);
    await framed();
  });
});

/** Waits until the frame of the page is as high as its chart. */
const framed = () =>
  until(
    () =>
      inPage(`const frame = document.querySelector("iframe"), inside = frame.contentDocument;
    const height = inside?.body?.offsetHeight;
    return height > 150 && inside.querySelector("indicator-chart")?.shadowRoot.querySelector("figure").hidden === false && Math.abs(Number.parseFloat(getComputedStyle(frame).height) - height) <= 1;`),
    "the frame fits",
  );

/**
 * A file of the examples, held against what the server's side writes today; `UPDATE=1` writes it.
 * @param {string} file
 * @param {(parts: {head: string, element: string, frame: string}) => string} write
 */
async function fresh(file, write) {
  const spec = readFileSync(example.file, "utf8");
  const { head, element, pictures } = await renderToHtml(spec, {
    src: example.src,
    assets: "/dist/",
    pictures: ["/examples/embed/bar.svg", "/examples/embed/bar-phone.svg"],
  });
  const frame = `<iframe src="/dist/embed.html?src=${example.src}" title="Life expectancy" width="640" height="420" frameborder="0" loading="lazy"></iframe>
<script async src="/dist/indicator-chart-frame.js"></script>`;
  const files = {
    [file]: write({ head, element, frame }),
    "bar.svg": pictures[0].svg,
    "bar-phone.svg": pictures[1].svg,
  };
  for (const [name, text] of Object.entries(files)) {
    if (process.env.UPDATE) writeFileSync(embedded(name), text);
    assert.equal(
      existsSync(embedded(name)) ? readFileSync(embedded(name), "utf8") : "",
      text,
      `${name}: UPDATE=1 writes it`,
    );
  }
  return files[file] ?? "";
}

/** @param {{head: string, element: string, frame: string}} parts */
const plainPage = ({ head, element, frame }) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A page of plain HTML</title>
${head}<body>
<h1>A page of plain HTML</h1>
<p>The chart as an element.</p>
${element}<p>The same chart in a frame, as pages of others would show it.</p>
${frame}
<p id="below">Text after it.</p>
`;

/** @param {{head: string, element: string, frame: string}} parts */
const wordpressPost = ({ head, element, frame }) => `<!-- wp:paragraph -->
<p>The snippet stands in a Custom HTML block; its author must be allowed to write scripts (\`unfiltered_html\`).</p>
<!-- /wp:paragraph -->

<!-- wp:html -->
${head}${element}<!-- /wp:html -->

<!-- wp:paragraph -->
<p>A frame needs no more than a site that allows frames; the script line may stand in the theme.</p>
<!-- /wp:paragraph -->

<!-- wp:html -->
${frame}
<!-- /wp:html -->
`;
