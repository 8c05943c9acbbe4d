// All that the server's side asks of the engine, in one place: the same functions that a page uses.

import { explain, whole } from "../engine.js";
import { Model, withData } from "../model.js";
import { templatesFor } from "../tongue.js";

export { explain, Model, withData };

/**
 * Has the whole engine, which alone draws pictures, and the words of a language.
 * @param {string} lang a language tag
 * @param {import("../problem.js").Problem[]} found takes what is wrong with the file of its words
 * @returns {Promise<string>} the templates of the words
 * @throws {import("../problem.js").Problem} when a part is missing
 */
export async function ready(lang, found) {
  const [templates] = await Promise.all([templatesFor(lang, found), whole()]);
  return templates;
}
