// The stage of a browser test: a browser, a server, and pages made from a few lines of HTML.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test as plainTest } from "node:test";
import { Origin, Pointer } from "selenium-webdriver/lib/input.js";
import { serve } from "../../www/build/serve.mjs";
import { root } from "../../www/build/step.mjs";
import { answerBroken } from "./broken.mjs";
import { engine, open } from "./engine.mjs";
import { surviving } from "./survival.mjs";

/** @typedef {{kind: string, severity: string, place: string, message: string, hint: string}} Problem */

/** @type {import("./engine.mjs").Session} */
let session;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** Pages by their path. @type {Map<string, {html: string, policy?: string, headers: Record<string, string>}>} */
const pages = new Map();

/** Opens the browser and the server before the tests of this process and closes them after. */
export function raiseCurtain() {
  before(async () => {
    server = await openServer();
    await enter();
  });
  after(async () => {
    await session?.close();
    await server?.close();
  });
}

/** The window's size in CSS pixels, of this browser and of one that takes its place. */
let size = { width: 1280, height: 1000 };

/** Opens the browser, another one where there was one. */
async function enter() {
  await session?.close();
  session = await open();
  await session.driver.manage().window().setRect(size);
}

/** @param {number} width @param {number} height CSS pixels */
export async function resize(width, height) {
  size = { width, height };
  // Before a suite: the browser may have died since the last test.
  await lasting(() => browser().manage().window().setRect(size), console.log);
}

/**
 * Does work with the browser, once more with another where that dies of it.
 * @template T
 * @param {() => Promise<T>} work
 * @param {(line: string) => void} tell
 */
const lasting = (work, tell) => surviving(work, () => session?.driver, enter, tell);

/**
 * A test on this stage: where the browser dies of it, it is tried once more in another, see survival.mjs.
 * @param {string} name
 * @param {[...options: import("node:test").TestOptions[], work: (context: import("node:test").TestContext) => Promise<void> | void]} more
 */
export function test(name, ...more) {
  const work = /** @type {(context: import("node:test").TestContext) => Promise<void> | void} */ (more.at(-1));
  const options = more.length > 1 ? /** @type {import("node:test").TestOptions} */ (more[0]) : {};
  return plainTest(name, options, (context) =>
    lasting(
      async () => work(context),
      (line) => context.diagnostic(line),
    ),
  );
}

