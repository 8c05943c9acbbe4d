// The `<table>` that an author put inside the element, as CSV text.

/**
 * The first table under the host, its head as the first line. Cells that span are repeated, so that every line is
 * as long as the head; `<data value>`, `<time datetime>` and `data-value` are read in place of the words.
 * @param {Element} host
 * @returns {string | undefined}
 */
export function readTable(host) {
  const table = host.querySelector("table");
  if (!table) return undefined;
  /** @type {string[][]} */
  const lines = [];
  for (const [at, row] of Array.from(table.rows).entries()) {
    lines[at] ??= [];
    let column = 0;
    for (const cell of row.cells) {
      while (lines[at][column] !== undefined) column += 1;
      const text = quote(readCell(cell));
      const end = column + Math.min(cell.colSpan, 100);
      for (; column < end; column += 1) {
        for (let line = at; line < Math.min(at + cell.rowSpan, table.rows.length); line += 1) {
          lines[line] ??= [];
          lines[line][column] = text;
        }
      }
    }
  }
  return lines.map((line) => line.join(",")).join("\n");
}

/** @param {HTMLTableCellElement} cell */
function readCell(cell) {
  const exact = cell.querySelector("data, time");
  const value = cell.dataset.value ?? exact?.getAttribute(exact.localName === "data" ? "value" : "datetime");
  return value ?? cell.textContent.replace(/\s+/g, " ").trim();
}

/** @param {string} text */
function quote(text) {
  return `"${text.replaceAll('"', '""')}"`;
}
