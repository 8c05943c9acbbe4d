// What a chart asks of the engine, as far as its spec tells before it is read: the kind, and what comes on top of any kind.

/**
 * The name of the part of the engine that draws such charts.
 * @param {unknown} spec
 * @returns {string} a kind, "bar"; with annotations "bar-noted", in small multiples "bar-panels"; "" for what is no kind
 */
export function roleOf(spec) {
  const { kind, annotations, facet } = /** @type {any} */ (spec) ?? {};
  if (typeof kind !== "string") return "";
  return [kind, annotations && "noted", facet && "panels"].filter(Boolean).join("-");
}
