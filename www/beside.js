// Where a box stands beside another one.

/** CSS pixels between the two. */
const gap = 8;

/** @typedef {{x: number, y: number, width: number, height: number}} Box in CSS pixels */

/**
 * Above, below, right or left of an obstacle: the first that fits in the room; above and kept inside when none does.
 * @param {{width: number, height: number}} size
 * @param {Box} box what must not be covered
 * @param {{width: number, height: number}} room
 */
export function placeBeside({ width, height }, box, room) {
  const x = Math.max(0, Math.min(box.x + (box.width - width) / 2, room.width - width));
  const y = Math.max(0, Math.min(box.y + (box.height - height) / 2, room.height - height));
  const above = box.y - gap - height;
  const below = box.y + box.height + gap;
  const right = box.x + box.width + gap;
  const left = box.x - gap - width;
  if (above >= 0) return { x, y: above };
  if (below + height <= room.height) return { x, y: below };
  if (right + width <= room.width) return { x: right, y };
  if (left >= 0) return { x: left, y };
  return { x, y: 0 };
}
