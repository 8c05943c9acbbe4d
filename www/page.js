// One watch over the page for all of its charts: scheme, theme switches, pixel ratio, fonts, print.

import { forgetWidths } from "./ruler.js";

/** @type {Map<object, (how: Change) => void>} */
const charts = new Map();
const paper = matchMedia("print");
let watching = false;
let printing = false;

/** @typedef {"look" | "fonts" | "ratio" | "print"} Change */

/**
 * Calls back whenever the page may look different.
 * @param {object} chart
 * @param {(how: Change) => void} callback
 */
export function watchPage(chart, callback) {
  charts.set(chart, callback);
  if (watching) return;
  watching = true;
  const look = () => tell("look");
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", look);
  }
  const marks = new MutationObserver(look);
  for (const root of [document.documentElement, document.body]) {
    marks.observe(root, { attributeFilter: ["class", "style", "data-color-scheme"] });
  }
  new MutationObserver(look).observe(document, { attributeFilter: ["data-theme"], subtree: true });
  // A ground that fades to dark is read again when it has arrived.
  document.addEventListener("transitionend", (event) => {
    if (event.propertyName === "background-color") look();
  });
  document.fonts?.addEventListener("loadingdone", () => {
    forgetWidths();
    tell("fonts");
  });
  paper.addEventListener("change", () => tell("print"));
  for (const name of ["beforeprint", "afterprint"]) {
    addEventListener(name, () => {
      printing = name === "beforeprint";
      tell("print");
    });
  }
  watchRatio();
}

/** Whether the page is on its way to paper: black on white, whatever the theme. */
export function isPrinting() {
  return printing || paper.matches;
}

/** @param {object} chart */
export function leavePage(chart) {
  charts.delete(chart);
}

/** @param {Change} how */
function tell(how) {
  for (const callback of charts.values()) callback(how);
}

/** A media query knows one ratio only, so each change asks for a new one. */
function watchRatio() {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const changed = () => {
    tell("ratio");
    watchRatio();
  };
  query.addEventListener("change", changed, { once: true });
}
