// The core with a part against the whole engine: what it draws, says and answers is the same, or it traps and the page takes the
// whole. `node --test tests/parts.mjs`, after `make build`

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { stageOf } from "../www/build/engine.mjs";
import { lightly, plays } from "../www/build/rehearse.mjs";
import { root } from "../www/build/step.mjs";

const folder = join(root, "target", "pkg");
const built = existsSync(join(folder, "core.wasm"));
const { parts, tongues } = built ? await import(join(folder, "parts.js")) : { parts: [], tongues: [] };

/** Widths and languages that no rehearsal had. */
const unknown = { widths: [300, 350, 410, 580, 720], tongues: ["it", "en-GB", "nl", "pl"] };

test("the core with a part draws, says and answers what the whole engine does, or traps", async (context) => {
  assert.ok(built, "the engine is not built: run `make build`");
  const [core, whole] = await Promise.all([stageOf("core"), stageOf("small-whole")]);
  const all = plays(tongues);
  const examples = all.filter(({ name }) => !/,| in /.test(name));
  let [known, strange, outgrown, trapped] = [0, 0, 0, 0];
  const file = (/** @type {string} */ part) => readFileSync(join(folder, `part-${part}.wasm`));
  for (const part of parts) {
    let code = file(part);
    const during = (/** @type {string} */ other, /** @type {() => void} */ work) => {
      core.join(file(other));
      work();
      core.join(code);
    };
    for (const [index, play] of examples.entries()) {
      if (play.role !== part) continue;
      code = file(part);
      const expected = whole.play(play);
      if (expected.problems === 0) {
        core.start(code);
        assert.equal(core.play(play, during).told, expected.told, play.name);
        known += 1;
      }
      const lang = unknown.tongues[index % unknown.tongues.length] ?? "en";
      const other = { ...play, lang, widths: unknown.widths };
      const wanted = whole.play(other);
      strange += 1;
      const same = (/** @type {string} */ name) => {
        code = file(name);
        core.start(code);
        try {
          assert.equal(core.play(other, during).told, wanted.told, `${play.name} in ${lang}`);
          return true;
        } catch (error) {
          if (!(error instanceof WebAssembly.RuntimeError)) throw error;
          return false;
        }
      };
      if (same(part)) continue;
      if (part.endsWith(lightly)) outgrown += 1;
      if (!part.endsWith(lightly) || !same(part.replace(lightly, ""))) trapped += 1;
    }
  }
  context.diagnostic(
    `${known} examples alike; of ${strange} at other widths in other languages ${outgrown} outgrow a light part, ${trapped} want the whole`,
  );
  assert.ok(known > 100);
});
