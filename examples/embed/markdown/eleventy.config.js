import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { renderToHtml } from "indicator-chart/server";

/** Eleventy: `{% chart "../../bar/spec.json", "/examples/bar/spec.json" %}` in any page writes the whole snippet. */
export default function configure(site) {
  site.addAsyncShortcode("chart", async function (file, src) {
    const base = resolve(dirname(this.page.inputPath), file);
    const { html, problems } = await renderToHtml(await readFile(base, "utf8"), { base, src, assets: "/dist/" });
    for (const { severity, place, message } of problems) console.warn(`${file}: ${severity}: ${place}: ${message}`);
    // A blank line would end the block of HTML, and four blanks would begin one of code.
    return html.replaceAll(/^ +/gm, "");
  });
}
