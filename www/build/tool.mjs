// Where the cargo-installed tools are: on PATH when the version fits, else in a cache folder of our own.

import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { ask, root, run, say, since, Trouble } from "./step.mjs";

/**
 * @typedef {object} Tool
 * @property {string} crate the crate's name on crates.io
 * @property {string} program the program that tells its version
 * @property {string} version the version that is installed when none fits
 * @property {boolean} exact whether another version on PATH must not be used
 * @property {boolean} locked whether the crate's own Cargo.lock is used
 */

/**
 * The version of a crate in our Cargo.lock.
 * @param {string} crate
 * @returns {string}
 */
export function lockedVersion(crate) {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const found = lock.match(new RegExp(`name = "${crate}"\nversion = "([^"]+)"`));
  if (!found) throw new Trouble("Cargo.lock", `no package "${crate}"`, "run `cargo update --workspace`");
  return found[1];
}

/** @type {() => Tool} */
export const wasmBindgen = () => ({
  crate: "wasm-bindgen-cli",
  program: "wasm-bindgen",
  version: lockedVersion("wasm-bindgen"),
  exact: true,
  locked: false,
});

/** @type {() => Tool} */
export const wasmPack = () => ({
  crate: "wasm-pack",
  program: "wasm-pack",
  version: "0.15.0",
  exact: false,
  locked: true,
});

/** @type {() => Tool} */
export const geckodriver = () => ({
  crate: "geckodriver",
  program: "geckodriver",
  version: "0.37.1",
  exact: false,
  locked: true,
});

/**
 * The folder of one tool in the cache.
 * @param {Tool} tool
 */
function cacheFolder(tool) {
  const cache =
    process.env.INDICATOR_CHART_TOOLS ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "indicator-chart");
  return join(cache, `${tool.crate}-${tool.version}`);
}

/**
 * Whether a fitting version of the tool is on PATH already.
 * @param {Tool} tool
 */
function onPath(tool) {
  const version = ask(tool.program, ["--version"])?.match(/\d+\.\d+\.\d+/)?.[0];
  return version !== undefined && (!tool.exact || version === tool.version);
}

/**
 * The folder to put in front of PATH for this tool: "" when PATH has it, undefined when it is nowhere.
 * @param {Tool} tool
 * @returns {string | undefined}
 */
function folderOf(tool) {
  const bin = join(cacheFolder(tool), "bin");
  if (existsSync(join(bin, tool.program))) return bin;
  return onPath(tool) ? "" : undefined;
}

/**
 * Installs the tools that are missing and returns an environment whose PATH has all of them.
 * @param {Tool[]} tools
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function withTools(tools) {
  const folders = [];
  for (const tool of tools) {
    if (folderOf(tool) === undefined) await installTool(tool);
    folders.push(folderOf(tool));
  }
  const path = [...folders.filter(Boolean), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path };
}

/** @param {Tool} tool */
async function installTool(tool) {
  const folder = cacheFolder(tool);
  say(`Installing ${tool.crate} ${tool.version} into ${folder} (compiled once; about two minutes)`);
  const started = Date.now();
  const args = ["install", tool.crate, "--version", tool.version, "--root", folder, "--force"];
  // Compiled outside of our own target folder, which belongs to this crate's builds.
  const env = { ...process.env };
  delete env.CARGO_TARGET_DIR;
  await run("cargo", tool.locked ? [...args, "--locked"] : args, {
    env,
    title: `installing ${tool.crate}`,
    count: /^\s+Compiling /,
    noun: "crates compiled",
    remedy: `look at cargo's message above; by hand: cargo install ${tool.crate} --version ${tool.version}`,
  });
  say(`  done in ${since(started)}`);
}

/**
 * The path of a tool's program, for drivers that want a path instead of a name.
 * @param {Tool} tool
 * @param {NodeJS.ProcessEnv} env as withTools() gave it
 * @returns {string}
 */
export function programPath(tool, env) {
  for (const folder of (env.PATH ?? "").split(delimiter)) {
    const path = join(folder, tool.program);
    if (folder && existsSync(path)) return path;
  }
  throw new Trouble(tool.program, "not on PATH", "run `make test` once: it installs it");
}
