// What newsrooms chart every day, for the rehearsal of the light parts: periods of each precision and categories, in each form that data
// come in, with the usual units. The numbers are made up: no reader sees them.

/** @typedef {Record<string, any>} Spec */

/** Values by what they are of: what stands in the spec beside them, and one of a run. @type {Record<string, [Spec, (i: number) => number]>} */
const measured = {
  counts: [{ unit: "people" }, (i) => 20 + ((i * 37) % 60)],
  shares: [{ unit: "%", measure: "share" }, (i) => 11.5 + ((i * 17) % 40)],
  "percent that may be anything": [{ unit: "%" }, (i) => [0.3, -0.1, 0.5, 1.2, -2.4][i % 5] ?? 0],
  "shares without their name": [{ unit: "%" }, (i) => 20 + ((i * 13) % 60)],
  "a steady rise": [{ unit: "homes" }, (i) => 100 + i * 1.5],
  "a steady fall": [{}, (i) => 900 - i / 4],
  rates: [{ unit: "deaths per 100,000 people", measure: "rate" }, (i) => 3 + ((i * 7) % 11) / 10],
  euros: [{ unit: "€", measure: "amount" }, (i) => 1200 + i * 55],
  dollars: [{ unit: "$", note: "At prices of 2020." }, (i) => 1.25e9 + i * 3.1e7],
  millions: [{ unit: "million tonnes" }, (i) => 1412.5 - i * 23.1],
  "large counts": [{ unit: "enterprises", measure: "count" }, (i) => 1_240_387 + i * 52_311],
  "an index": [{ measure: "index" }, (i) => 100 + Math.sin(i) * 9],
  balances: [{ unit: "points", measure: "balance" }, (i) => ((i * 13) % 31) - 15],
  "small numbers": [{}, (i) => 0.002 + ((i * 3) % 7) / 1000],
  "a thing with a rise": [{ unit: "homes", better: "higher", byline: "Newsroom" }, (i) => 400 + i * i],
};

/** Periods by their precision. @type {Record<string, [number, (i: number) => string | number]>} */
const periods = {
  years: [34, (i) => 1990 + i],
  "few years": [5, (i) => 2019 + i],
  "years as text": [12, (i) => `${2010 + i}`],
  quarters: [12, (i) => `${2021 + Math.floor(i / 4)}-Q${(i % 4) + 1}`],
  months: [30, (i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`],
  "few months": [6, (i) => `2024-${String(i + 3).padStart(2, "0")}`],
  days: [90, (i) => day(i)],
  "many days": [1000, (i) => day(i)],
};

/** @param {number} i */
const day = (i) => new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10);

const names = [
  "Guangdong",
  "North Rhine-Westphalia",
  "Île-de-France",
  "São Paulo",
  "Others",
  "Lagos",
  "Texas",
  "Kerala",
];

const titles = [
  "What was counted",
  "What was counted in all the years since then, and what it came to",
  "A title of the usual length: what was found",
  "Fewer (2020)",
];

/** What columns are called: words for readers, and for machines, of which descriptions say nothing. @type {[string, string][]} */
const headings = [
  ["what", "how much"],
  ["date", "value"],
  ["x", "y"],
  ["Year", "Number of cases"],
  ["period_of_count", "net_change"],
];

/** The forms that data come in. @type {((rows: [string | number, number | null][], keys: [string, string]) => unknown)[]} */
const forms = [
  (rows, [x, y]) => ({ columns: { [x]: rows.map(([one]) => one), [y]: rows.map(([, other]) => other) } }),
  (rows, [x, y]) => rows.map(([one, other]) => ({ [x]: one, [y]: other })),
  (rows, [x, y]) => ({ csv: [`${x},${y}`, ...rows.map(([one, other]) => `${one},${other ?? ""}`)].join("\n") }),
];

/**
 * The specs of a kind.
 * @param {string} kind one that has a light part, see `roleOf`
 * @returns {[string, Spec][]} what is typical of it, and the spec
 */
export function typical(kind) {
  const upright = kind === "column" || kind === "line";
  /** @type {[string, Spec][]} */
  const all = [];
  let form = 0;
  const add = (
    /** @type {string} */ what,
    /** @type {Spec} */ said,
    /** @type {[string | number, number | null][]} */ rows,
    across = true,
  ) => {
    const [category, figure] = headings[form % headings.length] ?? ["x", "y"];
    const data = forms[form % forms.length]?.(rows, [category, figure]);
    form += 1;
    const [x, y] = across ? [category, figure] : [figure, category];
    all.push([
      what,
      {
        kind,
        title: titles[all.length % titles.length],
        subtitle: "By whom, where",
        source: { name: "made up" },
        ...said,
        x,
        y,
        data,
      },
    ]);
  };
  for (const [of, [said, value]] of Object.entries(measured)) {
    if (upright)
      for (const [when, [count, period]] of Object.entries(periods).filter(
        ([, [many]]) => kind === "line" || many < 40,
      ))
        add(
          `${of} by ${when}`,
          said,
          Array.from({ length: count }, (_, i) => [period(i), value(i)]),
        );
    // A line goes through time.
    if (kind === "line") continue;
    for (const count of [3, 8])
      add(
        `${count} ${of}`,
        said,
        names.slice(0, count).map((name, i) => [name, value(i)]),
        upright,
      );
    add(
      `${of}, one of them missing`,
      said,
      names.map((name, i) => [name, i === 2 ? null : value(i)]),
      upright,
    );
    add(
      `${of} in order`,
      { ...said, sort: "descending", decimals: 1 },
      names.map((name, i) => [name, value(i)]),
      upright,
    );
  }
  if (upright)
    add(
      "a gap",
      { unit: "people" },
      Array.from({ length: 14 }, (_, i) => [2000 + i, i === 6 ? null : 20 + ((i * 7) % 9)]),
    );
  return all;
}
