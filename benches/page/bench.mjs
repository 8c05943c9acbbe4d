// What a page pays for a chart, ours beside the others', in one run: bytes, first pixels, cold start on a slow net, long
// lines, many charts, what an event costs. Rounds are interleaved and medians taken; read the ratios, the milliseconds are
// this machine's. `ONLY=uPlot,typed` measures these libraries, `MEASURES=line,hover` these measures, `ROUNDS=1` once.

import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { brotli, files, limits, make, ours, serve, slugOf, still, typed } from "./pages.mjs";
import { peers } from "./peers.mjs";
import { report } from "./report.mjs";
import { putRung, rung } from "./rung.mjs";

const rounds = Number(process.env.ROUNDS ?? 3);
const minutes = Number(process.env.MINUTES ?? 13);
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
/** What took so long at a hundred thousand points is asked for long lines and events in the first round only, in milliseconds. */
const patience = 400;
/** No visit lasts longer, in milliseconds. */
const longestVisit = Number(process.env.VISIT ?? 60) * 1000;
/** The ones that ours is held against: their lines are drawn three times a round. */
const near = new Set([ours, typed, "uPlot", ...limits]);

await make(wanted);
putRung();
const { at, close } = await serve();
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const launch = () =>
  chromium.launch({
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
let browser = await launch();
/** What failed. @type {string[]} */
const troubles = [];

/** @type {Map<string, Map<string, number[]>>} library → measure → figures */
const found = new Map();
/** @param {string} library @param {string} measure @param {number} figure */
function note(library, measure, figure) {
  const measures = found.get(library) ?? new Map();
  found.set(library, measures.set(measure, [...(measures.get(measure) ?? []), figure]));
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} most milliseconds
 */
function within(work, most) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${most / 1000} s`)), most);
  });
  return /** @type {Promise<T>} */ (Promise.race([work, late])).finally(() => clearTimeout(timer));
}

/**
 * A page of its own in a browser of its own.
 * @param {(page: import("playwright-core").Page, session: import("playwright-core").CDPSession) => Promise<void>} act
 * @param {{width: number, height: number}} [viewport]
 */
async function visit(act, viewport = { width: 800, height: 600 }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(longestVisit);
  page.on("pageerror", (error) => console.error(`${page.url()}: ${error}`));
  const acting = context.newCDPSession(page).then((session) => act(page, session));
  // What is still running when its time is over fails when the page goes.
  acting.catch(() => {});
  try {
    await within(acting, longestVisit);
  } finally {
    try {
      await within(context.close(), 10_000);
    } catch {
      // A page that does nothing but compute does not close.
      await within(browser.close(), 10_000).catch(() => {});
      browser = await launch();
    }
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

/** How soon the reader sees the picture that stands in the page, or the chart in its place. @param {string} library @param {string} path */
async function first(library, path) {
  await visit(async (page, session) => {
    await slow(session);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        /** @type {any} */ (window).seen ??= /** @type {any} */ (list.getEntries()[0]).renderTime;
      }).observe({ type: "element", buffered: true });
      // Where the chart is there before the picture has come, the picture is never painted: the chart is what is seen.
      const look = () => {
        const figure = document.querySelector("indicator-chart")?.shadowRoot?.querySelector("figure");
        if (!figure || figure.hidden) return requestAnimationFrame(look);
        setTimeout(() => {
          /** @type {any} */ (window).seen ??= performance.now();
        });
      };
      requestAnimationFrame(look);
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
  for (const count of [1_000, 100_000, 1_000_000]) {
    if (count > 1_000 && tired.has(library)) return;
    const times = [];
    for (let i = 0; i < (near.has(library) && count <= 100_000 ? 3 : 1); i += 1) {
      await visit(async (page) => {
        await open(page, library);
        await page.evaluate(`drawLine(2001, ${library === typed})`);
        await page.evaluate("settled()");
        await page.waitForTimeout(500);
        times.push(Number(await page.evaluate(`drawLine(${count}, ${library === typed})`)));
      });
    }
    note(library, `line of ${count}, ms`, median(times));
  }
  const long = found.get(library)?.get("line of 100000, ms") ?? [];
  if (median(long) > patience) tired.add(library);
}

/** What an event costs: all work of the main thread. @param {string} library */
async function events(library) {
  const numbers = library === typed;
  await visit(async (page, session) => {
    const { repeat } = await worker(page, session, library);
    if (!numbers) {
      await page.evaluate("drawColumns()");
      await repeat("update", "new data in 34 columns, ms");
    }
    await page.evaluate(`drawLine(10000, ${numbers})`);
    await page.evaluate("settled()");
    await repeat("resize", "line of 10000 resized, ms");
  });
  await visit(async (page, session) => {
    const { sweep } = await worker(page, session, library);
    await page.evaluate(`drawLine(100000, ${numbers})`);
    await page.evaluate("settled()");
    await page.waitForTimeout(1500);
    const picture = () => page.screenshot({ clip: { x: 0, y: 0, width: 700, height: 500 } });
    const point = (/** @type {number} */ i) => page.mouse.move(80 + ((i * 37) % 500), 200 + (i % 40));
    await page.mouse.move(5, 590);
    await page.evaluate("idle(2)");
    const before = await picture();
    await sweep(10, point);
    // The first pointing may have fetched what answers.
    await page.waitForTimeout(1000);
    await sweep(2, point);
    // Some tooltips come a moment later.
    await page.waitForTimeout(500);
    if (!before.equals(await picture())) {
      const moves = await sweep(40, point);
      note(library, "hover at 100000, ms", moves - (await sweep(40)));
    }
    if (library !== ours && !numbers) return;
    await page.mouse.move(5, 590);
    await page.waitForFunction(() => {
      const plot = document.querySelector("indicator-chart")?.shadowRoot;
      const cell = /** @type {HTMLElement | null | undefined} */ (plot?.querySelector("[role=gridcell][tabindex='0']"));
      cell?.focus();
      return cell;
    });
    const told = () =>
      page.evaluate(
        () =>
          document.querySelector("indicator-chart")?.shadowRoot?.querySelector("[part=tooltip]:not([hidden])")
            ?.textContent,
      );
    const press = () => page.keyboard.press("ArrowRight");
    // Into the line, and along it.
    await page.keyboard.press("Enter");
    await sweep(5, press);
    const words = await told();
    const keys = await sweep(30, press);
    if (!words || words === (await told())) throw new Error(`no key moved on from ${words}`);
    note(library, "key at 100000, ms", keys - (await sweep(30)));
  });
}

/**
 * Ways to measure the work of a page's main thread.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} session
 * @param {string} library
 */
async function worker(page, session, library) {
  await session.send("Performance.enable");
  await open(page, library);
  /** For each of so many times, or of as many as five seconds allow. @param {number} times @param {(i: number) => Promise<void>} [act] */
  const sweep = async (times, act) => {
    const [from, started] = [await worked(session), Date.now()];
    let i = 0;
    while (i < times && Date.now() - started < 5000) {
      await act?.(i);
      await page.evaluate("idle(1)");
      i += 1;
    }
    return ((await worked(session)) - from) / i;
  };
  /** @param {"update" | "resize"} what @param {string} measure */
  const repeat = async (what, measure) => {
    const able = /** @type {any} */ (await page.evaluate("able()"));
    if (!able[what]) return;
    /** @param {string} name @param {number} times */
    const work = async (name, times) => {
      const from = await worked(session);
      await page.evaluate(`${name}(${times})`);
      // What waits until all is quiet is work too.
      await page.waitForTimeout(700);
      return ((await worked(session)) - from) / times;
    };
    await work(what, 10);
    const idle = await work("idle", 20);
    note(library, measure, (await work(what, 20)) - idle);
  };
  return { sweep, repeat };
}

/** @returns {Promise<number>} MB of the largest renderer */
async function memory() {
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send("SystemInfo.getProcessInfo");
  const sizes = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1] ?? 0));
  await root.detach();
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

/** @type {Map<string, number>} measure → seconds */
const spent = new Map();

/** One that fails is named and left out. @param {string} library @param {string} name @param {() => Promise<void>} act */
async function attempt(library, name, act) {
  const from = Date.now();
  try {
    await act();
  } catch (error) {
    troubles.push(`${library}, ${name}: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
    console.error(troubles.at(-1));
  }
  const seconds = (Date.now() - from) / 1000;
  spent.set(name, (spent.get(name) ?? 0) + seconds);
  if (seconds > 45) console.error(`${library}, ${name}: ${Math.round(seconds)} s`);
}

