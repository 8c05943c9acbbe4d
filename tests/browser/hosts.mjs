// The pages of others that charts must be at home on: style sheets of real packages, and some made by hand.

/**
 * @typedef {object} Host
 * @property {string[]} [css] addresses of its style sheets
 * @property {string} [lang]
 * @property {string} [dir]
 * @property {string} [article] the article's class
 * @property {number} [zoom] how many times its CSS pixels are larger than the window's
 */

const npm = (/** @type {string} */ path) => `/node_modules/${path}`;
const own = (/** @type {string} */ name) => `/tests/pages/host/${name}.css`;

/** Pages by what they are made of. @type {Record<string, Host>} */
export const hosts = {
  neutral: {},
  bootstrap: { css: [npm("bootstrap/dist/css/bootstrap.min.css")], article: "container" },
  "tailwind's preflight": { css: [npm("tailwindcss/preflight.css")], article: "prose" },
  bulma: { css: [npm("bulma/css/bulma.min.css")], article: "content" },
  "normalize.css": { css: [npm("normalize.css/normalize.css")] },
  "sanitize.css": { css: ["sanitize", "forms", "typography"].map((name) => npm(`sanitize.css/${name}.css`)) },
  "reset.css": { css: [npm("reset-css/reset.css")] },
  "the new css reset": { css: [npm("the-new-css-reset/css/reset.css")] },
  "water.css": { css: [npm("water.css/out/light.min.css")] },
  pico: { css: [npm("@picocss/pico/css/pico.min.css")], article: "container" },
  milligram: { css: [npm("milligram/dist/milligram.min.css")], article: "container" },
  pure: { css: [npm("purecss/build/pure-min.css")], article: "pure-form" },
  govuk: { css: [npm("govuk-frontend/dist/govuk/govuk-frontend.min.css")], article: "govuk-body" },
  "a block theme": { css: [own("blocks")], article: "entry-content" },
  "a serif newspaper": { css: [own("serif")] },
  "a root of 62.5%": { css: [own("small-root")] },
  "a dark page": { css: [own("dark")] },
  "all: unset !important": { css: [own("hostile")] },
  "rules with !important": { css: [own("important")] },
  "text properties": { css: [own("text")] },
  "transitions on everything": { css: [own("moving")] },
  "grid and flex": { css: [own("grid")] },
  zoom: { css: [own("zoom")], zoom: 1.5 },
  "transform: scale": { css: [own("scale")] },
  "vertical writing": { css: [own("vertical")], lang: "ja" },
  "a Chinese edition": { lang: "zh-Hans", css: [own("small-root")] },
  "a right-to-left edition": { lang: "ar", dir: "rtl", css: [own("serif")] },
};
