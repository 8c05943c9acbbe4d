// The article page: quiet, complete, and as wide as the window.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { root } from "../../www/build/step.mjs";
import { engine } from "./engine.mjs";
import { address, browser, inPage, page, ready, test } from "./stage.mjs";

/** The editions of the article, each at its address. */
const editions = [
  { name: "the article page", path: "/", file: "index.html", lang: "en", other: "index.zh.html" },
  { name: "the Chinese edition", path: "/index.zh.html", file: "index.zh.html", lang: "zh-Hans", other: "index.html" },
];

/**
 * An edition with the recorder of messages put in front of its own scripts.
 * @param {string} file
 */
function article(file) {
  const html = readFileSync(join(root, file), "utf8");
  return html.replace(/<head>/, '<head><base href="/"><script src="/tests/pages/watch.js"></script>');
}

for (const { name, path, file, lang, other } of editions) {
  describe(name, () => {
    test("draws at least seven charts and says nothing on the console", async () => {
      await openArticle(file);
      const ends = await ready();
      assert.ok(ends.length >= 7, `${ends.length} charts`);
      assert.deepEqual(
        ends,
        ends.map(() => true),
      );
      assert.deepEqual(await inPage("return seen;"), []);
      const langs = await inPage("return charts.map((one) => part(one, 'figure').lang);");
      assert.deepEqual([...new Set(langs)], [lang]);
      if (engine === "chromium") {
        const log = await browser().manage().logs().get("browser");
        assert.deepEqual(
          log.map(({ message }) => message),
          [],
        );
      }
    });

    test("has ink on every canvas, and a title, a description and a table for each", async () => {
      await openArticle(file);
      await ready();
      const look = () =>
        inPage(`return charts.map((one) => {
        const canvas = part(one, "canvas");
        // A table's rows stand in its place.
        const none = canvas.hidden && shown(part(one, "records"));
        // The data table is made when it is opened.
        if (!none && !one.shadowRoot.querySelector("table")) part(one, "toggle").click();
        const bytes = none ? [0, 1] : new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
        return {
          colours: new Set(bytes).size,
          title: part(one, "title").textContent.trim().length,
          description: part(one, "description").textContent.trim().length,
          rows: one.shadowRoot.querySelectorAll("table tbody tr").length,
        };
      });`);
      // WebKit may be at work on a new size.
      let found = await look();
      for (let tries = 0; tries < 30 && found.some((/** @type {any} */ { colours }) => colours < 2); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        found = await look();
      }
      for (const [index, { colours, title, description, rows }] of found.entries()) {
        assert.ok(colours > 1, `canvas ${index} is blank`);
        // Chinese says as much in fewer than half the letters.
        const least = lang === "en" ? 20 : 8;
        assert.ok(
          title > 0 && description > least,
          `chart ${index}: title ${title}, description ${description} characters`,
        );
        assert.ok(rows > 0, `chart ${index} has no table`);
      }
    });

    for (const width of [320, 360, 768, 1280]) {
      test(`is no wider than a window of ${width} px`, async () => {
        // A frame is as narrow as it is told; a window is not.
        await browser().get(
          address(page(`<iframe src="${path}" style="width:${width}px;height:2400px;border:0"></iframe>`)),
        );
        await browser().executeAsyncScript(`
          const done = arguments[0];
          const inside = () => document.querySelector("iframe").contentDocument;
          const wait = async () => {
            const charts = [...inside().querySelectorAll("indicator-chart")];
            if (inside().readyState !== "complete" || charts.length === 0 || !charts.every((chart) => chart.ready)) {
              return void setTimeout(wait, 50);
            }
            for (const chart of charts) {
              chart.scrollIntoView({ block: "center" });
              await chart.ready;
            }
            setTimeout(done, 100);
          };
          void wait();`);
        const found = await inPage(
          `
          const { documentElement: page, body } = document.querySelector("iframe").contentDocument;
          const wide = [...page.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > given + 1);
          return { inner: page.clientWidth, scroll: page.scrollWidth, body: body.scrollWidth, wide: wide.map((node) => node.tagName + "." + node.className).slice(0, 5) };`,
          width,
        );
        // Firefox takes the scroll bar's width away.
        assert.ok(found.inner > width - 20 && found.inner <= width, `the window is ${found.inner} px wide`);
        assert.ok(found.scroll <= found.inner && found.body <= found.inner, `${JSON.stringify(found)}`);
      });
    }

    // `link rel=alternate` wants whole addresses, which a page without a home of its own has not got.
    test("leads to the other edition, in its language", async () => {
      await openArticle(file);
      const found = await inPage(`const link = document.querySelector("a[hreflang]");
        return { lang: document.documentElement.lang, link: link.getAttribute("href"), tongues: [link.hreflang, link.lang] };`);
      const tongue = lang === "en" ? "zh-Hans" : "en";
      assert.deepEqual(found, { lang, link: other, tongues: [tongue, tongue] });
    });
  });
}

/** @param {string} file */
async function openArticle(file) {
  if (engine === "chromium") await browser().manage().logs().get("browser");
  await browser().get(address(page("", { whole: article(file) })));
}
