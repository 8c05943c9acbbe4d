// What a reader has chosen for all charts of a site. It is kept in the browser only when something was chosen.

/** @typedef {{wording: "full" | "terse", speed: number}} Wishes */

const key = "indicator-chart";

/** @type {Wishes} */
const usual = { wording: "full", speed: 1 };

/** @returns {Wishes} */
export function wishes() {
  try {
    const { wording, speed } = { ...usual, ...JSON.parse(localStorage.getItem(key) ?? "{}") };
    return {
      wording: wording === "terse" ? "terse" : "full",
      speed: Number.isFinite(speed) ? Math.max(0.25, Math.min(4, speed)) : 1,
    };
  } catch {
    // A page without storage forgets, or somebody else wrote there.
    return { ...usual };
  }
}

/**
 * Remembers a choice and tells all charts of the page.
 * @param {Partial<Wishes>} choice
 */
export function wish(choice) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...wishes(), ...choice }));
  } catch {
    // See above.
  }
  dispatchEvent(new CustomEvent(key, { detail: choice }));
}

/**
 * @param {(choice: Partial<Wishes>) => void} heard
 */
export function whenWished(heard) {
  addEventListener(key, (event) => heard(/** @type {CustomEvent} */ (event).detail));
}
