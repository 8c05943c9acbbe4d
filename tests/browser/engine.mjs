// Three browsers, one way to open them: the W3C WebDriver of each, started here, headless, with an empty profile.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { chromiumPath, quietArguments } from "../../www/build/chromium.mjs";
import { Trouble } from "../../www/build/step.mjs";
import { geckodriver, programPath } from "../../www/build/tool.mjs";

/** @typedef {"chromium" | "firefox" | "webkit"} Name */

/** The engine that this run is for. */
export const engine = /** @type {Name} */ (process.env.ENGINE ?? "chromium");

/**
 * @typedef {object} Session
 * @property {import("selenium-webdriver").WebDriver} driver
 * @property {() => Promise<void>} close ends the browser and its driver
 */

/**
 * What is asked of a browser.
 * @typedef {object} Wish
 * @property {number} [ratio] device pixels per CSS pixel, where the engine can be told at its start
 * @property {string} [bus] the address of the D-Bus on which it shall show its accessibility tree (Firefox, WebKit)
 */

/**
 * Opens the browser.
 * @param {Wish} [wish]
 * @returns {Promise<Session>}
 */
export async function open(wish = {}) {
  const start = { chromium: chromium, firefox: firefox, webkit: webkit }[engine];
  if (!start)
    throw new Trouble("ENGINE", `"${engine}" is none of chromium, firefox, webkit`, "leave it out for chromium");
  return start(wish.ratio ?? 1, wish.bus);
}

/** @param {number} ratio */
async function chromium(ratio) {
  const profile = mkdtempSync(join(tmpdir(), "indicator-chart-chromium-"));
  const port = await freePort();
  const args = [...quietArguments, "--headless", `--user-data-dir=${profile}`, `--force-device-scale-factor=${ratio}`];
  const capabilities = new Capabilities({
    browserName: "chrome",
    "goog:chromeOptions": { binary: chromiumPath(), args },
    "goog:loggingPrefs": { browser: "ALL" },
  });
  const driver = driverProcess("/usr/bin/chromedriver", [`--port=${port}`], {});
  return connect(capabilities, port, [driver], profile);
}

/** @param {number} ratio @param {string} [bus] */
async function firefox(ratio, bus) {
  const port = await freePort();
  const program = programPath(geckodriver(), process.env);
  // Headless it has no tree.
  const display = bus ? await virtualDisplay() : undefined;
  const env = bus && display ? { ...listening(bus), DISPLAY: display.name, GDK_BACKEND: "x11" } : {};
  const capabilities = new Capabilities({
    browserName: "firefox",
    "moz:firefoxOptions": {
      binary: existing("firefox", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]),
      args: display ? [] : ["-headless"],
      prefs: {
        "accessibility.force_disabled": display ? -1 : 0,
        "layout.css.devPixelsPerPx": String(ratio),
        "ui.prefersReducedMotion": 0,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "app.update.enabled": false,
        "services.settings.server": "data:,",
      },
    },
    webSocketUrl: true,
  });
  const websocket = await freePort();
  const driver = driverProcess(program, [`--port=${port}`, `--websocket-port=${websocket}`, "--log=fatal"], env);
  return connect(capabilities, port, display ? [driver, display.child] : [driver]);
}

/**
 * @param {number} ratio whole numbers only
 * @param {string} [bus]
 */
async function webkit(ratio, bus) {
  const port = await freePort();
  const library = "/usr/lib/x86_64-linux-gnu";
  const candidates = existsSync(library) ? readdirSync(library).filter((name) => name.startsWith("webkit2gtk-4")) : [];
  const browser = existing("MiniBrowser", candidates.map((name) => join(library, name, "MiniBrowser")).reverse());
  const display = await virtualDisplay();
  const env = {
    DISPLAY: display.name,
    GDK_SCALE: String(ratio),
    GDK_BACKEND: "x11",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
    ...(bus ? listening(bus) : { NO_AT_BRIDGE: "1" }),
  };
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] },
  });
  const driver = driverProcess("/usr/bin/WebKitWebDriver", [`--port=${port}`], env);
  return connect(capabilities, port, [driver, display.child]);
}

/**
 * @param {Capabilities} capabilities
 * @param {number} port the driver's
 * @param {import("node:child_process").ChildProcess[]} children ended, in this order, by close()
 * @param {string} [profile] a folder to remove at the end
 * @returns {Promise<Session>}
 */
async function connect(capabilities, port, children, profile) {
  const end = () => {
    for (const child of children) child.kill("SIGTERM");
    if (profile) setTimeout(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }), 300);
  };
  try {
    await answering(port, children[0]);
    const server = `http://127.0.0.1:${port}`;
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(server)
      .withCapabilities(capabilities)
      .build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    return {
      driver,
      close: async () => {
        await driver.quit().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw new Trouble(
      `opening ${engine}`,
      String(/** @type {Error} */ (error).message ?? error),
      "see the driver's messages",
    );
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function driverProcess(program, args, env) {
  if (!existsSync(program)) throw new Trouble(program, "not found", "run `make test`: it installs the browsers");
  const output = process.env.DRIVER_LOG ? "inherit" : "ignore";
  return spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", output, output] });
}

/** What tells GTK that assistive technology listens. @param {string} bus */
const listening = (bus) => ({
  DBUS_SESSION_BUS_ADDRESS: bus,
  GNOME_ACCESSIBILITY: "1",
  GTK_MODULES: "gail:atk-bridge",
});

/** An X server with no screen to look at; the number is the first that is free. */
async function virtualDisplay() {
  const args = ["-displayfd", "1", "-screen", "0", "2600x2200x24", "-nolisten", "tcp"];
  const child = spawn("Xvfb", args, { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise((resolve, reject) => {
    child.on("error", () => reject(new Trouble("Xvfb", "not installed", "run `make test`: it installs it")));
    child.on("exit", () => reject(new Trouble("Xvfb", "ended at once", "run `Xvfb -displayfd 1` by hand to see why")));
    child.stdout.setEncoding("utf8").on("data", (text) => resolve(String(text).trim()));
  });
  return { child, name: `:${number}` };
}

/**
 * @param {string} what
 * @param {string[]} paths
 */
function existing(what, paths) {
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Trouble(what, "not found", "run `make test`: it installs the browsers");
  return found;
}

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until the driver answers.
 * @param {number} port
 * @param {import("node:child_process").ChildProcess} child
 */
async function answering(port, child) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the driver ended with exit code ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the driver does not answer");
}
