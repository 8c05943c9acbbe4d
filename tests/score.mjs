// A series as notes: high is high, left is left, gaps are ticks, qualifiers are heard; long series stay short.

import assert from "node:assert/strict";
import { test } from "node:test";
import { heights, scoreOf } from "../www/sound/score.js";

/** @param {(number | null)[]} values */
const sounding = (values, qualifier = /** @type {string | null} */ (null)) =>
  values.map((value, id) => ({
    id,
    value,
    height: (value ?? 0) / 10,
    across: id / Math.max(1, values.length - 1),
    qualifier,
  }));

test("higher values sound higher, later ones later and further to the right", () => {
  const notes = scoreOf(sounding([0, 5, 10]), 1);
  const [a, b, c] = notes;
  assert.ok(a.frequency < b.frequency && b.frequency < c.frequency);
  assert.ok(a.frequency > 130 && c.frequency < 1000, "within what small loudspeakers play");
  assert.ok(Math.abs(b.frequency / a.frequency - c.frequency / b.frequency) < 1e-9, "equal steps are equal intervals");
  assert.ok(a.pan < -0.5 && Math.abs(b.pan) < 1e-9 && c.pan > 0.5);
  assert.deepEqual(
    notes.map(({ at }) => Math.round(at * 1000)),
    [0, 300, 600],
  );
  assert.equal(scoreOf(sounding([0, 5, 10]), 2)[2].at, 0.3, "twice as fast");
});

test("a gap is a tick, not a low note", () => {
  const notes = scoreOf(sounding([4, null, 6]), 1);
  assert.deepEqual(
    notes.map(({ kind }) => kind),
    ["tone", "tick", "tone"],
  );
});

test("bounds glide away from their figure, what is not final is soft, what is about so wavers", () => {
  const heard = (/** @type {string} */ qualifier) => scoreOf(sounding([5], qualifier), 1)[0];
  assert.equal(heard("over").course, "rising");
  assert.equal(heard("under").course, "falling");
  assert.equal(heard("at most").course, "falling");
  for (const name of ["expected", "provisional", "projected"]) assert.ok(heard(name).soft, name);
  assert.ok(heard("about").wavering);
  assert.ok(!heard("revised").soft && heard("revised").course === "steady");
});

test("ten thousand values take no longer than half a minute, and every run of neighbours is heard", () => {
  const values = Array.from({ length: 10_000 }, (_, index) => (index < 100 ? null : 10 * Math.sin(index / 500) ** 2));
  const notes = scoreOf(sounding(values), 1);
  const { at, length } = notes[notes.length - 1];
  assert.ok(notes.length <= 400 && at + length <= 30, `${notes.length} notes, ${at + length} s`);
  assert.equal(notes[0].kind, "tick");
  assert.ok(notes.every(({ id }, index) => index === 0 || id > notes[index - 1].id));
});

test("what follows the picture sounds as it looks, else as its share", () => {
  const item = (/** @type {number} */ value, /** @type {number} */ y) => ({
    series: "",
    label: "",
    period: "",
    value,
    x: 50,
    y,
    reach: { x: 0, y: 0, width: 0, height: 0 },
  });
  const log = [item(1, 300), item(10, 200), item(100, 100)];
  assert.deepEqual(log.map(heights(log, false)), [0, 0.5, 1], "a log scale");
  const rank = [item(1, 0), item(2, 50), item(3, 100)];
  assert.deepEqual(rank.map(heights(rank, false)), [1, 0.5, 0], "the first is on top");
  const ring = [item(10, 90), item(20, 10), item(30, 90)];
  assert.deepEqual(ring.map(heights(ring, false)), [0, 0.5, 1], "places that say nothing");
  const same = [item(5, 10), item(5, 10)];
  assert.deepEqual(same.map(heights(same, false)), [0.5, 0.5]);
});
