// Whatever the author gets wrong: a problem with a place and a hint, rung 1 where nothing can be drawn, neighbours alive.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { inPage, messages, show, states, test } from "./stage.mjs";

const rung = '<p class="rung">rung 1</p>';
const words = {
  title: "Made up",
  subtitle: "Made-up share, %",
  measure: "share",
  unit: "%",
  source: "Made up for this test",
};
const bar = {
  kind: "bar",
  ...words,
  y: "town",
  x: "share",
  data: [
    { town: "Aton", share: 31.5 },
    { town: "Beton", share: 12 },
  ],
};

/** @param {unknown} spec an object, or text as it is */
function inline(spec) {
  const text = typeof spec === "string" ? spec : JSON.stringify(spec);
  return `<indicator-chart><script type="application/json">${text.replaceAll("<", "\\u003c")}</script>${rung}</indicator-chart>`;
}

/**
 * Each case: what the author wrote, whether a chart is drawn all the same, and what the problem must name.
 * @type {[name: string, html: string, drawn: boolean, named: RegExp | undefined][]}
 */
const cases = [
  ["a spec that is not JSON", inline('{"kind": "bar" "title": 1}'), false, /line 1, column 16.*a comma is missing/],
  [
    "a file that is not JSON",
    `<indicator-chart src="/examples/bad-not-json/spec.json">${rung}</indicator-chart>`,
    false,
    /^spec \(line 4, column 3\): the spec is not JSON/,
  ],
  [
    "a web page in place of a spec",
    `<indicator-chart src="/index.html">${rung}</indicator-chart>`,
    false,
    /a web page/,
  ],
  ["a web page in place of data", inline({ ...bar, data: { url: "/index.html" } }), false, /a web page/],
  ["data that is not JSON", inline({ ...bar, data: "/examples/bad-not-json/spec.json" }), false, /data line 4/],
  ["x and y that have changed places", inline({ ...bar, x: "town", y: "share" }), false, /change the two over/],
  ["an unknown key", inline({ ...bar, subtitel: "x" }), true, /^\/subtitel \(line 1, column \d+\).*subtitle/],
  ["a missing column", inline({ ...bar, x: "shares" }), false, /"share"/],
  [
    "text where a number belongs",
    inline({ ...bar, data: { csv: "town,share\nAton,31.5\nBeton,about a third\nCeton,5" } }),
    true,
    /3.*share|share.*3/,
  ],
  ["an address without a file", `<indicator-chart src="/nowhere.json">${rung}</indicator-chart>`, false, /404|nowhere/],
  ["data without a file", inline({ ...bar, data: { url: "/nowhere.csv" } }), false, /404|nowhere/],
  ["an address that never answers", `<indicator-chart src="/never">${rung}</indicator-chart>`, false, /never|10 s/],
  ["an empty table", inline({ ...bar, data: [] }), false, /data/],
  ["no spec at all", `<indicator-chart>${rung}</indicator-chart>`, false, /src/],
  ["an unknown kind", inline({ ...bar, kind: "bra" }), false, /"bar"/],
  ["a spec that is no object", inline("[1, 2]"), false, /./],
  ["one row", inline({ ...bar, data: [{ town: "Aton", share: 31.5 }] }), true, undefined],
  [
    "NaN and infinity",
    inline({ ...bar, data: { csv: "town,share\nAton,31.5\nBeton,NaN\nCeton,Infinity" } }),
    true,
    /share/,
  ],
  [
    "1e300",
    inline({
      ...bar,
      measure: "amount",
      data: [
        { town: "Aton", share: 1e300 },
        { town: "Beton", share: 1 },
      ],
    }),
    true,
    undefined,
  ],
  [
    "negative values",
    inline({
      ...bar,
      measure: "balance",
      data: [
        { town: "Aton", share: -31.5 },
        { town: "Beton", share: 12 },
      ],
    }),
    true,
    undefined,
  ],
  [
    "labels of 500 characters",
    inline({
      ...bar,
      data: [
        { town: "A".repeat(500), share: 3 },
        { town: "東".repeat(500), share: 4 },
      ],
    }),
    true,
    undefined,
  ],
  [
    "markup in strings",
    inline({
      ...bar,
      title: "<img src=x onerror=alert(1)>",
      data: [
        { town: "<b>x</b></script>", share: 3 },
        { town: "&amp;", share: 4 },
      ],
    }),
    true,
    undefined,
  ],
  [
    "duplicate periods",
    inline({
      kind: "line",
      ...words,
      x: "year",
      y: "rate",
      data: [
        { year: 2018, rate: 1 },
        { year: 2018, rate: 2 },
        { year: 2019, rate: 3 },
      ],
    }),
    true,
    /period/,
  ],
  [
    "10,000 categories",
    `<indicator-chart src="/examples/bad-10000-categories/spec.json">${rung}</indicator-chart>`,
    true,
    /10[,.]?000/,
  ],
];

