// `make build`: Rust -> wasm (wasm-pack) -> smaller wasm (wasm-opt) -> one ES module (esbuild) -> dist/

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { besides, bundleBesides, writeIntegrity } from "./beside.mjs";
import { installForBuild } from "./install.mjs";
import { readerWords } from "./reader-words.mjs";
import { split } from "./split.mjs";
import { smallStandardLibrary } from "./standard-library.mjs";
import { filesUnder, root, run, say, script, since, Trouble } from "./step.mjs";
import { styleText } from "./style-text.mjs";
import { weigh } from "./weigh.mjs";

/** What a publisher hosts, without the parts of the wasm. */
const outputs = [
  "indicator-chart.js",
  "indicator-chart-export.js",
  "indicator-chart-help.js",
  "indicator-chart-reader.js",
  "indicator-chart-sound.js",
  "indicator-chart.wasm",
  "indicator-chart.css",
  "indicator-chart.d.ts",
  "spec.schema.json",
  ...besides,
];

/** Where the parts' names are, as a script of their own. */
const partList = "target/pkg/parts.js";

/**
 * The WebAssembly features that rustc emits by default, all in every browser since 2022 or before.
 * wasm-opt refuses a module that uses others, so a new one shows up here first.
 */
const features = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/**
 * What wasm-opt does, chosen for the size after brotli. -Oz leaves 6 % fewer bytes before it, but 3 % more after:
 * code that is folded and renumbered everywhere repeats itself less. --dealign gives all loads and stores the same
 * hint of alignment, which no engine needs.
 */
const shrinking = ["-O1", "--shrink-level=2", "--skip-pass=memory-packing", "--dae-optimizing", "--rse"].concat([
  "--simplify-locals-nonesting",
  "--vacuum",
  "--reorder-locals",
  "--dealign",
]);

/** Builds what is not up to date and returns how long it took. */
export async function build() {
  process.env.PATH = (await installForBuild()).PATH;
  await stage(
    "wasm",
    ["Cargo.toml", "Cargo.lock", "src", "www/build/build.mjs", "www/build/split.mjs"],
    ["target/pkg/small.wasm", "target/pkg/names.json", partList],
    compile,
  );
  const page = filesUnder(["www"]).filter((file) => !file.startsWith("www/build/"));
  const glue = [
    "target/pkg/indicator_chart.js",
    "target/pkg/small.wasm",
    "target/pkg/names.json",
    partList,
    "www/build/beside.mjs",
    "package.json",
    "package-lock.json",
  ];
  await stage(
    "dist",
    [...page, ...glue],
    outputs.map((name) => `dist/${name}`),
    bundle,
  );
}

/**
 * Runs `work` unless its inputs are the same as the last time and its outputs are there.
 * @param {string} name
 * @param {string[]} inputs files and folders
 * @param {string[]} made files
 * @param {() => Promise<void>} work
 */
