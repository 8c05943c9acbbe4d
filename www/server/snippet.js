// The HTML of a chart with its first rung in it, as `indicator-chart snippet` writes it: everything escaped, nothing that
// needs a style or a script of its own.

import { parts } from "#parts";
import { roleOf } from "../role.js";
import { wordsOf } from "../word.js";

/** Windows up to this many CSS pixels wide are shown the phone's picture. */
const phones = 480;

/**
 * @typedef {{svg: string, width: number, height: number}} Picture
 * @typedef {import("../indicator-chart-server.d.ts").Told} Told
 */

/**
 * @param {unknown} spec
 * @param {Picture[]} pictures for the column and for the phone
 * @param {Told} told
 * @param {import("../indicator-chart-server.d.ts").HtmlOptions} options
 * @returns {{html: string, head: string, element: string, inside: string}}
 */
export function snippet(spec, [column, phone], told, { src, assets = "", theme, pictures, attributes = {} }) {
  const file = (/** @type {string} */ name) => escaped(assets + name);
  const preload = (/** @type {string} */ part) =>
    `<link rel="preload" href="${file(`indicator-chart${part}.wasm`)}" as="fetch" type="application/wasm" crossorigin>`;
  const role = roleOf(spec);
  // As the command line, which does not know of which kinds there are such parts.
  const bare = parts.includes(role) && !/-(noted|panels)/.test(role);
  const head = [
    `<link rel="stylesheet" href="${file("indicator-chart.css")}">`,
    `<link rel="modulepreload" href="${file("indicator-chart.js")}">`,
    preload(""),
    ...(told.kind && bare ? [preload(`-${role}`)] : []),
    // The class tells the script that it is ours to take.
    ...(src === undefined
      ? []
      : [`<link class="indicator-chart" rel="preload" href="${escaped(src)}" as="fetch" crossorigin>`]),
    `<script type="module" src="${file("indicator-chart.js")}"></script>`,
  ];
  // Without an address the spec stands in the element, where no text of it can end the script.
  const given = typeof spec === "string" ? spec : JSON.stringify(spec);
  const script = `<script type="application/json">${given?.replaceAll("<", "\\u003c")}</script>`;
  const inside = [
    ...(src === undefined ? [line(1, script)] : []),
    ...(column?.svg && phone?.svg ? rung(column, phone, told, pictures) : []),
  ];
  const all = {
    ...(src === undefined ? {} : { src }),
    lang: told.lang,
    ...(theme === "dark" ? { theme } : {}),
    ...attributes,
  };
  const named = Object.entries(all).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const element = [`<indicator-chart${named.join("")}>`, ...inside, "</indicator-chart>"];
  return {
    html: text([...head, ...element]),
    head: text(head),
    element: text(element),
    inside: text(inside),
  };
}

/**
 * The picture, the source and the table.
 * @param {Picture} column
 * @param {Picture} phone
 * @param {Told} told
 * @param {[string, string]} [addresses] of the two pictures; without them they stand in the HTML themselves
 */
function rung(column, phone, told, addresses) {
  const [image = "", small = ""] = (addresses ?? [column, phone].map(({ svg }) => asAddress(svg))).map(escaped);
  const { lang, title, subtitle, source, sourceUrl, byline, notes, description, table } = told;
  const alt = escaped(sentences([title, subtitle, description], /^(zh|ja)/.test(lang)));
  const words = (/** @type {number} */ depth, /** @type {string} */ tag, /** @type {string} */ said) =>
    said ? [line(depth, `<${tag}>${escaped(said)}</${tag}>`)] : [];
  return [
    line(1, '<figure class="indicator-chart">'),
    line(2, "<picture>"),
    line(3, `<source media="(max-width: ${phones}px)" srcset="${small}" ${size(phone)}>`),
    line(3, `<img src="${image}" ${size(column)} alt="${alt}">`),
    line(2, "</picture>"),
    line(2, "<figcaption>"),
    ...(sourceUrl ? [line(3, `<p><a href="${escaped(sourceUrl)}">${escaped(source)}</a></p>`)] : words(3, "p", source)),
    ...words(3, "p", byline),
    line(3, "<details>"),
    ...words(4, "summary", wordsOf(lang)[0] ?? ""),
    line(4, "<table>"),
    line(5, `<thead>${row(table.head, true)}</thead>`),
    line(5, "<tbody>"),
    ...table.rows.map((cells) => line(6, row(cells, false))),
    line(5, "</tbody>"),
    line(4, "</table>"),
    ...notes.flatMap((note) => words(4, "p", note)),
    line(3, "</details>"),
    line(2, "</figcaption>"),
    line(1, "</figure>"),
  ];
}

/**
 * @param {string[]} cells
 * @param {boolean} head
 */
function row(cells, head) {
  const cell = (/** @type {string} */ words, /** @type {number} */ at) => {
    const [open, close] = head ? ['th scope="col"', "th"] : at === 0 ? ['th scope="row"', "th"] : ["td", "td"];
    return `<${open}>${escaped(words)}</${close}>`;
  };
  return `<tr>${cells.map(cell).join("")}</tr>`;
}

/**
 * A picture's size in whole CSS pixels, as attributes: with them its place is kept before it has come.
 * @param {Picture} picture
 */
const size = ({ width, height }) => `width="${Math.round(width)}" height="${Math.round(height)}"`;

/**
 * A picture as its own address. Commas and blanks, which part the addresses of a `srcset`, are written as escapes.
 * @param {string} svg
 */
const asAddress = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/**
 * Words one after the other, each closed by a full stop.
 * @param {string[]} parts
 * @param {boolean} wide whether the language's full stops are
 */
function sentences(parts, wide) {
  const closed = parts.filter(Boolean).map((part) => (/[.!?。！？…]$/.test(part) ? part : part + (wide ? "。" : ".")));
  return closed.join(wide ? "" : " ");
}

/**
 * @param {number} depth
 * @param {string} words
 */
const line = (depth, words) => "  ".repeat(depth) + words;

/** @param {string[]} lines */
const text = (lines) => lines.map((words) => `${words}\n`).join("");

/** @type {Record<string, string>} */
const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": " ", "\r": " " };

/**
 * Text as it may stand in HTML, in an attribute too.
 * @param {string} words
 */
const escaped = (words) => `${words}`.replace(/[&<>"'\n\r]/g, (letter) => escapes[letter] ?? "");
