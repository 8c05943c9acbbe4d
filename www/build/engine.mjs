// The engine: Rust -> wasm (wasm-pack) -> smaller wasm (wasm-opt) -> rehearsal -> core and parts, and the whole beside them.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { Data } from "./data.mjs";
import { lightly, plays, rehearse, Stage, withCounters } from "./rehearse.mjs";
import { functionsOf, Split, tableName } from "./split.mjs";
import { smallStandardLibrary } from "./standard-library.mjs";
import { root, run, say, since, Trouble } from "./step.mjs";
import { topLevel } from "./wat.mjs";

const folder = join(root, "target", "pkg");

/** What the linker says of where it put things. */
const linkerMap = join(root, "target", "wasm32-unknown-unknown", "link.map");

/**
 * The WebAssembly features that rustc emits by default, all in every browser since 2022 or before.
 * wasm-opt refuses a module that uses others, so a new one shows up here first.
 */
const features = {
  "bulk-memory": "BulkMemory",
  "bulk-memory-opt": "BulkMemoryOpt",
  "call-indirect-overlong": "CallIndirectOverlong",
  multivalue: "Multivalue",
  "mutable-globals": "MutableGlobals",
  "nontrapping-float-to-int": "NontrappingFPToInt",
  "reference-types": "ReferenceTypes",
  "sign-ext": "SignExt",
};

/**
 * What wasm-opt does, chosen for the size after brotli. -Oz leaves 6 % fewer bytes before it, but 3 % more after:
 * code that is folded and renumbered everywhere repeats itself less. --dealign gives all loads and stores the same
 * hint of alignment, which no engine needs.
 */
const shrinkingMore = ["dae-optimizing", "rse", "simplify-locals-nonesting", "vacuum", "reorder-locals", "dealign"];
const shrinking = [
  "-O1",
  "--shrink-level=2",
  "--skip-pass=memory-packing",
  ...shrinkingMore.map((pass) => `--${pass}`),
];

/**
 * How often a page has a chart of a kind, for those that are frequent; the others share what is left.
 * An estimate of ours: bars, columns and lines are most of what newsrooms publish.
 */
const frequent = { bar: 0.18, column: 0.18, line: 0.22 };

/**
 * Compiles the engine and writes its core, its parts and the whole to target/pkg. INDICATOR_CHART_ENGINE=whole leaves it in one
 * piece, which is quicker: pages then load all of it.
 */
export async function buildEngine() {
  const started = Date.now();
  say("Compiling Rust to WebAssembly (wasm-pack build --target web)");
  mkdirSync(folder, { recursive: true });
  const env = smallStandardLibrary();
  await run(
    "wasm-pack",
    ["build", "--target", "web", "--release", "--no-pack", "--mode", "no-install"].concat([
      "--out-dir",
      "target/pkg",
      "--out-name",
      "indicator_chart",
    ]),
    {
      env: { ...env, RUSTFLAGS: [env.RUSTFLAGS, `-Clink-arg=-Map=${linkerMap}`].filter(Boolean).join(" ") },
      count: /^\s+Compiling /,
      noun: "crates compiled",
      remedy: "the compiler's message is above; INDICATOR_CHART_STD=shipped builds without unstable switches",
    },
  );
  say("Making it smaller (wasm-opt)");
  const names = await wasmOpt("indicator_chart_bg.wasm", "whole.wasm", [
    ...shrinking,
    "--minify-imports-and-exports-and-modules",
    "-g",
  ]);
  writeFileSync(join(folder, "names.json"), names);
  await wasmOpt("whole.wasm", "small-whole.wasm", stripped);
  const tongues = writeTongues();
  const text = await tooled("wasm-dis", ["whole.wasm"]);
  const funcs = functionsOf(text);
  if (process.env.INDICATOR_CHART_ENGINE === "whole") {
    say("  done: the whole engine, not taken apart, as INDICATOR_CHART_ENGINE=whole asks");
    copyFileSync(join(folder, "small-whole.wasm"), join(folder, "core.wasm"));
    writeLists([], tongues);
    return;
  }
  const all = plays(tongues);
  const hits = await rehearsed(text, funcs, all);
  say(`  done (${since(started)}); splitting`);
  const data = new Data(topLevel(text), mapOfLinker());
  const split = new Split(text, funcs, weighted(hits), data);
  for (const stale of readdirSync(folder)) if (/^part-.*\.wa(t|sm)$/.test(stale)) rmSync(join(folder, stale));
  const wanted = await writeParts(split);
  writeFileSync(join(folder, "core.wat"), split.core(wanted));
  await wasmOpt("core.wat", "core.wasm", [...shrinking, "--remove-unused-module-elements", ...stripped]);
  writeLists(split.names.sort(), tongues);
  say(`  ${split.names.length} parts, ${wanted.size} things shared`);
  say(`  done in ${since(started)}`);
}

