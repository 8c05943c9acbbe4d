// Every guard against a failure is needed: `node tests/guards.mjs` takes each out of a copy of the sources, builds that, and
// demands that the failing test in tests/browser/failing.mjs that it is for fails. `node tests/guards.mjs 404` tries only those whose
// names say so. It needs a built dist/ and takes ten minutes: a chart that is told nothing is waited for in vain, for 40 seconds.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, say, script, Trouble } from "../www/build/step.mjs";

/**
 * @typedef {object} Guard
 * @property {string} against the way of failing
 * @property {string} file
 * @property {string} has the text that is taken out; it must stand there once
 * @property {string} [gets] what stands there instead
 * @property {string[]} tests those that must fail without it
 */

const kept = ": rung 1 stays";
const told = ": rung 1 stays, with one problem";
const failure = `    } catch (thrown) {
      if (count === this.#turn) this.#fail([asProblem(thrown)]);
    }`;
const drawing = `    } catch (thrown) {
      this.#fail([asProblem(thrown)]);
    }
  }

  /**
   * Writes the description`;
const plain = {
  file: "tests/browser/failing.mjs",
  has: `const rung = '<p class="rung">rung 1</p>';`,
  gets: `const rung = '<template><p class="rung">rung 1</p></template>';`,
};

/** @type {Guard[]} */
const guards = [
  // What no script can spoil is plain HTML inside the element.
  { against: "no JS", ...plain, tests: ["no script at all: rung 1 stays, and nobody complains"] },
  {
    against: "a JS error before ours runs",
    ...plain,
    tests: ["a script that is cut off", "a script that throws", "a script that is not there"].map(
      (name) => name + kept,
    ),
  },
  {
    against: "a JS error: a browser that lacks something",
    file: "www/figure.js",
    has: "    shadow.append(this.stack);\n    if (!sheet) {\n      sheet = new CSSStyleSheet();\n      sheet.replaceSync(css);\n    }\n",
    gets: "    if (!sheet) {\n      sheet = new CSSStyleSheet();\n      sheet.replaceSync(css);\n    }\n    shadow.append(this.stack);\n",
    tests: [`a browser that knows no constructed style sheets${kept}`],
  },
  {
    against: "wasm refused by policy",
    file: "www/engine.js",
    has: "    throw refused(answer.url, error);",
    gets: "    throw error;",
    tests: [`wasm that a policy refuses${told}`],
  },
  {
    against: "wasm 404, data 404",
    file: "www/fetch.js",
    has: "if (!answer.ok)",
    gets: "if (false)",
    tests: ["wasm that is not there", "a part that is not there", "data that are not there"].map((name) => name + told),
  },
  {
    against: "wrong MIME type",
    file: "www/engine.js",
    has: 'const stream = answer.headers.get("Content-Type") === "application/wasm";',
    gets: "const stream = true;",
    tests: ["wasm of the wrong MIME type costs nothing"],
  },
  {
    against: "a page in the place of the wasm",
    file: "www/engine.js",
    has: "getUint32(0) !== 0x0061736d",
    gets: "getUint32(0) !== 0x3c21646f && false",
    tests: [`a page in the place of the wasm${told}`],
  },
  {
    against: "timeout",
    file: "www/fetch.js",
    has: "setTimeout(() => clock.abort(), limit)",
    gets: "setTimeout(() => {}, limit)",
    tests: [`data that never come${told}`, `wasm that never comes${told}`],
  },
  {
    against: "bad spec",
    file: "www/element.js",
    has: "if (!words.height) return this.#fail(words.problems.length ? words.problems : [nothing]);",
    tests: [`data that cannot be drawn${told}`],
  },
  {
    against: "whatever is thrown while it loads: a spec that is not there, zero memory",
    file: "www/element.js",
    has: failure,
    gets: "    } catch {}",
    tests: [`a spec that is not there${told}`, `memory that may not grow${told}`],
  },
  {
    against: "trap while drawing",
    file: "www/element.js",
    has: drawing,
    gets: drawing.replace("this.#fail([asProblem(thrown)]);", ""),
    tests: ["a trap while composing", "a trap while painting", "a canvas that cannot be painted"].map(
      (name) => name + told,
    ),
  },
  {
    against: "lost canvas context",
    file: "www/surface.js",
    has: '    canvas.addEventListener("contextlost", () => fail(lost));\n',
    tests: ["a canvas that the browser takes back: rung 1 until it is given again"],
  },
  {
    against: "a figure that stays when it can no longer be kept",
    file: "www/element.js",
    has: '    this.#figure.message.textContent = wordsOf(langOf(this))[1];\n    this.#figure.show("slot");\n',
    tests: ["a canvas that the browser takes back: rung 1 until it is given again"],
  },
  {
    against: "an element that is removed while it loads",
    file: "www/element.js",
    has: "      this.#unfollow = undefined;\n      this.#outcome.end(false);\n",
    gets: "      this.#unfollow = undefined;\n",
    tests: ["an element that is removed while it loads is never drawn, and says so; put back, it is"],
  },
];

