// The tooltip: it follows the datum, not the pointer, does not cover it, and never leaves the figure.

import { make } from "./figure.js";

/** CSS pixels between the tooltip and what it speaks of. */
const gap = 8;

/** @typedef {{x: number, y: number, width: number, height: number}} Box in CSS pixels */

/**
 * Shows what a datum says.
 * @param {import("./figure.js").Figure} figure
 * @param {import("./model.js").Datum} datum
 */
export function showTooltip({ tooltip, root, plot }, datum) {
  const value = make("b", {}, datum.text);
  tooltip.replaceChildren(
    datum.heading,
    ...(datum.text ? [value] : []),
    ...datum.details.map((line) => make("div", {}, line)),
  );
  tooltip.hidden = false;
  const { x, y } = placeBeside(
    { width: tooltip.offsetWidth, height: tooltip.offsetHeight },
    obstacle(datum, plot.offsetLeft, plot.offsetTop),
    { width: root.clientWidth, height: root.clientHeight },
  );
  tooltip.style.left = `${x}px`;
  tooltip.style.top = `${y}px`;
}

/**
 * What must not be covered: the datum's box, or of a long one the part around its anchor.
 * @param {import("./model.js").Datum} datum
 * @param {number} left of the plot in the figure
 * @param {number} top of the plot in the figure
 * @returns {Box}
 */
function obstacle({ anchor, reach }, left, top) {
  const long = reach.height > 80;
  return {
    x: left + anchor.x - 6,
    y: top + (long ? anchor.y - 6 : reach.y),
    width: 12,
    height: long ? 12 : reach.height,
  };
}

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
