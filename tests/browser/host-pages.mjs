// Charts at home on pages that were not made for them: nothing of the page reaches the picture, and nothing of the chart
// reaches the page. Style sheets of real packages, and some made by hand that are worse.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { engine } from "./engine.mjs";
import { hosts } from "./hosts.mjs";
import { address, browser, page, resize, test } from "./stage.mjs";

/** The widths of the windows; all stand beside each other. */
const widths = [320, 380, 640];

const kinds = ["bar", "line", "column"];

/** What the command line writes for a chart, with the addresses of this server. @param {string} kind */
function snippet(kind) {
  const html = readFileSync(join(root, "tests", "pages", "snippet", `${kind}.html`), "utf8");
  return html
    .replaceAll('"indicator-chart', '"/dist/indicator-chart')
    .replaceAll('class="/dist/', 'class="')
    .replaceAll(`"${kind}.json"`, `"/examples/${kind}/spec.json"`)
    .replaceAll(`"${kind}`, `"/tests/pages/snippet/${kind}`);
}

/** For pictures that are compared: the page is asked for nothing but its worst. */
const still = [
  "display: block",
  "float: none",
  "position: relative",
  "inline-size: 280px",
  "block-size: 500px",
  "margin: 0",
  "padding: 0",
  "border: 0",
  "overflow: hidden",
  "background: #ffffff",
  "color-scheme: light",
  "transform: none",
]
  .map((rule) => `${rule} !important`)
  .concat("--indicator-chart-font: 'DejaVu Sans', sans-serif", "--indicator-chart-background: #ffffff")
  .join("; ");

/**
 * An article with three charts in its text, and one at the end whose pixels are compared.
 * @param {import("./hosts.mjs").Host} host
 * @returns {string} its path
 */