/**
 * Where the charts of each role came by; as it was found the last time, where neither engine nor charts have changed.
 * @param {string} text the engine
 * @param {Map<string, import("./wat.mjs").Func>} funcs
 * @param {import("./rehearse.mjs").Play[]} all
 * @returns {Promise<Map<string, Uint8Array>>}
 */
async function rehearsed(text, funcs, all) {
  const counted = withCounters(text, funcs);
  const known = join(folder, "rehearsal.known");
  const way = readFileSync(join(root, "www", "build", "rehearse.mjs"));
  const hash = createHash("sha256").update(counted.text).update(JSON.stringify(all)).update(way).digest("hex");
  if (existsSync(known)) {
    const found = deserialize(readFileSync(known));
    if (found.hash === hash) return found.hits;
  }
  say(`Rehearsing ${all.length} charts, to tell what every page needs from what few do`);
  const hits = rehearse(await assembled("counted", counted.text), counted.base, counted.count, all);
  writeFileSync(known, serialize({ hash, hits }));
  return hits;
}

/**
 * Tells the page which parts and which languages there are.
 * @param {string[]} parts
 * @param {string[]} tongues
 */
function writeLists(parts, tongues) {
  const lines = Object.entries({ parts, tongues, tableName }).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`,
  );
  writeFileSync(join(folder, "parts.js"), lines.join(""));
}

/**
 * Writes the parts. All in this process: each run of wasm-opt would spend most of its time in starting.
 * @param {Split} split
 * @returns {Promise<Set<string>>} the exports of the core that they import
 */
async function writeParts(split) {
  // Not at the top: this file is read before the npm packages are installed.
  const { default: binaryen } = await import("binaryen");
  const enabled = Object.values(features).map((name) => /** @type {any} */ (binaryen.Features)[name]);
  /** @type {Set<string>} */
  const wanted = new Set();
  binaryen.setOptimizeLevel(1);
  binaryen.setShrinkLevel(2);
  for (const part of split.names) {
    const text = split.part(part);
    writeFileSync(join(folder, `part-${part}.wat`), text);
    const module = binaryen.parseText(text);
    module.setFeatures(enabled.reduce((all, feature) => all | feature, binaryen.Features.MVP));
    module.optimize();
    module.runPasses(
      [...shrinkingMore, "remove-unused-module-elements", ...stripped].map((pass) => pass.replace(/^--/, "")),
    );
    const code = Buffer.concat([module.emitBinary(), placesSection(split.places(part))]);
    module.dispose();
    writeFileSync(join(folder, `part-${part}.wasm`), code);
    for (const { name } of WebAssembly.Module.imports(new WebAssembly.Module(code))) wanted.add(name);
  }
  return wanted;
}

/**
 * Each role's weight: its kind's, shared between the kind itself and what comes on top of it.
 * @param {Map<string, Uint8Array>} hits
 */
function weighted(hits) {
  const more = /-(plain|noted|panels).*/;
  const kinds = [...hits.keys()].filter((role) => !more.test(role));
  const rest = (1 - Object.values(frequent).reduce((sum, share) => sum + share, 0)) / (kinds.length - 3);
  const weight = (/** @type {string} */ role) => {
    const kind = role.replace(more, "");
    const share = /** @type {Record<string, number>} */ (frequent)[kind] ?? rest;
    if (role.endsWith(lightly)) return share * 0.7;
    return share * (role !== kind ? 0.1 : hits.has(kind + lightly) ? 0.2 : 0.9);
  };
  return new Map([...hits].map(([role, own]) => [role, { hits: own, weight: weight(role) }]));
}

/**
 * A section of wasm that tells which places of the table a part fills: steps from one to the next, 255 for one that goes on.
 * @param {number[]} places
 */
function placesSection(places) {
  /** @type {number[]} */
  const steps = [];
  let at = 0;
  for (const place of [...places].sort((one, other) => one - other)) {
    for (; place - at >= 255; at += 255) steps.push(255);
    steps.push(place - at);
    at = place;
  }
  const name = "places";
  const content = [name.length, ...Buffer.from(name), ...steps];
  const size = [];
  for (let left = content.length; size.length === 0 || left > 0; left = Math.floor(left / 128))
    size.push((left % 128) + (left >= 128 ? 128 : 0));
  return Buffer.from([0, ...size, ...content]);
}

/** @returns {string} */
function mapOfLinker() {
  if (existsSync(linkerMap)) return readFileSync(linkerMap, "utf8");
  throw new Trouble(linkerMap, "is missing: cargo linked nothing anew", "remove target/wasm32-unknown-unknown/release");
}

/**
 * An engine made from text that can be rehearsed with.
 * @param {string} name
 * @param {string} text
 */
async function assembled(name, text) {
  writeFileSync(join(folder, `${name}.wat`), text);
  const enabled = ["--mvp-features", ...Object.keys(features).map((feature) => `--enable-${feature}`)];
  await tooled("wasm-as", [`${name}.wat`, "-o", `${name}.wasm`, ...enabled]);
  return stageOf(name);
}

/**
 * An engine of target/pkg that can be rehearsed with.
 * @param {string} name
 */
export function stageOf(name) {
  const glue = withShortNames(readFileSync(join(folder, "indicator_chart.js"), "utf8"));
  const words = (/** @type {string} */ lang) => {
    const tongue = lang.replace("zh-CN", "zh-Hans").replace(/^(?!zh)(\w+)-.*/, "$1");
    const file = join(folder, `words-${tongue}.txt`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return Stage.of(name, readFileSync(join(folder, `${name}.wasm`)), words, glue);
}

/**
 * Writes each language's templates in the order of the messages, as the engine reads them, and says what a language lacks.
 * @returns {string[]} the languages
 */
function writeTongues() {
  const declared = readFileSync(join(root, "src/locale/message.rs"), "utf8");
  const order = [...declared.matchAll(/^ {4}(\w+),$/gm)].map(([, name = ""]) => name);
  const files = readdirSync(join(root, "src/locale/words")).filter((name) => name.endsWith(".txt"));
  for (const file of files) {
    const lines = readFileSync(join(root, "src/locale/words", file), "utf8").split("\n");
    const found = new Map(
      lines.filter(Boolean).map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]),
    );
    const lacks = order.filter((name) => !found.has(name));
    if (lacks.length > 0)
      say(`  ${file} lacks ${lacks.length} of ${order.length} messages, English stands in: ${lacks.join(", ")}`);
    writeFileSync(join(folder, `words-${file}`), order.map((name) => `${found.get(name) ?? ""}\n`).join(""));
  }
  return files.map((file) => file.replace(".txt", ""));
}

const stripped = ["--strip-producers", "--strip-debug", "--strip-target-features"];

/**
 * Runs wasm-opt in target/pkg and returns what it prints.
 * @param {string} from
 * @param {string} to
 * @param {string[]} passes
 */
function wasmOpt(from, to, passes) {
  return tooled("wasm-opt", [
    from,
    "-o",
    to,
    ...passes,
    "--mvp-features",
    ...Object.keys(features).map((name) => `--enable-${name}`),
  ]);
}

/**
 * @param {"wasm-opt" | "wasm-dis" | "wasm-as"} tool
 * @param {string[]} args
 * @returns {Promise<string>} what it prints
 */
function tooled(tool, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules", ".bin", tool), args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const out = [];
    let said = "";
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.setEncoding("utf8").on("data", (/** @type {string} */ piece) => {
      said = (said + piece).slice(-4000);
    });
    const fail = (/** @type {string} */ trouble) => {
      const remedy = `\`${tool} ${args.join(" ")}\`; see also \`features\` in engine.mjs`;
      reject(new Trouble(tool, trouble || "failed", remedy));
    };
    child.on("error", ({ message }) => fail(message));
    child.on("close", (code) => (code === 0 ? resolve(Buffer.concat(out).toString("utf8")) : fail(said.trim())));
  });
}

/**
 * The names of imports and exports as wasm-opt shortened them: they end in hashes that no compression shortens.
 * @param {string} glue
 */
export function withShortNames(glue) {
  /** @type {{imports: [string, string, string][], exports: [string, string][]}} */
  const names = JSON.parse(readFileSync(join(root, "target", "pkg", "names.json"), "utf8"));
  const short = new Map(names.exports.map(([long, name]) => [`wasm.${long}`, `wasm.${name}`]));
  for (const [, long, name] of names.imports) short.set(`${long}:`, `${name}:`);
  // wasm-opt calls the one module that everything is imported from "a".
  return glue
    .replaceAll('"./indicator_chart_bg.js": import0', "a: import0")
    .replace(/\bwasm\.\w+|\b__wb\w+:/g, (found) => short.get(found) ?? found);
}
