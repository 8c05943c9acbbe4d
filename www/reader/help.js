// The list of keys and of what a reader can choose: how much is said, how fast tones play. Loaded when someone asks.

import { make } from "../figure.js";
import { speeds } from "../sound/speed.js";
import css from "./help.css";
import { wish } from "./wish.js";

/**
 * Opens the dialog.
 * @param {import("./reader.js").Reader["state"]} state
 * @param {import("./wish.js").Wishes} wanted what is chosen now
 */
export function openHelp({ figure, say }, wanted) {
  const root = figure.root.getRootNode();
  figure.wear(css);
  const back = root.activeElement;
  /** @type {[string, string][]} */
  const keys = [
    ["← → ↑ ↓", say("Moves")],
    ["Home, End", say("Ends")],
    ["Page Up, Page Down", say("Pages")],
    [say("Letter"), say("Letters")],
    ["Enter", say("Chooses")],
    ["Esc", say("Leaves")],
    [say("Space"), say("Plays")],
    ["+ −", say("Faster")],
  ];
  const list = make("dl", {}, ...keys.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)]));
  const wording = choice(say("Wording"), "wording", wanted.wording, [
    ["full", say("Full")],
    ["terse", say("Terse")],
  ]);
  wording.addEventListener("change", (/** @type {any} */ event) => wish({ wording: event.target.value }));
  const speed = choice(
    say("SoundSpeed"),
    "speed",
    `${wanted.speed}`,
    speeds.map((one) => [`${one}`, new Intl.NumberFormat(figure.root.lang || "en").format(one)]),
  );
  speed.addEventListener("change", (/** @type {any} */ event) => wish({ speed: Number(event.target.value) }));
  const close = make("button", { type: "button", part: "close" }, say("Close"));
  const name = make("h2", { id: "help" }, say("Keys"));
  const dialog = make("dialog", { part: "help", "aria-labelledby": "help" }, name, list, wording, speed, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    const here = root.activeElement;
    const within = here && !dialog.contains(here);
    dialog.remove();
    // The browser gives the focus back before it says that the dialog is closed, and the reader may have gone on by then.
    if (!within) back?.focus();
  });
  // What is pressed here is not meant for the chart.
  dialog.addEventListener("keydown", (/** @type {Event} */ event) => event.stopPropagation());
  figure.root.append(dialog);
  dialog.showModal();
}

/**
 * A choice of one among several.
 * @param {string} name
 * @param {string} group
 * @param {string} chosen
 * @param {[string, string][]} options value and words
 */
function choice(name, group, chosen, options) {
  const radios = options.map(([value, words]) => {
    const radio = make("input", { type: "radio", name: group, value });
    radio.checked = value === chosen;
    return make("label", {}, radio, words);
  });
  return make("fieldset", {}, make("legend", {}, name), ...radios);
}