describe("bad input", () => {
  test("all cases beside each other, with good charts between them", async () => {
    const html = [inline(bar), ...cases.map(([, one]) => one), inline(bar)].join("\n");
    const ends = await show(`<div style="width:380px">${html}</div>`);
    const found = await states();
    assert.equal(found.length, cases.length + 2);
    const wrong = cases.flatMap(([name, , drawn, named], index) => {
      const { drawn: isDrawn, rung: isRung, problems } = found[index + 1];
      const all = problems.map(({ place, message, hint }) => `${place}: ${message}; ${hint}`).join("\n");
      const faults = [];
      if (isDrawn !== drawn || ends[index + 1] !== drawn) faults.push(drawn ? "is not drawn" : "is drawn");
      if (isRung === drawn) faults.push(isRung ? "shows rung 1 beside the chart" : "does not show rung 1");
      if (named && !named.test(all)) faults.push(`no problem names ${named}`);
      if (problems.some(({ place, message }) => !place || !message)) faults.push("a problem without place or message");
      if (!drawn && !problems.some(({ severity }) => severity === "error")) faults.push("no error");
      if (!drawn && !problems.some(({ hint }) => hint)) faults.push("no hint");
      return faults.map((fault) => `${name}: ${fault}\n${all}`);
    });
    assert.deepEqual(wrong, []);
    for (const index of [0, found.length - 1]) {
      assert.deepEqual([found[index].drawn, found[index].problems], [true, []], "the neighbours are alive");
    }
  });

  test("the author hears each problem once on the console and as an event; the reader sees none of it", async () => {
    await show(inline({ ...bar, x: "shares" }));
    const said = await messages();
    const [{ problems }] = await states();
    assert.equal(said.length, problems.length);
    assert.match(said[0], /^(error|warn): indicator-chart: .*shares/);
    const seen = await inPage("return document.body.innerText;");
    assert.doesNotMatch(seen, /shares|column|undefined|Error/);
  });

  test("markup in strings is text, wherever it is shown", async () => {
    const evil = "<img src=x onerror=\"seen.push('evil')\"><b>x</b>";
    const spec = {
      ...bar,
      title: evil,
      subtitle: evil,
      note: evil,
      source: evil,
      byline: evil,
      unit: evil,
      alt: evil,
      data: [
        { town: evil, share: 3 },
        { town: "Beton", share: 4 },
      ],
    };
    assert.deepEqual(await show(inline(spec)), [true]);
    assert.equal(await inPage('return part(chart, "title").textContent;'), evil);
    assert.equal(await inPage('return chart.shadowRoot.querySelectorAll("img, b").length;'), 0);
    assert.equal((await messages()).filter((line) => line.includes("evil")).length, 0);
  });

  test("an address that is a script is not made a link", async () => {
    await show(inline({ ...bar, source: { name: "x", url: "javascript:seen.push('evil')" } }));
    assert.equal(await inPage("return chart.shadowRoot.querySelectorAll('a[href^=\"javascript\"]').length;"), 0);
  });
});
