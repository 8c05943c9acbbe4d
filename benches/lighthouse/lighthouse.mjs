// What Lighthouse says of the demonstration article on a phone: `make lighthouse`. It fails when a category has less than 100 and
// docs/page.md does not say why. Files are sent as a publisher's server sends them: compressed, and to be kept.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { chromiumPath, quietArguments } from "../../www/build/chromium.mjs";
import { serve } from "../../www/build/serve.mjs";
import { root, say, script, Trouble } from "../../www/build/step.mjs";

const pages = process.argv.slice(2).length ? process.argv.slice(2) : ["index.html"];
const types = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
const texts = { ".json": "application/json", ".svg": "image/svg+xml", ".csv": "text/csv", ".txt": "text/plain" };

/**
 * Sends a file compressed.
 * @param {URL} url
 * @param {import("node:http").ServerResponse} response
 */
function answer({ pathname }, response) {
  const path = join(root, pathname);
  const type = /** @type {Record<string, string>} */ ({ ...types, ...texts })[extname(path)];
  if (pathname.includes("..") || !type || !existsSync(path) || !statSync(path).isFile()) return false;
  response.writeHead(200, {
    "Content-Type": type === "application/wasm" ? type : `${type}; charset=utf-8`,
    "Content-Encoding": "br",
    "Cache-Control": "public, max-age=31536000",
  });
  response.end(brotliCompressSync(readFileSync(path)));
  return true;
}

await script(async () => {
  const server = await serve({ answer });
  const chrome = await launch({
    chromePath: chromiumPath(),
    chromeFlags: [...quietArguments, "--headless=new"],
  });
  const lost = [];
  try {
    for (const page of pages) {
      const run = await lighthouse(`${server.origin}/${page}`, {
        port: chrome.port,
        output: "html",
        logLevel: "error",
        onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
      });
      if (!run) throw new Trouble("lighthouse", "it says nothing");
      mkdirSync(join(root, "target", "lighthouse"), { recursive: true });
      writeFileSync(join(root, "target", "lighthouse", page), String(run.report));
      for (const { title, score, auditRefs } of Object.values(run.lhr.categories)) {
        say(`${page} ${title}: ${Math.round((score ?? 0) * 100)}`);
        for (const { id, weight } of auditRefs) {
          const audit = run.lhr.audits[id];
          if (!audit || audit.score === null || audit.score >= 0.9) continue;
          say(
            `  ${weight ? `costs points (weight ${weight})` : "costs none"}: ${id}: ${audit.title} ${audit.displayValue ?? ""}`,
          );
        }
        if ((score ?? 0) < 0.995) lost.push(`${page} ${title}`);
      }
    }
    say("the reports are in target/lighthouse/");
  } finally {
    chrome.kill();
    await server.close();
  }
  if (lost.length)
    throw new Trouble("lighthouse", `less than 100: ${lost.join(", ")}`, "mend it, or say in docs/page.md why");
});
