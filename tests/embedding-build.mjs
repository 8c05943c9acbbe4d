// Builds the pages of examples/embed as their frameworks' own tools would: a script for the server, one for the browser.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../www/build/step.mjs";

/** @param {string} path */
export const embedded = (path) => join(root, "examples", "embed", path);

/** @type {Record<string, string>} */
const endings = { react: "jsx", vue: "js", svelte: "js" };

/** What is drawn everywhere. */
export const example = { file: join(root, "examples/bar/spec.json"), src: "/examples/bar/spec.json" };

/**
 * Renders a framework's page on the server.
 * @param {string} name "react", "vue" or "svelte"
 * @returns {Promise<{head: string, body: string, props: unknown, script: string}>} `script` is the address of the browser's side
 */
export async function renderPage(name) {
  const folder = join(root, "target", "embed", name);
  mkdirSync(folder, { recursive: true });
  const ending = endings[name];
  const esbuild = await import("esbuild");
  /** @type {import("esbuild").BuildOptions} */
  const common = {
    bundle: true,
    format: "esm",
    jsx: "automatic",
    logLevel: "warning",
    define: {
      // With the messages that an author would see.
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
  };
  const server = join(folder, "server.mjs");
  await esbuild.build({
    ...common,
    entryPoints: [embedded(`${name}/server.${ending}`)],
    outfile: server,
    platform: "node",
    packages: "external",
    plugins: [vue(true), svelte("server")],
  });
  await esbuild.build({
    ...common,
    entryPoints: [embedded(`${name}/client.${ending}`)],
    outfile: join(folder, "client.js"),
    platform: "browser",
    conditions: ["browser", "development"],
    plugins: [vue(false), svelte("client")],
  });
  const { render } = await import(`${pathToFileURL(server).href}?${Date.now()}`);
  const drawn = await render(JSON.parse(readFileSync(example.file, "utf8")), example.src);
  return { ...drawn, script: `/target/embed/${name}/client.js` };
}

/**
 * @param {boolean} ssr
 * @returns {import("esbuild").Plugin}
 */
function vue(ssr) {
  const compilerOptions = { isCustomElement: (/** @type {string} */ tag) => tag === "indicator-chart" };
  return {
    name: "vue",
    setup(builder) {
      builder.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
        const { compileScript, parse } = await import("vue/compiler-sfc");
        const { descriptor, errors } = parse(readFileSync(path, "utf8"), {
          filename: path,
          templateParseOptions: compilerOptions,
        });
        if (errors.length > 0) throw errors[0];
        const templateOptions = { compilerOptions, ssr, ssrCssVars: [] };
        const { content } = compileScript(descriptor, { id: "article", inlineTemplate: true, templateOptions });
        return { contents: content, loader: "js" };
      });
    },
  };
}

/**
 * @param {"server" | "client"} generate
 * @returns {import("esbuild").Plugin}
 */
function svelte(generate) {
  return {
    name: "svelte",
    setup(builder) {
      builder.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
        const { compile } = await import("svelte/compiler");
        const { js, warnings } = compile(readFileSync(path, "utf8"), {
          filename: path,
          generate,
          dev: generate === "client",
        });
        if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join("\n"));
        return { contents: js.code, loader: "js" };
      });
    },
  };
}

/**
 * Makes the site of Markdown files.
 * @returns {Promise<string>} the article's page
 */
export async function makeSite() {
  const { default: Eleventy } = await import(/** @type {any} */ ("@11ty/eleventy"));
  const site = new Eleventy(embedded("markdown"), join(root, "target", "embed", "site"), {
    configPath: join("examples", "embed", "markdown", "eleventy.config.js"),
    quietMode: true,
  });
  const [page] = await site.toJSON();
  return page.content;
}
