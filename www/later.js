// The way to scripts that no picture needs: the keyboard's and the screen reader's side comes after the first picture.

/** @returns {Promise<typeof import("./reader/reader.js")>} */
export const reading = () => import(`${new URL("indicator-chart-reader.js", import.meta.url)}`);
