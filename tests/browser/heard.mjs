// What Firefox and WebKit tell assistive technology over AT-SPI, as Orca would get it: the tree of a chart of each kind, in
// goldens beside those of Chromium. `UPDATE=1` rewrites tests/spoken/firefox and tests/spoken/webkit.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { promisify } from "node:util";
import { root } from "../../www/build/step.mjs";
import { exampleOfKind } from "../example.mjs";
import { engine, open } from "./engine.mjs";
import { treeIsAsItWas } from "./golden.mjs";
import { address, inPage, page, ready, test, until } from "./stage.mjs";
import { surviving } from "./survival.mjs";

const goldens = join(root, "tests", "spoken", engine);

/** A D-Bus of its own: no other program is on it. */
async function openBus() {
  const child = spawn("dbus-daemon", ["--session", "--nofork", "--print-address=1"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const name = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => reject(new Error("dbus-daemon ended at once")));
    child.stdout.setEncoding("utf8").once("data", (text) => resolve(String(text).trim()));
  });
  return { child, name };
}

describe("the tree over AT-SPI", { skip: engine === "chromium" }, () => {
  /** @type {Awaited<ReturnType<typeof openBus>>} */
  let bus;
  /** @type {import("./engine.mjs").Session} */
  let session;
  /** By its title, what is heard of a chart. @type {string[]} */
  let trees;

  /** Fills `trees`. */
  async function hear() {
    session = await open({ bus: bus.name });
    await session.driver.manage().window().setRect({ width: 1280, height: 1000 });
    const charts = [...exampleOfKind.values()].map(
      (name) => `<div style="width:380px"><indicator-chart src="/examples/${name}/spec.json"></indicator-chart></div>`,
    );
    await session.driver.get(address(page(`<main><h1>A page</h1>${charts.join("\n")}</main>`)));
    assert.deepEqual(await ready(session.driver), Array(charts.length).fill(true));
    // Before the reader's script has come the table stands where the grid will be.
    const waiting = () =>
      inPage(
        `return charts.filter((one) => !one.shadowRoot.querySelector('[role="gridcell"], [role="grid"], table')).length;`,
        null,
        session.driver,
      );
    await until(async () => (await waiting()) === 0, "every chart can be walked through");
    const { stdout } = await promisify(execFile)("/usr/bin/python3", [join(root, "tests", "browser", "atspi.py")], {
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.name },
      timeout: 60_000,
      maxBuffer: 2 ** 24,
    });
    trees = JSON.parse(stdout);
  }
  before(async () => {
    bus = await openBus();
    await surviving(
      hear,
      () => session?.driver,
      () => session.close(),
      console.log,
    );
  });
  after(async () => {
    await session?.close();
    bus?.child.kill();
  });

  for (const [at, kind] of [...exampleOfKind.keys()].entries())
    test(`${kind}: as it was`, () => treeIsAsItWas(join(goldens, `${kind}.txt`), trees[at] ?? ""));

  test("every figure of the page is there, and no more", () => assert.equal(trees.length, exampleOfKind.size));
});
