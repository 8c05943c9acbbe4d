// One sentence that says what a chart is for, before what the data say: what it follows over time, or what it compares.

/** So many names are said one by one. */
const few = 4;

/**
 * @param {import("./layout.js").Layout} layout
 * @param {ReturnType<typeof import("./word.js").wordsFrom>} say
 * @param {string} lang
 * @returns {string} nothing where there is but one figure
 */
export function purposeOf({ items, names }, say, lang) {
  // Events are counted and told by the description itself.
  if (items.length < 2 || items.every(({ value }) => value === null)) return "";
  const list = (/** @type {string[]} */ all) =>
    all.length <= few
      ? new Intl.ListFormat(lang).format(all)
      : say("Many", new Intl.NumberFormat(lang).format(all.length), all[0], all[all.length - 1]);
  const [first, last] = [items[0].label, items[items.length - 1].label];
  const periods = new Set(items.map(({ period }) => period));
  // Where the label is no period, as of events, what happened is compared.
  const labels = [...new Set(items.map(({ label }) => label))].filter(Boolean);
  if (!periods.has("") && periods.size > 1 && labels.length <= periods.size) {
    return names.length > 1 ? say("Follows", list(names), first, last) : say("FollowsOne", "", first, last);
  }
  return labels.length > 1 ? say("Compares", list(labels)) : names.length > 1 ? say("Compares", list(names)) : "";
}
