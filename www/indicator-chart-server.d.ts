// `indicator-chart/server`: charts where there is no page. Node 20 or later; the files of dist/ must stand beside it.

import type { Problem, Spec } from "./indicator-chart.js";

/** How a chart is drawn. */
export interface Options {
  /** CSS pixels; 380 for a picture, 640 (the column of an article) for a snippet. */
  width?: number;
  /** CSS pixels of the plot, where the kind has a say in it. */
  height?: number;
  /** Light unless said. */
  theme?: "light" | "dark";
  /** A language tag (BCP 47), whatever the spec says. */
  lang?: string;
  /** CSS pixels around the picture; else the brand's or 16, in a snippet 0. */
  margin?: number;
  /** A CSS font family list; text is measured in Inter and Noto Sans whatever it says. */
  font?: string;
  /** Colours as `#rrggbb`, as the custom properties of the element. */
  colors?: { accent?: string; background?: string; ink?: string; muted?: string; grid?: string };
  /** The data, in the place of the spec's: what `data` may be in a spec; a text is CSV. */
  data?: Spec["data"];
  /** The spec's own path or `file:` address: data files are read from its folder and those below. */
  base?: string | URL;
  /** Reads an address of data in the place of the disk. */
  read?: (address: string) => string | Promise<string>;
}

/** What a chart says, in its language. */
export interface Told {
  /** The language tag in force. */
  lang: string;
  /** Whether it is written from right to left. */
  rtl: boolean;
  /** The spec's kind; empty where nothing could be drawn. */
  kind: string;
  title: string;
  subtitle: string;
  notes: string[];
  source: string;
  /** An `http:` or `https:` address, or nothing. */
  sourceUrl: string;
  byline: string;
  /** In sentences, for readers who do not see the chart. */
  description: string;
  /** The data as a table. */
  table: { head: string[]; rows: string[][] };
  /** What is wrong with the spec and its data; nothing is thrown. */
  problems: Problem[];
}

/** A picture of a chart. */
export interface Picture {
  /** Empty where nothing could be drawn. */
  svg: string;
  /** CSS pixels. */
  width: number;
  /** CSS pixels; 0 where nothing could be drawn. */
  height: number;
}

/** A picture, and what it says. */
export interface Rendered extends Picture, Told {}

/** How a snippet is written. */
export interface HtmlOptions extends Options {
  /** The address of the spec on your site; without it the spec stands in the element. */
  src?: string;
  /** What the addresses of `indicator-chart.js` and the other files begin with: `/charts/`; nothing unless said. */
  assets?: string;
  /** The addresses at which you host the two pictures; without them they stand in the HTML as `data:` addresses. */
  pictures?: [column: string, phone: string];
  /** More attributes of the element: `{ theme: "dark", refresh: "60" }`. */
  attributes?: Record<string, string>;
}

/** The HTML of a chart. Without JS, and where anything fails, it shows the picture, the source and the table. */
export interface RenderedHtml extends Told {
  /** `head` and `element`. */
  html: string;
  /** Style sheet, preloads and the script; once for a page will do. */
  head: string;
  /** `<indicator-chart>` with all that stands inside. */
  element: string;
  /** What stands inside the element, for frameworks that write the element themselves. */
  inside: string;
  /** The pictures for a column and for a phone. */
  pictures: [column: Picture, phone: Picture];
}

/**
 * Draws a chart as SVG, by the same wasm that draws it in a page.
 * @param spec an object, or JSON text
 */
export function renderToSvg(spec: Spec | string, options?: Options): Promise<Rendered>;

/**
 * Writes the HTML of a chart that an `<indicator-chart>` takes the place of, without moving anything.
 * @param spec an object, or JSON text
 */
export function renderToHtml(spec: Spec | string, options?: HtmlOptions): Promise<RenderedHtml>;
