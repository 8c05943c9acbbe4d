// A table's rows and columns, from the data of its scene.

/**
 * @typedef {import("../model.js").Datum} Datum
 * @typedef {object} Column
 * @property {string} name
 * @property {(Datum | undefined)[]} cells one a row; undefined in the column that names the rows
 * @property {string[]} texts in words, empty where nothing is known
 * @property {boolean} number whether its cells are numbers
 * @property {"bar" | "heat" | "line" | "text"} face what its cells show besides
 */

/**
 * @param {Datum[]} data in reading order: row by row, in each the columns but the one that names the rows
 * @param {any} spec
 * @returns {Column[]} the one that names the rows first
 */
export function gather(data, spec) {
  const width = period(data.map(({ series }) => series));
  const rows = Array.from({ length: data.length / width }, (_, row) => data.slice(row * width, (row + 1) * width));
  const listed = Array.isArray(spec.columns) ? spec.columns : [];
  const chosen = listed.some((/** @type {any} */ one) => one?.as);
  const columns = Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => row[at]);
    const number = cells.some(({ value }) => value !== null);
    const face = !number ? "text" : cells.some(({ course }) => course) ? "line" : faceOf(listed[at + 1], chosen);
    return { name: cells[0].series, cells, texts: cells.map(words), number, face };
  });
  const names = rows.map(([first]) => first.label);
  // A table of one column has no other that names its rows.
  if (width === 1 && columns[0].texts.every((text, row) => text === names[row])) return columns;
  return [{ name: "", cells: [], texts: names, number: false, face: "text" }, ...columns];
}

/**
 * @param {any} said
 * @param {boolean} chosen whether any column's picture was chosen
 * @returns {Column["face"]}
 */
const faceOf = (said, chosen) => (chosen ? (["bar", "heat"].includes(said?.as) ? said.as : "text") : "bar");

/** After how many names they begin anew. @param {string[]} names */
function period(names) {
  for (let width = 1; width < names.length; width += 1) {
    if (names.length % width === 0 && names.every((name, at) => name === names[at % width])) return width;
  }
  return names.length;
}

/**
 * What a cell says: its unit stands above the table, once.
 * @param {Datum} datum
 */
const words = ({ value, text, unit, missing }) => (missing ? "" : value === null ? text : bare(text, unit));

/**
 * @param {string} text
 * @param {string} unit
 */
const bare = (text, unit) => (unit.length > 1 && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text);
