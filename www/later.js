// The way to scripts that no picture needs, or few: the keyboard's and the screen reader's side comes after the first
// picture, a brand before it where one is named, and what a reader takes away when someone asks for it.

/** @param {string} name */
const beside = (name) => import(`${new URL(`indicator-chart-${name}.js`, import.meta.url)}`);

/** @returns {Promise<typeof import("./reader/reader.js")>} */
export const reading = () => beside("reader");

/** @returns {Promise<typeof import("./brand.js")>} */
export const dressing = () => beside("brand");

/** @returns {Promise<typeof import("./export.js")>} */
export const takeaway = () => beside("export");
