// A series heard: only when asked for, high for high and left for left, the mark that is heard shown, ended by Escape.

import assert from "node:assert/strict";
import { describe } from "node:test";
import { Key } from "selenium-webdriver";
import { browser, frames, inPage, messages, press, show, test, until } from "./stage.mjs";

/** An AudioContext that makes no sound: it counts what would be heard. `blocked` is what browsers do under autoplay. */
const head = `<script>
  window.contexts = 0;
  window.tones = [];
  window.blocked = false;
  const node = () => ({ connect: (next) => next, disconnect() { window.cut = (window.cut ?? 0) + 1; } });
  const value = () => ({ value: 0, setValueAtTime(v) { this.value = v; }, linearRampToValueAtTime() {}, exponentialRampToValueAtTime(v) { this.to = v; } });
  window.AudioContext = class {
    constructor() { window.contexts += 1; }
    state = "suspended";
    sampleRate = 44100;
    destination = node();
    get currentTime() { return performance.now() / 1000; }
    resume() { if (window.blocked) return new Promise(() => {}); this.state = "running"; return Promise.resolve(); }
    createGain() { return { ...node(), gain: value() }; }
    createStereoPanner() { return { ...node(), pan: value() }; }
    createOscillator() {
      const tone = { ...node(), frequency: value(), start(at) { window.tones.push({ at, from: this.frequency.value, to: this.frequency.to, soft: this.type === "sine" }); }, stop() {} };
      return tone;
    }
    createBuffer() { return { getChannelData: () => new Float32Array(1000) }; }
    createBufferSource() { return { ...node(), start(at) { window.tones.push({ at, tick: true }); } }; }
  };
  window.said = [];
  window.pointed = [];
</script>`;

const chart = (/** @type {string} */ name) =>
  `<div style="width:380px"><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></div>`;

/** Shows a chart, watches its voice and its tooltip, and puts the focus into it. @param {string} name */
async function ready(name) {
  await show(chart(name), { head });
  await inPage(`
    localStorage.clear();
    const watch = (name, list) => {
      const node = part(chart, name);
      new MutationObserver(() => node.textContent && list.push(node.textContent)).observe(node, { childList: true });
    };
    watch("status", window.said);
    watch("tooltip", window.pointed);
    cell(chart).focus();
    window.pointed.length = 0;`);
}

