// The widget's own words in the reader's language: a small file that is fetched when a chart first needs it.

import { tongues } from "#parts";
import { getText } from "./fetch.js";
import { asWarning } from "./problem.js";

/** @type {Map<string, Promise<string>>} */
const asked = new Map();

/**
 * The templates of the engine's words for a language tag. English is in the engine, and stands in for a language that
 * the widget does not speak; a file that does not come is no reason to show no chart.
 * @param {string} tag a BCP 47 tag
 * @param {import("./problem.js").Problem[]} found takes what is wrong with the file
 * @returns {Promise<string>}
 */
export function templatesFor(tag, found) {
  const name = tongueOf(tag);
  if (!tongues.includes(name)) return Promise.resolve("");
  let coming = asked.get(name);
  if (!coming) {
    coming = getText(new URL(`indicator-chart-${name}.txt`, import.meta.url).href);
    asked.set(name, coming);
    coming.catch(() => asked.delete(name));
  }
  return coming.catch((thrown) => {
    found.push(asWarning(thrown, "the chart speaks English; host the .txt files beside indicator-chart.js"));
    return "";
  });
}

/**
 * The language that a tag stands for: Chinese by its characters, any other by its first part.
 * @param {string} tag
 */
export function tongueOf(tag) {
  const [first = "", ...rest] = tag.trim().toLowerCase().split(/[-_]/);
  if (first !== "zh") return first;
  const script = rest.find((part) => ["hans", "hant", "tw", "hk", "mo"].includes(part));
  return script && script !== "hans" ? "zh-Hant" : "zh-Hans";
}
