// The way to scripts that no picture needs, or few: the keyboard's and the screen reader's side comes after the first
// picture, a brand and the rows of a table before it where there is one, and what a reader takes away when someone asks for it.

/** @param {string} name */
const beside = (name) => import(`${new URL(`indicator-chart-${name}.js`, import.meta.url)}`);

/** @returns {Promise<typeof import("./reader/reader.js")>} */
export const reading = () => beside("reader");

/** @returns {Promise<typeof import("./brand.js")>} */
export const dressing = () => beside("brand");

/** @returns {Promise<typeof import("./records/records.js")>} */
export const listing = () => beside("records");

/** @returns {Promise<typeof import("./export.js")>} */
export const takeaway = () => beside("export");

/** @returns {Promise<typeof import("./refresh.js")>} */
export const refreshing = () => beside("refresh");

/** @returns {Promise<typeof import("./integrity.js")>} */
export const checking = () => beside("integrity");

/** @returns {Promise<typeof import("./host-table.js")>} */
export const tabling = () => beside("table");

/** @returns {Promise<typeof import("./many/draft.js")>} */
export const drafting = () => beside("many");
