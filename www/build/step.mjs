// One step of a script: say what happens, run it, and when it fails tell place, trouble and remedy.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A failure that the person at the keyboard can do something about. */
export class Trouble extends Error {
  /**
   * @param {string} place what was being done, or the file
   * @param {string} trouble what went wrong
   * @param {string} [remedy] what to do about it
   */
  constructor(place, trouble, remedy) {
    super(`${place}: ${trouble}${remedy ? `\n  Remedy: ${remedy}` : ""}`);
    this.name = "Trouble";
  }
}

/** @param {string} text one line for the person at the keyboard */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a command with its output passed through. Commands that print a line a crate
 * (cargo without a terminal) are summed up as a count every ten seconds.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, remedy?: string, count?: RegExp, noun?: string, title?: string}} [options]
 * @returns {Promise<void>}
 */
export function run(command, args, options = {}) {
  const terminal = process.stderr.isTTY === true;
  const counting = options.count !== undefined && !terminal;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ["ignore", "inherit", counting ? "pipe" : "inherit"],
    });
    const started = Date.now();
    let counted = 0;
    let tail = "";
    const progress = counting
      ? setInterval(() => say(`  … ${counted} ${options.noun ?? "steps"}, ${since(started)}`), 10_000)
      : undefined;
    child.stderr?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      counted += text.split("\n").filter((line) => options.count?.test(line)).length;
      tail = (tail + text).slice(-6000);
    });
    child.on("error", (error) => {
      clearInterval(progress);
      const missing = /** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT";
      reject(
        new Trouble(
          options.title ?? command,
          missing ? `\`${command}\` is not installed` : error.message,
          options.remedy,
        ),
      );
    });
    child.on("close", (code, signal) => {
      clearInterval(progress);
      if (code === 0) return resolve();
      if (counting) process.stderr.write(tail);
      const end = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      reject(new Trouble(options.title ?? `${command} ${args.join(" ")}`, end, options.remedy));
    });
  });
}

/**
 * What a command prints, or undefined when it is missing or fails.
 * @param {string} command
 * @param {string[]} args
 * @returns {string | undefined}
 */
export function ask(command, args) {
  const answer = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/**
 * @param {number} started milliseconds, as Date.now() gives them
 * @returns {string} for example "2 min 05 s"
 */
export function since(started) {
  const seconds = (Date.now() - started) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/**
 * Every file under some files and folders, sorted, hidden ones left out.
 * @param {string[]} places paths from the repository's root; missing ones are skipped
 * @returns {string[]}
 */
export function filesUnder(places) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} place */
  const visit = (place) => {
    const path = join(root, place);
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void found.push(place);
    for (const name of readdirSync(path).sort()) {
      if (!name.startsWith(".")) visit(`${place}/${name}`);
    }
  };
  for (const place of places) visit(place);
  return found;
}

/**
 * Runs a script's main function, prints a Trouble without a stack trace, and sets the exit code.
 * @param {() => Promise<void> | void} main
 */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Trouble ? error.message : /** @type {Error} */ (error).stack}\n`);
    process.exitCode = 1;
  }
}
