// What a page pays for a chart, ours beside the others', in one run: bytes, cold start on a slow net, long lines, many
// charts. Rounds are interleaved and medians taken; read the ratios, the milliseconds are this machine's.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { peers } from "./peers.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const rounds = Number(process.env.ROUNDS ?? 5);
const size = [640, 400];
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s; and a processor a quarter as fast. */
const net = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slower = 4;

const ours = "indicator-chart";
const still = "static SVG in the HTML";

/** What each page is made of. @type {Map<string, {type: string, body: Buffer}>} */
const files = new Map();
const types = {
  js: "text/javascript",
  wasm: "application/wasm",
  txt: "text/plain",
  html: "text/html",
  json: "application/json",
};

/** @param {string} path @param {string | Buffer} text */
const put = (path, text) =>
  files.set(path, { type: types[/** @type {"js"} */ (path.split(".").at(-1))], body: Buffer.from(text) });

/** Compressed once: a server of static files does so too. @type {Map<string, Buffer>} */
const packed = new Map();

/** @param {Buffer} body */
function brotli(body) {
  const key = createHash("sha1").update(body).digest("hex");
  if (!packed.has(key)) packed.set(key, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  return /** @type {Buffer} */ (packed.get(key));
}

const data = `
  const x = Array.from({ length: 34 }, (_, i) => 1990 + i), y = x.map((at, i) => 20 + ((i * 37) % 60));
  const many = (count) => ({ x: Array.from({ length: count }, (_, i) => i), y: Array.from({ length: count }, (_, i) => Math.sin(i / 500) * 40 + ((i * 7919) % 101) / 5) });`;

/** Days in a row from the year 1000 on, as text. */
const days = `
  const dates = (count, mark) => Array.from({ length: count }, (_, i) => new Date(Date.UTC(1000, 0, 1) + i * 86400000).toISOString().slice(0, 10).replaceAll("-", mark));`;

/** Tells when what was drawn has reached the screen's canvas. */
const flushed = `
  const flushed = (box) => new Promise((resolve) => requestAnimationFrame(() => {
    const canvas = box.querySelector("canvas") ?? box.querySelector("indicator-chart")?.shadowRoot.querySelector("canvas");
    canvas?.getContext("2d")?.getImageData(0, 0, 1, 1);
    setTimeout(() => resolve(performance.now()));
  }));`;

/** @param {string} head @param {string} script @param {string} body */
const html = (head, script, body = '<div id="box"></div>') =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>${head}<body>${body}<script type="module">${script}</script>`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400">${Array.from({ length: 34 }, (_, i) => {
  const tall = 20 + ((i * 37) % 60);
  return `<rect x="${40 + i * 17}" y="${380 - tall * 4}" width="12" height="${tall * 4}" fill="#0f5f9e"/>`;
}).join("")}</svg>`;

/** A spec of ours in a page. @param {string} kind @param {string} rows an expression */
const spec = (kind, rows) =>
  `{ kind: "${kind}", title: "Made-up figures", unit: "people", x: "x", y: "y", source: "made up", data: { columns: ${rows} } }`;

async function pages() {
  put("/static.html", html("", "performance.mark('drawn');", svg));
  for (const [name, { source }] of Object.entries(peers)) {
    const slug = name.replaceAll(/\W+/g, "-");
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: join(here, ".."), loader: "js" },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
      logLevel: "error",
    });
    put(`/${slug}.js`, outputFiles[0]?.text ?? "");
    const head = `<link rel="modulepreload" href="/${slug}.js">`;
    const load = `import { columns, line } from "/${slug}.js"; ${data} ${flushed} const box = document.querySelector("#box");`;
    put(
      `/${slug}-cold.html`,
      html(head, `${load} columns(box, { x, y }, ${size}); await flushed(box); performance.mark("drawn");`),
    );
    put(
      `/${slug}-work.html`,
      html(
        head,
        `${load}
      window.line = async (count) => { const set = many(count); box.replaceChildren(); const from = performance.now(); line(box, set, ${size}); return (await flushed(box)) - from; };
      window.hundred = async () => { box.replaceChildren(); const boxes = Array.from({ length: 100 }, () => box.appendChild(document.createElement("div"))); const from = performance.now(); for (const one of boxes) columns(one, { x, y }, 320, 200); return (await flushed(box)) - from; };`,
      ),
    );
  }
  for (const name of [
    "indicator-chart.js",
    "indicator-chart.wasm",
    "indicator-chart-column.wasm",
    "indicator-chart-line.wasm",
    "indicator-chart-whole.wasm",
    "indicator-chart-reader.js",
  ])
    put(`/dist/${name}`, readFileSync(join(root, "dist", name)));
  const early = (/** @type {string} */ kind) =>
    ["", `-${kind}`]
      .map((part) => `<link rel="preload" as="fetch" crossorigin href="/dist/indicator-chart${part}.wasm">`)
      .join("");
  const head = `<link rel="modulepreload" href="/dist/indicator-chart.js">${early("column")}<style>indicator-chart { display: block; width: 640px; }</style>`;
  const load = `import "/dist/indicator-chart.js"; ${data} ${days} ${flushed} const box = document.querySelector("#box");
    const make = (spec, into = box) => { const chart = document.createElement("indicator-chart"); chart.spec = spec; into.append(chart); return chart; };
    const moment = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    const painted = async (chart) => { while (!chart.shadowRoot.querySelector("canvas")?.width || chart.shadowRoot.querySelector("figure").hidden) await moment(); };`;
  put(
    "/ours-cold.html",
    html(
      head,
      `${load} await painted(make(${spec("column", "{ x, y }")})); await flushed(box); performance.mark("drawn");`,
    ),
  );
  put(
    "/ours-work.html",
    html(
      head,
      `${load}
    await make(${spec("column", "{ x, y }")}).ready; await make(${spec("line", "{ x, y }")}).ready;
    window.line = async (count, numbers) => { const set = many(count); set.x = dates(count, "-"); if (numbers) set.x = Float64Array.from(dates(count, ""), Number), set.y = Float64Array.from(set.y); box.replaceChildren(); const from = performance.now(); await painted(make(${spec("line", "set")})); return (await flushed(box)) - from; };
    window.hundred = async () => { box.replaceChildren(); const from = performance.now(); const all = Array.from({ length: 100 }, () => make(${spec("column", "{ x, y }")})); for (const one of all) { one.style.width = "320px"; one.scrollIntoView(); await one.ready; } return (await flushed(box)) - from; };`,
    ),
  );
}

