// Subresource integrity of what the script itself fetches: the hashes stand in the page's import map, where browsers look for
// those of the scripts. Loaded where the page has such a map.

/**
 * @param {URL | string} address
 * @returns {string} the hash that the page demands; nothing where it demands none
 */
export function integrityOf(address) {
  for (const { textContent } of document.querySelectorAll("script[type=importmap]")) {
    try {
      for (const [name, hash] of Object.entries(JSON.parse(textContent).integrity ?? {}))
        if (new URL(name, document.baseURI).href === `${address}`) return hash;
    } catch {
      // The browser has said that this is no import map.
    }
  }
  return "";
}
