// `make gallery`: every example at three widths, light and dark, as the command line draws it
// (target/gallery/index.html) and as the element draws it (target/gallery/canvas.html).

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, root, run, say, script, since, Trouble } from "./step.mjs";

/** The widths that house style asks for, in CSS pixels. */
export const widths = [320, 380, 640];
/** @type {("light" | "dark")[]} */
const themes = ["light", "dark"];
const folder = join(root, "target", "gallery");

/** @returns {string[]} the names of the folders under examples/ that hold a spec */
export function exampleNames() {
  const all = existsSync(join(root, "examples")) ? readdirSync(join(root, "examples")).sort() : [];
  return all.filter((name) => existsSync(join(root, "examples", name, "spec.json")));
}

/** Writes the page whose charts are drawn by the element on canvases. */
export function writeCanvasPage() {
  const cells = exampleNames().map((name) =>
    section(name, "", (theme, width) => {
      const src = `../../examples/${name}/spec.json`;
      return `<indicator-chart src="${src}" theme="${theme}" style="width:${width}px"></indicator-chart>`;
    }),
  );
  const head = '<script type="module" src="../../dist/indicator-chart.js"></script>';
  write("canvas.html", "as the element draws them", head, cells);
}

/** Draws every example by the command line and writes the page that shows them. */
async function gallery() {
  const started = Date.now();
  const names = exampleNames();
  if (names.length === 0) throw new Trouble("examples/", "no folder there holds a spec.json", "restore it from git");
  say("Building the command line (cargo build)");
  await run("cargo", ["build", "--bin", "indicator-chart"], { remedy: "the compiler's message is above" });
  const program = join(targetFolder(), "debug", "indicator-chart");
  mkdirSync(folder, { recursive: true });
  say(`Drawing ${names.length} examples at ${widths.join(", ")} px, light and dark`);
  let failed = 0;
  const sections = names.map((name) => {
    /** @type {Set<string>} */
    const messages = new Set();
    const html = section(name, "", (theme, width) => {
      const file = `${name}-${width}-${theme}.svg`;
      const args = ["render", `examples/${name}/spec.json`, "-o", join(folder, file), "--width", String(width)];
      const result = spawnSync(program, [...args, "--theme", theme], { cwd: root, encoding: "utf8" });
      for (const line of result.stderr.split("\n").filter(Boolean)) messages.add(line);
      if (result.status !== 0) {
        // What is bad on purpose is refused with a message; the message is what there is to see.
        if (result.status !== 1 || !name.startsWith("bad-")) failed += 1;
        return `<p class="failed">exit code ${result.status ?? result.signal}</p>`;
      }
      return `<a href="${file}"><img src="${file}" width="${width}" alt="${name} at ${width} px, ${theme}"></a>`;
    });
    return html.replace("<!--messages-->", [...messages].map((line) => `<p>${escaped(line)}</p>`).join(""));
  });
  write("index.html", "as the command line draws them", "", sections);
  writeCanvasPage();
  say(`\nThe gallery: target/gallery/index.html (SVG) and target/gallery/canvas.html (element; needs \`make demo\`)`);
  say(`${names.length} examples, ${failed} pictures failed (${since(started)})`);
  if (failed > 0) process.exitCode = 1;
}

/** @returns {string} the folder that cargo builds in */
function targetFolder() {
  const metadata = ask("cargo", ["metadata", "--format-version=1", "--no-deps"]);
  return metadata ? JSON.parse(metadata).target_directory : join(root, "target");
}

/**
 * @param {string} name the example's folder
 * @param {string} words shown under its heading
 * @param {(theme: "light" | "dark", width: number) => string} cell the HTML of one picture
 */
function section(name, words, cell) {
  const rows = themes.map((theme) => {
    const cells = widths.map((width) => `<div style="width:${width}px">${cell(theme, width)}</div>`);
    return `<div class="row ${theme}">${cells.join("\n")}</div>`;
  });
  return `<section id="${name}"><h2>${name}</h2>${words}<!--messages-->${rows.join("\n")}</section>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/**
 * @param {string} file
 * @param {string} subtitle
 * @param {string} head
 * @param {string[]} sections
 */
function write(file, subtitle, head, sections) {
  mkdirSync(folder, { recursive: true });
  const names = exampleNames().map((name) => `<a href="#${name}">${name}</a>`);
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Gallery: the examples ${subtitle}</title>
<style>
  body { margin: 0; font: 16px/1.4 system-ui, sans-serif; }
  h1, h2, nav, section > p { margin: 12px 20px; }
  nav a { margin-right: 12px; }
  section > p { font: 13px/1.4 ui-monospace, monospace; color: #8a3b00; }
  .row { display: flex; gap: 40px; padding: 20px; align-items: start; color: CanvasText; background: Canvas; min-width: max-content; }
  .light { color-scheme: light; }
  .dark { color-scheme: dark; }
  .row img { display: block; height: auto; }
  .failed { color: #c00; }
</style>
${head}
<h1>The examples ${subtitle}</h1>
<nav>${names.join("\n")}</nav>
${sections.join("\n")}
</html>
`;
  writeFileSync(join(folder, file), html);
}

if (process.argv[1]?.endsWith("gallery.mjs")) await script(gallery);