const started = Date.now();
const elapsed = () => (Date.now() - started) / 1000;
let done = 0;
for (; done < rounds && (done === 0 || (elapsed() * (done + 1)) / done < minutes * 60); done += 1) {
  console.error(`round ${done + 1} of ${rounds}, ${Math.round(elapsed())} s`);
  if (measured("first")) for (const [name, path] of rung) await attempt(name, "first", () => first(name, path));
  if (measured("cold")) await attempt(still, "cold", () => cold(still, "/static.html"));
  for (const library of [ours, typed, ...Object.keys(peers)].filter(wanted)) {
    const run = (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) =>
      measured(name) ? attempt(library, name, act) : undefined;
    if (library !== typed) {
      await run("cold", () => cold(library, `/${slugOf(library)}-cold.html`));
      await run("hundred", () => hundred(library));
      await run("longest", () => longest(library));
    }
    if (!tired.has(library)) await run("events", () => events(library));
    await run("line", () => lines(library));
  }
}
console.error(
  `seconds by measure: ${[...spent].map(([name, seconds]) => `${name} ${Math.round(seconds)}`).join(", ")}`,
);
if (done < rounds) console.error(`${done} of ${rounds} rounds: another would have ended after ${minutes} minutes`);
const version = browser.version();
await browser.close();
close();
const rows = [...found].map(([library, its]) => ({
  library,
  ...Object.fromEntries([...its].map(([measure, figures]) => [measure, median(figures)])),
}));
report(rows, { chromium: version, rounds: done, seconds: Math.round(elapsed()), troubles });
process.exitCode = troubles.length ? 1 : 0;
