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

export const nothing = problem("empty", "indicator-chart", "there is nothing to draw", "look at the data");
export const missing = problem("not-drawn", "indicator-chart", "there is no chart to take away", "see `problems`");

/**
 * What keeps less than the whole chart from being shown.
 * @param {any} thrown
 * @param {string} hint what is done in its place, and what the author can do
 * @returns {Problem}
 */
export function asWarning(thrown, hint) {
  return { ...asProblem(thrown), severity: "warning", hint };
}

/**
 * Says in the console what is wrong with which chart.
 * @param {Problem} trouble
 * @param {Element} host
 */
export function log(trouble, host) {
  const name = host.id ? `#${host.id}` : host.getAttribute("src");
  const how = trouble.severity === "error" ? "error" : "warn";
  console[how](`indicator-chart: ${say(trouble)}${name ? ` (${name})` : ""}`);
}

/**
 * The problem on one line, as the command line prints it.
 * @param {Problem} trouble
 */
export function say({ severity, place, message, hint }) {
  return `${severity}: ${place}: ${message}${hint ? `; ${hint}` : ""}`;
}