describe("a series heard", () => {
  test("nothing sounds, and no script for it is loaded, before somebody asks", async () => {
    await ready("line-series");
    await press(Key.ARROW_RIGHT);
    assert.equal(await inPage("return contexts;"), 0);
    const loaded = await inPage(
      `return performance.getEntriesByType("resource").some(({ name }) => name.includes("-sound"));`,
    );
    assert.equal(loaded, false);
  });

  test("the space bar plays the series: words first, then a tone for each, each shown, then the end", async () => {
    await ready("line-series");
    await press(" ");
    await until(() => inPage("return tones.length > 0;"), "tones are planned");
    const tones = await inPage("return tones;");
    assert.equal(tones.length, 9);
    for (let at = 1; at < tones.length; at += 1) {
      assert.ok(tones[at].at > tones[at - 1].at, "one after the other");
      assert.ok(tones[at].from > tones[at - 1].from, "the longer the lives the higher");
    }
    await until(() => inPage(`return said.some((words) => words.startsWith("End"));`), "the end is spoken");
    const said = await inPage("return said;");
    assert.match(said[0], /^Playing South Korea, from 1965 to 2005. Low tone 61.4 years, high tone 78.8 years$/);
    assert.equal(said.at(-1), "End, at 2005");
    const shown = await inPage("return pointed;");
    assert.ok(shown.length >= 8, `${shown.length} of 9 were shown`);
    assert.match(shown.at(-1), /2005/);
    assert.match(await inPage("return cell(chart).textContent;"), /^South Korea, 2005/, "the walk goes on from there");
    assert.deepEqual(await messages(), []);
  });

  test("Escape ends it at once, and says where; the speed can be changed and is remembered", async () => {
    await ready("line-gap");
    await press(Key.ENTER);
    await press(" ");
    await until(() => inPage("return tones.length > 0;"), "tones are planned");
    await frames();
    await press("-");
    await frames();
    const cut = await inPage("return window.cut ?? 0;");
    assert.ok(cut > 0, "the faster tones are silent");
    await press(Key.ESCAPE);
    await until(() => inPage(`return said.some((words) => words.startsWith("Stopped"));`), "it says so");
    assert.ok((await inPage("return window.cut;")) > cut);
    const count = await inPage("return tones.length;");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await inPage("return tones.length;"), count);
    assert.equal(await inPage('return JSON.parse(localStorage.getItem("indicator-chart")).speed;'), 0.75);
    await inPage("localStorage.clear();");
  });

  test("where the browser keeps quiet nothing plays, now or later, and that is said", async () => {
    await ready("bar");
    await inPage("window.blocked = true;");
    await press(" ");
    await until(() => inPage(`return said.includes("No sound can be played here");`), "it says so");
    assert.equal(await inPage("return tones.length;"), 0);
  });

  test("gaps tick, bounds glide, what is not final is soft: and the words say so", async () => {
    await ready("hard-qualifiers");
    await press(" ");
    await until(() => inPage("return tones.length > 0;"), "tones are planned");
    const tones = await inPage("return tones;");
    const said = async () => (await inPage("return said;")).join("; ");
    const csv = await inPage("return chart.toCsv();");
    if (/,over,/.test(csv)) assert.ok(tones.some((/** @type {any} */ tone) => tone.to > tone.from));
    if (/,(expected|provisional|projected),/.test(csv)) {
      assert.ok(tones.some((/** @type {any} */ tone) => tone.soft));
      assert.match(await said(), /soft tone/);
    }
    await press(Key.ESCAPE);
  });

  test("what is heard: pitch, order, and the side of the picture", async () => {
    await show(chart("bar"));
    const heard = await browser().executeAsyncScript(`
      const done = arguments[0];
      (async () => {
        const { perform, scoreOf } = await import("/dist/indicator-chart-sound.js");
        const data = [
          { id: 0, value: 1, height: 0, across: 0, qualifier: null },
          { id: 1, value: null, height: 0, across: 0.5, qualifier: null },
          { id: 2, value: 9, height: 1, across: 1, qualifier: null },
        ];
        const rate = 44100;
        const context = new OfflineAudioContext(2, rate, rate);
        perform(context, scoreOf(data, 1), 0);
        const buffer = await context.startRendering();
        const [left, right] = [buffer.getChannelData(0), buffer.getChannelData(1)];
        const look = (from, to) => {
          let [energyLeft, energyRight, crossings] = [0, 0, 0];
          for (let at = Math.round(from * rate); at < to * rate; at += 1) {
            energyLeft += left[at] ** 2;
            energyRight += right[at] ** 2;
            const [before, now] = [left[at - 1] + right[at - 1], left[at] + right[at]];
            if (before < 0 && now >= 0) crossings += 1;
          }
          return { left: energyLeft, right: energyRight, frequency: crossings / (to - from) };
        };
        return [look(0.02, 0.26), look(0.32, 0.58), look(0.62, 0.86), look(0.92, 0.99)];
      })().then(done, (error) => done({ error: String(error) }));`);
    assert.equal(heard.error, undefined);
    const [low, gap, high, after] = heard;
    assert.ok(Math.abs(low.frequency - 164.8) < 6 && low.left > 5 * low.right, JSON.stringify(low));
    assert.ok(Math.abs(high.frequency - 932.3) < 12 && high.right > 5 * high.left, JSON.stringify(high));
    assert.ok(gap.left + gap.right < 1e-6, "a gap is silent after its tick");
    assert.ok(after.left + after.right < 1e-6, "and it ends");
  });
});