function article({ css = [], lang = "en", dir = "ltr", article = "" }) {
  const links = css.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n");
  const charts = kinds.map((kind) => {
    // The script comes when the page stands, so that what moves until then is the page's own affair.
    const html = snippet(kind).replace(/<script.*<\/script>\n/, "");
    return `<p class="mark">Before the chart of this kind stands a paragraph of the article's own text.</p>
${html}<p class="mark">After it stands another one, <a href="#">with a link</a> and <em>emphasis</em>.</p>`;
  });
  const whole = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>A host</title>
<script src="/tests/pages/watch.js"></script>
<script src="/tests/pages/steady.js"></script>
${links}
<body>
<header><nav><ul><li><a href="#">Home</a></li><li><a href="#">News</a></li></ul></nav></header>
<main><article class="${article}">
<h1>A title of the article</h1>
${charts.join("\n")}
<h2 class="mark">A heading</h2>
<ul class="mark"><li>One</li><li>Two</li></ul>
<blockquote class="mark"><p>A quotation</p></blockquote>
<table class="mark"><caption>Table</caption><tr><th>a</th><td>1</td></tr></table>
<figure class="mark"><img src="/www/article/icon.svg" width="40" height="20" alt=""><figcaption>A figure of the page</figcaption></figure>
<details class="mark"><summary>More</summary><p>More of it.</p></details>
<p class="mark"><button type="button">A button</button> <input value="A field"></p>
<div style="${still}"><indicator-chart class="still" lang="en" theme="light" src="/examples/line/spec.json"></indicator-chart></div>
</article></main>
`;
  return page("", { whole });
}

/** Three windows of an article. @param {import("./hosts.mjs").Host} host */
function windows(host) {
  const path = article(host);
  const frames = widths.map((width) => `<iframe src="${path}" width="${width}" height="900"></iframe>`);
  return page("", {
    whole: `<!doctype html><meta charset="utf-8"><title>Windows</title><link rel="icon" href="data:,">
<body style="margin:0;white-space:nowrap"><style>iframe{border:0;vertical-align:top}</style>${frames.join("")}`,
  });
}

/**
 * What a window says of itself.
 * @typedef {{look: string[], ends: boolean[], shifts: [number, string][], moved: number[][], seen: string[], ink: string, sharp: number, figures: boolean[]}} Told
 */

/**
 * Opens a page in three windows and waits until all of it stands; charts are then taken out for the picture.
 * @param {import("./hosts.mjs").Host} host
 * @param {boolean} scripted
 * @returns {Promise<{told: Told[], picture: string}>}
 */
async function visit(host, scripted) {
  await browser().get(address(windows(host)));
  const told = await browser().executeAsyncScript(
    `
    const [scripted, done] = arguments;
    const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
    const frame = (view) => new Promise((resolve) => view.requestAnimationFrame(resolve));
    const visit = async ({ contentWindow: view, contentDocument: page }) => {
      while (page.readyState !== "complete") await pause(20);
      await page.fonts.ready;
      await Promise.all([...page.images].map((image) => image.decode().catch(() => {})));
      await pause(250);
      await frame(view);
      view.steady.shifts.length = 0;
      view.steady.begin();
      const charts = [...page.querySelectorAll("indicator-chart")];
      // Where the page's own elements stand, and each of their computed styles.
      const look = () =>
        [...page.body.querySelectorAll("*")]
          .filter((node) => !node.closest("indicator-chart"))
          .map((node) => {
            const { x, y, width, height } = node.getBoundingClientRect();
            const style = view.getComputedStyle(node);
            const rules = [...style].map((name) => name + ":" + style.getPropertyValue(name)).join(";");
            return [node.nodeName, x, y, width, height].map((value) => +value ? Math.round(value * 8) / 8 : value).join(" ") + " " + rules;
          });
      if (!scripted) {
        for (const chart of charts) chart.style.setProperty("display", "none", "important");
        await frame(view);
        return { look: look() };
      }
      const script = page.createElement("script");
      script.type = "module";
      script.src = "/dist/indicator-chart.js";
      page.head.append(script);
      await view.customElements.whenDefined("indicator-chart");
      const ends = [];
      for (const chart of charts) {
        // In view, where what moves is counted and seen.
        await view.steady.shown();
        chart.scrollIntoView({ block: "center", behavior: "instant" });
        view.steady.anew();
        ends.push(await Promise.race([chart.ready, pause(30000)]));
      }
      await view.steady.shown();
      view.scrollTo({ left: 0, top: 0, behavior: "instant" });
      view.steady.anew();
      await pause(100);
      const figures = charts.map((chart) => chart.shadowRoot.querySelector("figure").getClientRects().length > 0);
      const canvas = charts.at(-1).shadowRoot.querySelector("canvas");
      const { width, height } = canvas;
      const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
      let sum = 0;
      for (const pixel of pixels) sum = (Math.imul(sum, 31) + pixel) | 0;
      const box = canvas.getBoundingClientRect();
      const { shifts, moved } = JSON.parse(JSON.stringify(view.steady));
      for (const chart of charts) chart.style.setProperty("display", "none", "important");
      await frame(view);
      // What went may have been above an anchor of the scroll.
      view.scrollTo({ left: 0, top: 0, behavior: "instant" });
      return {
        look: look(),
        ends,
        figures,
        shifts,
        moved: moved.slice(0, 3),
        seen: view.seen,
        ink: [width, height, sum].join(" "),
        sharp: width / (box.width * devicePixelRatio),
      };
    };
    Promise.all([...document.querySelectorAll("iframe")].map(visit)).then(
      (told) => setTimeout(done, 100, told),
      (error) => done(String(error.stack)),
    );`,
    scripted,
  );
  assert.equal(typeof told, "object", String(told));
  return { told: /** @type {any} */ (told), picture: await browser().takeScreenshot() };
}

/** By so much a channel of a pixel may differ, of 255: a soft shadow that is painted in two strips is rounded anew. */
const soft = 2;

/**
 * How far two pictures of the window are from one another: the largest difference in a channel of a pixel.
 * @param {string} one @param {string} other PNG in base 64
 * @returns {Promise<number>}
 */
async function distance(one, other) {
  if (one === other) return 0;
  return browser().executeAsyncScript(
    `const done = arguments[2];
    Promise.all([...arguments].slice(0, 2).map(async (picture) => {
      const image = new Image();
      image.src = "data:image/png;base64," + picture;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    })).then(([one, other]) => {
      if (one.length !== other.length) return done(255);
      let most = 0;
      for (let at = 0; at < one.length; at += 1) most = Math.max(most, Math.abs(one[at] - other[at]));
      done(most);
    }, (error) => done(String(error)));`,
    one,
    other,
  );
}

describe("on a page of another", () => {
  /** The pixels of the neutral page, once it was visited. */
  let ink = "";
  before(() => resize(1400, 1050));

  const only = process.env.HOST;
  for (const [name, host] of Object.entries(hosts)) {
    if (only && name !== only) continue;
    test(`${name}: the chart is itself, and the page too`, async () => {
      ink ||= (await visit({}, true)).told[0]?.ink ?? "";
      assert.match(ink, /^\d+ \d+ -?\d+$/);
      const plain = await visit(host, false);
      const { told } = await visit(host, true);
      // Where a page leaves too little room for a chart it may wait for its reader, but not where nothing is in its way.
      if (name === "neutral")
        assert.deepEqual(
          told.flatMap(({ figures }) => figures).filter((shown) => !shown),
          [],
        );
      for (const [index, { ends, shifts, moved, seen, ink: found, sharp }] of told.entries()) {
        const where = `in a window of ${widths[index]} px`;
        assert.deepEqual(ends, [...kinds.map(() => true), true], `drawn ${where}: ${seen}`);
        // That a phone's window is narrow the author is told anywhere.
        const said = seen.filter((/** @type {string} */ line) => !line.includes("names are cut for want of room"));
        assert.deepEqual(said, [], `nothing is said ${where}`);
        assert.deepEqual(moved, [], `nothing moves ${where}`);
        assert.deepEqual(shifts, [], `no shift is counted ${where}`);
        // Zoomed, the same picture has more pixels: then it must have as many as the window has.
        if (host.zoom) assert.ok(Math.abs(sharp - 1) < 0.01, `${sharp} of the pixels ${where}`);
        else assert.equal(found, ink, `the pixels ${where}`);
        assert.ok((plain.told[index]?.look.length ?? 0) > 20);
        assert.deepEqual(told[index]?.look, plain.told[index]?.look, `the page's own elements ${where}`);
      }
      // WebKitGTK's pictures of one page differ among themselves: there its elements must do.
      if (engine === "webkit") return;
      // The last of it may be painted a moment later.
      let differs = 255;
      for (let tries = 0; tries < 10 && differs > soft; tries += 1)
        differs = await distance(plain.picture, await browser().takeScreenshot());
      assert.ok(differs <= soft, `the page looks as it does without charts; it differs by ${differs}`);
    });
  }
});
