// Rows in which one of the two sides does not write what CLDR has: each is named with what that side writes and why. A side
// that catches up fails the test, and its line here goes.

/** @typedef {{browser?: string, native?: string, why: string}} Difference */

const spaces = "V8 writes a plain space for U+202F in dates, because old scripts parse them";
const newer = "icu 2.4 has CLDR 49.0, this table and Chromium's ICU have 48.2";

/** Rows by language, method and arguments. @type {Record<string, Difference>} */
const known = {
  "en-IN period 2021-09-03 short": { native: "03 Sept 2021", why: newer },
  "en-IN period 2020-05-01 short": { native: "01 May 2020", why: newer },
  "hi list a b c": { native: "a, b और c", why: newer },
  "hi list a b c d": { native: "a, b, c और d", why: newer },
  "hi period 2021-12-31 long": { native: "31 दिसंबर, 2021", why: newer },
  "hi period 2021-09-03 long": { native: "3 सितंबर, 2021", why: newer },
  "hi period 2020-05-01 long": { native: "1 मई, 2020", why: newer },
};

/**
 * @param {[string, string, unknown[], string]} row
 * @returns {Difference | undefined}
 */
export function differing([tag, method, args, expected]) {
  const dated = method === "period" && !String(args[0]).includes("Q");
  if (dated && expected.includes("\u202f")) return { browser: expected.replaceAll("\u202f", " "), why: spaces };
  return known[[tag, method, ...args].join(" ")];
}
