// A publisher's look on the figure: fonts, sizes, spaces and colours as custom properties of the shadow root. Loaded when
// a spec or an element names a brand. A page's own `--indicator-chart-…` win over it, as they win over the built-in look.

import css from "./brand.css";
import { get } from "./fetch.js";
import { asWarning, problem } from "./problem.js";

/** @typedef {import("./indicator-chart.d.ts").Brand} Brand */

/** Sizes of type, with the bounds between which src/spec/brand.rs takes them: beyond they stay as they are. */
const sizes = { title: [14, 40], subtitle: [12, 24], label: [12, 20], small: [12, 16] };

/** Colour → the custom property that stands for it. */
const colors = { ink: "ink", muted: "muted", grid: "grid", accent: "accent", background: "ground" };

/**
 * The same spec with the brand that the element's attribute names, and what puts it on the figure.
 * @param {HTMLElement} host
 * @param {import("./source.js").Given} given
 * @param {import("./problem.js").Problem[]} trouble takes what is wrong with the brand's file
 * @returns {Promise<import("./source.js").Given>}
 */
export async function branded(host, given, trouble) {
  const spec = { .../** @type {any} */ (given.spec) };
  const address = host.getAttribute("brand");
  try {
    if (address) spec.brand = await read(address);
  } catch (thrown) {
    // A chart in the built-in look is better than none.
    trouble.push(asWarning(thrown, "the chart has the built-in look; `brand` is relative to the page"));
    delete spec.brand;
  }
  return { ...given, spec, dress: (figure, dark) => dress(figure, spec.brand, dark) };
}

/** @param {string} address */
async function read(address) {
  const text = await get(new URL(address, document.baseURI), (answer) => answer.text());
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem("not-json", address, error, "a brand is a JSON object");
  }
}

/**
 * Puts a brand's tone on the figure, or takes it off.
 * @param {import("./figure.js").Figure} figure
 * @param {unknown} brand as it was written: what is wrong in it is told by the Rust side and left out here
 * @param {boolean} dark
 * @returns {boolean} whether it has a ground of its own
 */
function dress(figure, brand, dark) {
  figure.wear(css);
  const { style } = figure.root;
  const { font, weight, gap, sizes: own, light, dark: dim } = Object(brand);
  const tone = Object(dark ? dim : light);
  const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    value === undefined ? style.removeProperty(`--ic-${name}`) : style.setProperty(`--ic-${name}`, `${value}`);
  set("font", typeof font === "string" && !/[;{}<>\\(]/.test(font) ? font || undefined : undefined);
  set("weight", within(weight, 0, 900));
  set("gap", pixels(within(gap, 0, 60)));
  for (const [name, [low = 0, high = 0]] of Object.entries(sizes))
    set(name, pixels(within(Object(own)[name], low, high)));
  const said = { ...tone, accent: tone.accent ?? tone.series?.[0] };
  for (const [name, property] of Object.entries(colors)) set(property, hex(said[name]));
  return hex(tone.background) !== undefined;
}

/**
 * @param {unknown} value
 * @param {number} low
 * @param {number} high
 */
const within = (value, low, high) => (typeof value === "number" && value >= low && value <= high ? value : undefined);

/** @param {number | undefined} value */
const pixels = (value) => (value === undefined ? undefined : `${value}px`);

/** @param {unknown} value */
const hex = (value) => (/^#([\da-f]{3}|[\da-f]{6})$/i.test(`${value}`) ? `${value}` : undefined);
