// A brand in the page: named by an attribute or by the spec, under the page's own custom properties.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { inPage, messages, show, test, until } from "./stage.mjs";

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";

const look = `return charts.map((one) => {
  const style = getComputedStyle(part(one, "figure"));
  const canvas = part(one, "canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const has = (hex) => {
    const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    for (let i = 0; i < data.length; i += 4) if (wanted.every((part, at) => data[i + at] === part)) return true;
    return false;
  };
  return {
    font: style.fontFamily,
    ground: style.backgroundColor,
    title: getComputedStyle(part(one, "title")).fontSize,
    found: ["#8c1d40", "#00665e", "#b3004b", "#0f5f9e"].filter(has),
    problems: one.problems.map((problem) => problem.kind),
  };
});`;

const chart = (/** @type {string} */ name, more = "") =>
  `<indicator-chart src="/examples/${name}/spec.json" ${more}></indicator-chart>`;

describe("a brand", () => {
  test("is taken from the attribute or the spec, and a strict policy allows it", async () => {
    const body = [
      chart("bar"),
      chart("bar", 'brand="/examples/brands/rose.json"'),
      chart("brand-harbour"),
      chart("brand-harbour", 'brand="/examples/brands/rose.json"'),
    ];
    assert.deepEqual(await show(body.join("\n"), { policy }), [true, true, true, true]);
    const [plain, rose, harbour, both] = await inPage(look);
    assert.deepEqual(plain.found, ["#0f5f9e"]);
    assert.deepEqual([rose.found, rose.title, rose.ground], [["#8c1d40"], "20px", "rgb(255, 244, 234)"]);
    assert.ok(rose.font.startsWith("Georgia"), rose.font);
    assert.deepEqual([harbour.found, harbour.title, harbour.problems], [["#00665e"], "22px", []]);
    assert.deepEqual(both.found, ["#8c1d40"], "the attribute wins");
    assert.deepEqual(await messages(), []);
  });

  test("gives way to the page's custom properties", async () => {
    const own =
      'brand="/examples/brands/rose.json" style="--indicator-chart-accent:#b3004b;--indicator-chart-font:Verdana"';
    assert.deepEqual(await show(chart("bar", own)), [true]);
    const [found] = await inPage(look);
    assert.deepEqual([found.found, found.font], [["#b3004b"], "Verdana"]);
  });

  test("is taken off with its attribute, and never puts on what it does not say", async () => {
    assert.deepEqual(await show([chart("bar"), chart("bar", 'brand="/examples/brands/rose.json"')].join("\n")), [
      true,
      true,
    ]);
    await inPage(`charts[1].removeAttribute("brand");`);
    await until(async () => (await inPage(look))[1].found.includes("#0f5f9e"), "the built-in look is back");
    const [plain, bare] = await inPage(look);
    assert.deepEqual(bare, plain);
  });

  test("that cannot be read is told; one that cannot be had leaves the built-in look", async () => {
    const body = [chart("bad-brand"), chart("bar", 'brand="/no-such-brand.json"')];
    assert.deepEqual(await show(body.join("\n")), [true, true]);
    const found = await inPage("return charts.map((one) => one.problems.map((problem) => problem.kind));");
    assert.ok(found[0].includes("low-contrast") && found[0].includes("not-a-color"), `${found[0]}`);
    assert.deepEqual(found[1], ["not-found"]);
  });
});
