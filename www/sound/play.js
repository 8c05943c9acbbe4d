// A series played as tones, with the mark that is heard shown. Loaded when a reader asks for it; without that no page
// makes a sound.

import { endsOf } from "../reader/ends.js";
import { spanOf } from "../reader/speaker.js";
import { wish } from "../reader/wish.js";
import { perform } from "./band.js";
import { heights, scoreOf } from "./score.js";
import { speeds } from "./speed.js";

/** One for all charts: browsers allow few. @type {AudioContext | undefined} */
let context;

/** What plays now, of whichever chart. @type {(() => void) | undefined} */
let stopOther;

/**
 * @typedef {object} Stage
 * @property {number} speed
 * @property {(id: number) => import("../model.js").Datum | undefined} datum
 * @property {(id: number) => void} show shows the datum that is heard
 * @property {() => void} end called once, when it is over
 */

/**
 * Plays the series, or the opened part of it, that a walk is at.
 * @param {import("../reader/reader.js").Reader["state"]} state
 * @param {Stage} stage
 */
export function play({ layout, walk, say, speaker }, stage) {
  stopOther?.();
  let { speed } = stage;
  const data = chosen(layout, walk).map((id) => {
    const item = layout.items[id];
    return { item, id, value: item.value, qualifier: stage.datum(id)?.qualifier ?? null };
  });
  const height = heights(layout.items, layout.upright);
  const [left, right] = endsOf(layout.items.map(({ x }) => x));
  const across = (/** @type {number} */ x, /** @type {number} */ index) =>
    layout.upright || right === left ? index / Math.max(1, data.length - 1) : (x - left) / (right - left);
  const sounding = data.map((one, index) => ({
    ...one,
    height: height(one.item),
    across: across(one.item.x, index),
  }));
  /** @type {AudioNode | undefined} */
  let out;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let frame = 0;
  let over = false;
  /** The next note that is to be shown. */
  let next = 0;
  const label = (/** @type {number} */ index) => data[index]?.item.label ?? "";

  const finish = (/** @type {string} */ words) => {
    if (over) return;
    over = true;
    out?.disconnect();
    clearTimeout(waiting);
    cancelAnimationFrame(frame);
    document.removeEventListener("keydown", leave, true);
    stopOther = undefined;
    speaker.hush();
    speaker.say(words);
    stage.end();
  };
  const stop = () => finish(say("Stopped", label(Math.max(0, next - 1))));
  const leave = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  };

  /**
   * Plays from a datum on.
   * @param {number} first
   */
  const from = (first) => {
    if (!context || over) return;
    out?.disconnect();
    cancelAnimationFrame(frame);
    const notes = scoreOf(sounding.slice(first), speed);
    const start = context.currentTime + 0.06;
    out = perform(context, notes, start);
    let shown = 0;
    const follow = () => {
      const now = (context?.currentTime ?? 0) - start;
      const before = shown;
      while (shown < notes.length && notes[shown].at <= now) shown += 1;
      if (shown > before) {
        const { id } = notes[shown - 1];
        next = data.findIndex((one) => one.id === id) + 1;
        stage.show(id);
      }
      const last = notes[notes.length - 1];
      if (now > last.at + last.length) return finish(say("Ended", label(data.length - 1)));
      frame = requestAnimationFrame(follow);
    };
    follow();
  };

  const known = data.filter(({ value }) => value !== null);
  if (known.length === 0) {
    finish(say("NoTones"));
    return { stop, speed: () => {} };
  }
  stopOther = stop;
  document.addEventListener("keydown", leave, true);
  const words = opening(data, layout.names[walk.line], say, stage).join(". ");
  speaker.say(words);
  context ??= new AudioContext();
  // Started by a key or a click, else the browser keeps it silent: then nothing plays, now or later.
  const wanted = context.resume().then(() => context?.state === "running");
  const late = new Promise((resolve) => setTimeout(resolve, 1500, false));
  Promise.race([wanted, late]).then((runs) => {
    if (!runs) return finish(say("NoSound"));
    // The tones wait for the words, as long as these are likely to take.
    waiting = setTimeout(from, spanOf(words), 0);
  });

  return {
    stop,
    /** @param {1 | -1} way faster or slower */
    speed(way) {
      const at = Math.max(0, Math.min(speeds.length - 1, speeds.indexOf(nearest(speed)) + way));
      if (speeds[at] === speed) return;
      speed = speeds[at];
      wish({ speed });
      speaker.say(say("Speed", speed));
      if (out) from(Math.min(next, data.length - 1));
    },
  };
}

/** @param {number} speed */
const nearest = (speed) => speeds.reduce((best, one) => (Math.abs(one - speed) < Math.abs(best - speed) ? one : best));

/**
 * The data of the series, or of the opened part of it.
 * @param {import("../reader/layout.js").Layout} layout
 * @param {import("../reader/walk.js").Walk} walk
 */
function chosen({ lines, places }, walk) {
  const { stations } = walk;
  const [first, after] = walk.window;
  const [from, to] = walk.depth > 0 ? [stations[first][0], stations[after - 1][1]] : [0, places];
  return lines[walk.line].slice(from, to).filter((id) => id !== undefined);
}

/**
 * What is said before the tones: what plays, between which figures, and what is unusual about some tones.
 * @param {{id: number, value: number | null, qualifier: string | null, item: {label: string}}[]} data
 * @param {string} series
 * @param {import("../reader/reader.js").Reader["state"]["say"]} say
 * @param {Stage} stage
 */
function opening(data, series, say, stage) {
  const known = data.filter(({ value }) => value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const text = (/** @type {{id: number} | undefined} */ one) => (one ? (stage.datum(one.id)?.text ?? "") : "");
  const [first, last] = [data[0].item.label, data[data.length - 1].item.label];
  const words = [
    series ? say("Playing", series, first, last) : say("Span", first, last),
    say("Tones", text(known[0]), text(known[known.length - 1])),
  ];
  const some = (/** @type {string[]} */ names) => data.some(({ qualifier }) => names.includes(qualifier ?? ""));
  if (some(["over"])) words.push(say("RisingTone"));
  if (some(["under", "at most"])) words.push(say("FallingTone"));
  if (some(["expected", "provisional", "projected"])) words.push(say("SoftTone"));
  if (known.length < data.length) words.push(say("Tick"));
  return words;
}

export { perform, scoreOf };
