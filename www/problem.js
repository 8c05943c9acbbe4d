// What went wrong, in the five fields that the Rust side uses too.

/**
 * @typedef {import("./indicator-chart.d.ts").Problem} Problem
 */

/**
 * A problem that keeps the chart from being drawn.
 * @param {string} kind a stable name for programs, in kebab case
 * @param {string} place where: an address, a JSON pointer, the element
 * @param {unknown} cause what is wrong: a sentence, or an error that was caught
 * @param {string} hint what the author can do about it
 * @returns {Problem}
 */
export function problem(kind, place, cause, hint) {
  return { kind, severity: "error", place, message: cause instanceof Error ? cause.message : String(cause), hint };
}

/**
 * What was thrown, as a problem: ours are problems already, anything else is a fault of the chart itself.
 * @param {any} thrown
 * @returns {Problem}
 */
export function asProblem(thrown) {
  if (thrown?.severity) return thrown;
  return problem("fault", "indicator-chart", thrown, "please report this together with the spec");
}

/**
 * The problem on one line, as the command line prints it.
 * @param {Problem} trouble
 */
export function say({ severity, place, message, hint }) {
  return `${severity}: ${place}: ${message}${hint ? `; ${hint}` : ""}`;
}
