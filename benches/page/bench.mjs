// What a page pays for a chart, ours beside the others', in one run: bytes, first pixels, cold start on a slow net, long
// lines, many charts, what an event costs. Rounds are interleaved and medians taken; read the ratios, the milliseconds are
// this machine's. `ONLY=uPlot,typed` measures these libraries, `MEASURES=line,hover` these measures, `ROUNDS=1` once.

import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { brotli, files, make, ours, serve, slugOf, still, typed } from "./pages.mjs";
import { peers } from "./peers.mjs";
import { report } from "./report.mjs";
import { putRung, rung } from "./rung.mjs";

const rounds = Number(process.env.ROUNDS ?? 3);
const only = process.env.ONLY?.split(",");
const asked = process.env.MEASURES?.split(",");
/** @param {string} name */
const wanted = (name) => !only || only.some((part) => name.includes(part));
/** @param {string} name */
const measured = (name) => !asked || asked.includes(name);

/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s; and a processor a quarter as fast. */
const net = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slower = 4;
/** What took so long at a hundred thousand points is asked for a million once only, in milliseconds. */
const patience = 400;

await make(wanted);
putRung();
const { at, close } = await serve();
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
const root = await browser.newBrowserCDPSession();

/** @type {Map<string, Map<string, number[]>>} library → measure → figures */
const found = new Map();
/** @param {string} library @param {string} measure @param {number} figure */
function note(library, measure, figure) {
  const measures = found.get(library) ?? new Map();
  found.set(library, measures.set(measure, [...(measures.get(measure) ?? []), figure]));
}

/**
 * A page of its own in a browser of its own.
 * @param {(page: import("playwright-core").Page, session: import("playwright-core").CDPSession) => Promise<void>} act
 * @param {{width: number, height: number}} [viewport]
 */
async function visit(act, viewport = { width: 800, height: 600 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  page.on("pageerror", (error) => console.error(`${page.url()}: ${error}`));
  try {
    await act(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @param {import("playwright-core").CDPSession} session */
async function slow(session) {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", net);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
}

/** @param {string} library @param {string} path */
async function cold(library, path) {
  await visit(async (page, session) => {
    await slow(session);
    let bytes = 0;
    page.on("response", (response) => {
      const file = files.get(new URL(response.url()).pathname);
      if (file && file.type !== "text/html") bytes += brotli(file.body).length;
    });
    await page.goto(at(path));
    await page.waitForFunction(() => performance.getEntriesByName("drawn").length > 0);
    const drawn = await page.evaluate(() => performance.getEntriesByName("drawn")[0]?.startTime ?? 0);
    await page.waitForLoadState("networkidle");
    note(library, "bytes, brotli", bytes);
    note(library, "cold start, ms", drawn);
  });
}

/** How soon the reader sees the picture that stands in the page. @param {string} library @param {string} path */
async function first(library, path) {
  await visit(async (page, session) => {
    await slow(session);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        /** @type {any} */ (window).seen ??= /** @type {any} */ (list.getEntries()[0]).renderTime;
      }).observe({ type: "element", buffered: true });
    });
    await page.goto(at(path));
    await page.waitForFunction(() => "seen" in window);
    const seen = Number(await page.evaluate("seen"));
    note(library, "first pixels, ms", seen);
  });
}

/** @param {import("playwright-core").CDPSession} session @returns {Promise<number>} ms that the main thread worked */
async function worked(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}

/** @param {import("playwright-core").Page} page @param {string} library */
async function open(page, library) {
  await page.goto(at(`/${slugOf(library === typed ? ours : library)}-work.html`));
  await page.waitForFunction(() => "staged" in window);
}

/** @type {Set<string>} */
const tired = new Set();

/**
 * Each in a fresh page that has drawn one line of 2001 points before: all code is there, but has hardly run yet, as a reader
 * meets it.
 * @param {string} library
 */
async function lines(library) {
  for (const count of [1_000, 10_000, 100_000, 1_000_000]) {
    if (count === 1_000_000 && tired.has(library)) continue;
    const times = [];
    for (let i = 0; i < (count <= 100_000 && !tired.has(library) ? 3 : 1); i += 1) {
      await visit(async (page) => {
        await open(page, library);
        await page.evaluate(`drawLine(2001, ${library === typed})`);
        await page.evaluate("settled()");
        await page.waitForTimeout(500);
        times.push(Number(await page.evaluate(`drawLine(${count}, ${library === typed})`)));
      });
    }
    const time = median(times);
    note(library, `line of ${count}, ms`, time);
    if (count === 100_000 && time > patience) setTimeout(() => tired.add(library));
  }
}

