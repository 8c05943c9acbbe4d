// Which rows of a table have what a reader looks for.

/** A text as it is looked up: without capitals, accents and forms. @param {string} text */
const bare = (text) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * Which rows hold every word of a query, in any of their cells.
 * @param {string[]} rows each with all that its cells say
 * @param {string} query
 * @returns {boolean[]}
 */
export function find(rows, query) {
  const words = bare(query).split(/\s+/).filter(Boolean);
  return rows.map((row) => {
    const text = bare(row);
    return words.every((word) => text.includes(word));
  });
}
