// What a page in a frame and the page around it say to each other.

/** What parts the words of pym.js's messages. */
const bar = "xPYMx";

/** @param {number} height CSS pixels */
export const heightMessage = (height) => ({ type: "indicator-chart", height });

/** The page around asks for the height. */
export const question = { type: "indicator-chart", ask: "height" };

/**
 * The height as pages around pym.js's frames understand it.
 * @param {string} child the frame's name, which pym.js puts into its address as `childId`
 * @param {number} height CSS pixels
 */
export const pymHeight = (child, height) => ["pym", child, "height", height].join(bar);

/**
 * Whether a message asks for the height: ours, or pym.js's that tells of a new width.
 * @param {any} data
 * @param {string | null} child
 */
export function wantsHeight(data, child) {
  if (typeof data === "string") return child !== null && data.startsWith(["pym", child, "width", ""].join(bar));
  return data?.type === question.type && data.ask === question.ask;
}

/** More than this is no chart. */
const highest = 20_000;

/**
 * The height that a message tells; undefined where it tells none.
 * @param {any} data
 * @returns {number | undefined} CSS pixels
 */
export function heightOf(data) {
  const height = data?.type === question.type ? data.height : undefined;
  return typeof height === "number" && height > 0 && height <= highest ? Math.ceil(height) : undefined;
}
