// What the reader's side says. English is here; the other languages are in words/, and come with the engine's.

/** The words in the order in which the build writes them into a language's file, see www/build/build.mjs. */
const english = {
  Skip: "Skip this chart",
  Listen: "Listen to this chart",
  Keys: "Keys and wording",
  Hint: "Arrow keys: move. Enter: choose. Space: listen. Question mark: all keys",
  HintPart: "Arrow keys: move. Enter: open. Escape: back. Space: listen. Question mark: all keys",
  Follows: "This chart follows {0} from {1} to {2}.",
  FollowsOne: "This chart follows one figure from {1} to {2}.",
  Compares: "This chart compares {0}.",
  Many: "{0} items, from {1} to {2}",
  Span: "{0} to {1}",
  Values: "Values: {0}",
  Lowest: "lowest {0}",
  Highest: "highest {0}",
  NoMatch: "Nothing begins with {0}",
  Playing: "Playing {0}, from {1} to {2}",
  Tones: "Low tone {0}, high tone {1}",
  RisingTone: "A rising tone: more than the figure",
  FallingTone: "A falling tone: less than the figure",
  SoftTone: "A soft tone: not final",
  Tick: "A tick: no figure",
  Ended: "End, at {0}",
  Stopped: "Stopped at {0}",
  Speed: "Speed {0}",
  NoSound: "No sound can be played here",
  NoTones: "There are no figures to play",
  Wording: "Wording",
  Full: "Full: name, figure and all that is known",
  Terse: "Short: name and figure",
  SoundSpeed: "Speed of the tones",
  Close: "Close",
  Moves: "Next figure, next series",
  Ends: "First, last; with Ctrl of all series",
  Pages: "Ten further, or the next part",
  Letters: "A name that begins so",
  Letter: "Letters",
  Chooses: "Choose, or open a part",
  Leaves: "Back, or close",
  Plays: "Play or stop",
  Faster: "Tones faster, slower",
  Space: "Space",
};

/** @typedef {keyof typeof english} Name */

/** The names of the words, in their order. */
export const names = /** @type {Name[]} */ (Object.keys(english));

/** What parts the engine's words from these in a language's file. */
export const mark = "\n---\n";

/**
 * A function that says a word with its blanks filled, in the language of a file of templates, else in English.
 * @param {string} templates
 * @returns {(name: Name, ...parts: (string | number)[]) => string}
 */
export function wordsFrom(templates) {
  const lines = (templates.split(mark)[1] ?? "").split("\n");
  return (name, ...parts) => {
    const template = lines[names.indexOf(name)] || english[name];
    return template.replaceAll(/\{(\d)\}/g, (_, at) => `${parts[at] ?? ""}`);
  };
}
