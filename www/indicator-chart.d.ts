/** An indicator chart beside an article. Importing `indicator-chart.js` registers `<indicator-chart>`. */
export class IndicatorChart extends HTMLElement {
  /** The spec as an object or as JSON text; it comes before `src` and before the script inside the element. */
  spec: Spec | string | undefined;
  /**
   * Data in the place of the spec's own: rows, columns, a text of CSV, an address. Setting it draws this chart anew and no
   * other, without an animation; `undefined` gives the spec's own data back.
   */
  data: Spec["data"] | undefined;
  /** Resolves with true when the chart is painted, with false when what stands inside the element stays. */
  readonly ready: Promise<boolean>;
  /**
   * What is wrong with the spec and its data. What an editor would ask is among it where the page stands on the author's own
   * machine (localhost, a file) or the element has the attribute `review`; with `review="off"` never.
   */
  readonly problems: readonly Problem[];

  /**
   * Shows a datum as if the reader had pointed at it, without taking the focus.
   * @param which its index in reading order, or what it is called; the first that fits
   * @returns what is shown; undefined where there is no such datum
   */
  select(which: number | string | { series?: string; label?: string }): Datum | undefined;
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

/** All of ours bubble and cross shadow roots. */
export interface IndicatorChartEventMap extends HTMLElementEventMap {
  /** The chart is painted: for the first time, and again after a new spec or new data. */
  chartready: CustomEvent<null>;
  /** Something is wrong; once for each problem. */
  chartproblem: CustomEvent<Problem>;
  /** The reader chose a datum by click, tap, Enter or space. */
  chartselect: CustomEvent<Datum>;
  /** Live data (`refresh`) brought something new; what it was and what it is now. */
  chartchange: CustomEvent<Change[]>;
}

/** A datum that live data changed. */
export interface Change {
  /** Null where it is new. */
  before: Datum | null;
  /** Null where it is gone. */
  after: Datum | null;
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
  /** Set where nothing is known. */
  missing?: true;
  /** The colour of its cell, of a table's cell that has a shade. */
  shade?: string;
  /** The values that led to it, of a table's cell that shows them: of each how far along the line it stands, 0 to 1, and itself. */
  course?: Float64Array;
  /** Where a tooltip points. */
  anchor: { x: number; y: number };
  /** The box that the focus ring surrounds. */
  reach: { x: number; y: number; width: number; height: number };
}

/** A column of a table, and what its cells show besides their numbers. */
export interface TableColumn {
  /** The column; for a line the columns of its steps. */
  column: Words | number | (Words | number)[];
  /** A bar from zero, a shade, a line, or nothing. */
  as?: "bar" | "heat" | "line" | "text";
  /** Its heading, where that is not the column's own. */
  name?: Words;
}

// From here on written from the table of keys: UPDATE=1 cargo test --test command

/** The kinds of chart. */
export type Kind =
  | "bar"
  | "column"
  | "lollipop"
  | "dot"
  | "number"
  | "grouped-bar"
  | "grouped-column"
  | "line"
  | "area"
  | "slope"
  | "dumbbell"
  | "arrow"
  | "bump"
  | "waterfall"
  | "sparkline"
  | "bullet"
  | "progress"
  | "diverging-bar"
  | "stacked-bar"
  | "stacked-column"
  | "stacked-area"
  | "donut"
  | "grid"
  | "split-bar"
  | "diverging-stacked-bar"
  | "election-donut"
  | "rank"
  | "fan"
  | "scatter"
  | "strip"
  | "range"
  | "box"
  | "histogram"
  | "heatmap"
  | "pyramid"
  | "timeline"
  | "table";

/** What is said of a value. */
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

/** A cell of the data. */
export type Cell = Words | number | boolean | null;

/** A line, a band or a note on the plot. */
export interface Annotation {
  text: Words;
  x?: string | number | [string | number, string | number];
  y?: string | number | [string | number, string | number];
  at?: string | number;
  from?: string | number;
  to?: string | number;
}

/** The colours of one tone of a brand, each as `#rrggbb`. */
export interface BrandColors {
  background?: string;
  ink?: string;
  muted?: string;
  grid?: string;
  zero?: string;
  accent?: string;
  pale?: string;
  rest?: string;
  series?: string[];
}

/** How a publisher's charts look, where they differ from the built-in themes. */
export interface Brand {
  name?: string;
  font?: string;
  sizes?: { title?: number; subtitle?: number; label?: number; small?: number };
  weight?: number;
  gap?: number;
  margin?: number;
  light?: BrandColors;
  dark?: BrandColors;
}

/** What an author says. */
export interface Spec {
  /** The address of `spec.schema.json`, for editors. */
  $schema?: string;
  /** The kind of chart. The only key that every spec must have, besides `data`. */
  kind: Kind;
  /** The finding, in one sentence of at most 90 characters. */
  title?: Words;
  /** What is measured, where, in which unit, for which period. */
  subtitle?: Words;
  /** What the reader must know besides; one text or a list. Stands below the chart. */
  note?: Words | number | (Words | number)[];
  /** Where the data comes from: a name, or a name and an address (`http:` or `https:`). */
  source?: Words | { name: Words; url?: string };
  /** Who made the chart. */
  byline?: Words;
  /** Your own description for readers who do not see the chart; it stands before the one written from the data. */
  alt?: Words;
  /** The language of the words and numbers, as a BCP 47 tag. Else the element's or the page's, else English. */
  lang?: string;
  /** The data: a list of row objects, `{"columns": {…}}`, `{"csv": "…"}`, `{"url": "shares.csv"}` (CSV or JSON, relative to the spec), or `"table"` for the `<table>` inside the element. */
  data:
    | string
    | { [column: string]: Cell }[]
    | { columns: { [column: string]: Cell | Cell[] } }
    | { csv: string }
    | { url: string };
  /** The column of the horizontal direction: the value of `bar`, `dumbbell` and `rank` (a list of columns makes a series of each), the period or category of `column`, `line`, `number`, `timeline` and `heatmap`, the first number of a `scatter`. */
  x?: Words | number | (Words | number)[];
  /** The column of the vertical direction: the category of `bar`, `dumbbell` and `rank`, the value of `column`, `line` and `number` (a list of columns makes a series of each), the second number of a `scatter`, the rows of a `heatmap`. */
  y?: Words | number | (Words | number)[];
  /** The column that tells series apart; of a `dumbbell` it has two values, then and now. */
  series?: Words | number;
  /** The column of the milestones' words, or of what the items of a `scatter` or `strip` are called. */
  label?: Words | number;
  /** The column of the periods in which spans end; empty cells are milestones. */
  end?: Words | number;
  /** The column of the values that are shown as shades. */
  value?: Words | number;
  /** The column of the lower ends of the interval that the value lies in; a list, widest first, for several. */
  lower?: Words | number | (Words | number)[];
  /** The column of the upper ends, in the same order as `lower`. */
  upper?: Words | number | (Words | number)[];
  /** The column that says of single values: `over`, `under`, `about`, `at most`, `expected`, `provisional`, `projected`, `revised`, `break` (first value after a break in the series). */
  qualifier?: Words | number;
  /** The columns to show, in this order; else all. An object says what the cells of a column show besides their numbers: `bar` (a bar from zero), `heat` (a shade), `line` (of several columns: the way from the first to the last, whose number stands beside it) or `text` (nothing), and under which `name`. Where none says so, all numbers have bars. */
  columns?: Words | number | TableColumn | (Words | number | TableColumn)[];
  /** What is measured. A `share` never passes 100 and changes in points; a `rank` counts downward from 1; an `index` shows its base; a `balance` may be of either sign. */
  measure?: "share" | "count" | "amount" | "rate" | "rank" | "index" | "balance" | "duration";
  /** The unit: `%`, `percentage points`, a currency code of three capitals, or words such as `enterprises`. */
  unit?: Words;
  /** Which direction is good, where one is. */
  better?: "higher" | "lower";
  /** The base of an index (100 unless said), the reference of a balance, or where the way of a `progress` began (0 unless said). */
  base?: number;
  /** What should be reached: a value, or an object of `value`, `upper` (the upper end of a band), `period` and `label`. In `election-donut` it is the majority, which is else more than half. In `bullet` and `progress` each row may have its own: `{"column": "Plan 2020"}`. */
  target?:
    | number
    | { value?: number; upper?: number; column?: string | number; period?: string | number; label?: Words };
  /** Whether each stack is drawn to 100 %: the parts' shares of their sum instead of their values. */
  percent?: boolean;
  /** The categories that are sums of what stands before them, by name; one without a value is added up. Unless said: the first, and the last where it is what the others add up to. */
  total?: Words | number | (Words | number)[];
  /** Whether the values are parts of one whole. Only then may they be added up: stacks, `split-bar`, `donut`, `election-donut` and a `grid` of several parts ask for it. */
  whole?: boolean;
  /** The answers that are neither for nor against and stand apart at the right, by name. */
  apart?: Words | number | (Words | number)[];
  /** Whether the last period is not over: it is drawn hollow, with a note. */
  incomplete?: boolean;
  /** The day, month or quarter up to which the data goes: a last period that goes on after it is drawn as `incomplete`. */
  until?: Words;
  /** Whether gaps in a line are bridged by dashes. */
  bridge?: boolean;
  /** Whether an arrow leads from then to now. */
  arrow?: boolean;
  /** The series, categories or items that stand out, by name; the rest is grey. */
  highlight?: Words | number | (Words | number)[];
  /** What to say on the plot, a list of objects with `text` and a place. A period or value alone (`{"x": "2015"}`, `{"y": 50}`) is a line across the plot. `from` and `to` are a band: over periods where both are periods, else over values (`{"y": [40, 60]}` says which axis). `at`, the name of a category, series or period, is a note with a leader to its value, for a series the last one unless `x` says which; so is `{"x": "2020", "y": 50.9}`. Where there is no room the place is numbered and the words stand in the notes. */
  annotations?: Annotation | Annotation[];
  /** The column whose values have a small chart each, side by side: small multiples. All share their scales unless `free` says otherwise. Of panels, `highlight` names those that keep their colour. */
  facet?: Words | number;
  /** With `facet`, and of a `sparkline`: whether each small chart has a value axis of its own. A note says so; time is shared all the same. */
  free?: boolean;
  /** With `facet`: the panel whose line, columns, bars or values stand in grey behind all others, or the series that is grey in every panel, by name. */
  reference?: Words | number | (Words | number)[];
  /** The order of categories: as in the data, smallest first or largest first. */
  sort?: "data" | "ascending" | "descending";
  /** The ends of the value axis; `null` leaves one to the chart. Bars and columns start at zero all the same. */
  domain?: [number | null, number | null];
  /** How the axis of values is spread: evenly, by the logarithm (of values above zero: the same ratio is the same distance), or by a logarithm on both sides of zero. A `scatter` takes one word for both axes or a list of two, that of `x` first. Bars and other marks that are measured from zero refuse it. */
  scale?: "linear" | "log" | "symlog" | ["linear" | "log" | "symlog", "linear" | "log" | "symlog"];
  /** Which way time runs along the width of a chart in Arabic, Hebrew or another language that is written from right to left: `ltr`, as it does in every language unless said, or `rtl`, with the plot turned about, the axis of values at the right and the names of lines at the left. Categories always run as the language does. */
  direction?: "ltr" | "rtl";
  /** Digits after the decimal mark; else as many as the data has. */
  decimals?: number;
  /** The height of the plot in CSS pixels; else the chart chooses. */
  height?: number;
  /** How your charts look, where they differ from the built-in themes: `font`, `sizes`, `weight` of the title, `gap`, `margin`, and the colours of the `light` and the `dark` tone. The command line takes it from a file (`--brand`), the page from an address (`brand="…"`); [docs/themes.md](themes.md) tells all of it. */
  brand?: Brand;
}

// To here.

declare global {
  interface HTMLElementTagNameMap {
    "indicator-chart": IndicatorChart;
  }
}
