// Our charts beside the same ones by ECharts, Highcharts, Vega-Lite and Observable Plot, as PNG under target/compare/, with a
// page that lays them side by side: `npm ci --prefix tests/compare`, then `node tests/compare/compare.mjs [NAME…]`.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { openChromium } from "../../www/build/chromium.mjs";
import { serve } from "../../www/build/serve.mjs";
import { root, say, script, since, Trouble } from "../../www/build/step.mjs";

const here = join(root, "tests", "compare");
const folder = join(root, "target", "compare");
const widths = [380, 640];
const others = ["echarts", "highcharts", "vega-lite", "plot"];

/** The examples that are laid beside the others'. */
const charts = [
  "bar",
  "column",
  "line-series",
  "stacked-bar-percent",
  "dumbbell",
  "scatter",
  "area",
  "donut",
  "heatmap",
  "slope",
  "facet",
  "histogram",
];

/** @param {string} chart @param {number} width */
function drawOurs(chart, width) {
  const out = join(folder, `${chart}-${width}-ours.png`);
  const spec = join(root, "examples", chart, "spec.json");
  const made = ["run", "--quiet", "--", "render", spec, "-o", out, "--width", String(width)];
  execFileSync(process.env.CARGO ?? "cargo", made, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {string} chart
 * @param {number} width
 * @param {string} by
 */
async function drawTheirs(browser, origin, chart, width, by) {
  const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 2 });
  page.on("pageerror", (error) => say(`  ${chart} by ${by}: ${error.message}`));
  await page.goto(`${origin}/tests/compare/index.html?chart=${chart}&by=${by}&width=${width}`);
  await page.waitForSelector("body[data-drawn]");
  const drawn = await page.locator("body").getAttribute("data-drawn");
  if (drawn !== "yes") throw new Trouble(`${chart} by ${by}`, String(drawn), "see tests/compare/");
  await page.locator("body").screenshot({ path: join(folder, `${chart}-${width}-${by}.png`) });
  await page.close();
}

/** One row a chart and width, ours among theirs in an order that does not tell who is who. */
function writePage() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".png"));
  const rows = charts.flatMap((chart, at) =>
    widths.map((width) => {
      const turned = [...others, "ours"].map((_, i, all) => all[(i + at * 2) % all.length]);
      const cells = turned.map((by) => `${chart}-${width}-${by}.png`).filter((name) => files.includes(name));
      const shown = cells.map((name) => `<img src="${name}" alt="" title="${name}" width="${width}">`);
      return `<h2>${chart} at ${width} px</h2>\n<p>${shown.join("\n")}</p>`;
    }),
  );
  const style = "body{background:#ddd;font:14px sans-serif}p{display:flex;gap:12px;align-items:start}";
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html>\n<meta charset="utf-8">\n<title>Whose is whose?</title>\n<style>${style}</style>\n${rows.join("\n")}\n`,
  );
}

script(async () => {
  const start = Date.now();
  if (!existsSync(join(here, "node_modules")))
    throw new Trouble("the other libraries", "not installed", "npm ci --prefix tests/compare");
  const named = process.argv.slice(2);
  const wanted = charts.filter((chart) => !named.length || named.includes(chart));
  mkdirSync(folder, { recursive: true });
  await build({ entryPoints: [join(here, "page.js")], outdir: folder, bundle: true, format: "esm", logLevel: "error" });
  for (const chart of wanted) for (const width of widths) drawOurs(chart, width);
  const server = await serve();
  const browser = await openChromium();
  try {
    for (const chart of wanted)
      for (const width of widths) for (const by of others) await drawTheirs(browser, server.origin, chart, width, by);
  } finally {
    await browser.close();
    await server.close();
  }
  writePage();
  say(
    `${wanted.length} charts beside ${others.length} others at ${widths.join(" and ")} px: target/compare/index.html (${since(start)})`,
  );
});
