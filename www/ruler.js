// How wide text is in the page's fonts: asked of a canvas that is never shown, and remembered.

/** So many widths are remembered before all are forgotten, which bounds the memory. */
const most = 20_000;

/** Widths in CSS pixels, by font and text. @type {Map<string, number>} */
const known = new Map();

/** @type {CanvasRenderingContext2D | null | undefined} */
let context;

/** @type {Intl.Segmenter | undefined} */
let segmenter;

/**
 * A function that measures in a font family.
 * @param {string} family a CSS font family list
 * @returns {(size: number, weight: number, text: string) => number | string} size and width in CSS pixels; at size 0
 *   the text's words, one a line, for scripts that write them without spaces
 */
export function rulerFor(family) {
  context ??= document.createElement("canvas").getContext("2d");
  return (size, weight, text) => {
    if (!size) {
      segmenter ??= new Intl.Segmenter([], { granularity: "word" });
      return Array.from(segmenter.segment(text), (word) => word.segment).join("\n");
    }
    const font = `${weight} ${size}px ${family}`;
    const key = `${font}\n${text}`;
    let width = known.get(key);
    if (width === undefined && context) {
      if (known.size >= most) known.clear();
      // Setting a font is dear, even the one that is set.
      if (context.font !== font) context.font = font;
      width = context.measureText(text).width;
      known.set(key, width);
    }
    return width ?? 0;
  };
}

/** Forgets every width: the page's fonts have changed. */
export function forgetWidths() {
  known.clear();
}
