/**
 * Takes over properties that were set before the element was defined: they hide the setters.
 * @param {any} element
 * @param {string[]} names
 */
export function takeEarly(element, names) {
  for (const name of names) {
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
