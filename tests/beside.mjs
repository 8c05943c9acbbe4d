// The tooltip never leaves its room, and covers what it speaks of only where there is no place beside it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { placeBeside } from "../www/beside.js";

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers() {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("a tooltip stays in its room and beside its datum", () => {
  const next = numbers();
  for (let run = 0; run < 20_000; run += 1) {
    const room = { width: 200 + next() * 500, height: 150 + next() * 400 };
    const size = { width: 40 + next() * 160, height: 20 + next() * 60 };
    const box = {
      x: next() * (room.width - 12),
      y: next() * room.height * 0.1,
      width: 12,
      height: 12 + next() * room.height * 0.9,
    };
    const { x, y } = placeBeside(size, box, room);
    const at = JSON.stringify({ room, size, box, x, y });
    assert.ok(x >= 0 && x + size.width <= room.width, at);
    assert.ok(y >= 0 && y + size.height <= room.height, at);
    const free = [
      box.y - 8 - size.height >= 0,
      box.y + box.height + 8 + size.height <= room.height,
      box.x + box.width + 8 + size.width <= room.width,
      box.x - 8 - size.width >= 0,
    ];
    const apart =
      x + size.width <= box.x || x >= box.x + box.width || y + size.height <= box.y || y >= box.y + box.height;
    assert.equal(apart || !free.includes(true), true, at);
  }
});
