// Chromium by playwright-core, for what needs its own protocol: screenshots, accessibility tree, pixel ratios.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { Trouble } from "./step.mjs";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/** What keeps a browser in a test from talking to anyone but the page's own server. */
export const quietArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--hide-scrollbars",
];

/** @returns {string} the program's path */
export function chromiumPath() {
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Trouble("Chromium", "not found", "apt-get install chromium, or set CHROMIUM to its path");
  return found;
}

/** @returns {Promise<import("playwright-core").Browser>} a headless browser; close it when done */
export function openChromium() {
  return chromium.launch({ executablePath: chromiumPath(), args: quietArguments });
}
