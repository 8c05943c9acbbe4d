// The page's figures as Markdown and JSON.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ours, typed } from "./pages.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "target", "bench");

/** @typedef {{library: string} & Record<string, any>} Row the medians of a library's figures, by measure */

/**
 * @param {Row[]} rows
 * @param {{chromium: string, rounds: number, seconds: number, troubles: string[]}} run
 */
export function report(rows, run) {
  const measures = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== "library");
  const [plain, fast] = [ours, typed].map((name) => rows.find(({ library }) => library === name));
  /** Ours, as a multiple: of typed arrays where they were measured, since the others are given numbers too. */
  const own = (/** @type {string} */ name) => fast?.[name] ?? plain?.[name] ?? Number.NaN;
  const figure = (/** @type {number} */ value) =>
    value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 0 : 1);
  const cell = (/** @type {Row} */ row, /** @type {string} */ name) => {
    const value = row[name];
    if (value === undefined) return "–";
    const ratio = own(name) / value;
    return row.library.startsWith(ours) || !Number.isFinite(ratio)
      ? figure(value)
      : `${figure(value)} (${ratio.toFixed(2)}×)`;
  };
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()})`;
  const date = new Date().toISOString().slice(0, 10);
  const lines = [
    `Medians of ${run.rounds} interleaved rounds, Chromium ${run.chromium}, ${machine}, ${date}. In brackets: ours (numbers as typed arrays where that was measured) as a multiple of it.`,
    "",
    `| | ${measures.join(" | ")} |`,
    `| --- |${measures.map(() => " ---: |").join("")}`,
    ...rows.map((row) => `| ${row.library} | ${measures.map((name) => cell(row, name)).join(" | ")} |`),
  ];
  console.log(lines.join("\n"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "page.json"), `${JSON.stringify({ date, machine, ...run, rows }, undefined, 2)}\n`);
  writeFileSync(join(folder, "page.md"), `${lines.join("\n")}\n`);
}
