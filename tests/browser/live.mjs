// Live data: asked for again at the pace of the attribute, only what is new is drawn and said, and only while someone looks.

import assert from "node:assert/strict";
import { after, afterEach, before, describe } from "node:test";
import { serve } from "../../www/build/serve.mjs";
import { browser, frames, inPage, test, until } from "./stage.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

/** What the server has to give, and who asked for it. */
const data = {
  body: "",
  /** @type {number | undefined} */
  status: undefined,
  tag: "",
  date: "",
  cache: "no-cache",
  /** @type {{at: number, tag: string | undefined, date: string | undefined, answered: number}[]} */
  asked: [],
};

const csv = (/** @type {number} */ beton, more = "") => `town,share\nAton,31.5\nBeton,${beton}\nCeton,20\n${more}`;
const spec = (/** @type {unknown} */ inside) =>
  JSON.stringify({
    kind: "bar",
    title: "Made up",
    subtitle: "Made up, %",
    source: "Made up",
    y: "town",
    x: "share",
    measure: "share",
    unit: "%",
    data: inside,
  });

const chart = (/** @type {string} */ attributes, inside = "") =>
  `<div style="width:380px"><indicator-chart ${attributes}>${inside}</indicator-chart></div>`;
const followed = chart('src="/live/spec.json" refresh="1"');
const still = chart("", `<script type="application/json">${spec({ csv: csv(5) })}</script>`);

before(async () => {
  server = await serve({
    answer: (url, response, request) => {
      if (url.pathname === "/live/page.html") {
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(page);
        return true;
      }
      if (url.pathname === "/live/spec.json") {
        response.setHeader("Content-Type", "application/json");
        response.end(spec({ url: "data.csv" }));
        return true;
      }
      if (!url.pathname.startsWith("/live/data")) return false;
      const { "if-none-match": tag, "if-modified-since": date } = request.headers;
      const same = (data.tag && tag === data.tag) || (!data.tag && data.date && date === data.date);
      const status = data.status ?? (same ? 304 : 200);
      data.asked.push({ at: performance.now(), tag, date, answered: status });
      response.setHeader("Cache-Control", data.cache);
      if (data.tag) response.setHeader("ETag", data.tag);
      if (data.date) response.setHeader("Last-Modified", data.date);
      response.writeHead(status, { "Content-Type": "text/csv" });
      response.end(status === 200 ? data.body : "");
      return true;
    },
  });
});
after(() => server?.close());
// Nobody shall ask while the next test prepares its answers.
afterEach(() => browser().get("about:blank"));

let page = "";

