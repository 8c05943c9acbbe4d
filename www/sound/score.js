// A series as notes: what is high on the picture sounds high, what is left sounds left. Plain data in, plain data out.

import { endsOf } from "../reader/ends.js";

/** The lowest and the highest note, as MIDI counts them: two and a half octaves that small loudspeakers play well. */
const range = { low: 52, high: 82 };

/** Seconds: a note at usual speed, its least, and all notes together at most. */
const span = { note: 0.3, least: 0.045, all: 24 };

/** More values than these are played as means of neighbours. */
const most = 400;

/**
 * @typedef {object} Sounding what the score needs to know of a datum
 * @property {number} id
 * @property {number | null} value null for a gap
 * @property {number} height of its pitch, from 0 to 1
 * @property {number} across from 0, left, to 1, right
 * @property {string | null} qualifier as the spec names it
 */

/**
 * @typedef {object} Note
 * @property {number} id of the datum that is heard
 * @property {number} at seconds from the start
 * @property {number} length seconds
 * @property {"tone" | "tick"} kind a tick stands for a gap
 * @property {number} frequency Hz
 * @property {number} pan from -1, left, to 1, right
 * @property {"steady" | "rising" | "falling"} course a bound rises or falls away from its figure
 * @property {boolean} soft what is not final
 * @property {boolean} wavering what is about so
 */

/**
 * @param {Sounding[]} data in their order
 * @param {number} speed 1 is usual
 * @returns {Note[]}
 */
export function scoreOf(data, speed) {
  const heard = data.length > most ? thinned(data) : data;
  const length = Math.max(span.least, Math.min(span.note, span.all / heard.length)) / speed;
  return heard.map((datum, index) => {
    const { id, value, height, across, qualifier } = datum;
    const tone = range.low + Math.max(0, Math.min(1, height)) * (range.high - range.low);
    return {
      id,
      at: index * length,
      length,
      kind: value === null ? "tick" : "tone",
      frequency: 440 * 2 ** ((tone - 69) / 12),
      // Not all the way: one ear alone would lose the ends.
      pan: (Math.max(0, Math.min(1, across)) * 2 - 1) * 0.9,
      course: qualifier === "over" ? "rising" : qualifier === "under" || qualifier === "at most" ? "falling" : "steady",
      soft: ["expected", "provisional", "projected"].includes(qualifier ?? ""),
      wavering: qualifier === "about",
    };
  });
}

/**
 * As many data as can be heard: of each run of neighbours the mean, or a gap where all are gaps.
 * @param {Sounding[]} data
 */
function thinned(data) {
  const run = Math.ceil(data.length / most);
  return Array.from({ length: Math.ceil(data.length / run) }, (_, index) => {
    const near = data.slice(index * run, (index + 1) * run);
    const known = near.filter(({ value }) => value !== null);
    const middle = near[Math.floor(near.length / 2)];
    const height = known.reduce((sum, datum) => sum + datum.height, 0) / (known.length || 1);
    return { ...middle, value: known[0]?.value ?? null, height };
  });
}

/**
 * How high each value sounds, from 0 to 1: as high as it stands on the picture where places follow values (so that log
 * scales and ranks sound as they look), else by its share between the least and the greatest.
 * @param {import("../reader/layout.js").Item[]} items of all series, so that these can be compared
 * @param {boolean} upright whether values go across instead of up
 * @returns {(item: import("../reader/layout.js").Item) => number}
 */
export function heights(items, upright) {
  const known = items.filter(({ value }) => value !== null);
  const value = (/** @type {import("../reader/layout.js").Item} */ item) => item.value ?? 0;
  const place = (/** @type {import("../reader/layout.js").Item} */ item) => (upright ? item.x : -item.y);
  const sorted = [...known].sort((a, b) => value(a) - value(b));
  const steps = sorted.slice(1).map((item, before) => Math.sign(Math.round(place(item) - place(sorted[before]))));
  const follows = !(steps.includes(1) && steps.includes(-1)) && (steps.includes(1) || steps.includes(-1));
  const of = follows ? place : value;
  const [low, high] = endsOf(known.map(of));
  return (item) => (high > low ? (of(item) - low) / (high - low) : 0.5);
}