async function stage(name, inputs, made, work) {
  const stamp = join(root, "target", `${name}.built-from`);
  const hash = createHash("sha256");
  for (const file of filesUnder(inputs))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  const now = hash.digest("hex");
  const done = made.every((file) => existsSync(join(root, file)));
  if (done && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(join(root, "target"), { recursive: true });
  writeFileSync(stamp, now);
}

async function compile() {
  const started = Date.now();
  say("Compiling Rust to WebAssembly (wasm-pack build --target web)");
  await run(
    "wasm-pack",
    ["build", "--target", "web", "--release", "--no-pack", "--mode", "no-install"].concat([
      "--out-dir",
      "target/pkg",
      "--out-name",
      "indicator_chart",
    ]),
    {
      env: smallStandardLibrary(),
      count: /^\s+Compiling /,
      noun: "crates compiled",
      remedy: "the compiler's message is above; INDICATOR_CHART_STD=shipped builds without unstable switches",
    },
  );
  say("Making it smaller and splitting it (wasm-opt)");
  const whole = "target/pkg/whole.wasm";
  wasmOpt("target/pkg/indicator_chart_bg.wasm", whole, [...shrinking, "-g"]);
  const text = binaryen("wasm-dis", [whole]);
  const { main, parts, exported } = split(text, wantedParts());
  const folder = join(root, "target", "pkg");
  for (const stale of readdirSync(folder)) if (/^part-.*\.wa(t|sm)$/.test(stale)) rmSync(join(folder, stale));
  writeFileSync(join(folder, "main.wat"), main);
  // Its exports get short names here, and the parts import them by these.
  const names = wasmOpt("target/pkg/main.wat", "target/pkg/small.wasm", [
    "--remove-unused-module-elements",
    "--minify-imports-and-exports-and-modules",
    ...stripped,
  ]);
  writeFileSync(join(folder, "names.json"), names);
  /** @type {Map<string, string>} */
  const short = new Map(JSON.parse(names).exports);
  for (const [part, wat] of parts) {
    const source = wat.replaceAll(/"(part:\d+)"/g, (_, long) => JSON.stringify(short.get(long) ?? long));
    writeFileSync(join(folder, `part-${part}.wat`), source);
    wasmOpt(`target/pkg/part-${part}.wat`, `target/pkg/part-${part}.wasm`, [
      "--remove-unused-module-elements",
      ...stripped,
    ]);
  }
  const tongues = writeTongues(folder);
  const lists = { parts: [...parts.keys()], tongues };
  const lines = Object.entries(lists).map(([name, list]) => `export const ${name} = ${JSON.stringify(list)};\n`);
  writeFileSync(join(root, partList), lines.join(""));
  say(`  ${parts.size} parts, ${exported.size} functions shared`);
  say(`  done in ${since(started)}`);
}

/**
 * The parts: one for each kind of chart, by the table in `compose`, and the words that follow the picture.
 * @returns {Map<string, RegExp[]>} name → what its first functions are called
 */
function wantedParts() {
  const kinds = readFileSync(join(root, "src/chart/mod.rs"), "utf8").matchAll(/Kind::(\w+) => (\w+)::draw\b/g);
  /** @type {Map<string, RegExp[]>} */
  const wanted = new Map();
  for (const [, kind = "", module] of kinds) {
    const name = kind.replaceAll(/(?<!^)[A-Z]/g, "-$&").toLowerCase();
    wanted.set(name, [new RegExp(`indicator_chart\\[\\w+\\]::chart::${module}::draw"$`)]);
  }
  for (const [, name = ""] of readFileSync(join(root, "src/spec/form.rs"), "utf8").matchAll(
    /^ +form\(\w+, "([\w-]+)"/gm,
  )) {
    if (!wanted.has(name))
      throw new Trouble(`kind ${name}`, "has no part", "give it an arm of its own in src/chart/mod.rs");
  }
  wanted.set("brand", [/indicator_chart\[\w+\]::widget::look::dressed"$/]);
  wanted.set("words", [/indicator_chart\[\w+\]::(widget::report::(told|rows|outline)|spec::broken::broken)"$/]);
  return wanted.set("picture", [/indicator_chart\[\w+\]::widget::report::drawn"$/]);
}

/**
 * Writes each language's templates in the order of the messages, as the engine reads them, and says what a language lacks.
 * @param {string} folder
 * @returns {string[]} the languages
 */
function writeTongues(folder) {
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
 * Runs wasm-opt and returns what it prints.
 * @param {string} from
 * @param {string} to
 * @param {string[]} passes
 */
function wasmOpt(from, to, passes) {
  return binaryen("wasm-opt", [
    from,
    "-o",
    to,
    ...passes,
    "--mvp-features",
    ...features.map((name) => `--enable-${name}`),
  ]);
}

/**
 * @param {"wasm-opt" | "wasm-dis"} tool
 * @param {string[]} args
 */
function binaryen(tool, args) {
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules", ".bin", tool), args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  throw new Trouble(
    tool,
    stderr?.trim() || "failed",
    `\`${tool} ${args.join(" ")}\`; see also \`features\` in build.mjs`,
  );
}

async function bundle() {
  const started = Date.now();
  say("Bundling the shim (esbuild) into dist/");
  const entry = join(root, "www", "indicator-chart.js");
  if (!existsSync(entry)) throw new Trouble("www/indicator-chart.js", "is missing", "restore it from git");
  mkdirSync(join(root, "dist"), { recursive: true });
  const esbuild = await import("esbuild");
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    outdir: join(root, "dist"),
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
    plugins: [styleText(esbuild), glueWithoutAddress()],
  };
  try {
    await esbuild.build({
      ...options,
      entryPoints: [
        { in: entry, out: "indicator-chart" },
        { in: join(root, "www", "export.js"), out: "indicator-chart-export" },
        { in: join(root, "www", "reader", "help.js"), out: "indicator-chart-help" },
        { in: join(root, "www", "reader", "reader.js"), out: "indicator-chart-reader" },
        { in: join(root, "www", "sound", "play.js"), out: "indicator-chart-sound" },
      ],
    });
    await bundleBesides(esbuild, options);
  } catch {
    throw new Trouble("www/indicator-chart.js", "esbuild could not bundle it", "esbuild's message is above");
  }
  const copies = [
    ["target/pkg/small.wasm", "indicator-chart.wasm"],
    ["www/page.css", "indicator-chart.css"],
    ["www/indicator-chart.d.ts", "indicator-chart.d.ts"],
    ["www/spec.schema.json", "spec.schema.json"],
  ];
  for (const stale of readdirSync(join(root, "dist")))
    if (/\.(wasm|txt)$/.test(stale)) rmSync(join(root, "dist", stale));
  const { parts, tongues } = await lists();
  for (const part of parts) copies.push([`target/pkg/part-${part}.wasm`, partFile(part)]);
  for (const [from = "", to = ""] of copies) {
    if (!existsSync(join(root, from))) throw new Trouble(from, "is missing", "restore it from git");
    copyFileSync(join(root, from), join(root, "dist", to));
  }
  for (const tongue of tongues) {
    const words = readFileSync(join(root, `target/pkg/words-${tongue}.txt`), "utf8");
    writeFileSync(join(root, "dist", tongueFile(tongue)), words + readerWords(tongue));
  }
  writeIntegrity();
  say(`  done in ${since(started)}`);
}

/**
 * The generated glue guesses the wasm's address when it is given none. The shim always gives one,
 * and bundlers of our users would follow the guess to a file that is not in dist/. It also refuses to start twice,
 * which is what the shim does after a trap. And it shall call things by the short names that wasm-opt gave them.
 * @returns {import("esbuild").Plugin}
 */
function glueWithoutAddress() {
  return {
    name: "glue-without-address",
    setup(builder) {
      builder.onLoad({ filter: /indicator_chart\.js$/ }, ({ path }) => {
        const contents = readFileSync(path, "utf8")
          .replace(/new URL\('[^']+', import\.meta\.url\)/g, "undefined")
          .replaceAll("if (wasm !== undefined) return wasm;", "")
          // The shim hands over a module, as it should.
          .replace(
            /if \(module !== undefined\) \{.*?console\.warn\('using deprecated.*?\n {4}\}\n/s,
            "({module} = module);",
          )
          .replace(/if \(!\(module instanceof WebAssembly\.Module\)\) \{[^}]*\}/, "");
        return { contents: withShortNames(contents), loader: "js" };
      });
    },
  };
}

/**
 * The names of imports and exports as wasm-opt shortened them: they end in hashes that no compression shortens.
 * @param {string} glue
 */
function withShortNames(glue) {
  /** @type {{imports: [string, string, string][], exports: [string, string][]}} */
  const names = JSON.parse(readFileSync(join(root, "target", "pkg", "names.json"), "utf8"));
  const short = new Map(names.exports.map(([long, name]) => [`wasm.${long}`, `wasm.${name}`]));
  for (const [, long, name] of names.imports) short.set(`${long}:`, `${name}:`);
  // wasm-opt calls the one module that everything is imported from "a".
  return glue
    .replaceAll('"./indicator_chart_bg.js": import0', "a: import0")
    .replace(/\bwasm\.\w+|\b__wb\w+:/g, (found) => short.get(found) ?? found);
}

/** @param {string} part */
const partFile = (part) => `indicator-chart-${part}.wasm`;

/** @param {string} tongue */
const tongueFile = (tongue) => `indicator-chart-${tongue}.txt`;

/**
 * The names of the parts and of the languages.
 * @returns {Promise<{parts: string[], tongues: string[]}>}
 */
const lists = () => import(`${pathToFileURL(join(root, partList)).href}?${Date.now()}`);

/** Prints what dist/ weighs: as files, and as brotli sends them. */
async function table() {
  const { parts, tongues } = await lists();
  const rows = [...outputs, ...parts.map(partFile), ...tongues.map(tongueFile)].map((name) => ({
    name,
    raw: statSync(join(root, "dist", name)).size,
    sent: weigh(`dist/${name}`),
  }));
  const line = (/** @type {(string | number)[]} */ [name = "", raw = "", sent = ""]) =>
    say(`${String(name).padEnd(44)}${String(raw).padStart(10)}${String(sent).padStart(10)}`);
  line(["\ndist/", "bytes", "brotli"]);
  for (const { name, raw, sent } of rows) line([name, raw, sent]);
  const sum = (/** @type {string[]} */ names, /** @type {"raw" | "sent"} */ key) =>
    rows.filter(({ name }) => names.includes(name)).reduce((total, row) => total + row[key], 0);
  const always = ["indicator-chart.js", "indicator-chart.wasm"];
  for (const kind of ["bar", "column"]) {
    const names = [...always, partFile(kind), partFile("words"), "indicator-chart-reader.js"];
    line([`a page with one ${kind}`, sum(names, "raw"), sum(names, "sent")]);
  }
}

if (process.argv[1]?.endsWith("build.mjs")) {
  await script(async () => {
    const started = Date.now();
    await build();
    await table();
    say(`\ndist/ is up to date (${since(started)})`);
  });
}
