// How many charts a second the command line draws: the same column chart of 34 years, from a file with a spec a line.
// `JOBS=1` (one core) unless said; the program is built for speed first.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const jobs = process.env.JOBS ?? "1";
const counts = { svg: Number(process.env.COUNT ?? 20_000), png: Number(process.env.COUNT ?? 1_000) };
const program = join(root, "target", "release", "indicator-chart");

const spec = JSON.stringify({
  kind: "column",
  title: "Made-up figures",
  unit: "people",
  x: "x",
  y: "y",
  source: "made up",
  data: {
    columns: {
      x: Array.from({ length: 34 }, (_, i) => 1990 + i),
      y: Array.from({ length: 34 }, (_, i) => 20 + ((i * 37) % 60)),
    },
  },
});

const folder = mkdtempSync(join(tmpdir(), "batch-"));
/** @type {Record<string, unknown>[]} */
const rows = [];
try {
  for (const [format, count] of Object.entries(counts)) {
    const specs = join(folder, "specs.jsonl");
    writeFileSync(specs, `${spec}\n`.repeat(count));
    const output = join(folder, format, `{line}.${format}`);
    mkdirSync(dirname(output));
    const args = ["render", "--batch", specs, "-o", output, "--jobs", jobs, "--width", "640", "--ratio", "1"];
    // The kernel tells the time on the processor and the most memory that was held: seconds, kilobytes.
    const watched = ["-f", "%e %U %S %M", "-o", join(folder, "time"), program, ...args];
    const { status, stderr } = spawnSync("/usr/bin/time", watched, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr || "needs /usr/bin/time and `cargo build --profile bench`");
    const [wall = 0, user = 0, system = 0, memory = 0] = readFileSync(join(folder, "time"), "utf8")
      .trim()
      .split(/\s+/)
      .map(Number);
    rows.push({
      format,
      count,
      jobs,
      "a second": Math.round(count / wall),
      "a second of processor": Math.round(count / (user + system)),
      "MB at most": Math.round(memory / 1024),
    });
  }
} finally {
  rmSync(folder, { recursive: true });
}
const heads = Object.keys(rows[0] ?? {});
const lines = [heads, heads.map(() => "---:"), ...rows.map((row) => Object.values(row))].map(
  (cells) => `| ${cells.join(" | ")} |`,
);
console.log(lines.join("\n"));
mkdirSync(join(root, "target", "bench"), { recursive: true });
writeFileSync(join(root, "target", "bench", "batch.md"), `${lines.join("\n")}\n`);