/** The server of the tests: the repository, the pages made here, and addresses that fail in every way. */
export function openServer() {
  return serve({
    answer: (url, response) => {
      // A page in a sandbox has no origin of its own. Hosts that want it there say so of these files, whoever asks: browsers
      // keep the answer that another page got.
      if (/^\/(dist|examples|tests\/pages)\//.test(url.pathname))
        response.setHeader("Access-Control-Allow-Origin", "*");
      // Never answered: the time-out's test ends it.
      if (url.pathname === "/never") return true;
      if (answerBroken(url, response)) return true;
      if (url.pathname === "/wasm-names.js") {
        response.setHeader("Content-Type", "text/javascript");
        response.end(`window.wasmNames = ${JSON.stringify(exportNames())};`);
        return true;
      }
      const page = pages.get(url.pathname);
      if (!page) return false;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
      if (page.policy) response.setHeader("Content-Security-Policy", page.policy);
      response.end(page.html);
      return true;
    },
  });
}

/** The wasm's exports by the short names that the build gave them. @returns {Record<string, string>} */
function exportNames() {
  const { exports } = JSON.parse(readFileSync(join(root, "target", "pkg", "names.json"), "utf8"));
  return Object.fromEntries(exports.map((/** @type {string[]} */ pair) => [pair.at(-1), pair.at(-2)]));
}

/** Lets a page make the wasm trap, and counts what is freed: see tests/pages/trap.js. */
export const trapHead = '<script src="/wasm-names.js"></script><script src="/tests/pages/trap.js"></script>';

/** @returns {import("selenium-webdriver").WebDriver} the browser of this process */
export const browser = () => session.driver;

/** @param {string} path an address of the test server */
export const address = (path) => `${server.origin}${path}`;

/**
 * A page with the element's script in it, and a record of every message.
 * @param {string} body
 * @param {{head?: string, policy?: string, whole?: string, dist?: string, headers?: Record<string, string>}} [options]
 *   `whole` is a complete page of HTML instead; `dist` is where the script comes from
 * @returns {string} its path
 */
export function page(body, { head = "", policy, whole, dist = "/dist", headers = {} } = {}) {
  const path = `/tests/pages/${pages.size}.html`;
  const html =
    whole ??
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>A test</title>
<script src="/tests/pages/watch.js"></script>
${head}
<script type="module" src="${dist}/indicator-chart.js"></script>
<body>
${body}
`;
  pages.set(path, { html, policy, headers });
  return path;
}

/**
 * Shows a page of a few lines and waits for its charts.
 * @param {string} body
 * @param {{head?: string, policy?: string, dist?: string, headers?: Record<string, string>}} [options]
 * @returns {Promise<boolean[]>} for each chart whether it was drawn
 */
export async function show(body, options) {
  await browser().get(address(page(body, options)));
  return ready();
}

/**
 * Scrolls to each chart and waits until it is drawn or has given up.
 * @param {import("selenium-webdriver").WebDriver} [driver]
 * @returns {Promise<boolean[]>}
 */
export async function ready(driver = browser()) {
  return driver.executeAsyncScript(`
    const done = arguments[0];
    const late = new Promise((resolve) => setTimeout(resolve, 40000, "late"));
    (async () => {
      await Promise.race([customElements.whenDefined("indicator-chart"), late]);
      const ends = [];
      for (const chart of document.querySelectorAll("indicator-chart")) {
        chart.scrollIntoView({ block: "center" });
        await Promise.race([new Promise(requestAnimationFrame), late]);
        ends.push(await Promise.race([chart.ready, late]));
      }
      scrollTo(0, 0);
      setTimeout(done, 100, ends);
    })();
  `);
}

/**
 * Runs code in the page. `chart` is the first chart, `charts` all of them, `part(chart, name)` a part of one,
 * `cell(chart)` where Tab enters its grid, `given` what is handed over.
 * @param {string} code the body of a function
 * @param {unknown} [given]
 * @param {import("selenium-webdriver").WebDriver} [driver]
 * @returns {Promise<any>}
 */
export function inPage(code, given, driver = browser()) {
  return driver.executeScript(
    `
    const given = arguments[0];
    const charts = [...document.querySelectorAll("indicator-chart")];
    const chart = charts[0];
    const part = (one, name) => one.shadowRoot.querySelector('[part="' + name + '"]');
    const cell = (one) => one.shadowRoot.querySelector('[role="gridcell"][tabindex="0"]');
    const shown = (node) => Boolean(node) && node.getClientRects().length > 0;
    ${code}`,
    given ?? null,
  );
}

/** @returns {Promise<{drawn: boolean, rung: boolean, problems: Problem[]}[]>} what each chart shows, and its problems */
export function states() {
  return inPage(`return charts.map((one) => ({
    drawn: shown(part(one, "figure")),
    rung: shown(one.querySelector(".rung")),
    problems: one.problems.map(({ kind, severity, place, message, hint }) => ({ kind, severity, place, message, hint })),
  }));`);
}

/** @returns {Promise<string[]>} what the page has said so far */
export const messages = () => inPage("return seen;");

/**
 * Lets the page draw two frames.
 * @returns {Promise<void>}
 */
export function frames() {
  return browser().executeAsyncScript(
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));",
  );
}

/**
 * Waits until something is so; fails after ten seconds.
 * @param {() => Promise<unknown>} check
 * @param {string} what
 */
export async function until(check, what) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain until ${what}`);
}

/**
 * Moves the mouse to a place in the window.
 * @param {{x: number, y: number}} place CSS pixels
 * @param {boolean} [click]
 */
export async function point({ x, y }, click = false) {
  const move = browser()
    .actions()
    .move({ origin: Origin.VIEWPORT, x: Math.round(x), y: Math.round(y), duration: 0 });
  await (click ? move.click() : move).perform();
}

/**
 * Taps with one finger or with a pen. WebKitGTK's driver has neither and Firefox's no pen, so the page is told of them.
 * @param {{x: number, y: number}} place CSS pixels
 * @param {"touch" | "pen"} [kind]
 */
export async function tap({ x, y }, kind = "touch") {
  if (engine === "chromium" || (engine === "firefox" && kind === "touch")) {
    /** @type {any} */
    const finger = new /** @type {any} */ (Pointer)(kind, kind);
    const move = finger.move({ origin: Origin.VIEWPORT, x: Math.round(x), y: Math.round(y), duration: 0 });
    /** @type {any} */
    const actions = browser().actions();
    return actions.insert(finger, move, finger.press(), finger.release()).perform();
  }
  await inPage(
    `const under = document.elementFromPoint(given.x, given.y);
    const plot = under === chart ? part(chart, "plot") : under;
    const at = { bubbles: true, composed: true, cancelable: true, clientX: given.x, clientY: given.y, pointerType: given.kind };
    for (const type of ["pointerover", "pointerdown", "pointerup", "pointerout", "pointerleave"])
      plot.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 7, isPrimary: true }));
    plot.dispatchEvent(new PointerEvent("click", at));`,
    { x, y, kind },
  );
}

/** @param {...string} keys pressed one after the other */
export async function press(...keys) {
  await browser()
    .actions()
    .sendKeys(...keys)
    .perform();
}
