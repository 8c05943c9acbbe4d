// What every library is given: the rows of an example in the plainest form, its words, and how wide the column is.

/**
 * @typedef {object} Story
 * @property {string} title
 * @property {string} subtitle
 * @property {string} source
 * @property {any[]} rows
 * @property {number} width in CSS pixels, the page's margin taken off
 */

/** The page's font, the one that our own charts are drawn with. */
export const font = "Inter, sans-serif";
/** The blue that a house would set; all are given it where one colour is enough. */
export const blue = "#0f5f9e";
/** What is not highlighted. */
export const grey = "#9aa1a8";

/** Words of one size, broken into lines as wide as the chart; for libraries that do not do it. */
export function lines(text, width, style) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${style} ${font}`;
  const found = [""];
  for (const word of text.split(" ")) {
    const longer = found.at(-1) ? `${found.at(-1)} ${word}` : word;
    if (found.at(-1) && context.measureText(longer).width > width) found.push(word);
    else found[found.length - 1] = longer;
  }
  return found;
}

/** @param {string} text CSV with a heading; quotes are heeded, numbers become numbers */
function csv(text) {
  const [head, ...rest] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, -1).map((cell) => cell[2] ?? cell[1]));
  if (head.at(-1) === "") head.pop();
  const value = (cell) => (cell === "" || Number.isNaN(Number(cell)) ? cell : Number(cell));
  return rest.map((cells) => Object.fromEntries(head.map((name, at) => [name, value(cells[at] ?? "")])));
}

const columns = (table) => {
  const names = Object.keys(table);
  return table[names[0]].map((_, at) => Object.fromEntries(names.map((name) => [name, table[name][at]])));
};

/** Rows of one name, one place and one value: {name, x, y}. */
const long = (rows, x, names) =>
  rows.flatMap((row) => names.map((name) => ({ name, x: row[x], y: row[name] })).filter((each) => each.y != null));

/** How each example's own rows become plain ones. @type {Record<string, (rows: any[]) => any[]>} */
const plain = {
  bar: (rows) => rows.map((row) => ({ name: row.Country, y: row.Years })).sort((a, b) => b.y - a.y),
  column: (rows) => rows.map((row) => ({ x: row.Year, y: row.Generation })),
  area: (rows) => rows.map((row) => ({ x: row.Year, y: row.Generation })),
  "line-series": (rows) => long(rows, "Year", ["South Korea", "China", "India"]),
  "stacked-bar-percent": (rows) => {
    const names = ["Fossil fuels", "Nuclear", "Renewables"];
    return long(rows, "year", names).map((each) => {
      const all = names.reduce((sum, name) => sum + rows.find((row) => row.year === each.x)[name], 0);
      return { ...each, y: (each.y / all) * 100 };
    });
  },
  dumbbell: (rows) => {
    const then = (name, year) => rows.find((row) => row.Country === name && row.Year === year).Years;
    return [...new Set(rows.map((row) => row.Country))]
      .map((name) => ({ name, from: then(name, 1955), to: then(name, 2005) }))
      .sort((a, b) => b.to - a.to);
  },
  slope: (rows) => rows.map((row) => ({ name: row.Country, x: row.Year, y: row.Years })),
  scatter: (rows) =>
    rows.map((row) => ({
      name: row.Country,
      x: row["Income per person, international dollars"],
      y: row["Life expectancy at birth"],
    })),
  donut: (rows) => rows.map((row) => ({ name: row.source, y: row.share })),
  heatmap: (rows) => {
    const last = (name) => Math.max(...rows.filter((row) => row.Industry === name).map((row) => row.Rate));
    return rows
      .map((row) => ({ name: row.Industry, x: row.Year, y: row.Rate }))
      .sort((a, b) => last(b.name) - last(a.name) || a.name.localeCompare(b.name) || a.x - b.x);
  },
  facet: (rows) => rows.map((row) => ({ name: row.Country, x: row.Year, y: row.Years })),
  histogram: (rows) => rows.map((row) => ({ x: row["Flipper length"] })),
};

export const names = Object.keys(plain);

/**
 * @param {string} name an example's folder
 * @param {number} width of the plot, in CSS pixels
 * @returns {Promise<Story>}
 */
export async function story(name, width) {
  const folder = `/examples/${name}`;
  const spec = await (await fetch(`${folder}/spec.json`)).json();
  const address = typeof spec.data === "string" ? spec.data : spec.data.url;
  const rows = address
    ? csv(await (await fetch(`${folder}/${address}`)).text())
    : (spec.data.columns && columns(spec.data.columns)) || spec.data;
  const { title, subtitle, source } = spec;
  return { title, subtitle, source: `Source: ${source.name}`, rows: plain[name](rows), width };
}

/** The names in the order in which they come. */
export const each = (rows, key = "name") => [...new Set(rows.map((row) => row[key]))];

/** Values in bins of five, as all of them are asked to show: {from, y}. */
export function bins(rows) {
  const found = new Map();
  for (const { x } of rows) found.set(Math.floor(x / 5) * 5, (found.get(Math.floor(x / 5) * 5) ?? 0) + 1);
  return [...found].map(([from, y]) => ({ from, y })).sort((a, b) => a.from - b.from);
}
