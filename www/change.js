// What is different between two states of a chart's data, and how that is said.

/**
 * @typedef {import("./model.js").Datum} Datum
 * @typedef {import("./indicator-chart.d.ts").Change} Change
 */

/** So many changes are named; of the others the number is said. */
const most = 3;

/** Language → before the changes. @type {Record<string, string>} */
const words = {
  ar: "تم التحديث:",
  de: "Aktualisiert:",
  en: "Updated:",
  es: "Actualizado:",
  fr: "Mis à jour :",
  he: "עודכן:",
  hi: "अपडेट किया गया:",
  ja: "更新：",
  ko: "업데이트됨:",
  pt: "Atualizado:",
  ru: "Обновлено:",
  zh: "已更新：",
  "zh-Hant": "已更新：",
};

/**
 * All data of a chart, in reading order.
 * @param {import("./model.js").Model} model
 * @returns {Datum[]}
 */
export function dataOf(model) {
  const data = [];
  for (let datum = model.datum(0); datum; datum = model.datum(data.length)) data.push(datum);
  return data;
}

/**
 * What is new, other or gone. A datum is the same when series and label are, whatever its place.
 * @param {Datum[]} before
 * @param {Datum[]} after
 * @returns {Change[]}
 */
export function changesOf(before, after) {
  const [old, now] = [before, after].map(byName);
  /** @type {Change[]} */
  const changes = [];
  for (const [name, datum] of now) {
    const was = old.get(name) ?? null;
    if (!was || !isSame(was, datum)) changes.push({ before: was, after: datum });
  }
  for (const [name, datum] of old) if (!now.has(name)) changes.push({ before: datum, after: null });
  return changes;
}

/**
 * Whether nothing is new: digits that are only written otherwise, because another value has more of them, are not.
 * @param {Datum} one
 * @param {Datum} other
 */
function isSame(one, other) {
  const same = one.value === null ? one.text === other.text : one.value === other.value;
  return same && one.qualifier === other.qualifier && one.unit === other.unit;
}

/**
 * @param {Datum[]} data
 * @returns {Map<string, Datum>}
 */
function byName(data) {
  const named = new Map();
  for (const datum of data) {
    let name = `${datum.series}\n${datum.label}`;
    // Two that are called the same are told apart by their order.
    while (named.has(name)) name += "\n";
    named.set(name, datum);
  }
  return named;
}

/**
 * The changes in one line, as a screen reader says it.
 * @param {Change[]} changes
 * @param {string} lang
 */
export function wordsFor(changes, lang) {
  const names = changes.flatMap(({ after }) => (after ? [after.name] : []));
  if (names.length === 0) return "";
  const known = /^zh-(Hant|TW|HK|MO)/i.test(lang) ? "zh-Hant" : lang.split("-")[0].toLowerCase();
  const rest = names.length > most ? ` (+${names.length - most})` : "";
  return `${words[known] ?? words.en} ${names.slice(0, most).join("; ")}${rest}`;
}
