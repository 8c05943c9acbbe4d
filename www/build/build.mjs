// `make build`: Rust -> wasm (wasm-pack) -> smaller wasm (wasm-opt) -> one ES module (esbuild) -> dist/

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
import { buildEngine, withShortNames } from "./engine.mjs";
import { installForBuild } from "./install.mjs";
import { readerWords } from "./reader-words.mjs";
import { filesUnder, root, say, script, since, Trouble } from "./step.mjs";
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
  "indicator-chart-whole.wasm",
  "indicator-chart.css",
  "indicator-chart.d.ts",
  "spec.schema.json",
  ...besides,
];

/** The engine's core, and the whole of it. */
const [core, whole] = ["target/pkg/core.wasm", "target/pkg/small-whole.wasm"];

/** What decides how the engine is taken apart, besides its source. */
const makers = ["engine", "data", "rehearse", "split", "trim", "typical", "variation", "wat"]
  .map((name) => `www/build/${name}.mjs`)
  .concat(["www/tape.js", "www/role.js", "examples"]);

/** Where the parts' names are, as a script of their own. */
const partList = "target/pkg/parts.js";

/** Builds what is not up to date. @returns whether anything was not */
export async function build() {
  say("Looking at what has changed since the last build");
  process.env.PATH = (await installForBuild()).PATH;
  const compiled = await stage(
    "wasm",
    ["Cargo.toml", "Cargo.lock", "src", ...makers],
    [core, whole, "target/pkg/names.json", partList],
    buildEngine,
  );
  const page = filesUnder(["www"]).filter((file) => !file.startsWith("www/build/"));
  const parts = readdirSync(join(root, "target/pkg")).filter((name) => /^part-.*\.wasm$/.test(name));
  const glue = [
    "target/pkg/indicator_chart.js",
    core,
    ...parts.map((name) => `target/pkg/${name}`),
    whole,
    "target/pkg/names.json",
    partList,
    "www/build/beside.mjs",
    "package.json",
    "package-lock.json",
  ];
  const bundled = await stage(
    "dist",
    [...page, ...glue],
    outputs.map((name) => `dist/${name}`),
    bundle,
  );
  return compiled || bundled;
}

/**
 * Runs `work` unless its inputs are the same as the last time and its outputs are there.
 * @param {string} name
 * @param {string[]} inputs files and folders
 * @param {string[]} made files
 * @param {() => Promise<void>} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
async function stage(name, inputs, made, work) {
  const stamp = join(root, "target", `${name}.built-from`);
  const hash = createHash("sha256").update(process.env.INDICATOR_CHART_ENGINE ?? "");
  for (const file of filesUnder(inputs))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  const now = hash.digest("hex");
  const done = made.every((file) => existsSync(join(root, file)));
  if (done && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(join(root, "target"), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

/** Writes dist/ from what the engine's build left in target/. */
export async function bundle() {
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
    await press();
  } catch {
    throw new Trouble("www/indicator-chart.js", "esbuild could not bundle it", "esbuild's message is above");
  }
  const copies = [
    [core, "indicator-chart.wasm"],
    [whole, partFile("whole")],
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
 * Makes the page's scripts smaller than esbuild does: terser goes over them several times, and writes methods and arrows where
 * wasm-bindgen writes functions.
 */
async function press() {
  const { minify } = await import("terser");
  const scripts = readdirSync(join(root, "dist")).filter(
    (name) => /\.js$/.test(name) && !/-(server|node)\.js$/.test(name),
  );
  for (const name of scripts) {
    const file = join(root, "dist", name);
    const compress = { passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true };
    const options = { ecma: /** @type {const} */ (2020), module: !name.endsWith("-frame.js"), compress };
    const { code = "" } = await minify(readFileSync(file, "utf8"), options);
    writeFileSync(file, code);
  }
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
  for (const kind of ["bar", "column", "line"]) {
    const names = [...always, partFile(`${kind}-plain`), "indicator-chart-reader.js"];
    line([`a page with one ${kind}`, sum(names, "raw"), sum(names, "sent")]);
  }
}

if (process.argv[1]?.endsWith("build.mjs")) {
  await script(async () => {
    const started = Date.now();
    if (await build()) await table();
    say(`\ndist/ is up to date (${since(started)})`);
  });
}