/** A copy of the repository in which www/ and tests/ may be changed; the rest is the repository's own. */
function copy() {
  const folder = mkdtempSync(join(tmpdir(), "indicator-chart-guards-"));
  for (const name of readdirSync(root)) {
    if (["www", "tests"].includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
    else if (!["dist", ".git"].includes(name)) symlinkSync(join(root, name), join(folder, name));
  }
  mkdirSync(join(folder, "dist"));
  const suite = 'import { raiseCurtain } from "./stage.mjs";\nraiseCurtain();\nawait import("./failing.mjs");\n';
  writeFileSync(join(folder, "tests", "browser", "guards.test.mjs"), suite);
  return folder;
}

/**
 * Builds the copy and runs tests of it.
 * @param {string} folder
 * @param {string[]} names
 * @returns {{passed: string[], failed: string[]}}
 */
function tried(folder, names) {
  const build = pathToFileURL(join(folder, "www", "build", "build.mjs")).href;
  const built = spawnSync(process.execPath, ["--input-type=module", "-e", `(await import("${build}")).bundle()`], {
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Trouble("the copy", built.stderr, "run `make build` first");
  const patterns = names.map((name) => `--test-name-pattern=${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
  const run = spawnSync(
    process.execPath,
    ["--test", "--test-reporter=tap", ...patterns, join(folder, "tests", "browser", "guards.test.mjs")],
    { encoding: "utf8", cwd: folder },
  );
  const found = (/** @type {RegExp} */ line) =>
    [...run.stdout.matchAll(line)].map(([, name = ""]) => name).filter((name) => names.includes(name));
  return { passed: found(/^ *ok \d+ - (.*?)$/gm), failed: found(/^ *not ok \d+ - (.*?)$/gm) };
}

await script(async () => {
  const only = process.argv[2] ?? "";
  const chosen = guards.filter(({ against }) => against.includes(only));
  const folder = copy();
  try {
    const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
    const whole = tried(folder, all);
    const missing = all.filter((name) => !whole.passed.includes(name));
    if (missing.length) throw new Trouble("with every guard in its place", `these fail: ${missing.join("; ")}`);
    say(`with every guard in its place ${all.length} tests pass`);
    let idle = 0;
    for (const { against, file, has, gets = "", tests } of chosen) {
      const path = join(folder, file);
      const before = readFileSync(path, "utf8");
      if (before.split(has).length !== 2) throw new Trouble(file, `this does not stand there once: ${has}`);
      writeFileSync(
        path,
        before.replace(has, () => gets),
      );
      const { passed, failed } = tried(folder, tests);
      writeFileSync(path, before);
      const missed = tests.filter((name) => !failed.includes(name));
      idle += missed.length;
      const end = missed.length
        ? `STILL PASS: ${passed.join("; ")}`
        : `${failed.length} of ${tests.length} fail, as they must`;
      say(`without the guard against ${against} (${file}): ${end}`);
    }
    if (idle) throw new Trouble("guards", `${idle} tests do not need theirs`, "a test that cannot fail tells nothing");
    say(`${chosen.length} guards, each seen to be needed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
