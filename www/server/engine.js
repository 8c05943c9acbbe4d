// All that the server's side asks of the engine, in one place: the same functions that a page uses.

import { explain, part, start } from "../engine.js";
import { Model, withData } from "../model.js";
import { templatesFor } from "../tongue.js";

export { explain, Model, withData };

/**
 * Has the engine, the parts that a picture with its words needs, and the words of a language.
 * @param {unknown} kind the spec's
 * @param {string} lang a language tag
 * @returns {Promise<string>} the templates of the words
 * @throws {import("../problem.js").Problem} when a part is missing
 */
export async function ready(kind, lang) {
  const parts = [kind, "words", "picture", "brand"].map(part);
  const [templates] = await Promise.all([templatesFor(lang), start(), ...parts]);
  return templates;
}
