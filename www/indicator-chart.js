// The one module that a page loads: it registers <indicator-chart>.

import { IndicatorChart } from "./element.js";
import { part, start } from "./engine.js";
import { foresee } from "./fetch.js";

export { IndicatorChart };

if (!customElements.get("indicator-chart")) customElements.define("indicator-chart", IndicatorChart);

// What a page preloads is taken at once: left lying until the reader scrolls near, browsers would complain of it.
for (const { className, href } of /** @type {NodeListOf<HTMLLinkElement>} */ (
  document.querySelectorAll("link[rel=preload]")
)) {
  const [name, role] = /indicator-chart(?:-([\w-]+))?\.wasm$/.exec(href) ?? [];
  // What fails here fails again, and is told, where a chart needs it.
  if (name) (role ? part(role) : start()).catch(() => {});
  // Specs and their data.
  else if (className === "indicator-chart") foresee(href);
}
