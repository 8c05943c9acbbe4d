// A page that adds and removes charts 10,000 times, as an endless list of articles does: `node benches/page/soak.mjs [CYCLES]`. It prints
// what the page holds after 20, 200 and all cycles (each time after the collector of garbage has run), and fails when that has
// grown by more than a hundredth since the 20th.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openChromium } from "../../www/build/chromium.mjs";
import { serve } from "../../www/build/serve.mjs";
import { root, say, script, Trouble } from "../../www/build/step.mjs";

/** The kinds that come by turns; all come before the first measure, so that their parts are there. */
const kinds = ["bar", "line", "column", "dumbbell", "slope"];
const base = 20;
const cycles = Number(process.argv[2] ?? 10_000);
/** So much of the base may be added. */
const growth = 0.01;

/** The page; it keeps account of the wasm's memory. */
const html = `<!doctype html><meta charset="utf-8"><title>Soak</title><link rel="icon" href="data:,">
<script>
  // The wasm's memory, wherever it is made.
  const memories = new Set();
  const Real = WebAssembly.Instance;
  let instances = 0;
  WebAssembly.Instance = class extends Real {
    constructor(...given) {
      super(...given);
      for (const value of Object.values(this.exports)) {
        if (!(value instanceof WebAssembly.Memory)) continue;
        memories.add(value);
        instances += 1;
      }
    }
  };
</script>
<script type="module" src="/dist/indicator-chart.js"></script>
<body><main></main>`;

/** Adds and removes charts in the page. @param {{specs: unknown[], from: number, till: number}} given */
async function cycle({ specs, from, till }) {
  await customElements.whenDefined("indicator-chart");
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  for (let at = from; at < till; at += 1) {
    const chart = /** @type {any} */ (document.createElement("indicator-chart"));
    chart.spec = specs[at % specs.length];
    chart.innerHTML = '<img alt="" width="380" height="240">';
    main.append(chart);
    if (!(await chart.ready)) throw new Error(`cycle ${at}: not drawn: ${JSON.stringify(chart.problems)}`);
    chart.remove();
    // What is given back is given back a moment later: a move is a removal too.
    if (at % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** What a script makes. What the browser makes of the script (compiled code, and what it learns on the way) is something else. */
const made = new Set([
  "object",
  "closure",
  "array",
  "string",
  "concatenated string",
  "sliced string",
  "regexp",
  "number",
]);

/**
 * The bytes of all objects that scripts hold. Compiled code is left out: browsers compile what has become hot, so it grows for
 * some thousand cycles and then no more.
 * @param {import("playwright-core").CDPSession} tools
 */
async function objects(tools) {
  /** @type {string[]} */
  const chunks = [];
  const take = (/** @type {{chunk: string}} */ { chunk }) => chunks.push(chunk);
  tools.on("HeapProfiler.addHeapSnapshotChunk", take);
  await tools.send("HeapProfiler.takeHeapSnapshot");
  tools.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { snapshot, nodes } = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = ["type", "self_size"].map((field) => fields.indexOf(field));
  let sum = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (made.has(types[type][nodes[at + type]])) sum += nodes[at + size];
  return sum;
}

await script(async () => {
  const specs = kinds.map((kind) => {
    const spec = JSON.parse(readFileSync(join(root, "examples", kind, "spec.json"), "utf8"));
    if (spec.data?.url) spec.data = { csv: readFileSync(join(root, "examples", kind, spec.data.url), "utf8") };
    return spec;
  });
  const server = await serve({
    answer: (url, response) => {
      if (url.pathname !== "/soak.html") return false;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(html);
      return true;
    },
  });
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/soak.html`);
    const tools = await page.context().newCDPSession(page);
    await tools.send("Performance.enable");
    const measure = async () => {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      const collect = async () => {
        for (let times = 0; times < 3; times += 1) await tools.send("HeapProfiler.collectGarbage");
      };
      await collect();
      // The next chart clears away what was kept of those that are gone.
      await page.evaluate(cycle, { specs, from: 0, till: 1 });
      await collect();
      const heap = await objects(tools);
      const { metrics } = await tools.send("Performance.getMetrics");
      const told = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      const [wasm, instances] = await page.evaluate(() => [
        // @ts-expect-error: the page's own
        [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
        // @ts-expect-error: the page's own
        instances,
      ]);
      return {
        heap,
        used: told.JSHeapUsedSize ?? 0,
        wasm,
        nodes: told.Nodes ?? 0,
        listeners: told.JSEventListeners ?? 0,
        instances,
      };
    };
    /** @type {[number, Awaited<ReturnType<typeof measure>>][]} */
    const found = [];
    const started = Date.now();
    let from = 0;
    for (const till of [base, 200, 1000, cycles].filter(
      (count, at, all) => count <= cycles && all.indexOf(count) === at,
    )) {
      // In pieces: the driver waits for no call longer than half a minute.
      for (; from < till; from = Math.min(till, from + 500))
        await page.evaluate(cycle, { specs, from, till: Math.min(till, from + 500) });
      found.push([till, await measure()]);
    }
    say("charts added and removed   objects, KB  with code, KB  wasm memory, KB   DOM nodes   listeners   instances");
    for (const [count, { heap, used, wasm, nodes, listeners, instances }] of found) {
      const cells = [
        count,
        (heap / 1024).toFixed(1),
        (used / 1024).toFixed(1),
        wasm / 1024,
        nodes,
        listeners,
        instances,
      ];
      say(cells.map((cell, at) => String(cell).padStart([24, 13, 13, 16, 11, 11, 11][at] ?? 0)).join(" "));
    }
    say(`${((Date.now() - started) / from).toFixed(1)} ms a cycle`);
    const kept = join(root, "target", "bench");
    mkdirSync(kept, { recursive: true });
    const told = found.map(([cycles, held]) => ({ cycles, ...held }));
    writeFileSync(join(kept, "soak.json"), `${JSON.stringify(told, undefined, 2)}\n`);
    const [first, last] = [found[0]?.[1], found.at(-1)?.[1]];
    for (const key of /** @type {const} */ (["heap", "wasm", "nodes", "listeners", "instances"])) {
      const grown = (last?.[key] ?? 0) / (first?.[key] || 1) - 1;
      if (grown > growth)
        throw new Trouble("soak", `${key} grew by ${(grown * 100).toFixed(1)} %`, "find what keeps it");
    }
    say(`after ${cycles} cycles nothing is more than ${growth * 100} % above what it was after ${base}`);
  } finally {
    await browser.close();
    await server.close();
  }
});