/** What an event costs: all work of the main thread. @param {string} library */
async function events(library) {
  await visit(async (page, session) => {
    await session.send("Performance.enable");
    await open(page, library);
    const numbers = library === typed;
    /** @param {string} what @param {number} times */
    const work = async (what, times) => {
      const from = await worked(session);
      await page.evaluate(`${what}(${times})`);
      return ((await worked(session)) - from) / times;
    };
    /** @param {"update" | "resize"} what @param {string} measure */
    const repeat = async (what, measure) => {
      const able = /** @type {any} */ (await page.evaluate("able()"));
      if (!able[what]) return;
      await work(what, 10);
      const idle = await work("idle", 20);
      note(library, measure, (await work(what, 20)) - idle);
    };
    if (!numbers) {
      await page.evaluate("drawColumns()");
      await repeat("update", "new data in 34 columns, ms");
    }
    await page.evaluate(`drawLine(10000, ${numbers})`);
    await page.evaluate("settled()");
    await repeat("resize", "line of 10000 resized, ms");
    await page.evaluate(`drawLine(100000, ${numbers})`);
    await page.evaluate("settled()");
    await page.waitForTimeout(1500);
    const sweep = async (/** @type {number} */ moves, point = true) => {
      const from = await worked(session);
      for (let i = 0; i < moves; i += 1) {
        if (point) await page.mouse.move(80 + ((i * 37) % 500), 200 + (i % 40));
        await page.evaluate("idle(1)");
      }
      return ((await worked(session)) - from) / moves;
    };
    await sweep(10);
    note(library, "hover at 100000, ms", (await sweep(40)) - (await sweep(40, false)));
    if (library === ours || numbers) {
      await page.mouse.move(5, 5);
      await page.evaluate(() => {
        const plot = document.querySelector("indicator-chart")?.shadowRoot?.querySelector("[part=plot]");
        /** @type {HTMLElement} */ (plot?.matches("[tabindex]") ? plot : plot?.querySelector("[tabindex]"))?.focus();
      });
      const press = async (/** @type {number} */ times) => {
        const from = await worked(session);
        for (let i = 0; i < times; i += 1) await page.keyboard.press("ArrowRight");
        return ((await worked(session)) - from) / times;
      };
      await press(5);
      note(library, "key at 100000, ms", await press(30));
    }
  });
}

/** @returns {Promise<number>} MB of the largest renderer */
async function memory() {
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  const sizes = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1] ?? 0));
  return Math.max(...sizes) / 1024;
}

/** All of them in the window. @param {string} library */
async function hundred(library) {
  const window = { width: 1700, height: 6500 };
  await visit(async (page, session) => {
    await page.goto(at("/empty.html"));
    await session.send("HeapProfiler.collectGarbage");
    const before = await memory();
    await open(page, library);
    // The first time compiles.
    await page.evaluate("hundred(5)");
    note(library, "100 charts, ms", Number(await page.evaluate("hundred()")));
    await page.evaluate("settled()");
    await session.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(300);
    note(library, "100 charts, MB", (await memory()) - before);
  }, window);
}

/** The longest task while twenty charts begin in the window, at a quarter of the speed; 0: none over 50 ms. @param {string} library */
async function longest(library) {
  await visit(
    async (page, session) => {
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          /** @type {any} */ for (const { duration } of list.getEntries())
            window.longest = Math.max(/** @type {any} */ (window).longest ?? 0, duration);
        }).observe({ type: "longtask", buffered: true });
      });
      await open(page, library);
      await page.evaluate("window.longest = 0");
      await page.evaluate("hundred(20)");
      await page.evaluate("settled()");
      await page.waitForTimeout(500);
      note(library, "longest task of 20 charts, ms", Number(await page.evaluate("window.longest")));
    },
    { width: 1400, height: 1600 },
  );
}

/** @param {number[]} figures */
function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** One that fails is named and left out. @param {string} name @param {() => Promise<void>} act */
async function attempt(name, act) {
  try {
    await act();
  } catch (error) {
    console.error(`${name}: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
  }
}

const started = Date.now();
for (let round = 0; round < rounds; round += 1) {
  console.error(`round ${round + 1} of ${rounds}, ${Math.round((Date.now() - started) / 1000)} s`);
  if (measured("first")) for (const [name, path] of rung) await attempt(name, () => first(name, path));
  if (measured("cold")) await cold(still, "/static.html");
  for (const library of [ours, typed, ...Object.keys(peers)].filter(wanted)) {
    const run = (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) =>
      measured(name) ? attempt(`${library}, ${name}`, act) : undefined;
    if (library !== typed) {
      await run("cold", () => cold(library, `/${slugOf(library)}-cold.html`));
      await run("hundred", () => hundred(library));
      await run("longest", () => longest(library));
    }
    await run("line", () => lines(library));
    await run("events", () => events(library));
  }
}
const version = browser.version();
await browser.close();
close();
const rows = [...found].map(([library, its]) => ({
  library,
  ...Object.fromEntries([...its].map(([measure, figures]) => [measure, median(figures)])),
}));
report(rows, { chromium: version, rounds, seconds: Math.round((Date.now() - started) / 1000) });
