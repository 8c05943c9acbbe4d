// The one module that a page loads: it registers <indicator-chart>.

import { IndicatorChart } from "./element.js";

if (!customElements.get("indicator-chart")) customElements.define("indicator-chart", IndicatorChart);
