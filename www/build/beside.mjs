// What stands in dist/ beside the page's own script: the server's side, the page for frames and its host's script, scripts
// that few charts need, and the hashes of it all.

import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./step.mjs";

/** The files, without the hashes'. */
export const besides = [
  "embed.html",
  "indicator-chart-brand.js",
  "indicator-chart-embed.css",
  "indicator-chart-embed.js",
  "indicator-chart-frame.js",
  "indicator-chart-integrity.js",
  "indicator-chart-many.js",
  "indicator-chart-node.js",
  "indicator-chart-records.js",
  "indicator-chart-refresh.js",
  "indicator-chart-server.d.ts",
  "indicator-chart-server.js",
  "indicator-chart-table.js",
  "integrity.json",
];

/** Files that a page never loads: they need no hash. */
const unhashed = /\.(d\.ts|json|html)$|-(server|node)\.js$/;

/** @param {string} name */
const source = (name) => join(root, "www", name);

/**
 * Bundles and copies the files.
 * @param {typeof import("esbuild")} esbuild
 * @param {import("esbuild").BuildOptions} page how the page's own script is bundled
 */
export async function bundleBesides(esbuild, page) {
  await esbuild.build({
    ...page,
    entryPoints: [
      { in: source("brand.js"), out: "indicator-chart-brand" },
      { in: source("records/records.js"), out: "indicator-chart-records" },
      { in: source("many/draft.js"), out: "indicator-chart-many" },
      { in: source("refresh.js"), out: "indicator-chart-refresh" },
      { in: source("integrity.js"), out: "indicator-chart-integrity" },
      { in: source("host-table.js"), out: "indicator-chart-table" },
      { in: source("embed/embed.js"), out: "indicator-chart-embed" },
    ],
    plugins: [theElementItself(), ...(page.plugins ?? [])],
  });
  // A classic script as well as a module: many a system lets its users write no other.
  await esbuild.build({
    ...page,
    format: "iife",
    entryPoints: [{ in: source("embed/frame.js"), out: "indicator-chart-frame" }],
  });
  await esbuild.build({
    ...page,
    entryPoints: [
      { in: source("server/server.js"), out: "indicator-chart-server" },
      { in: source("server/node.js"), out: "indicator-chart-node" },
    ],
    platform: "node",
    target: "node20",
    loader: { ".txt": "text" },
    plugins: [serversSide(), ...(page.plugins ?? [])],
  });
  for (const [from = "", to = ""] of [
    ["embed/embed.html", "embed.html"],
    ["embed/embed.css", "indicator-chart-embed.css"],
    ["indicator-chart-server.d.ts", "indicator-chart-server.d.ts"],
  ])
    copyFileSync(source(from), join(root, "dist", to));
}

/** The page for frames loads the element's script as every page does, instead of holding another copy. */
function theElementItself() {
  return {
    name: "the-element-itself",
    /** @param {import("esbuild").PluginBuild} builder */
    setup(builder) {
      builder.onResolve({ filter: /\/indicator-chart\.js$/ }, ({ kind }) =>
        kind === "entry-point" ? undefined : { path: "./indicator-chart.js", external: true },
      );
    },
  };
}

/** In Node files are read from the disk and text is measured by a table. */
function serversSide() {
  /** @type {Record<string, string>} */
  const instead = { fetch: "server/read.js", ruler: "server/ruler.js" };
  return {
    name: "servers-side",
    /** @param {import("esbuild").PluginBuild} builder */
    setup(builder) {
      builder.onResolve({ filter: /^\.\/(fetch|ruler)\.js$/ }, ({ path }) => ({
        path: source(instead[path.slice(2, -3)] ?? ""),
      }));
    },
  };
}

/** Writes the hashes of what a page loads, in the form of an import map's `integrity`. */
export function writeIntegrity() {
  const dist = join(root, "dist");
  const names = readdirSync(dist).filter((name) => !unhashed.test(name));
  const hashes = names.sort().map((name) => {
    const hash = createHash("sha384").update(readFileSync(join(dist, name)));
    return [`./${name}`, `sha384-${hash.digest("base64")}`];
  });
  writeFileSync(
    join(dist, "integrity.json"),
    `${JSON.stringify({ integrity: Object.fromEntries(hashes) }, null, 2)}\n`,
  );
}