await pages();
const server = createServer((request, response) => {
  const file = files.get(new URL(request.url ?? "/", "http://localhost").pathname);
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": file.type, "Content-Encoding": "br", "Cache-Control": "no-store" });
  response.end(brotli(file.body));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
const at = (/** @type {string} */ path) => `http://127.0.0.1:${port}${path}`;

const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

/** @type {Map<string, Map<string, number[]>>} library → measure → figures */
const found = new Map();
/** @param {string} library @param {string} measure @param {number} figure */
function note(library, measure, figure) {
  const measures = found.get(library) ?? new Map();
  measures.set(measure, [...(measures.get(measure) ?? []), figure]);
  found.set(library, measures);
}

/** @param {string} library @param {string} path */
async function cold(library, path) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", net);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  let bytes = 0;
  page.on("response", (response) => {
    const file = files.get(new URL(response.url()).pathname);
    if (file && file.type !== types.html) bytes += brotli(file.body).length;
  });
  await page.goto(at(path));
  await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0, undefined, { timeout: 60_000 });
  const drawn = await page.evaluate(() => performance.getEntriesByName("drawn")[0]?.startTime ?? 0);
  await page.waitForLoadState("networkidle");
  note(library, "bytes, brotli", bytes);
  note(library, "cold start, ms", drawn);
  await context.close();
}

/** @param {string} library @param {string} path @param {boolean} [numbers] whether data come as typed arrays */
async function work(library, path, numbers = false) {
  const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(at(path));
  await page.waitForFunction(() => "hundred" in window);
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    // The first time compiles; the second counts.
    if (count === 1_000) await page.evaluate(`line(${count}, ${numbers})`);
    note(library, `line of ${count}, ms`, Number(await page.evaluate(`line(${count}, ${numbers})`)));
  }
  if (!numbers) note(library, "100 charts, ms", Number(await page.evaluate("hundred()")));
  await context.close();
}

for (let round = 0; round < rounds; round += 1) {
  console.error(`round ${round + 1} of ${rounds}`);
  await cold(still, "/static.html");
  await cold(ours, "/ours-cold.html");
  await work(ours, "/ours-work.html");
  await work(`${ours}, typed arrays`, "/ours-work.html", true);
  for (const name of Object.keys(peers)) {
    const slug = name.replaceAll(/\W+/g, "-");
    await cold(name, `/${slug}-cold.html`);
    await work(name, `/${slug}-work.html`);
  }
}
const version = browser.version();
await browser.close();
server.close();

/** @param {number[]} figures */
const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
const measures = [...(found.get(ours)?.keys() ?? [])];
const rows = [...found].map(([library, its]) => ({
  library,
  ...Object.fromEntries(measures.map((name) => [name, median(its.get(name) ?? [])])),
}));
const own = /** @type {any} */ (rows.find(({ library }) => library === ours));
const cell = (/** @type {any} */ row, /** @type {string} */ name) =>
  Number.isNaN(row[name])
    ? "–"
    : `${Math.round(row[name]).toLocaleString("en")} (${(own[name] / row[name]).toFixed(2)}×)`;
const lines = [
  `Medians of ${rounds} interleaved rounds, Chromium ${version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}. In brackets: ours as a multiple of it.`,
  "",
  `| | ${measures.join(" | ")} |`,
  `| --- |${measures.map(() => " ---: |").join("")}`,
  ...rows.map((row) => `| ${row.library} | ${measures.map((name) => cell(row, name)).join(" | ")} |`),
];
console.log(lines.join("\n"));
mkdirSync(join(root, "target", "bench"), { recursive: true });
writeFileSync(
  join(root, "target", "bench", "page.json"),
  `${JSON.stringify({ date: new Date().toISOString(), version, rounds, rows }, undefined, 2)}\n`,
);
writeFileSync(join(root, "target", "bench", "page.md"), `${lines.join("\n")}\n`);
