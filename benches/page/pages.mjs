// The pages that are measured: each library with the same few functions in `window`, ours among them, and a server of them.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { build } from "esbuild";
import { peers } from "./peers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "..", "dist");

/** How wide and high a chart is in a page, in CSS pixels. */
export const size = [640, 400];

export const ours = "indicator-chart";
/** Ours where numbers come as typed arrays, dates as numbers: 20240131. */
export const typed = "indicator-chart, typed arrays";
export const still = "static SVG in the HTML";
/** What no library can do without. */
export const limits = ["hand-written canvas, decimated", "hand-written canvas"];

/** What each page is made of. @type {Map<string, {type: string, body: Buffer}>} */
export const files = new Map();
const types = {
  js: "text/javascript",
  wasm: "application/wasm",
  txt: "text/plain",
  css: "text/css",
  svg: "image/svg+xml",
  html: "text/html",
  json: "application/json",
};

/** @param {string} path @param {string | Buffer} text */
export const put = (path, text) =>
  files.set(path, { type: types[/** @type {"js"} */ (path.split(".").at(-1))], body: Buffer.from(text) });

/** @type {Map<string, Buffer>} */
const packed = new Map();
const compress = promisify(brotliCompress);

/** @param {Buffer} body */
const keyOf = (body) => createHash("sha1").update(body).digest("hex");

/** A file as it is sent. @param {Buffer} body one that `pack` has compressed */
export const brotli = (body) => packed.get(keyOf(body)) ?? body;

/** Compresses all that is served before anything is measured: a server of static files does so too. */
async function pack() {
  const bodies = new Map([...files.values()].map(({ body }) => [keyOf(body), body]));
  await Promise.all(
    [...bodies].map(async ([key, body]) => {
      if (packed.has(key)) return;
      packed.set(key, await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }),
  );
}

/** @param {string} library */
export const slugOf = (library) => library.replaceAll(/\W+/g, "-");

/** The column chart's numbers: made up. */
export const years = Array.from({ length: 34 }, (_, i) => 1990 + i);
export const heights = years.map((_, i) => 20 + ((i * 37) % 60));

/** What every page has: the data, the clock, and what is asked of a chart. */
const stage = `
  const x = ${JSON.stringify(years)}, y = ${JSON.stringify(heights)};
  const other = y.map((value, i) => value + (i % 3));
  const many = (count) => ({ x: Array.from({ length: count }, (_, i) => i), y: Array.from({ length: count }, (_, i) => Math.sin(i / 500) * 40 + ((i * 7919) % 101) / 5) });
  const frame = () => new Promise(requestAnimationFrame);
  const task = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port1.close(); done(); }; port2.postMessage(0); });
  // A canvas paints when somebody looks: now.
  const flush = (node) => {
    for (const one of node.querySelectorAll("*")) {
      if (one.shadowRoot) flush(one.shadowRoot);
      if (one.tagName === "CANVAS" && one.width) one.getContext("2d")?.getImageData(0, 0, 1, 1);
    }
  };
  const box = document.querySelector("#box");
  // From the call, at the beginning of a frame, until what it draws is in a frame that the browser has made.
  async function timed(act) {
    await frame();
    let same = true;
    task().then(() => { same = false; });
    const from = performance.now();
    const made = await act();
    if (late || !same) await frame();
    flush(box);
    await task();
    return [performance.now() - from, made];
  }
  let chart;
  const empty = async () => { chart?.gone?.(); chart = undefined; box.replaceChildren(); await frame(); await task(); };
  window.drawLine = async (count, numbers) => {
    await empty();
    const set = dated(many(count), numbers);
    const [time, made] = await timed(() => line(box, set, ${size}));
    chart = made;
    return time;
  };
  window.drawColumns = async () => { await empty(); const [time, made] = await timed(() => columns(box, { x, y }, ${size})); chart = made; return time; };
  window.hundred = async (count = 100) => {
    await empty();
    const boxes = Array.from({ length: count }, () => box.appendChild(document.createElement("div")));
    const [time] = await timed(() => Promise.all(boxes.map((one) => columns(one, { x, y }, 320, 200))));
    return time;
  };
  const anew = async (times, act) => { for (let i = 0; i < times; i += 1) { act(i); await frame(); await task(); } await settled(); };
  window.idle = (times) => anew(times, () => {});
  window.update = (times) => anew(times, (i) => chart.update({ x, y: i % 2 ? y : other }));
  window.resize = (times) => anew(times, (i) => chart.resize(i % 2 ? 640 : 600, i % 2 ? 400 : 380));
  window.able = () => ({ update: Boolean(chart?.update), resize: Boolean(chart?.resize) });
  window.settled = () => settled();
  window.staged = true;`;

/** @param {string} head @param {string} script @param {string} body */
const html = (head, script, body = '<div id="box"></div>') =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>
  <style>body { margin: 8px; } #box:has(> div + div) { display: flex; flex-wrap: wrap; gap: 8px; }</style>${head}<body>${body}${
    script && `<script type="module">${script}</script>`
  }`;

/** A spec of ours in a page. @param {string} kind @param {string} rows an expression */
const spec = (kind, rows) =>
  `{ kind: "${kind}", title: "Made-up figures", unit: "people", x: "x", y: "y", source: "made up", data: { columns: ${rows} } }`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400">${heights
  .map((tall, i) => `<rect x="${40 + i * 17}" y="${380 - tall * 4}" width="12" height="${tall * 4}" fill="#0f5f9e"/>`)
  .join("")}</svg>`;

