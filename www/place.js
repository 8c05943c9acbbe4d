// The place that rung 1 takes on the page. The figure that follows fills it, margins included, so that nothing moves.

/** How far the plot's height may be stretched or pressed to fill the place. */
const give = 0.25;

/** The most air, in CSS pixels, that is kept so that nothing moves: out of sight, and before a reader's eyes. */
const air = { out: 48, seen: 240 };

/**
 * The size of a block in its own CSS pixels: what a `transform` or `zoom` makes of it is the page's business.
 * @param {Element} block
 * @param {"inlineSize" | "blockSize"} side
 */
export function sizeOf(block, side) {
  return Number.parseFloat(getComputedStyle(block)[side]) || 0;
}

/** The place of one chart. */
export class Place {
  #figure;
  /** The plot's width that it was taken for; at another width it is forgotten. */
  #width = 0;
  #height = 0;
  /** The plot's height without regard to the place. */
  #own = 0;

  /** The plot's height that fills the place, where it takes part in that. @type {number | undefined} */
  plot;

  /** @param {import("./figure.js").Figure} figure */
  constructor(figure) {
    this.#figure = figure;
  }

  /** Lets the place go: the next figure takes what it needs. */
  forget() {
    this.#height = 0;
    this.#width = 0;
    this.plot = undefined;
  }

  /**
   * Takes the measure of rung 1 where that is shown.
   * @param {number} width of the plot to come, in CSS pixels
   */
  take(width) {
    const { root, stack } = this.#figure;
    root.style.minHeight = "";
    if (!root.hidden) {
      if (width !== this.#width) this.forget();
      return;
    }
    this.forget();
    this.#width = width;
    this.#height = sizeOf(stack, "blockSize");
    // Margins at its edges reach through ours to the page. A pixel of padding holds the first back, a root of its own
    // both; what the stack grows by then is what the figure must bring instead.
    stack.style.paddingBlockStart = "1px";
    const before = sizeOf(stack, "blockSize") - this.#height;
    stack.style.paddingBlockStart = "";
    stack.style.display = "flow-root";
    const both = sizeOf(stack, "blockSize") - this.#height;
    stack.style.display = "";
    root.style.marginBlock = `${before}px ${both - before}px`;
  }

  /**
   * Fills the place: by the plot's height, or where the kind has no say in it by air around the plot. A place that is
   * far too large is let go, unless the reader is looking.
   * @param {number} height the plot's, in CSS pixels
   * @param {(height: number) => number} resize draws the plot anew; returns the height that it took
   * @returns {boolean} whether a reader would see the page move
   */
  fill(height, resize) {
    const { root, data, stack, slot } = this.#figure;
    if (!this.#height) return false;
    this.#own = this.plot === undefined ? height : this.#own;
    // What a reader has opened comes on top.
    const room = this.#height + (data.classList.contains("quiet") ? 0 : outerHeight(data));
    const missing = () => room - sizeOf(root, "blockSize");
    const wanted = height + missing();
    if (Math.abs(wanted - height) > 0.01 && Math.abs(wanted - this.#own) <= this.#own * give)
      this.plot = resize(wanted);
    const { top, bottom } = stack.getBoundingClientRect();
    const seen = top < innerHeight && (bottom > 0 || drifts());
    if (missing() <= (seen ? air.seen : air.out)) root.style.minHeight = `${room}px`;
    return seen && Math.abs(missing()) > 1 && slot.assignedElements().some(isPicture);
  }

  /**
   * Waits until nobody sees the page move, or the reader wants the chart.
   * @param {HTMLElement} host
   * @param {() => void} then called once
   */
  wait(host, then) {
    this.leave();
    const end = () => {
      this.leave();
      then();
    };
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting || (entry && entry.boundingClientRect.top < 0 && drifts()) || end(),
    );
    observer.observe(host);
    for (const type of asking) host.addEventListener(type, end);
    this.hurry = end;
    this.leave = () => {
      observer.disconnect();
      for (const type of asking) host.removeEventListener(type, end);
      this.hurry = this.leave = () => {};
    };
  }

  /** Ends the waiting: the chart is wanted now. */
  hurry = () => {};

  /** Waits no longer. */
  leave = () => {};
}

/** Whether what grows above the window moves what is in it: WebKit does not hold the page in its place. */
const drifts = () => !CSS.supports("overflow-anchor", "auto");

/** What a reader does who wants more than a picture. */
const asking = ["pointerdown", "keydown"];

/**
 * Whether there is as much to see as in the figure.
 * @param {Element} element
 */
function isPicture(element) {
  return element.matches("picture, img, svg") || element.querySelector("picture, img, svg") !== null;
}

/** @param {HTMLElement} block */
function outerHeight(block) {
  return block.offsetHeight + Number.parseFloat(getComputedStyle(block).marginBlockStart);
}
