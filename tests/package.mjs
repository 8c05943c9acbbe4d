// The npm package as a stranger gets it: packed, looked through, installed elsewhere, imported and type-checked.
// `node --test tests/package.mjs`

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../www/build/step.mjs";

const folder = mkdtempSync(join(tmpdir(), "indicator-chart-package-"));
const installed = join(folder, "node_modules", "indicator-chart");
/** @type {{filename: string, unpackedSize: number, files: {path: string}[]}} */
let packed;

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 */
function run(command, args, cwd = folder) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${stdout}\n${stderr}`);
  return stdout;
}

before(() => {
  [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root));
  writeFileSync(join(folder, "package.json"), '{"name": "stranger", "private": true, "type": "module"}');
  const quiet = ["--offline", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  run("npm", ["install", ...quiet, join(folder, packed.filename)]);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The package's own description, as it was packed. */
const manifest = () => JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));

test("holds what a page and a server need, and nothing else", () => {
  const paths = packed.files.map(({ path }) => path);
  const known =
    /^(dist\/[\w.-]+\.(js|css|wasm|txt|html|json|d\.ts)|docs\/[\w-]+\.md|LICENSE-\w+|README\.md|CHANGELOG\.md|package\.json)$/;
  assert.deepEqual(
    paths.filter((path) => !known.test(path)),
    [],
  );
  for (const name of [
    "indicator-chart.js",
    "indicator-chart.d.ts",
    "indicator-chart.wasm",
    "indicator-chart-bar.wasm",
    "indicator-chart-bar-plain.wasm",
    "indicator-chart-whole.wasm",
    "indicator-chart-server.js",
    "indicator-chart-server.d.ts",
    "spec.schema.json",
    "embed.html",
    "integrity.json",
  ])
    assert.ok(paths.includes(`dist/${name}`), name);
  assert.ok(packed.unpackedSize < 7_000_000, `${packed.unpackedSize} bytes`);
});

test("runs nothing when it is installed and depends on nothing", () => {
  const { scripts = {}, dependencies = {}, peerDependencies = {}, bin } = manifest();
  const when = ["preinstall", "install", "postinstall", "prepare", "prepublish", "preprepare", "postprepare"];
  assert.deepEqual(
    when.filter((name) => name in scripts),
    [],
  );
  assert.deepEqual([dependencies, peerDependencies, bin], [{}, {}, undefined]);
});

test("every export is there, with its types, and only scripts with effects count as such", () => {
  const { exports, sideEffects, types } = manifest();
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  for (const target of [...targets, types])
    if (!target.includes("*")) assert.ok(existsSync(join(installed, target)), target);
  for (const path of sideEffects) if (!path.includes("*")) assert.ok(existsSync(join(installed, path)), path);
  for (const entry of [".", "./server"])
    assert.equal(Object.keys(exports[entry])[0], "types", `${entry}: types come first`);
});

test("is imported in Node: the element does nothing there, the server's side draws", () => {
  const script = `
    import { IndicatorChart } from "indicator-chart";
    import { renderToHtml, renderToSvg } from "indicator-chart/server";
    import schema from "indicator-chart/spec.schema.json" with { type: "json" };
    import { integrity } from "indicator-chart/integrity.json" with { type: "json" };
    const spec = { kind: "bar", title: "Made up", x: "share", y: "town", data: [{ town: "Aton", share: 31.5 }, { town: "Beton", share: 12 }] };
    const { svg, description } = await renderToSvg(spec, { lang: "de" });
    const { html } = await renderToHtml(spec);
    console.log(JSON.stringify([typeof IndicatorChart, svg.slice(0, 4), description.length > 10, html.includes("<indicator-chart"), Boolean(schema.properties.kind), Boolean(integrity["./indicator-chart.js"]), typeof document]));`
    .replace("import { integrity } from", "import hashes from")
    .replace('integrity["', 'hashes.integrity["');
  writeFileSync(join(folder, "draw.mjs"), script);
  const said = run(process.execPath, ["--no-warnings", "draw.mjs"]);
  assert.deepEqual(JSON.parse(said), ["function", "<svg", true, true, true, true, "undefined"]);
});

test("its types say what may be written and what may not", () => {
  writeFileSync(
    join(folder, "use.ts"),
    `import { IndicatorChart, type Datum, type Problem, type Spec } from "indicator-chart";
import { renderToHtml, renderToSvg, type Rendered } from "indicator-chart/server";

const spec: Spec = { kind: "bar", x: "share", y: "town", data: [{ town: "Aton", share: 31.5 }] };
const chart: IndicatorChart = document.createElement("indicator-chart");
chart.spec = spec;
chart.data = [{ town: "Beton", share: 12 }];
chart.data = "town,share\\nAton,3";
chart.data = undefined;
chart.addEventListener("chartselect", ({ detail }) => { const datum: Datum = detail; datum.value?.toFixed(1); });
chart.addEventListener("chartchange", ({ detail }) => { const gone: Datum[] = detail.flatMap(({ before, after }) => (before && !after ? [before] : [])); gone.at(0); });
chart.addEventListener("chartproblem", ({ detail }) => { const problem: Problem = detail; problem.hint.trim(); });
const ready: Promise<boolean> = chart.ready;
const drawn: Promise<Rendered> = renderToSvg(spec, { width: 640, theme: "dark", lang: "zh-Hans", base: new URL("file:///tmp/") });
const html: Promise<string> = renderToHtml(spec, { src: "a.json", pictures: ["a.svg", "b.svg"] }).then(({ inside }) => inside);
export { drawn, html, ready };
// @ts-expect-error no such kind
chart.spec = { kind: "pie", data: [] };
// @ts-expect-error no such theme
void renderToSvg(spec, { theme: "blue" });
// @ts-expect-error two pictures are needed
void renderToHtml(spec, { pictures: ["a.svg"] });
// @ts-expect-error problems are read
chart.problems = [];
`,
  );
  const settings = {
    compilerOptions: {
      target: "es2023",
      module: "nodenext",
      lib: ["es2023", "dom"],
      strict: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules", "@types")],
    },
    files: ["use.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  run(join(root, "node_modules", ".bin", "tsc"), ["--project", folder]);
});

test("a bundler keeps the element, which only has effects, and drops a server's side that nobody uses", async () => {
  const esbuild = await import("esbuild");
  const bundle = async (/** @type {string} */ contents, /** @type {"browser" | "node"} */ platform) => {
    mkdirSync(folder, { recursive: true });
    const { outputFiles } = await esbuild.build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      write: false,
      format: "esm",
      minify: true,
      platform,
    });
    return outputFiles[0]?.text ?? "";
  };
  assert.match(await bundle('import "indicator-chart";', "browser"), /customElements\.define\("indicator-chart"/);
  assert.equal(
    await bundle('import { renderToSvg } from "indicator-chart/server"; export const x = 1;', "node").then(
      (text) => text.length < 100,
    ),
    true,
  );
});
