// Where the time of one line goes: a processor profile of `drawLine(COUNT, true)` in a page of ours (or of LIBRARY), as a table of
// functions. `node benches/page/profile.mjs 100000`

import { existsSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { make, ours, serve, slugOf } from "./pages.mjs";

const count = Number(process.argv[2] ?? 100_000);
const library = process.env.LIBRARY ?? ours;
const act = process.env.ACT ?? `drawLine(${count}, true)`;
await make((name) => name === library);
const { at, close } = await serve();
const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
const session = await page.context().newCDPSession(page);
await page.goto(at(`/${slugOf(library)}-work.html`));
await page.waitForFunction(() => "staged" in window);
await page.evaluate(process.env.BEFORE ?? "drawLine(2001, true)");
await page.evaluate("settled()");
await page.waitForTimeout(300);
await session.send("Profiler.enable");
await session.send("Profiler.setSamplingInterval", { interval: 100 });
await session.send("Profiler.start");
// What comes after the call, words and table, is not of interest here: a busy moment marks the end.
const time = await page.evaluate(`(async () => {
  const time = await ${act};
  (function end() { for (const from = performance.now(); performance.now() - from < 3; ); })();
  return time;
})()`);
const { profile } = await session.send("Profiler.stop");
await browser.close();
close();

writeFileSync("target/bench/line.cpuprofile", JSON.stringify(profile));
/** @type {Map<string, number>} */
const own = new Map();
const total = new Map();
const byId = new Map(profile.nodes.map((node) => [node.id, node]));
const parent = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
const nameOf = (/** @type {any} */ { callFrame: { functionName, url, lineNumber } }) =>
  `${(functionName || "(anonymous)").replaceAll(/\[[0-9a-f]{16}\]/g, "")} ${url.split("/").at(-1)}:${lineNumber}`;
let over = false;
profile.samples?.forEach((id, index) => {
  const ms = (profile.timeDeltas?.[index] ?? 0) / 1000;
  const node = byId.get(id);
  over ||= node?.callFrame.functionName === "end";
  if (!node || over) return;
  own.set(nameOf(node), (own.get(nameOf(node)) ?? 0) + ms);
  const seen = new Set();
  for (let at = id; at; at = /** @type {number} */ (parent.get(at))) {
    const name = nameOf(byId.get(at));
    if (!seen.has(name)) total.set(name, (total.get(name) ?? 0) + ms);
    seen.add(name);
  }
});
console.log(`${time} ms`);
const top = (/** @type {Map<string, number>} */ map) =>
  [...map]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 45)
    .map(([name, ms]) => `${ms.toFixed(1).padStart(8)}  ${name}`)
    .join("\n");
console.log(`own\n${top(own)}\nwith what it calls\n${top(total)}`);
