// `make test`: every test there is, one part after the other; the last line counts them.
// `node tests/run.mjs format lint` runs only those parts.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../www/build/build.mjs";
import { installForTest } from "../www/build/install.mjs";
import { root, say, script, since, Trouble } from "../www/build/step.mjs";

/** @typedef {{passed: number, failed: number}} Count */
/** @typedef {{name: string, says: string, work: () => Promise<Count>}} Part */

const cargo = process.env.CARGO ?? "cargo";
const wasm = ["--target", "wasm32-unknown-unknown"];
const strict = ["--", "-D", "warnings"];

/** @type {Part[]} */
const parts = [
  { name: "format", says: "Rust formatting", work: () => once(cargo, ["fmt", "--check"]) },
  { name: "lint", says: "Rust lints", work: () => once(cargo, ["clippy", "--all-targets", ...strict]) },
  {
    name: "lint",
    says: "Rust lints of the page's side",
    work: () => once(cargo, ["clippy", "--lib", ...wasm, ...strict]),
  },
  {
    name: "lint",
    says: "JS, CSS and JSON: lints and formatting",
    work: () => once("node_modules/.bin/biome", ["check"]),
  },
  { name: "floors", says: "Floors of the source tree", work: () => node(["tests/floors.mjs"]) },
  {
    name: "script",
    says: "JS: unit tests",
    work: () =>
      node([
        "tests/beside.mjs",
        "tests/walk.mjs",
        "tests/score.mjs",
        "tests/records.mjs",
        "tests/role.mjs",
        "tests/many.mjs",
        "tests/survival.mjs",
        "tests/verdict.mjs",
      ]),
  },
  { name: "rust", says: "Rust: unit, property and golden tests", work: () => rust(["test", "--no-fail-fast"]) },
  {
    name: "wasm",
    says: "Rust in a browser (wasm-bindgen-test)",
    work: () => rust(["test", ...wasm, "--test", "wasm_*"]),
  },
  { name: "build", says: "Build of dist/", work: () => attempt(build) },
  // After the build: the shim imports the glue that wasm-bindgen makes, with its types.
  { name: "types", says: "JS types", work: () => once("node_modules/.bin/tsc", ["--project", "."]) },
  { name: "server", says: "The server's side in Node", work: () => node(["tests/server.mjs"]) },
  { name: "package", says: "The npm package, packed and installed", work: () => node(["tests/package.mjs"]) },
  { name: "budget", says: "Byte budget", work: () => node(["tests/budget.mjs"]) },
  { name: "parts", says: "The engine in parts against the whole", work: () => node(["tests/parts.mjs"]) },
  ...["chromium", "firefox", "webkit"].map((engine) => ({
    name: engine,
    says: `The whole page in ${engine}`,
    work: () => node(["tests/browser/suite.test.mjs"], { ENGINE: engine }),
  })),
];

/**
 * A command that passes or fails as a whole.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function once(command, args) {
  const { code } = await stream(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Count>}
 */
async function attempt(work) {
  try {
    await work();
    return { passed: 1, failed: 0 };
  } catch (error) {
    say(error instanceof Trouble ? error.message : String(/** @type {Error} */ (error).stack));
    return { passed: 0, failed: 1 };
  }
}

/**
 * cargo's test runs, counted from their `test result:` lines.
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function rust(args) {
  const env = {
    CHROMEDRIVER: process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver",
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
    NO_COLOR: "1",
  };
  const { code, text } = await stream(cargo, args, env);
  const results = [...text.matchAll(/test result: \w+\. (\d+) passed; (\d+) failed/g)];
  return total(
    code,
    results.map(([, passed, failed]) => ({ passed: Number(passed), failed: Number(failed) })),
  );
}

/**
 * node's test runs, counted from a report beside the one that is printed.
 * @param {string[]} files
 * @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
async function node(files, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "indicator-chart-test-"));
  const report = join(folder, "report.tap");
  const reporters = ["spec", "stdout", "tap", report].map((value, index) =>
    index % 2 === 0 ? `--test-reporter=${value}` : `--test-reporter-destination=${value}`,
  );
  const { code } = await stream(process.execPath, ["--test", ...reporters, ...files], env);
  const text = readFileSync(report, "utf8");
  rmSync(folder, { recursive: true, force: true });
  const number = (/** @type {string} */ key) => Number(text.match(new RegExp(`^# ${key} (\\d+)$`, "m"))?.[1] ?? 0);
  return total(code, [{ passed: number("pass"), failed: number("fail") + number("cancelled") }]);
}

/**
 * The sum; a run that failed without a failed test (it did not compile, or crashed) counts as one failure,
 * and so does a run in which no test ran.
 * @param {number} code
 * @param {Count[]} counts
 * @returns {Count}
 */
function total(code, counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

/**
 * Runs a command, passes its output on and keeps what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<{code: number, text: string}>}
 */
function stream(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (piece) => {
      text += piece;
      process.stdout.write(piece);
    });
    child.on("error", (error) => {
      say(`${command}: ${error.message}`);
      resolve({ code: 1, text });
    });
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

await script(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    const names = [...new Set(parts.map((part) => part.name))];
    throw new Trouble("tests/run.mjs", `no part is named ${unknown.join(", ")}`, `choose from ${names.join(", ")}`);
  }
  process.env.PATH = (await installForTest()).PATH;
  const started = Date.now();
  const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name));
  /** @type {(Count & {says: string, took: string})[]} */
  const counts = [];
  for (const [index, part] of chosen.entries()) {
    say(`\n── ${index + 1}/${chosen.length} ${part.says}`);
    const began = Date.now();
    const count = await part.work();
    counts.push({ ...count, says: part.says, took: since(began) });
  }
  say("");
  for (const { says, passed, failed, took } of counts) {
    say(
      `${failed > 0 ? "✗" : "✓"} ${says.padEnd(44)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${took}`,
    );
  }
  const { passed, failed } = total(0, counts);
  say(`\nAll in all ${since(started)}\n`);
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
