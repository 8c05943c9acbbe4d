// What is read aloud: the accessibility tree of each kind as Chromium computes it, in goldens; the same through a virtual
// screen reader; and every figure that is drawn among it. `UPDATE=1` rewrites tests/spoken/.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { openChromium } from "../../www/build/chromium.mjs";
import { root } from "../../www/build/step.mjs";
import { exampleOfKind } from "../example.mjs";
import { engine } from "./engine.mjs";
import { treeIsAsItWas } from "./golden.mjs";
import { address, page, test } from "./stage.mjs";

const goldens = join(root, "tests", "spoken");

/** What a screen reader hears of a node besides its name. */
const states = ["expanded", "hasPopup", "level", "posinset", "setsize"];

describe("what is read aloud", { skip: engine !== "chromium" }, () => {
  /** @type {import("playwright-core").Browser} */
  let browser;
  /** @type {import("playwright-core").Page} */
  let tab;
  before(async () => {
    browser = await openChromium();
    tab = await browser.newPage({ viewport: { width: 800, height: 900 } });
  });
  after(() => browser?.close());

  /** @param {string} name an example */
  async function open(name) {
    const body = `<main><h1>A page</h1><div style="width:380px"><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></div></main>`;
    await tab.goto(address(page(body)));
    const drawn = await tab.evaluate(async () => {
      await customElements.whenDefined("indicator-chart");
      return /** @type {any} */ (document.querySelector("indicator-chart")).ready;
    });
    assert.equal(drawn, true);
  }

  /** The tree below the figure, a line a node. */
  async function tree() {
    const client = await tab.context().newCDPSession(tab);
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    /** @type {string[]} */
    const lines = [];
    const write = (/** @type {any} */ node, /** @type {number} */ depth, /** @type {string} */ above) => {
      const role = node.role?.value ?? "";
      const name = String(node.name?.value ?? "").trim();
      const skipped = node.ignored || ["generic", "none"].includes(role);
      // The text of a node that is named by it says nothing new.
      if (role === "InlineTextBox" || (role === "StaticText" && name === above)) return;
      if (!skipped) {
        const known = (node.properties ?? [])
          .filter((/** @type {any} */ one) => states.includes(one.name))
          .map((/** @type {any} */ one) => ` ${one.name}=${one.value.value}`);
        const told = node.description?.value ? ` (${node.description.value})` : "";
        lines.push(`${"  ".repeat(depth)}${role}${name ? ` "${name}"` : ""}${told}${known.join("")}`);
      }
      for (const id of node.childIds ?? []) {
        const child = byId.get(id);
        if (child) write(child, skipped ? depth : depth + 1, skipped ? above : name);
      }
    };
    const figure = nodes.find((node) => node.role?.value === "figure" && !node.ignored);
    assert.ok(figure, "there is a figure");
    write(figure, 0, "");
    return `${lines.join("\n")}\n`;
  }

  for (const [kind, name] of exampleOfKind)
    test(`${kind}: as it was`, async () => {
      await open(name);
      treeIsAsItWas(join(goldens, `${kind}.txt`), await tree());
    });

  // And one with qualifiers, and one with several series.
  for (const name of [...exampleOfKind.values(), "line-series", "hard-qualifiers"])
    test(`${name}: a virtual screen reader reads it from its title to its end`, async () => {
      await open(name);
      const heard = await tab.evaluate(async () => {
        const reader = "/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js";
        const { virtual } = await import(reader);
        const chart = /** @type {any} */ (document.querySelector("indicator-chart"));
        const container = chart.shadowRoot.querySelector("figure");
        await virtual.start({ container });
        for (let step = 0; step < 3000; step += 1) {
          const said = await virtual.lastSpokenPhrase();
          if (step > 0 && /^end of figure/.test(said)) break;
          await virtual.next();
        }
        const log = await virtual.spokenPhraseLog();
        await virtual.stop();
        const texts = (/** @type {string} */ where) =>
          [...chart.shadowRoot.querySelectorAll(where)].map((node) => node.textContent.trim()).filter(Boolean);
        return {
          log,
          start: ["title", "subtitle", "description"].flatMap((part) => texts(`[part="${part}"]`)),
          rest: texts('[part="source"], [part="note"], [part="key"] li'),
          data: texts('[role="gridcell"]'),
        };
      });
      const all = heard.log.join(" ");
      assert.ok(heard.start.length >= 2 && heard.data.length > 0, JSON.stringify(heard));
      let from = 0;
      for (const words of [...heard.start, heard.data[0]]) {
        const place = all.indexOf(words, from);
        assert.ok(
          place >= 0,
          `title, subtitle, description, data, in this order; not after the others: ${words}\n${all}`,
        );
        from = place + words.length;
      }
      for (const words of [...heard.start, ...heard.data, ...heard.rest])
        assert.ok(all.includes(words), `not heard: ${words}\n${all}`);
    });
});
