// What stands in the plot: the canvas with the picture, or a table's own rows.

/**
 * @param {import("./figure.js").Figure} figure
 * @param {import("./surface.js").Surface} surface
 * @param {import("./model.js").Model} model
 * @param {import("./model.js").Words} words
 * @param {import("./model.js").Env} env what it was composed for
 * @returns {[height: number, fit: (height: number) => number]} the plot's height in CSS pixels, and what gives it
 *   another; that returns what it has become
 */
export function stand({ records }, surface, model, words, env) {
  if (records) return records.draw(model, words);
  surface.resize(words.width, words.height);
  return [
    words.height,
    (wanted) => {
      const { height } = model.compose({ ...env, height: wanted });
      surface.resize(env.width, height);
      return height;
    },
  ];
}
