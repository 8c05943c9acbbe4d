// For the page around the frames: keeps each as high as its chart. Frames may come later and may be sandboxed.

import { heightOf, question } from "./message.js";

/** Frames of ours: by their page, or marked by an author who gave it another name. */
const ours = 'iframe[src*="embed.html"], iframe[data-indicator-chart]';

/**
 * The origin that a frame's messages come from. A sandbox without `allow-same-origin` has none of its own.
 * @param {HTMLIFrameElement} frame
 */
function originOf(frame) {
  const opaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return opaque ? "null" : new URL(frame.src, document.baseURI).origin;
}

/** @param {HTMLIFrameElement} frame */
function ask(frame) {
  const origin = originOf(frame);
  // What is asked is no secret, and an origin that is none cannot be named.
  frame.contentWindow?.postMessage(question, origin === "null" ? "*" : origin);
}

addEventListener("message", ({ data, origin, source }) => {
  const height = heightOf(data);
  if (height === undefined) return;
  for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(ours))) {
    if (frame.contentWindow !== source || originOf(frame) !== origin) continue;
    // Rules of the page, such as one for all frames, do not know how high a chart is.
    frame.style.setProperty("box-sizing", "content-box", "important");
    frame.style.setProperty("max-width", "100%", "important");
    frame.style.setProperty("height", `${height}px`, "important");
  }
});

// Frames that told their height before anyone listened are asked again, and later ones when they have come.
document.addEventListener(
  "load",
  ({ target }) => {
    if (target instanceof HTMLIFrameElement && target.matches(ours)) ask(target);
  },
  true,
);
for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(ours))) {
  try {
    ask(frame);
  } catch {
    // It has not begun to load: it is asked when it has.
  }
}
