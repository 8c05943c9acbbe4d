// How the page looks where the chart stands: light or dark, its colours, its font.

import { isPrinting } from "./page.js";

/**
 * The language of the place where an element stands.
 * @param {Element} host
 */
export function langOf(host) {
  return host.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";
}

/**
 * Reads what the scene is to be composed for. The page decides, not the system: a chart is dark where the ground
 * it stands on is dark, whether by `color-scheme`, a class or a background, unless its `theme` says otherwise.
 * @param {HTMLElement} host
 * @param {import("./figure.js").Figure} figure its style sheet turns custom properties and system colours into plain ones
 */
export function readLook(host, figure) {
  const { root, gauge } = figure;
  const wish =
    host.getAttribute("theme") ?? host.closest("[data-theme=dark], [data-theme=light]")?.getAttribute("data-theme");
  const paper = isPrinting();
  const ground = (!paper && (groundOf(host) ?? hex(getComputedStyle(gauge).backgroundColor))) || "#ffffff";
  const dim = isDark(ground);
  const dark = !paper && (wish === "dark" || (wish !== "light" && dim));
  root.classList.toggle("dark", dark);
  // A theme against the page's own brings its ground along, and so does a brand that has one.
  const grounded = figure.dress?.(figure, dark) === true && !paper;
  root.classList.toggle("own", dark !== dim || grounded);

  const style = getComputedStyle(root);
  const found = {
    ink: style.color,
    muted: style.textDecorationColor,
    grid: style.columnRuleColor,
    accent: style.caretColor,
    background: style.backgroundColor,
  };
  const colors = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, hex(value)]));
  colors.background ??= ground;
  const sides = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth];
  return {
    /** @type {"light" | "dark"} */
    theme: dark ? "dark" : "light",
    font: style.fontFamily,
    colors,
    /** CSS pixels that the figure keeps to its left and right. */
    inset: sides.reduce((sum, side) => sum + Number.parseFloat(side), 0),
  };
}

/**
 * The background that shows through behind an element; undefined where none is set.
 * @param {Element} element
 * @returns {string | undefined}
 */
function groundOf(element) {
  /** @type {any} */
  let node = element;
  while (node) {
    const color = hex(getComputedStyle(node).backgroundColor);
    if (color) return color;
    node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  }
  return undefined;
}

/**
 * A computed colour as #rrggbb; undefined when it is mostly transparent or in a space that we do not read.
 * @param {string} computed `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`, `color(srgb 0.1 0.2 0.3 / 1)`
 * @returns {string | undefined}
 */
function hex(computed) {
  const scale = computed.startsWith("rgb") ? 1 : computed.startsWith("color(srgb ") ? 255 : 0;
  const [r, g, b, a = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number);
  if (!scale || b === undefined || a < 0.5) return undefined;
  return `#${[r, g, b]
    .map((part) =>
      Math.round(part * scale)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/**
 * Whether white text reads better on a colour than black: its luminance (WCAG 2) is under 0.18.
 * @param {string} color #rrggbb
 */
function isDark(color) {
  const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.18;
}
