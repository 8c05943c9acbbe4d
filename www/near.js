// When a chart begins: as soon as it is near the window, and never so many at once that the page stands still.

/** How far below or above the window a chart begins to load, in CSS pixels. */
const near = 600;

/** For how long charts may keep the page busy before it has its turn, in milliseconds: a longer task would be felt. */
const busy = 45;

/**
 * Calls once when an element comes near the window.
 * @param {Element} element
 * @param {() => void} act
 * @returns {IntersectionObserver | true} what to disconnect to give up
 */
export function whenNear(element, act) {
  if (!globalThis.IntersectionObserver) {
    act();
    return true;
  }
  const arrive = () => {
    observer.disconnect();
    act();
  };
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && arrive(), {
    rootMargin: `${near}px`,
  });
  observer.observe(element);
  // The observer speaks a frame later: what is in the window already need not wait for it.
  queueMicrotask(() => {
    const { top, bottom, width } = element.getBoundingClientRect();
    if (width && bottom > -near && top < innerHeight + near) arrive();
  });
  return observer;
}

/**
 * Calls when the page has nothing else to do, and after a second in any case.
 * @param {(value?: any) => void} act
 */
export function idle(act) {
  // WebKit does not tell when that is.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 50);
}

/** When charts began to keep the page busy, 0 when they do not; and when the last one began. */
let [since, before] = [0, 0];

/** The turn of the last one. */
let last = Promise.resolve();

/**
 * Comes when the next chart may be drawn, after the one before has been: at once where one more that takes as long leaves the
 * page responsive, else when the page had its turn.
 * @returns {Promise<void>}
 */
export function turn() {
  last = last.then(async () => {
    const now = performance.now();
    if (since && now - since + now - before > busy) {
      // A timer would wait longer, and have the page drawn anew for each few charts.
      const { scheduler } = /** @type {any} */ (globalThis);
      await (scheduler?.yield?.() ?? new Promise((done) => setTimeout(done)));
      since = 0;
    }
    before = performance.now();
    if (since) return;
    since = before;
    setTimeout(() => {
      since = 0;
    });
  });
  return last;
}
