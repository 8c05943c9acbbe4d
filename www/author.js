// Who is told what an editor would ask: whoever makes the page. Readers have no use for it, so they do not load it.

import { part } from "./engine.js";

/** Names of a machine of one's own; a file has none. */
const own = /^((.*\.)?localhost|127\.[\d.]+|\[::1\])?$/;

/**
 * Whether a chart is read by an editor's eyes, with what that needs: its attribute `review` says so, or unless that is "off" the
 * page's address.
 * @param {Element} host
 * @returns {Promise<boolean>}
 */
export async function reviewing(host) {
  const said = host.getAttribute("review");
  if (said === "off" || (said === null && !own.test(location.hostname))) return false;
  // Without an editor's questions it is still a chart.
  return part("review").then(
    () => true,
    () => false,
  );
}
