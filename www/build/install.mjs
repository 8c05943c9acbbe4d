// Installs what is missing, and says what it does. `node www/build/install.mjs build|test`

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasSource } from "./standard-library.mjs";
import { ask, root, run, say, script, since, Trouble } from "./step.mjs";
import { geckodriver, wasmBindgen, wasmPack, withTools } from "./tool.mjs";

const wasmTarget = "wasm32-unknown-unknown";

/** Debian's packages that the tests need, each with a file that tells it is there. */
const debian = {
  chromium: "/usr/bin/chromium",
  "chromium-driver": "/usr/bin/chromedriver",
  "firefox-esr": "/usr/bin/firefox-esr",
  "webkit2gtk-driver": "/usr/bin/WebKitWebDriver",
  xvfb: "/usr/bin/Xvfb",
  xauth: "/usr/bin/xauth",
  dbus: "/usr/bin/dbus-daemon",
  "dbus-x11": "/usr/bin/dbus-launch",
  "fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
  "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
  "python3-pyatspi": "/usr/lib/python3/dist-packages/pyatspi/__init__.py",
};

/** What a build needs: the wasm target, npm packages, wasm-pack and wasm-bindgen. */
export async function installForBuild() {
  await installRustParts();
  await installNpmPackages();
  return withTools([wasmBindgen(), wasmPack()]);
}

/** What the tests need besides: browsers with their drivers, rustfmt and clippy. */
export async function installForTest() {
  for (const part of ["rustfmt", "clippy"]) {
    const command = part === "clippy" ? "cargo-clippy" : part;
    if (ask(command, ["--version"]) === undefined) await rustup(["component", "add", part]);
  }
  await installDebianPackages();
  const env = await installForBuild();
  process.env.PATH = env.PATH;
  return withTools([geckodriver()]);
}

async function installRustParts() {
  if (ask("cargo", ["--version"]) === undefined) {
    throw new Trouble("cargo", "Rust is not installed", "install rustup, then open a new shell (see the README)");
  }
  const folder = ask("rustc", ["--print", "target-libdir", "--target", wasmTarget]);
  const there =
    folder !== undefined && existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("libstd"));
  if (!there) await rustup(["target", "add", wasmTarget]);
  // Without it the wasm is built all the same, a sixth heavier.
  if (!hasSource() && ask("rustup", ["--version"]) !== undefined) await rustup(["component", "add", "rust-src"]);
}

/** @param {string[]} args */
async function rustup(args) {
  say(`Running rustup ${args.join(" ")}`);
  await run("rustup", args, { remedy: "install Rust by rustup, or add this part by your own package manager" });
}

/** `npm ci`, when package-lock.json is not the one that node_modules was made from. */
async function installNpmPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".installed-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const started = Date.now();
  say("Installing the npm packages of package-lock.json (npm ci)");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], {
    remedy: "Node 20 or newer with npm is needed; npm's own message is above",
  });
  writeFileSync(stamp, lock);
  say(`  done in ${since(started)}`);
}

async function installDebianPackages() {
  const missing = Object.entries(debian)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);
  if (missing.length === 0) return;
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  const isRoot = process.getuid?.() === 0;
  const sudo = !isRoot && ask("sudo", ["-n", "true"]) !== undefined;
  if (ask("apt-get", ["--version"]) === undefined || !(isRoot || sudo)) {
    throw new Trouble(
      "browsers for the tests",
      `missing: ${missing.join(", ")}, and this user cannot install packages`,
      `as root: ${install.join(" ")}`,
    );
  }
  const started = Date.now();
  say(`Installing Debian packages for the tests: ${missing.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const before = sudo ? ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"] : [];
  for (const command of [
    ["apt-get", "update", "-qq"],
    ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", ...install.slice(1)],
  ]) {
    const [program, ...args] = [...before, ...command];
    await run(program, args, { env, remedy: `apt-get's message is above; by hand: ${install.join(" ")}` });
  }
  say(`  done in ${since(started)}`);
}

if (process.argv[1]?.endsWith("install.mjs")) {
  await script(async () => {
    if (process.argv[2] === "test") await installForTest();
    else await installForBuild();
  });
}