/** Of ours: the same functions as of the others. */
const own = `
  import "/indicator-chart.js";
  const late = false;
  // The figure stands when it has its first picture.
  const painted = (chart) => new Promise((done) => {
    const figure = chart.shadowRoot.querySelector("figure");
    new MutationObserver((_, observer) => { if (!figure.hidden) { observer.disconnect(); done(); } }).observe(figure, { attributeFilter: ["hidden"] });
  });
  const all = new Set();
  const make = (box, spec, width) => {
    const chart = document.createElement("indicator-chart");
    chart.style.cssText = \`display:block;width:\${width}px\`;
    // As a reader has it: at an address of one's own machine the editor's questions would come as well.
    chart.setAttribute("review", "off");
    chart.spec = spec;
    // This machine is nobody's but its own, so an editor's questions would be fetched; a reader's page does without.
    chart.setAttribute("review", "off");
    box.append(chart);
    all.add(chart);
    return painted(chart).then(() => ({
      update: (columns) => { chart.data = { columns }; },
      resize: (width) => { chart.style.width = \`\${width}px\`; },
      gone: () => all.delete(chart),
    }));
  };
  const settled = async () => { for (const chart of all) if (chart.isConnected) await chart.ready; };
  const dates = (count, mark) => Array.from({ length: count }, (_, i) => new Date(Date.UTC(1000, 0, 1) + i * 86400000).toISOString().slice(0, 10).replaceAll("-", mark));
  const dated = ({ y }, numbers) => numbers ? { x: Float64Array.from(dates(y.length, ""), Number), y: Float64Array.from(y) } : { x: dates(y.length, "-"), y };
  const columns = (box, data, width) => make(box, ${spec("column", "data")}, width);
  const line = (box, data, width) => make(box, ${spec("line", "data")}, width);`;

/** Makes all pages. @param {(library: string) => boolean} wanted */
export async function make(wanted) {
  put("/static.html", html("", "performance.mark('drawn');", svg));
  put("/empty.html", html("", ""));
  for (const [name, { source, late = false }] of Object.entries(peers)) {
    if (!wanted(name)) continue;
    const slug = slugOf(name);
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: join(here, ".."), loader: "js" },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
      loader: { ".css": "text" },
      logLevel: "error",
    });
    put(`/${slug}.js`, outputFiles[0]?.text ?? "");
    const head = `<link rel="modulepreload" href="/${slug}.js">`;
    const load = `import { columns, line } from "/${slug}.js"; const late = ${late}, settled = async () => {}, dated = (set) => set; ${stage}`;
    put(
      `/${slug}-cold.html`,
      html(
        head,
        `${load} await columns(box, { x, y }, ${size}); await frame(); flush(box); await task(); performance.mark("drawn");`,
      ),
    );
    put(`/${slug}-work.html`, html(head, load));
  }
  for (const name of readdirSync(dist)) {
    // Of the parts only those that columns and lines may come by.
    if (/^indicator-chart(-(column|line|whole)\S*)?\.wasm$|\.(js|css)$/.test(name))
      put(`/${name}`, readFileSync(join(dist, name)));
  }
  const early = (/** @type {string} */ kind) =>
    ["", `-${kind}`]
      .map(
        (part) =>
          `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="/indicator-chart${part}.wasm">`,
      )
      .join("");
  const head = `<link rel="modulepreload" href="/indicator-chart.js">${early("column-plain")}`;
  put(
    `/${ours}-cold.html`,
    html(
      head,
      `${own} ${stage} await columns(box, { x, y }, 640); await frame(); flush(box); await task(); performance.mark("drawn");`,
    ),
  );
  // What a page with charts has fetched already: the engine, the parts of both kinds.
  put(`/${ours}-work.html`, html(head, `${own} ${stage}`));
}

/** Serves them, compressed. @returns {Promise<{at: (path: string) => string, close: () => void}>} */
export async function serve() {
  await pack();
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": file.type, "Content-Encoding": "br", "Cache-Control": "no-store" });
    response.end(brotli(file.body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { at: (path) => `http://127.0.0.1:${port}${path}`, close: () => server.close() };
}
