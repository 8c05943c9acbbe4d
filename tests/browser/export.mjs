// What a reader or a script takes away: SVG, PNG, CSV, the table; and a datum shown from outside.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, inPage, messages, press, show, test } from "./stage.mjs";

const chart = (/** @type {string} */ name, more = "") =>
  `<div style="width:380px"><indicator-chart src="/examples/${name}/spec.json" ${more}><p class="rung">rung 1</p></indicator-chart></div>`;

/** @param {string} body an async function's body; `chart` is the first one */
const later = (body) =>
  browser().executeAsyncScript(`
    const done = arguments[0];
    const chart = document.querySelector("indicator-chart");
    (async () => { ${body} })().then(done, (error) => done({ error: error.message ?? String(error) }));`);

describe("taking a chart away", () => {
  test("as SVG: one well-formed picture with the words in it, in the asked width and theme", async () => {
    await show(chart("bar"));
    const found = await later(`
      const read = (text) => new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const [page, dark] = [read(await chart.toSvg()), read(await chart.toSvg({ width: 640, theme: "dark" }))];
      const title = chart.shadowRoot.querySelector('[part="title"]').textContent;
      return {
        names: [page.localName, dark.localName],
        widths: [page.getAttribute("width"), dark.getAttribute("width")],
        titled: page.querySelector("title").textContent === title,
        texts: [...page.querySelectorAll("text")].length,
        grounds: [page, dark].map((svg) => svg.querySelector("rect").getAttribute("fill")),
        same: chart.shadowRoot.querySelector("canvas").style.width,
      };`);
    assert.deepEqual(found.names, ["svg", "svg"]);
    assert.deepEqual(found.widths, ["412", "640"]);
    assert.ok(found.titled && found.texts > 5, "words are in it");
    assert.deepEqual(found.grounds, ["#ffffff", "#15181c"]);
    assert.equal(found.same, "380px", "the chart in the page is as it was");
  });

  test("with source and byline drawn in", async () => {
    const said = {
      kind: "bar",
      title: "Made up",
      subtitle: "Made up, %",
      y: "town",
      x: "share",
      measure: "share",
      unit: "%",
    };
    const more = { source: "A made-up source", byline: "A made-up desk", data: [{ town: "Aton", share: 12 }] };
    await show(
      `<indicator-chart><script type="application/json">${JSON.stringify({ ...said, ...more })}</script></indicator-chart>`,
    );
    const texts = await later(`
      const svg = new DOMParser().parseFromString(await chart.toSvg(), "image/svg+xml");
      return [...svg.querySelectorAll("text")].map((text) => text.textContent).join(" ");`);
    for (const words of ["Made up", more.source, more.byline]) assert.ok(texts.includes(words), `${words}: ${texts}`);
  });

  test("as PNG at twice its size, opaque", async () => {
    await show(chart("line"));
    const found = await later(`
      const image = await createImageBitmap(await chart.toBlob({ width: 400 }));
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let ink = 0, clear = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] < 255) clear += 1;
        if (data[i] < 128) ink += 1;
      }
      return { width: image.width, ink, clear };`);
    assert.equal(found.width, 800);
    assert.equal(found.clear, 0);
    assert.ok(found.ink > 1000, `${found.ink} dark pixels`);
  });

  test("as CSV: one line a datum, numbers as numbers", async () => {
    await show(chart("bar"));
    const { csv, count } = await later(`
      return { csv: await chart.toCsv(), count: chart.shadowRoot.querySelectorAll('[role="gridcell"]').length };`);
    const lines = csv.trimEnd().split("\r\n");
    assert.equal(lines[0], "series,label,period,value,unit,qualifier,text");
    assert.equal(lines.length - 1, Number(count));
    assert.match(lines[1], /,-?\d+(\.\d+)?,/);
  });

  test("says why there is nothing to take", async () => {
    await show(chart("bad-missing-column"));
    const found = await later("return chart.toSvg();");
    assert.deepEqual(found, { error: "there is no chart to take away" });
  });

  test("by a menu that keys open, walk and close", async () => {
    await show(chart("bar"));
    const menu = "chart.shadowRoot.querySelector('[role=\"menu\"]')";
    await inPage(`part(chart, "download").focus();`);
    await press(Key.ENTER);
    await browser().wait(() => inPage(`return Boolean(${menu});`), 5000);
    const focused = () => inPage("return chart.shadowRoot.activeElement.textContent;");
    assert.equal(await focused(), "Picture (PNG)");
    await press(Key.ARROW_UP);
    assert.equal(await focused(), "Copy table");
    await press(Key.ARROW_DOWN);
    await press(Key.ARROW_DOWN);
    assert.equal(await focused(), "Vector (SVG)");
    await press(Key.ESCAPE);
    assert.equal(await inPage(`return Boolean(${menu});`), false);
    assert.equal(await focused(), "Download");
    // What would be saved, without saving it.
    const saved = await later(`
      const files = [];
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () { if (this.download) files.push(this.download); else click.call(this); };
      for (const at of [0, 1, 2]) {
        const button = chart.shadowRoot.querySelector('[part="download"]');
        button.click();
        while (!${menu}) await new Promise((resolve) => setTimeout(resolve, 10));
        ${menu}.children[at].click();
        while (files.length <= at) await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return files;`);
    assert.deepEqual(
      saved.map((/** @type {string} */ name) => name.split(".").at(-1)),
      ["png", "svg", "csv"],
    );
    assert.deepEqual(await messages(), []);
  });

  test("as a table to paste, between its title and its source", async () => {
    await show(chart("bar"));
    const copied = await later(`
      let copied;
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { copied = text; } } });
      chart.shadowRoot.querySelector('[part="download"]').click();
      const menu = () => chart.shadowRoot.querySelector('[role="menu"]');
      while (!menu()) await new Promise((resolve) => setTimeout(resolve, 10));
      menu().lastElementChild.click();
      const told = () => [...chart.shadowRoot.querySelectorAll('[role="status"]')].some((node) => node.textContent === "Copied");
      for (let tries = 0; tries < 300 && !told(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      return { copied, told: told() };`);
    const lines = copied.copied.split("\n");
    assert.equal(lines[0], "Japan lives longest, South Africa shortest of ten countries");
    assert.deepEqual(lines[1].split("\t").length, 2);
    assert.match(lines[2], /^Japan\t82\.5/);
    assert.match(lines.at(-1), /Gapminder/);
    assert.equal(lines.length, 13);
    assert.ok(copied.told, "a screen reader is told");
  });

  test("not where the author does not want it", async () => {
    await show(chart("bar", 'export="off"'));
    assert.equal(await inPage('return shown(part(chart, "download"));'), false);
    await inPage('chart.removeAttribute("export");');
    await browser().wait(() => inPage('return shown(part(chart, "download"));'), 5000);
  });

  test("a script shows a datum and hides it again", async () => {
    await show(chart("bar"));
    const label = await inPage("return chart.select(1)?.label;");
    assert.equal(await inPage('return shown(part(chart, "tooltip"));'), true);
    assert.match(await inPage('return part(chart, "tooltip").textContent;'), new RegExp(label));
    await inPage("chart.clear();");
    assert.equal(await inPage('return shown(part(chart, "tooltip"));'), false);
    assert.equal(await inPage("return chart.select({ label: given })?.id;", label), 1);
    assert.equal(await inPage("return chart.select(given)?.id;", label), 1);
    for (const none of ["9999", "'nobody'", "{}", "null", "{ lable: 'x' }"])
      assert.equal(await inPage(`return chart.select(${none}) === undefined;`), true, none);
  });

  test("as no picture that could not be, and as a table that no spreadsheet takes for formulas", async () => {
    await show(chart("bar"));
    for (const [method, options] of [
      ["toSvg", "{ width: -5 }"],
      ["toSvg", "{ width: 1e9 }"],
      ["toBlob", "{ ratio: 1000 }"],
    ])
      assert.equal(
        await later(`return chart.${method}(${options}).then(() => "", ({ kind }) => kind);`),
        "out-of-range",
      );
    const csv = await later(`
      chart.spec = { kind: "bar", measure: "balance", x: "v", y: "n", unit: "x", title: "Made up", source: "Made up",
        data: [{ n: "=cmd()|x", v: 1 }, { n: "-3", v: -2 }] };
      await chart.ready;
      return chart.toCsv();`);
    const [, first, second] = csv.split("\r\n");
    assert.match(first, /,'=cmd\(\)\|x,.*,1,x,,'\+1/);
    assert.match(second, /,-3,.*,-2,/);
  });
});
