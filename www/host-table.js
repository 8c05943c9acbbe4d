// The `<table>` that an author put inside the element, as CSV text.

/**
 * The first table under the host, its head as the first line: of a head of several rows the words above one another are one
 * name ("Turnout 2020"). Cells that span are repeated, so that every line is as long as the head; `<data value>`,
 * `<time datetime>` and `data-value` are read in place of the words. What readers do not see and the foot are left out.
 * @param {Element} host
 * @returns {string | undefined}
 */
export function readTable(host) {
  const table = host.querySelector("table");
  if (!table) return undefined;
  /** @type {string[][]} */
  const lines = [];
  const rows = Array.from(table.rows).filter((row) => row.parentElement?.localName !== "tfoot" && isSeen(row));
  for (const [at, row] of rows.entries()) {
    lines[at] ??= [];
    let column = 0;
    for (const cell of row.cells) {
      while (lines[at][column] !== undefined) column += 1;
      const text = readCell(cell);
      const end = column + Math.min(cell.colSpan, 100);
      for (; column < end; column += 1) {
        for (let line = at; line < Math.min(at + cell.rowSpan, rows.length); line += 1) {
          lines[line] ??= [];
          lines[line][column] = text;
        }
      }
    }
  }
  const body = rows.findIndex((row) => row.parentElement?.localName !== "thead" && !isHead(row));
  const heads = lines.splice(0, Math.max(body, 1));
  const names = (heads[0] ?? []).map((_, at) => [...new Set(heads.map((line) => line[at]))].join(" ").trim());
  return [names, ...lines].map((line) => line.map(quote).join(",")).join("\n");
}

/** Whether a row has nothing but heads. @param {HTMLTableRowElement} row */
const isHead = (row) => [...row.cells].every((cell) => cell.localName === "th");

/** @param {Element} element */
const isSeen = (element) => getComputedStyle(element).display !== "none";

/** @param {HTMLTableCellElement} cell */
function readCell(cell) {
  const exact = cell.querySelector("data, time");
  const value = cell.dataset.value ?? exact?.getAttribute(exact.localName === "data" ? "value" : "datetime");
  return value ?? words(cell).replace(/\s+/g, " ").trim();
}

/**
 * What a reader sees of an element's words: no script, nothing hidden or struck out, no table within the table. A raised mark
 * behind a number is a footnote's, but behind a ten it is a power, which is no number that could be read.
 * @param {Node} node
 * @returns {string}
 */
function words(node) {
  let said = "";
  for (const child of node.childNodes) {
    if (!(child instanceof Element)) said += child.nodeType === Node.TEXT_NODE ? child.nodeValue : "";
    else if (child.localName === "br") said += " ";
    else if (child.localName === "sup" && /\d\s*$/.test(said)) said += /(^|\D)10$/.test(said) ? `^${words(child)}` : "";
    else if (!child.matches("del, s, script, style, table, template") && isSeen(child)) said += words(child);
  }
  return said;
}

/** @param {string} text */
function quote(text) {
  return `"${text.replaceAll('"', '""')}"`;
}
