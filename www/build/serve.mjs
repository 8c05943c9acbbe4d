// A static server for this machine only: `node www/build/serve.mjs [port]`; the tests use serve() with their own headers.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { root, say, script, Trouble } from "./step.mjs";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/**
 * @typedef {object} Options
 * @property {string} [folder] what is served; the repository's root unless given
 * @property {number} [port] the first port to try; 0 for any free one
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {(url: URL, response: import("node:http").ServerResponse, request: import("node:http").IncomingMessage) => boolean} [answer]
 *   answers a request in the server's place when it returns true
 */

/**
 * Starts the server on 127.0.0.1 only, at the first free port from `port`.
 * @param {Options} [options]
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve({ folder = root, port = 0, headers = {}, answer } = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    response.setHeader("Cache-Control", "no-store");
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (answer?.(url, response, request)) return;
    const found = await find(folder, url.pathname);
    if (!found) {
      response.writeHead(404, { "Content-Type": types[".txt"] });
      return void response.end(`not found: ${url.pathname}\n`);
    }
    response.writeHead(200, { "Content-Type": types[extname(found)] ?? "application/octet-stream" });
    response.end(request.method === "HEAD" ? undefined : await readFile(found));
  });
  const open = await listen(server, port);
  return {
    origin: `http://localhost:${open}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The file of an address; nothing outside of the folder and nothing hidden.
 * @param {string} folder
 * @param {string} pathname
 */
async function find(folder, pathname) {
  let path;
  try {
    path = normalize(join(folder, decodeURIComponent(pathname)));
  } catch {
    return undefined;
  }
  if (path !== folder && !path.startsWith(folder + sep) && path !== folder + sep) return undefined;
  if (
    path
      .slice(folder.length)
      .split(sep)
      .some((part) => part.startsWith("."))
  )
    return undefined;
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) return find(folder, join(pathname, "index.html"));
  return info?.isFile() ? path : undefined;
}

/**
 * @param {import("node:http").Server} server
 * @param {number} first
 * @returns {Promise<number>} the port that was free
 */
function listen(server, first) {
  return new Promise((resolve, reject) => {
    let port = first;
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = error.code === "EADDRINUSE" && port < first + 100;
      if (!taken) return reject(new Trouble("the server", error.message, "end the programs that hold the ports"));
      port += 1;
      server.listen(port, "127.0.0.1");
    });
    server.on("listening", () => resolve(/** @type {import("node:net").AddressInfo} */ (server.address()).port));
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1]?.endsWith("serve.mjs")) {
  await script(async () => {
    const { origin } = await serve({ port: Number(process.argv[2] ?? 8080) });
    say(`\nThe page: ${origin}/\n(Ctrl+C ends the server)`);
  });
}
