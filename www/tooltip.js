// The tooltip: it follows the datum, not the pointer, does not cover it, and never leaves the figure.

import { placeBeside } from "./beside.js";
import { make } from "./figure.js";

/**
 * Shows what a datum says.
 * @param {import("./figure.js").Figure} figure
 * @param {import("./pointing.js").Mark} datum
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
 * @param {import("./pointing.js").Mark} datum
 * @param {number} left of the plot in the figure
 * @param {number} top of the plot in the figure
 * @returns {import("./beside.js").Box}
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
