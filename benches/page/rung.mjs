// Rung 1: the HTML that the command line writes to be pasted, beside the same picture and table with nothing of ours.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { heights, ours, put, still, years } from "./pages.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Library → page. @type {[string, string][]} */
export const rung = [
  [still, "/rung-without.html"],
  [ours, "/rung-with.html"],
];

/** Puts both pages among the others. */
export function putRung() {
  const folder = mkdtempSync(join(tmpdir(), "rung-"));
  try {
    const spec = join(folder, "chart.json");
    const data = { columns: { x: years, y: heights } };
    const said = { kind: "column", title: "Made-up figures", unit: "people", x: "x", y: "y", source: "made up", data };
    writeFileSync(spec, JSON.stringify(said));
    const program = join(root, "target", "release", "indicator-chart");
    const html = execFileSync(program, ["snippet", spec, "-o", folder, "--width", "640"], { encoding: "utf8" });
    for (const name of readdirSync(folder)) put(`/${name}`, readFileSync(join(folder, name)));
    const page = (/** @type {string} */ body) =>
      `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title><body>${body.replace("<img ", '<img elementtiming="picture" ')}`;
    put("/rung-with.html", page(html.replace("<indicator-chart ", '<indicator-chart review="off" ')));
    // The style sheet belongs to the picture as well.
    put("/rung-without.html", page(html.replaceAll(/<(link rel="(module)?preload"|script)[^>]*>(<\/script>)?/g, "")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
