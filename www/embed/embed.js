// The page in a frame: a chart by the words of its own address, and its height for the page around it.

import "../indicator-chart.js";
import { heightMessage, pymHeight, wantsHeight } from "./message.js";

/** What the address may say of the chart, besides the addresses `src`, `brand` and `picture`, and `alt`. */
const passed = ["lang", "theme", "export", "refresh"];

const asked = new URLSearchParams(location.search);

/**
 * An address of this page's own origin; others are refused, lest a link show anything at all under the publisher's name.
 * @param {string} name
 */
function own(name) {
  const text = asked.get(name);
  if (text === null) return undefined;
  const found = URL.parse?.(text, location.href) ?? new URL(text, location.href);
  if (found.origin === location.origin) return found.href;
  console.error(`indicator-chart: error: ${name}=${text}: not of this page's origin; host it beside embed.html`);
  return undefined;
}

const chart = /** @type {import("../element.js").IndicatorChart} */ (document.createElement("indicator-chart"));
const root = document.documentElement;
for (const name of passed) {
  const value = asked.get(name);
  if (value !== null && !(name === "theme" && value === "auto")) chart.setAttribute(name, value);
}
root.lang = asked.get("lang") ?? "en";
root.dataset.scheme = asked.get("theme") ?? "light";
const picture = own("picture");
for (const name of ["src", "brand"]) {
  const found = own(name);
  if (found) chart.setAttribute(name, found);
}
if (picture) {
  const image = new Image();
  image.src = picture;
  image.alt = asked.get("alt") ?? "";
  const figure = document.createElement("figure");
  figure.className = "indicator-chart";
  figure.append(image);
  chart.append(figure);
}
document.body.append(chart);
chart.ready.then(() => {
  document.title = chart.shadowRoot?.querySelector('[part="title"]')?.textContent || document.title;
});

/** The height that was told last, in whole CSS pixels. */
let told = 0;

/** @param {boolean} [again] whether it is told though it is the same */
function tell(again = false) {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (!height || (height === told && !again)) return;
  told = height;
  // Whoever shows the page may know how high it is; whose page that is cannot be known here.
  parent.postMessage(heightMessage(height), "*");
  const child = asked.get("childId");
  if (child) parent.postMessage(pymHeight(child, height), "*");
}

if (parent !== window) {
  new ResizeObserver(() => tell()).observe(document.body);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && wantsHeight(data, asked.get("childId"))) tell(true);
  });
}
