// The canvas at exactly one canvas pixel per device pixel.

import { problem } from "./problem.js";

const lost = problem("context-lost", "canvas", "the browser took the picture back", "it returns when the browser can");

/** A canvas that is painted anew whenever its size in device pixels changes. */
export class Surface {
  #box;
  #canvas;
  #paint;
  #fail;
  #width = 0;
  #height = 0;
  /** The last size that the browser told exactly: CSS width, CSS height, pixel ratio → device pixels. */
  #exact = { key: "", width: 0, height: 0 };
  #observer;

  /**
   * @param {HTMLElement} box takes the canvas's height
   * @param {HTMLCanvasElement} canvas
   * @param {(ratio: number) => void} paint paints all, given device pixels in a CSS pixel
   * @param {(thrown?: unknown) => void} fail called when that throws outside of `resize` and when the picture is lost;
   *   with nothing when it may be painted again
   */
  constructor(box, canvas, paint, fail) {
    this.#box = box;
    this.#canvas = canvas;
    this.#paint = paint;
    this.#fail = fail;
    this.#observer = new ResizeObserver(([entry]) => this.#measured(entry));
    // Browsers take a canvas back when the graphics fail or memory is short.
    canvas.addEventListener("contextlost", () => fail(lost));
    canvas.addEventListener("contextrestored", () => fail());
  }

  /** Follows the canvas; `release` ends it. */
  follow() {
    try {
      this.#observer.observe(this.#canvas, { box: "device-pixel-content-box" });
    } catch {
      // WebKit does not tell device pixels: rounding must do.
    }
  }

  release() {
    this.#observer.disconnect();
  }

  /**
   * Gives the canvas its size in CSS pixels and paints it. The canvas floats in a box of its height.
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    this.#width = width;
    this.#height = height;
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#box.style.height = `${height}px`;
    const known = this.#exact.key === this.#key();
    const ratio = this.#ratio();
    this.#fill(
      known ? this.#exact.width : Math.round(width * ratio),
      known ? this.#exact.height : Math.round(height * ratio),
    );
  }

  /** @param {ResizeObserverEntry} entry */
  #measured(entry) {
    const box = entry.devicePixelContentBoxSize?.[0];
    // Rounding can be off by one; more than that is an emulated ratio that this box knows nothing of.
    if (!box?.inlineSize || Math.abs(box.inlineSize - this.#width * this.#ratio()) > 1) return;
    this.#exact = { key: this.#key(), width: box.inlineSize, height: box.blockSize };
    if (box.inlineSize !== this.#canvas.width || box.blockSize !== this.#canvas.height) {
      try {
        this.#fill(box.inlineSize, box.blockSize);
      } catch (thrown) {
        this.#fail(thrown);
      }
    }
  }

  #key() {
    return `${this.#width} ${this.#height} ${this.#ratio()}`;
  }

  /** Device pixels in a CSS pixel of the canvas: the page may have a `zoom`. */
  #ratio() {
    return devicePixelRatio * /** @type {any} */ (this.#canvas.currentCSSZoom ?? 1);
  }

  /**
   * @param {number} width device pixels
   * @param {number} height device pixels
   */
  #fill(width, height) {
    this.#canvas.width = width;
    this.#canvas.height = height;
    if (width && height) this.#paint(width / this.#width);
  }
}
