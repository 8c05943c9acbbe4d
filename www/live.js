// The way to live data (refresh.js), which is loaded where an element has `refresh`.

import { refreshing } from "./later.js";

/**
 * @typedef {object} Chart what is done to the chart
 * @property {() => import("./model.js").Model | undefined} model nothing while no chart is shown
 * @property {(model: import("./model.js").Model) => void} swap shows another chart in the same place
 * @property {(thrown: unknown) => void} fail tells a trouble that leaves the chart as it is
 */

/**
 * Looks for new data from now on.
 * @param {HTMLElement} host
 * @param {Chart} chart
 * @returns {() => void} ends it
 */
export function follow(host, chart) {
  const running = refreshing().then(({ Refresh }) => new Refresh(host, chart));
  running.catch(chart.fail);
  return () =>
    running.then(
      (live) => live.leave(),
      () => {},
    );
}