/** @param {string} body */
async function open(body) {
  Object.assign(data, { body: csv(12), status: undefined, tag: '"1"', date: "", cache: "no-cache", asked: [] });
  page = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Live</title>
<script src="/tests/pages/watch.js"></script><script type="module" src="/dist/indicator-chart.js"></script><body>${body}`;
  await browser().get(`${server.origin}/live/page.html`);
  await browser().executeAsyncScript(`const done = arguments[0];
    customElements.whenDefined("indicator-chart").then(() => Promise.all([...document.querySelectorAll("indicator-chart")].map((chart) => chart.ready))).then(done);`);
  await inPage(`window.painted = charts.map(() => 0);
    charts.forEach((chart, at) => new MutationObserver(() => { painted[at] += 1; }).observe(part(chart, "canvas"), { attributes: true }));
    window.changes = [];
    document.addEventListener("chartchange", (event) => changes.push(event.detail.map(({ before, after }) => [before?.text ?? null, after?.text ?? null])));`);
}

/** @param {number} count of requests, the first for the picture */
const asks = (count) => until(async () => data.asked.length >= count, `it has asked ${count} times`);

const said = () => inPage("return chart.shadowRoot.querySelector('#news')?.textContent;");
/** The rows of the data table, which is made when it is opened. */
const table = () =>
  inPage(`if (part(chart, 'data').matches('.quiet')) part(chart, 'toggle').click();
    return [...part(chart, 'data').querySelectorAll('tbody tr')].map((row) => row.textContent);`);

describe("live data", () => {
  test("are asked for with the version that is known; what is not new is not drawn", async () => {
    await open(followed);
    await asks(4);
    const [first, second, ...later] = data.asked;
    assert.deepEqual([first?.answered, second?.answered === 200 || second?.answered === 304], [200, true]);
    for (const { tag, answered } of later) assert.deepEqual([tag, answered], ['"1"', 304]);
    assert.deepEqual(await inPage("return [window.painted, window.changes, seen];"), [[0], [], []]);
    const gaps = data.asked.slice(2).map(({ at }, before) => at - (data.asked[before + 1]?.at ?? 0));
    for (const gap of gaps) assert.ok(gap > 950 && gap < 2500, `${gap} ms`);
  });

  test("without a tag are asked for by their date, even where the browser may keep nothing", async () => {
    await open(followed);
    Object.assign(data, { tag: "", date: "Tue, 24 Nov 2026 06:00:00 GMT", cache: "no-store" });
    await asks(4);
    const { date, answered } = data.asked.at(-1) ?? {};
    assert.deepEqual([date, answered], [data.date, 304]);
  });

  test("that are new change this chart and no other, without moving anything, and only they are said", async () => {
    await open(followed + still);
    // A screen reader tells only what comes into a place that it knew, and waits with it until it is not speaking.
    const voice = () =>
      inPage(
        "const { role, textContent, ariaLive } = chart.shadowRoot.querySelector('#news') ?? {}; return [role, textContent, ariaLive];",
      );
    await until(async () => (await voice())[0], "there is a place for news");
    assert.deepEqual(await voice(), ["status", "", null]);
    await inPage("chart.select(1); window.place = chart.offsetHeight;");
    Object.assign(data, { body: csv(14.5), tag: '"2"' });
    await until(said, "it says so");
    assert.match(await said(), /^Updated: .*Beton.*14\.5%/);
    assert.doesNotMatch(await said(), /Aton|Ceton/);
    const [painted, changes, moved, tooltip, messages] = await inPage(
      "return [painted.map(Boolean), changes, chart.offsetHeight - place, part(chart, 'tooltip').textContent, seen];",
    );
    assert.deepEqual([painted, changes, moved, messages], [[true, false], [[["12.0%", "14.5%"]]], 0, []]);
    assert.match(tooltip, /14\.5%/, "what was shown is shown with its new value");
    // The words follow the picture.
    await until(
      async () => (await table()).some((/** @type {string} */ row) => row.includes("14.5%")),
      "the table says it",
    );
  });

  test("may gain and lose rows", async () => {
    await open(followed);
    // The second digit of one value gives all the others one too: they are the same all the same.
    Object.assign(data, { body: "town,share\nAton,31.5\nBeton,12\nDeton,9.25\n", tag: '"2"' });
    await until(async () => (await inPage("return changes.length;")) > 0, "it changes");
    assert.deepEqual(await inPage("return changes;"), [
      [
        [null, "9.25%"],
        ["20.0%", null],
      ],
    ]);
    // The words follow the picture.
    await until(async () => (await table()).length === 3, "the table has three rows");
  });

  test("that fail leave the chart, are told once, and are asked for ever less often until they come", async () => {
    await open(followed);
    data.status = 503;
    await asks(4);
    const failed = data.asked.filter(({ answered }) => answered === 503).map(({ at }) => at);
    assert.ok(failed.length >= 3);
    const [first = 0, second = 0] = failed.slice(1).map((at, before) => at - (failed[before] ?? 0));
    assert.ok(first > 1900 && second > 3900, `${first} ms, ${second} ms`);
    const [drawn, problems] = await inPage(
      "return [shown(part(chart, 'figure')), chart.problems.map(({ severity, message }) => [severity, message])];",
    );
    assert.equal(drawn, true);
    assert.deepEqual(problems, [["warning", "the server answers 503"]]);
    assert.equal((await inPage("return seen;")).length, 1);
  });

  test("that cannot be drawn leave the chart as it is", async () => {
    await open(followed);
    Object.assign(data, { body: "<!doctype html><title>Not found</title>", tag: '"2"' });
    await until(async () => (await inPage("return chart.problems.length;")) > 0, "it is told");
    assert.equal(
      await inPage(
        "return shown(part(chart, 'figure')) && chart.problems.every(({ severity }) => severity === 'warning');",
      ),
      true,
    );
    assert.equal((await table()).length, 3);
    Object.assign(data, { body: csv(13), tag: '"3"' });
    await until(async () => (await inPage("return changes.length;")) > 0, "it recovers");
    await until(() => inPage("return chart.problems.length === 0;"), "nothing is wrong any more");
  });

  test("are left alone while the page is hidden, the chart out of sight, or gone", async () => {
    await open(`${followed}<p style="height:9000px">far</p>`);
    await asks(2);
    const rests = async (/** @type {string} */ why) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = data.asked.length;
      await new Promise((resolve) => setTimeout(resolve, 1700));
      assert.equal(data.asked.length, before, why);
    };
    const hide = (/** @type {boolean} */ hidden) =>
      inPage(
        `Object.defineProperty(document, "hidden", { value: given, configurable: true }); document.dispatchEvent(new Event("visibilitychange"));`,
        hidden,
      );
    await hide(true);
    await rests("hidden");
    await hide(false);
    // Long due, so it is asked at once.
    await asks(data.asked.length + 1);
    await inPage("scrollTo(0, 5000);");
    await frames();
    await rests("out of sight");
    await inPage("scrollTo(0, 0);");
    await asks(data.asked.length + 1);
    await inPage("window.kept = chart; chart.remove();");
    await rests("gone");
    await inPage("document.body.prepend(kept);");
    await asks(data.asked.length + 1);
    await inPage("kept.removeAttribute('refresh');");
    await rests("without the attribute");
    await inPage("kept.setAttribute('refresh', '1');");
    await asks(data.asked.length + 1);
  });

  test("may stand in the spec", async () => {
    await open(chart('src="/live/data.json" refresh="1"'));
    // The page has asked for no spec that it could draw yet.
    Object.assign(data, { body: spec({ csv: csv(12) }), tag: '"a"' });
    await inPage("chart.setAttribute('src', '/live/data.json?1');");
    await until(() => inPage("return shown(part(chart, 'figure'));"), "it is drawn");
    Object.assign(data, { body: spec({ csv: csv(17) }).replace("Made up", "Made up anew"), tag: '"b"' });
    await until(async () => (await inPage("return changes.length;")) > 0, "it changes");
    assert.deepEqual(await inPage("return changes;"), [[["12.0%", "17.0%"]]]);
    // It is drawn with the next frame.
    await until(
      () => inPage("return part(chart, 'title').textContent === 'Made up anew';"),
      "the title is the new one",
    );
    Object.assign(data, { body: spec({ csv: csv(17) }).replace('"bar"', '"lollipop"'), tag: '"c"' });
    await until(() => inPage("return part(chart, 'title').textContent === 'Made up';"), "another kind is drawn");
  });

  test("that nothing could be, and a number that is none, are told", async () => {
    await open(still.replace("<indicator-chart", '<indicator-chart refresh="60"') + followed.replace('"1"', '"soon"'));
    await until(() => inPage("return charts.every(({ problems }) => problems.length === 1);"), "both are told");
    assert.deepEqual(await inPage("return charts.map(({ problems }) => problems[0].message);"), [
      "there is nothing to look for again",
      '"soon" is no number of seconds',
    ]);
  });
});
