/** An indicator chart beside an article. Importing `indicator-chart.js` registers `<indicator-chart>`. */
export class IndicatorChart extends HTMLElement {
  /** The spec as an object or as JSON text; it comes before `src` and before the script inside the element. */
  spec: Spec | string | undefined;
  /** Resolves with true when the chart is painted, with false when what stands inside the element stays. */
  readonly ready: Promise<boolean>;
  /** What is wrong with the spec and its data. */
  readonly problems: readonly Problem[];

  /**
   * Shows a datum as if the reader had pointed at it, without taking the focus.
   * @param which its index in reading order, or what it is called; the first that fits
   * @returns what is shown; undefined where there is no such datum
   */
  select(which: number | { series?: string; label?: string }): Datum | undefined;
  /** Hides what `select` or the reader shows. */
  clear(): void;
  /** The chart as SVG, with its words in it. Rejects with a `Problem` where there is no chart. */
  toSvg(options?: PictureOptions): Promise<string>;
  /** The chart as PNG, with its words in it. Rejects with a `Problem` where there is no chart. */
  toBlob(options?: PictureOptions & { ratio?: number }): Promise<Blob>;
  /** The data as CSV (RFC 4180), one line a datum. Rejects with a `Problem` where there is no chart. */
  toCsv(): Promise<string>;

  addEventListener<K extends keyof IndicatorChartEventMap>(
    type: K,
    listener: (this: IndicatorChart, event: IndicatorChartEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** How a picture that stands alone is drawn. */
export interface PictureOptions {
  /** CSS pixels; else as wide as in the page, with a margin of 16 all round. */
  width?: number;
  /** Else as in the page. */
  theme?: "light" | "dark";
}

/** All three bubble and cross shadow roots. */
export interface IndicatorChartEventMap extends HTMLElementEventMap {
  /** The chart is painted for the first time. */
  chartready: CustomEvent<null>;
  /** Something is wrong; once for each problem. */
  chartproblem: CustomEvent<Problem>;
  /** The reader chose a datum by click, tap, Enter or space. */
  chartselect: CustomEvent<Datum>;
}

/** One thing that is wrong. */
export interface Problem {
  /** A stable name for programs: `unknown-key`, `no-such-column`, `not-found` … */
  kind: string;
  /** After an error nothing can be drawn; after a warning the chart is drawn all the same. */
  severity: "error" | "warning";
  /** Where it is: a JSON pointer, a line and column of the data, an address. */
  place: string;
  /** What is wrong, in one sentence. */
  message: string;
  /** What the author can do. */
  hint: string;
}

/** One value that a reader can point at. Lengths are CSS pixels from the plot's left upper corner. */
export interface Datum {
  /** Its index in reading order, from 0. */
  id: number;
  /** All of it in one line, as a screen reader says it. */
  name: string;
  /** What it is called: its series and its label. */
  heading: string;
  /** The series; empty where there is only one. */
  series: string;
  /** The category, or the period in words. */
  label: string;
  /** The value in data units; null for a gap or a milestone. */
  value: number | null;
  /** The value in words, with unit and qualifier. */
  text: string;
  /** The unit in the author's word; may be empty. */
  unit: string;
  /** The period in ISO 8601, halves and quarters as `2020-H1` and `2020-Q1`; null where there is none. */
  period: string | null;
  /** What the author says of the value; null for nothing. */
  qualifier: Qualifier | null;
  /** What else can be said, in sentences. */
  details: string[];
  /** Where a tooltip points. */
  anchor: { x: number; y: number };
  /** The box that the focus ring surrounds. */
  reach: { x: number; y: number; width: number; height: number };
}

export type Kind = "number" | "dumbbell" | "bar" | "column" | "line" | "timeline" | "rank" | "table";

export type Qualifier =
  | "over"
  | "under"
  | "about"
  | "at most"
  | "expected"
  | "provisional"
  | "projected"
  | "revised"
  | "break";

/** Words, or the same words by language tag: `{"en": "…", "zh-Hans": "…"}`. */
export type Words = string | { [lang: string]: string };

export type Cell = string | number | boolean | null;

/** What an author says; `spec.schema.json` documents every key. */
export interface Spec {
  kind: Kind;
  title?: Words;
  subtitle?: Words;
  note?: Words | Words[];
  source?: Words | { name: Words; url?: string };
  byline?: Words;
  alt?: Words;
  lang?: string;
  data?:
    | { [column: string]: Cell }[]
    | { columns: { [column: string]: Cell[] } }
    | { csv: string }
    | { url: string }
    | "table";
  x?: string | string[];
  y?: string | string[];
  series?: string;
  label?: string;
  end?: string;
  qualifier?: string;
  columns?: string[];
  measure?: "share" | "count" | "amount" | "rate" | "rank" | "index" | "balance" | "duration";
  unit?: Words;
  better?: "higher" | "lower";
  base?: number;
  target?: number | { value: number; upper?: number; period?: string | number; label?: Words };
  whole?: boolean;
  incomplete?: boolean;
  bridge?: boolean;
  arrow?: boolean;
  highlight?: string | string[];
  sort?: "data" | "ascending" | "descending";
  domain?: [number | null, number | null];
  decimals?: number;
  height?: number;
}

declare global {
  interface HTMLElementTagNameMap {
    "indicator-chart": IndicatorChart;
  }
}
