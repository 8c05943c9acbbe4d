// What a chart asks of the engine, as far as its spec tells before it is read: the kind, and what comes on top of any kind.

/** Kinds that are mostly drawn plainly: for these there is a part with less code. src/command/load.rs has the same list. */
export const mostlyPlain = ["bar", "column", "line", "dot", "lollipop", "diverging-bar"];

/** What a plain spec says; a chart that says more, or has data that say more, needs more code. */
const plain = /^(alt|better|byline|brand|data|decimals|kind|lang|measure|note|sort|source|subtitle|title|unit|x|y)$/;

/**
 * The name of the part of the engine that draws such charts.
 * @param {unknown} spec
 * @returns {string} a kind, "bar"; where little is asked "bar-plain"; with annotations "bar-noted", in small multiples
 *   "bar-panels"; "" for what is no kind
 */
export function roleOf(spec) {
  const { kind, annotations, facet, y } = /** @type {any} */ (spec) ?? {};
  if (typeof kind !== "string") return "";
  const light =
    mostlyPlain.includes(kind) && !Array.isArray(y) && Object.keys(Object(spec)).every((key) => plain.test(key));
  return [kind, light && "plain", annotations && "noted", facet && "panels"].filter(Boolean).join("-");
}
