// Steps through a table's cells by keyboard: one stop for Tab, arrows from cell to cell.

/** @typedef {{row: number, column: number}} Place */

/** The cells of a row, without the one that names it: a screen reader says that of each. @param {HTMLTableRowElement | undefined} row */
const cellsOf = (row) => [...(row?.cells ?? [])].filter((cell) => cell.getAttribute("role") === "gridcell");

/** The cells of one table. */
export class Steps {
  #table;
  /** @type {HTMLElement | undefined} */
  #active;

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.#table = table;
    table.addEventListener("keydown", (event) => this.#press(event));
    table.addEventListener("focusin", ({ target }) => {
      const cell = target instanceof HTMLElement && target.closest("[role=gridcell]");
      if (cell) this.#activate(/** @type {HTMLElement} */ (cell));
    });
  }

  get #body() {
    return this.#table.tBodies[0];
  }

  /** Where the focus is, if it is in one of the cells. @returns {Place | undefined} */
  get place() {
    const root = /** @type {ShadowRoot} */ (this.#table.getRootNode());
    const cell = root.activeElement?.closest("[role=gridcell]");
    return cell instanceof HTMLTableCellElement ? this.#placeOf(cell) : undefined;
  }

  /** Takes note of other rows. */
  renew() {
    if (!this.#active?.isConnected) this.#activate(this.#cellAt({ row: 0, column: 0 }));
  }

  /** @param {Place} place */
  focus(place) {
    const cell = this.#cellAt(place);
    this.#activate(cell);
    cell?.focus();
  }

  /** @param {HTMLTableCellElement} cell */
  #placeOf(cell) {
    const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    return { row: [...this.#body.rows].indexOf(row), column: cellsOf(row).indexOf(cell) };
  }

  /** @param {Place} place @returns {HTMLElement | undefined} */
  #cellAt({ row, column }) {
    const { rows } = this.#body;
    const cells = cellsOf(rows[Math.max(0, Math.min(row, rows.length - 1))]);
    return cells[Math.max(0, Math.min(column, cells.length - 1))];
  }

  /** @param {HTMLElement | undefined} cell */
  #activate(cell) {
    if (this.#active) this.#active.tabIndex = -1;
    this.#active = cell;
    if (cell) cell.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { place } = this;
    if (!place || event.altKey || event.metaKey) return;
    const { row, column } = place;
    const forward = getComputedStyle(this.#table).direction === "rtl" ? -1 : 1;
    const all = event.ctrlKey;
    /** @type {Record<string, Place>} */
    const steps = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + forward },
      ArrowLeft: { row, column: column - forward },
      PageDown: { row: row + 10, column },
      PageUp: { row: row - 10, column },
      Home: { row: all ? 0 : row, column: 0 },
      End: { row: all ? Number.MAX_SAFE_INTEGER : row, column: Number.MAX_SAFE_INTEGER },
    };
    if (event.key === "Enter") {
      // To the chart it is as if the cell had been pressed.
      /** @type {HTMLElement} */ (event.target).click();
    } else {
      const next = steps[event.key];
      if (!next || (all && !["Home", "End"].includes(event.key))) return;
      this.focus(next);
    }
    event.preventDefault();
  }
}
