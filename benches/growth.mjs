// What `cargo bench` measured, as a table: milliseconds a hop or kind by the number of rows, and in brackets how many times
// longer ten times the rows take. 10 is linear, 13 is n log n from a thousand rows on, 100 would be quadratic.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "target", "criterion");
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, "utf8"));

/** @type {string[]} */
const lines = [];
/** @type {{name: string, rows: number, ms: number, growth: number | undefined}[]} */
const kept = [];
for (const [group, what] of [
  ["hop", "hop, of a line of days"],
  ["compose", "composing a scene"],
]) {
  /** @type {Map<string, Map<number, number>>} name → rows → milliseconds */
  const found = new Map();
  for (const name of existsSync(join(folder, group)) ? readdirSync(join(folder, group)) : []) {
    for (const rows of readdirSync(join(folder, group, name)).filter((one) => /^\d+$/.test(one))) {
      const place = join(folder, group, name, rows, "new", "estimates.json");
      if (!existsSync(place)) continue;
      const times = found.get(name) ?? new Map();
      found.set(name, times.set(Number(rows), read(place).median.point_estimate / 1e6));
    }
  }
  const sizes = [...new Set([...found.values()].flatMap((times) => [...times.keys()]))].sort((a, b) => a - b);
  lines.push(`| ${what} | ${sizes.map((size) => `${size.toLocaleString("en")} rows, ms`).join(" | ")} |`);
  lines.push(`| --- |${sizes.map(() => " ---: |").join("")}`);
  for (const [name, times] of found) {
    const cells = sizes.map((size, at) => {
      const [before, now] = [times.get(sizes[at - 1] ?? 0), times.get(size)];
      if (now === undefined) return "–";
      // Of a step of a hundred times the rows, the factor of each ten.
      const steps = Math.log10(size / (sizes[at - 1] ?? size));
      const growth = before && (now / before) ** (1 / steps);
      kept.push({ name: `${group}, ${name}`, rows: size, ms: now, growth });
      return `${now.toPrecision(3)}${growth ? ` (${growth.toFixed(1)}×)` : ""}`;
    });
    lines.push(`| ${name} | ${cells.join(" | ")} |`);
  }
  lines.push("");
}
console.log(lines.join("\n"));
mkdirSync(join(root, "target", "bench"), { recursive: true });
writeFileSync(join(root, "target", "bench", "rows.md"), lines.join("\n"));
writeFileSync(join(root, "target", "bench", "rows.json"), `${JSON.stringify(kept, undefined, 2)}\n`);
