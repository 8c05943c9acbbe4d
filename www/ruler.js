// How wide text is in the page's fonts: asked of a canvas that is never shown, and remembered.

/** So many widths are remembered of a font before all are forgotten, which bounds the memory. */
const most = 5000;

/** So many fonts. */
const fonts = 50;

/** Widths in CSS pixels, by font and by text. @type {Map<string, Map<string, number>>} */
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
  let font = "";
  let [setSize, setWeight] = [0, 0];
  /** @type {Map<string, number>} */
  let widths = new Map();
  return (size, weight, text) => {
    if (!size) {
      segmenter ??= new Intl.Segmenter([], { granularity: "word" });
      return Array.from(segmenter.segment(text), (word) => word.segment).join("\n");
    }
    // One asks for many texts in a font: putting its name together for each would cost more than looking up.
    if (size !== setSize || weight !== setWeight) {
      [setSize, setWeight] = [size, weight];
      font = `${weight} ${size}px ${family}`;
      if (known.size > fonts) known.clear();
      widths = known.get(font) ?? new Map();
      known.set(font, widths);
    }
    let width = widths.get(text);
    if (width === undefined && context) {
      if (widths.size >= most) widths.clear();
      // Setting a font is dear, even the one that is set.
      if (context.font !== font) context.font = font;
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width ?? 0;
  };
}

/** Forgets every width: the page's fonts have changed. */
export function forgetWidths() {
  known.clear();
}
