// `make bench`: all that is measured, one part after the other, within half an hour on a machine that does nothing else. A part that
// fails or takes too long is named at the end and stops nothing; what the others found is told and written into the README.
// `node benches/run.mjs page soak` runs these parts only, and what was found before stands beside them.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { root, say, script, Trouble } from "../www/build/step.mjs";
import { folder } from "./verdict.mjs";

const cargo = process.env.CARGO ?? "cargo";
const node = process.execPath;

/**
 * Each with the minutes after which it is stopped, and the file that it leaves.
 * @type {{name: string, minutes: number, leaves?: string, commands: string[][]}[]}
 */
const parts = [
  { name: "install", minutes: 4, commands: [["npm", "ci", "--prefix", "benches", "--no-audit", "--no-fund"]] },
  {
    name: "program",
    minutes: 8,
    commands: [[cargo, "build", "--quiet", "--profile", "bench", "--bin", "indicator-chart"]],
  },
  {
    name: "rows",
    minutes: 10,
    leaves: "rows.json",
    commands: [
      [cargo, "bench", "--quiet", "--bench", "rows", "--", "--quiet"],
      [node, "benches/growth.mjs"],
    ],
  },
  { name: "native", minutes: 8, leaves: "native.json", commands: [[node, "benches/native.mjs"]] },
  { name: "page", minutes: 18, leaves: "page.json", commands: [[node, "benches/page/bench.mjs"]] },
  { name: "soak", minutes: 8, leaves: "soak.json", commands: [[node, "benches/page/soak.mjs"]] },
  { name: "verdict", minutes: 1, commands: [[node, "benches/verdict.mjs"]] },
  { name: "readme", minutes: 1, commands: [[node, "benches/readme.mjs"]] },
];

/**
 * @param {string[]} command
 * @param {number} most milliseconds
 * @returns {Promise<string | undefined>} what went wrong
 */
function run([program = "", ...args], most) {
  return new Promise((resolve) => {
    // A group of its own, so that its browser ends with it.
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const end = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
    const timer = setTimeout(() => {
      end();
      resolve(`stopped after ${Math.round(most / 60_000)} minutes`);
    }, most);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once("SIGINT", interrupted);
    const done = (/** @type {string | undefined} */ trouble) => {
      clearTimeout(timer);
      process.off("SIGINT", interrupted);
      resolve(trouble);
    };
    child.on("error", (error) => done(error.message));
    child.on("exit", (code, signal) => done(code === 0 ? undefined : `ended with ${signal ?? code}`));
  });
}

await script(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !parts.some((part) => part.name === name));
  if (unknown) throw new Trouble(unknown, "no such part", `parts are ${parts.map(({ name }) => name).join(", ")}`);
  /** @type {string[]} */
  const troubles = [];
  const begun = Date.now();
  /** @param {number} from */
  const seconds = (from) => Math.round((Date.now() - from) / 1000);
  /** @type {string[]} */
  const times = [];
  for (const { name, minutes, leaves, commands } of parts) {
    if (asked.length && !asked.includes(name)) continue;
    const from = Date.now();
    say(`\n▶ ${name}`);
    // What an earlier run found must not pass for this one's.
    if (leaves) rmSync(join(folder, leaves), { force: true });
    for (const command of commands) {
      const trouble = await run(command, minutes * 60_000 - (Date.now() - from));
      if (!trouble) continue;
      troubles.push(`${name}: ${trouble}`);
      break;
    }
    times.push(`${name} ${seconds(from)} s`);
    say(`◀ ${times.at(-1)}`);
  }
  say(`\n${times.join(", ")}; together ${(seconds(begun) / 60).toFixed(1)} min`);
  if (troubles.length) throw new Trouble("make bench", `not all of it could be measured: ${troubles.join("; ")}`);
});
