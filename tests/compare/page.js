// The page of the comparison: `?chart=bar&by=plot&width=380` draws one chart into it; data-drawn on it says when it is there.

import * as echarts from "./echarts.js";
import * as highcharts from "./highcharts.js";
import * as plot from "./plot.js";
import { story } from "./story.js";
import * as vega from "./vega-lite.js";

const by = { echarts, highcharts, "vega-lite": vega, plot };

const wanted = new URLSearchParams(location.search);
const width = Number(wanted.get("width"));
const slot = document.getElementById("slot");
slot.style.width = `${width - 32}px`;
document.body.style.width = `${width}px`;
try {
  await Promise.all(["400 14px Inter", "600 14px Inter", "700 14px Inter"].map((face) => document.fonts.load(face)));
  const name = wanted.get("chart");
  await by[wanted.get("by")].draw(name, await story(name, width - 32), slot);
  document.body.dataset.drawn = "yes";
} catch (error) {
  document.body.dataset.drawn = String(error.stack);
}
