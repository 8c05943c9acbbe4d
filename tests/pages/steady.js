// Notes whatever moves in a page: as Chromium counts it, and by the places of `.mark` in every frame.

const steady = { shifts: [], moved: [] };
globalThis.steady = steady;
try {
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const names = sources.map(({ node, previousRect: was, currentRect: is }) => {
        const name = node?.id || node?.className || node?.nodeName;
        return `${name} ${[was.x, was.y, was.width, was.height]} > ${[is.x, is.y, is.width, is.height]}`;
      });
      steady.shifts.push([value, names.join("; ")]);
    }
  }).observe({ type: "layout-shift", buffered: true });
} catch {
  // Only Chromium counts.
}

/** Where the marks stand in the window and on the page; of those out of sight nothing. */
function places() {
  const page = document.documentElement.getBoundingClientRect();
  return [...document.querySelectorAll(".mark")].map((mark) => {
    const { left, top, bottom } = mark.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [left, top, left - page.left, top - page.top] : undefined;
  });
}

let before = [];

/** Begins anew where the test itself has scrolled: what was pushed out of sight before that, nobody saw. */
steady.anew = () => {
  before = places();
};

/** The boxes of all charts. */
const boxes = () =>
  [...document.querySelectorAll("indicator-chart")]
    .map((chart) => Object.values(chart.getBoundingClientRect().toJSON()).join(" "))
    .join();

/**
 * Comes right after a frame was shown, when no chart has changed since. What a chart out of sight pushes away in one and
 * the same frame as a test scrolls to there, nobody sees move, but Chromium counts it.
 */
steady.shown = async () => {
  for (;;) {
    await new Promise(requestAnimationFrame);
    const before = boxes();
    await new Promise((resolve) => setTimeout(resolve));
    if (boxes() === before) return;
  }
};

/** From now on each frame is compared with the one before. What moves in both the window and the page was pushed. */
steady.begin = () => {
  steady.anew();
  const look = () => {
    const now = places();
    for (const [index, place] of now.entries()) {
      if (!place || !before[index]) continue;
      // A scrolled window stands at whole pixels, so what it holds in its place may be moved by a part of one.
      const [x, y, pageX, pageY] = place.map((value, at) => Math.abs(value - before[index][at]) > (at < 2 ? 1.1 : 0.1));
      if ((x || y) && (pageX || pageY)) steady.moved.push([index, ...place, ...before[index]].map(Math.round));
    }
    before = now;
    requestAnimationFrame(look);
  };
  look();
};
