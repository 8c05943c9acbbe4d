// A walk through a chart: few steps to any of very many data, nothing that is not there, back to where one came from.

import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../www/reader/layout.js";
import { Typing } from "../www/reader/typing.js";
import { Walk } from "../www/reader/walk.js";
import { mark, names, wordsFrom } from "../www/reader/word.js";

/**
 * @param {string} series
 * @param {string} label
 * @param {number} index
 * @param {{upright?: boolean, period?: string}} [more]
 */
function item(series, label, index, { upright = false, period = "" } = {}) {
  const reach = upright
    ? { x: 0, y: 20 * index, width: 300, height: 20 }
    : { x: 20 * index, y: 0, width: 20, height: 300 };
  return { series, label, period, value: index, x: reach.x + 5, y: reach.y + 5, reach };
}

/** @param {number} count days from 1 January 2001 */
const days = (count) =>
  Array.from({ length: count }, (_, index) => {
    const period = new Date(Date.UTC(2001, 0, 1 + index)).toISOString().slice(0, 10);
    return item("", period, index, { period });
  });

test("the same label has the same place in every series, and what is missing is never stood on", () => {
  const layout = layOut(
    [item("a", "2015", 0), item("a", "2016", 1), item("a", "2017", 2), item("b", "2015", 0), item("b", "2017", 2)],
    false,
  );
  assert.deepEqual(layout.lines, [
    [0, 1, 2],
    [3, undefined, 4],
  ]);
  const walk = new Walk(layout);
  assert.equal(walk.id, 0);
  walk.along(1);
  walk.across(1);
  assert.equal(walk.id, 2, "b has no 2016: the next station that any series has below");
  walk.find(3);
  walk.along(1);
  assert.equal(walk.id, 4);
  assert.equal(walk.along(1), false);
  walk.along(-1);
  walk.along(-1);
  assert.equal(walk.id, 2, "before the first of b comes the last of a");
});

test("either arrow by itself goes through everything once", () => {
  for (const upright of [false, true]) {
    const items = ["a", "b", "c"].flatMap((series) =>
      ["k", "l", "m", "n"]
        .filter((label) => series !== "b" || label !== "m")
        .map((label, index) => item(series, label, index, { upright })),
    );
    const layout = layOut(items, false);
    assert.equal(layout.upright, upright);
    for (const step of /** @type {const} */ (["along", "across"])) {
      const walk = new Walk(layout);
      walk.end(-1, true);
      const met = [walk.id];
      while (walk[step](1)) met.push(walk.id);
      assert.deepEqual([...met].sort(), items.map((_, id) => id).sort());
      assert.equal(new Set(met).size, items.length);
    }
  }
});

test("calendar parts where there are periods, tens where there are none", () => {
  const year = layOut(days(365), false);
  assert.deepEqual(
    year.levels.map((level) => level.length),
    [12],
  );
  assert.deepEqual(year.levels[0][1], [31, 59], "February 2001");
  const ten = layOut(days(3652), false);
  assert.deepEqual(
    ten.levels.map((level) => level.length),
    [10, 120],
  );
  const names = layOut(
    Array.from({ length: 187 }, (_, index) => item("", `name ${index}`, index)),
    false,
  );
  assert.deepEqual(
    names.levels.map((level) => level.length),
    [19],
  );
  assert.deepEqual(layOut(days(40), false).levels, [], "few data have no parts");
});

test("any of 100,000 data is reached in few steps, as the logarithm grows", () => {
  const most = [];
  for (const count of [100, 1000, 10_000, 100_000]) {
    const layout = layOut(
      Array.from({ length: count }, (_, index) => item("", `n${index}`, index)),
      false,
    );
    let worst = 0;
    for (const wanted of [0, 1, 7, 49, count >> 1, count - 2, count - 1, Math.floor(count * 0.777)]) {
      const walk = new Walk(layout);
      let steps = 0;
      for (;;) {
        const { stations } = walk;
        const at = stations.findIndex(([, to]) => wanted < to);
        const [first, after] = walk.window;
        const ends = Math.abs(after - 1 - at) < Math.abs(at - walk.station);
        if (ends && after === stations.length && first === 0) {
          walk.end(1, false);
          steps += 1;
        }
        while (walk.station !== at) {
          walk.along(walk.station < at ? 1 : -1);
          steps += 1;
        }
        if (walk.id !== undefined) break;
        walk.open();
        steps += 1;
      }
      assert.equal(walk.id, wanted);
      worst = Math.max(worst, steps);
    }
    most.push(worst);
  }
  assert.ok(
    most.every((steps, index) => steps <= 11 * (index + 2)),
    `steps: ${most}`,
  );
});

test("out of a part one comes to where one went in, and pages go from part to part", () => {
  const walk = new Walk(layOut(days(365), false));
  walk.along(1);
  walk.open();
  assert.equal(walk.id, 31);
  walk.along(-1);
  assert.equal(walk.id, 30, "the edge of a part is no wall");
  walk.page(1);
  assert.equal(walk.id, 31);
  walk.close();
  assert.deepEqual(walk.stations[walk.station], [31, 59]);
  assert.equal(walk.close(), false);
});

test("typing finds the beginning of a name, of a word in it, and the next with the same letter", () => {
  const typing = new Typing();
  const names = ["São Paulo", "Rio de Janeiro", "Salvador", "Recife"];
  assert.equal(typing.type("s", names), 2, "the next one, not the one that one is at");
  assert.equal(typing.type("s", [...names.slice(2), ...names.slice(0, 2)]), 2, "and the next again: São Paulo");
  const fresh = new Typing();
  assert.equal(fresh.type("j", names), 1, "a word within");
  assert.equal(new Typing().type("x", names), -1);
});

test("words in every blank, English where a language lacks one", () => {
  const file = `x\n${mark.trimStart()}${names.map((name) => (name === "Span" ? "de {0} à {1}" : "")).join("\n")}\n`;
  assert.equal(wordsFrom(file)("Span", 1, 2), "de 1 à 2");
  assert.equal(wordsFrom(file)("Skip"), "Skip this chart");
  assert.equal(wordsFrom("")("Stopped", "{1}"), "Stopped at {1}");
});
