// How many charts a second are drawn without a browser, ours beside the others': the same column chart of 34 years, one core, in
// interleaved rounds (`ROUNDS=3`). Ours reads a spec from a file, checks it, and writes a file for each chart; the others are
// handed their data in memory and throw the picture away. Then a hundred thousand charts in one batch, with the memory it held.
// What cannot be installed is named and left out.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const kept = join(root, "target", "bench");
const rounds = Number(process.env.ROUNDS ?? 3);
const crowd = Number(process.env.BATCH ?? 100_000);
const program = join(root, "target", "release", "indicator-chart");
mkdirSync(kept, { recursive: true });

const years = Array.from({ length: 34 }, (_, i) => 1990 + i);
const spec = JSON.stringify({
  kind: "column",
  title: "Made-up figures",
  unit: "people",
  x: "x",
  y: "y",
  source: "made up",
  data: { columns: { x: years, y: years.map((_, i) => 20 + ((i * 37) % 60)) } },
});

/**
 * A batch of our own on one core, by the clock, from its start to its end; the memory is what the kernel counted.
 * @param {string} format
 * @param {number} count
 */
function batch(format, count) {
  const folder = mkdtempSync(join(tmpdir(), "batch-"));
  try {
    const specs = join(folder, "specs.jsonl");
    writeFileSync(specs, `${spec}\n`.repeat(count));
    const output = join(folder, "out", `{line}.${format}`);
    mkdirSync(dirname(output));
    const args = ["render", "--batch", specs, "-o", output, "--jobs", "1", "--width", "640", "--ratio", "1"];
    const watched = ["-f", "%e %U %S %M", "-o", join(folder, "time"), program, ...args];
    const { status, stderr } = spawnSync("/usr/bin/time", watched, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr || "needs /usr/bin/time");
    const [wall = 0, user = 0, system = 0, memory = 0] = readFileSync(join(folder, "time"), "utf8")
      .trim()
      .split(/\s+/)
      .map(Number);
    return { wall, processor: user + system, megabytes: memory / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Seconds by the clock, as of ours: they draw on one core.
 * @param {string[]} command that prints the seconds it drew, without its start
 */
function seconds([file = "", ...args]) {
  const text = execFileSync(file, args, { cwd: here, encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1" } });
  return Number(text.trim().split(/\s+/)[0]);
}

/** Makes ready what the others need. @returns {{charts: string | undefined, python: string | undefined}} */
function install() {
  const attempt = (/** @type {string} */ name, /** @type {() => string} */ act) => {
    try {
      return act();
    } catch (error) {
      console.error(`${name} is left out: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
      return undefined;
    }
  };
  const charts = attempt("charts-rs", () => {
    const target = join(kept, "charts-rs");
    const manifest = join(here, "native", "charts-rs", "Cargo.toml");
    execFileSync("cargo", ["build", "-q", "--release", "--manifest-path", manifest, "--target-dir", target]);
    return join(target, "release", "bench-charts-rs");
  });
  const python = attempt("Python", () => {
    const place = join(kept, "python");
    const own = join(place, "bin", "python");
    if (!existsSync(own)) execFileSync("python3", ["-m", "venv", place]);
    execFileSync(own, ["-m", "pip", "install", "-q", "-r", join(here, "native", "requirements.txt")]);
    return own;
  });
  return { charts, python };
}

const { charts, python } = install();
/** Library, format, how many in a round, and how long they take in seconds. @type {[string, string, number, (count: number) => number][]} */
const all = [
  ["indicator-chart", "svg", 5000, (count) => batch("svg", count).wall],
  ["indicator-chart", "png", 500, (count) => batch("png", count).wall],
  ["ECharts, server renderer", "svg", 300, (count) => seconds(["node", "native/echarts.mjs", `${count}`])],
  ["Vega-Lite in Node", "svg", 150, (count) => seconds(["node", "native/vega.mjs", `${count}`])],
];
if (charts)
  for (const [format, count] of /** @type {[string, number][]} */ ([
    ["svg", 10_000],
    ["png", 500],
  ]))
    all.push(["charts-rs", format, count, (times) => seconds([charts, format, `${times}`])]);
if (python)
  for (const library of ["vl-convert", "matplotlib"])
    for (const format of ["svg", "png"])
      all.push([library, format, 40, (count) => seconds([python, "native/python.py", library, format, `${count}`])]);

/** @type {Map<string, Record<string, number[]>>} */
const found = new Map();
for (let round = 0; round < rounds; round += 1) {
  for (const [library, format, count, draw] of all) {
    try {
      const rate = count / draw(count);
      const own = found.get(library) ?? {};
      found.set(library, { ...own, [format]: [...(own[format] ?? []), rate] });
    } catch (error) {
      console.error(`${library}, ${format}: ${/** @type {Error} */ (error).message.split("\n")[0]}`);
    }
  }
}
const median = (/** @type {number[]} */ figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
const rows = [...found].map(([library, own]) => ({
  library,
  ...Object.fromEntries(Object.entries(own).map(([format, rates]) => [format, median(rates)])),
}));
const crowded = [Math.round(crowd / 10), crowd].map((count) => ({ count, ...batch("svg", count) }));

const mine = /** @type {any} */ (rows[0]);
const cell = (/** @type {any} */ row, /** @type {string} */ format) => {
  if (!row[format]) return "–";
  const rate = row[format] < 100 ? row[format].toFixed(1) : Math.round(row[format]).toLocaleString("en");
  return row === mine ? rate : `${rate} (${(mine[format] / row[format]).toFixed(2)}×)`;
};
const lines = [
  `Medians of ${rounds} interleaved rounds on one core. In brackets: ours as a multiple of it.`,
  "",
  "| | SVG a second | PNG a second |",
  "| --- | ---: | ---: |",
  ...rows.map((row) => `| ${row.library} | ${cell(row, "svg")} | ${cell(row, "png")} |`),
  "",
  ...crowded.map(
    ({ count, wall, megabytes }) =>
      `A batch of ${count.toLocaleString("en")} SVG: ${wall.toFixed(1)} s on one core, ${megabytes.toFixed(1)} MB at most.`,
  ),
];
console.log(lines.join("\n"));
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
const date = new Date().toISOString().slice(0, 10);
writeFileSync(join(kept, "native.md"), `${lines.join("\n")}\n`);
writeFileSync(join(kept, "native.json"), `${JSON.stringify({ date, machine, rounds, rows, crowded }, undefined, 2)}\n`);
