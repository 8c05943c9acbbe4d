// The way to what a reader takes away (export.js), which is loaded when someone asks for it.

import { takeaway } from "./later.js";
import { asProblem } from "./problem.js";

/**
 * Makes a button open the menu.
 * @param {HTMLElement} button
 * @param {() => Promise<import("./export.js").Source>} source what is taken from
 * @param {(trouble: import("./problem.js").Problem) => void} report
 */
export function offer(button, source, report) {
  const trouble = (/** @type {unknown} */ thrown) => report(asProblem(thrown));
  button.addEventListener("click", async () => {
    try {
      (await takeaway()).openMenu(await source(), trouble);
    } catch (thrown) {
      trouble(thrown);
    }
  });
}
