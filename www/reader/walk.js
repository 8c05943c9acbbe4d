// A walk through a chart: which datum, or which part of the data, the reader is at, and where a step leads.

/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").Part} Part */

/** Where somebody walks through a layout. A place that holds nothing is never stood on. */
export class Walk {
  #layout;
  /** How deep: below the number of levels at a part, else at a datum. */
  depth = 0;
  /** Which series. */
  line = 0;
  /** Which place of it; of a part its first. */
  place = 0;

  /** @param {Layout} layout */
  constructor(layout) {
    this.#layout = layout;
    this.end(-1, true);
  }

  /** The datum that the walk is at; undefined at a part. */
  get id() {
    return this.depth < this.#layout.levels.length ? undefined : this.#layout.lines[this.line]?.[this.place];
  }

  /** All stations of this depth. @returns {Part[]} */
  get stations() {
    return this.#layout.levels[this.depth] ?? this.#layout.points;
  }

  /** The number of the station that the walk is at. */
  get station() {
    return this.stations.findIndex(([, to]) => this.place < to);
  }

  /** The stations that lie within the same larger part, as the first one's number and the one after the last. */
  get window() {
    const { stations } = this;
    const around = this.#layout.levels[this.depth - 1]?.find(([, to]) => this.place < to);
    if (!around) return [0, stations.length];
    const first = stations.findIndex(([from]) => from >= around[0]);
    const after = stations.findIndex(([from]) => from >= around[1]);
    return [first, after < 0 ? stations.length : after];
  }

  /**
   * Whether a series has anything in a part.
   * @param {number} line
   * @param {Part} part
   */
  has(line, [from, to]) {
    const data = this.#layout.lines[line];
    for (let place = from; place < to; place += 1) if (data?.[place] !== undefined) return true;
    return false;
  }

  /**
   * To the next station of the series that holds something, after the last one to the next series.
   * @param {1 | -1} way
   */
  along(way) {
    const { stations } = this;
    let [line, at] = [this.line, this.station];
    for (;;) {
      at += way;
      if (at < 0 || at >= stations.length) {
        line += way;
        at = way > 0 ? 0 : stations.length - 1;
      }
      if (line < 0 || line >= this.#layout.lines.length) return false;
      if (this.has(line, stations[at])) return this.#go(line, stations[at][0]);
    }
  }

  /**
   * To the same station of the next series, after the last one to the next station; where there is one series, along.
   * @param {1 | -1} way
   */
  across(way) {
    const { stations } = this;
    const count = this.#layout.lines.length;
    if (count < 2) return this.along(way);
    let [line, at] = [this.line, this.station];
    for (;;) {
      line += way;
      if (line < 0 || line >= count) {
        at += way;
        line = way > 0 ? 0 : count - 1;
      }
      if (at < 0 || at >= stations.length) return false;
      if (this.has(line, stations[at])) return this.#go(line, stations[at][0]);
    }
  }

  /**
   * To the first or last station of the series, or of all.
   * @param {1 | -1} way -1 to the first
   * @param {boolean} all
   */
  end(way, all) {
    const { stations } = this;
    const order = way < 0 ? stations : [...stations].reverse();
    const lines = all ? this.#layout.lines.map((_, line) => line) : [this.line];
    for (const line of way < 0 ? lines : lines.reverse()) {
      const part = order.find((station) => this.has(line, station));
      if (part) return this.#go(line, part[0]);
    }
    return false;
  }

  /**
   * To the next larger part, or ten further, or to the end.
   * @param {1 | -1} way
   */
  page(way) {
    const { stations } = this;
    const [first, after] = this.window;
    const whole = first === 0 && after === stations.length;
    const wanted = whole ? this.station + 10 * way : way > 0 ? after : first - 1;
    const to = Math.max(0, Math.min(wanted, stations.length - 1));
    if (to === this.station) return false;
    const part = stations[to];
    if (this.has(this.line, part)) return this.#go(this.line, part[0]);
    this.place = part[0];
    return this.along(way) || this.end(way, false);
  }

  /** Into a part: to the first of its smaller parts, or of its data, that holds something. */
  open() {
    if (this.depth >= this.#layout.levels.length) return false;
    this.depth += 1;
    const { stations } = this;
    const inside = stations.slice(this.station).find((station) => this.has(this.line, station));
    return inside ? this.#go(this.line, inside[0]) : this.end(-1, false);
  }

  /** Out to the larger part. */
  close() {
    if (this.depth === 0) return false;
    this.depth -= 1;
    return this.#go(this.line, this.stations[this.station][0]);
  }

  /**
   * To a datum.
   * @param {number} id
   */
  find(id) {
    const { lines, levels, items } = this.#layout;
    const line = lines.findIndex((data, index) => this.#layout.names[index] === items[id]?.series && data.includes(id));
    if (line < 0) return false;
    this.depth = levels.length;
    return this.#go(line, lines[line].indexOf(id));
  }

  /**
   * @param {number} line
   * @param {number} place
   */
  #go(line, place) {
    this.line = line;
    this.place = place;
    return true;
  }
}
