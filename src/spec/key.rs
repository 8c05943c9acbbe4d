//! Every key that a spec may have, in one table: the reader, the suggestions, the JSON Schema and the
//! documentation all come from it.

use super::said::Spec;
use super::{Better, Form, Layout, Quantity, Remark, Sort};

/// A key of the spec.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds, and where that goes.
    pub shape: Shape,
    /// Its bit in [`super::Form::heeds`]; 0 where every kind heeds it, or where the kind's [`super::Layout`] decides.
    pub flag: u32,
    /// What it is for.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// An example of its value, as JSON.
    #[cfg(not(target_arch = "wasm32"))]
    pub example: &'static str,
}

type Place<T> = fn(&mut Spec) -> &mut T;

/// What a key holds, and where in the [`Spec`] that goes.
pub enum Shape {
    /// Words, perhaps in several languages.
    Words(Place<String>),
    /// Words, or a list of them.
    List(Place<Vec<String>>),
    /// The name of a column.
    Name(Place<String>),
    /// The name of a column, or a list of names.
    Names(Place<Vec<String>>),
    /// `true` or `false`.
    Flag(Place<bool>),
    /// A number between two bounds.
    Number(Place<Option<f64>>, f64, f64),
    /// One of some words; the function is given the index of the one that was chosen.
    Choice(&'static [&'static str], fn(&mut Spec, usize)),
    /// The kind of chart.
    Kind,
    /// A name, or a name and an address.
    Source,
    /// A number, or an object of value, upper, column, period and label.
    Target,
    /// A list of objects, each a line, a band or a note on the plot.
    Annotations(Place<Vec<Remark>>),
    /// The columns of a table: names, or objects of column, as and name.
    Shown,
    /// A list of two numbers, each of which may be null.
    Domain,
    /// How an axis is spread: one word, or one for each of two axes.
    Scale,
    /// Fonts, sizes, spaces and colours.
    Brand,
    /// Rows, columns, CSV, an address, or "table".
    Data,
}

macro_rules! keys {
    ($($name:literal $shape:expr, $flag:expr, $example:literal, $doc:literal;)*) => {
        /// Every key, in the order of the documentation.
        pub static KEYS: &[Key] = &[$(Key {
            name: $name,
            shape: $shape,
            flag: $flag,
            #[cfg(not(target_arch = "wasm32"))]
            doc: $doc,
            #[cfg(not(target_arch = "wasm32"))]
            example: $example,
        }),*];
    };
}

/// Every kind heeds the key.
pub(super) const ALL: u32 = 0;
pub(super) const X: u32 = 1 << 0;
pub(super) const Y: u32 = 1 << 1;
pub(super) const SERIES: u32 = 1 << 2;
pub(super) const LABEL: u32 = 1 << 3;
pub(super) const END: u32 = 1 << 4;
pub(super) const QUALIFIER: u32 = 1 << 5;
pub(super) const COLUMNS: u32 = 1 << 6;
pub(super) const TARGET: u32 = 1 << 7;
pub(super) const INCOMPLETE: u32 = 1 << 8;
pub(super) const BRIDGE: u32 = 1 << 9;
pub(super) const ARROW: u32 = 1 << 10;
pub(super) const HIGHLIGHT: u32 = 1 << 11;
pub(super) const SORT: u32 = 1 << 12;
pub(super) const DOMAIN: u32 = 1 << 13;
pub(super) const BOUNDS: u32 = 1 << 14;
pub(super) const PERCENT: u32 = 1 << 15;
pub(super) const VALUE: u32 = 1 << 16;
pub(super) const SCALE: u32 = 1 << 17;
pub(super) const ANNOTATIONS: u32 = 1 << 18;
pub(super) const FACET: u32 = 1 << 19;
pub(super) const APART: u32 = 1 << 20;
pub(super) const TOTAL: u32 = 1 << 21;
pub(super) const DIRECTION: u32 = 1 << 22;

impl Key {
    /// Whether this kind heeds the key.
    pub fn is_heeded_by(&self, form: &Form) -> bool {
        let by_layout = match form.layout {
            Layout::Records => 0,
            Layout::Events => X | LABEL,
            Layout::Cells => X | Y | VALUE | ANNOTATIONS | FACET,
            Layout::Single => X | Y,
            _ => X | Y | ANNOTATIONS | FACET,
        };
        self.flag == ALL || (form.heeds | by_layout) & self.flag != 0
    }
}

const MEASURES: &[&str] = &["share", "count", "amount", "rate", "rank", "index", "balance", "duration"];

keys! {
    "kind" Shape::Kind, ALL, r#""bar""#,
        "The kind of chart. The only key that every spec must have, besides `data`.";
    "title" Shape::Words(|spec| &mut spec.title), ALL, r#""Advanced manufacturing passed half of added value""#,
        "The finding, in one sentence of at most 90 characters.";
    "subtitle" Shape::Words(|spec| &mut spec.subtitle), ALL, r#""Share of industrial added value, Dongguan, %""#,
        "What is measured, where, in which unit, for which period.";
    "note" Shape::List(|spec| &mut spec.notes), ALL, r#"["The two categories overlap.", "2020: preliminary."]"#,
        "What the reader must know besides; one text or a list. Stands below the chart.";
    "source" Shape::Source, ALL, r#"{"name": "Dongguan Today, 17 January 2022", "url": "https://example.org/"}"#,
        "Where the data comes from: a name, or a name and an address (`http:` or `https:`).";
    "byline" Shape::Words(|spec| &mut spec.byline), ALL, r#""Graphic: A. Author""#,
        "Who made the chart.";
    "alt" Shape::Words(|spec| &mut spec.alt), ALL, r#""Both shares rose, advanced manufacturing more.""#,
        "Your own description for readers who do not see the chart; it stands before the one written from the data.";
    "lang" Shape::Words(|spec| &mut spec.lang), ALL, r#""zh-Hans""#,
        "The language of the words and numbers, as a BCP 47 tag. Else the element's or the page's, else English.";
    "data" Shape::Data, ALL, r#"[{"sector": "Advanced", "share": 47.9}, {"sector": "High-tech", "share": 37.2}]"#,
        "The data: a list of row objects, `{\"columns\": {…}}`, `{\"csv\": \"…\"}`, `{\"url\": \"shares.csv\"}` (CSV or JSON, relative to the spec), or `\"table\"` for the `<table>` inside the element.";
    "x" Shape::Names(|spec| &mut spec.x), X, r#""share""#,
        "The column of the horizontal direction: the value of `bar`, `dumbbell` and `rank` (a list of columns makes a series of each), the period or category of `column`, `line`, `number`, `timeline` and `heatmap`, the first number of a `scatter`.";
    "y" Shape::Names(|spec| &mut spec.y), Y, r#"["2015", "2020"]"#,
        "The column of the vertical direction: the category of `bar`, `dumbbell` and `rank`, the value of `column`, `line` and `number` (a list of columns makes a series of each), the second number of a `scatter`, the rows of a `heatmap`.";
    "series" Shape::Name(|spec| &mut spec.series), SERIES, r#""year""#,
        "The column that tells series apart; of a `dumbbell` it has two values, then and now.";
    "label" Shape::Name(|spec| &mut spec.label), LABEL, r#""milestone""#,
        "The column of the milestones' words, or of what the items of a `scatter` or `strip` are called.";
    "end" Shape::Name(|spec| &mut spec.end), END, r#""until""#,
        "The column of the periods in which spans end; empty cells are milestones.";
    "value" Shape::Name(|spec| &mut spec.value), VALUE, r#""rate""#,
        "The column of the values that are shown as shades.";
    "lower" Shape::Names(|spec| &mut spec.lower), BOUNDS, r#"["low 95", "low 80"]"#,
        "The column of the lower ends of the interval that the value lies in; a list, widest first, for several.";
    "upper" Shape::Names(|spec| &mut spec.upper), BOUNDS, r#"["high 95", "high 80"]"#,
        "The column of the upper ends, in the same order as `lower`.";
    "qualifier" Shape::Name(|spec| &mut spec.qualifier), QUALIFIER, r#""note""#,
        "The column that says of single values: `over`, `under`, `about`, `at most`, `expected`, `provisional`, `projected`, `revised`, `break` (first value after a break in the series).";
    "columns" Shape::Shown, COLUMNS, r#"["Country", {"column": "Share", "as": "heat"}, {"column": ["2000", "2010", "2020"], "as": "line", "name": "Since 2000"}]"#,
        "The columns to show, in this order; else all. An object says what the cells of a column show besides their numbers: `bar` (a bar from zero), `heat` (a shade), `line` (of several columns: the way from the first to the last, whose number stands beside it) or `text` (nothing), and under which `name`. Where none says so, all numbers have bars.";
    "measure" Shape::Choice(MEASURES, |spec, index| spec.measure = QUANTITIES.get(index).copied()), ALL, r#""share""#,
        "What is measured. A `share` never passes 100 and changes in points; a `rank` counts downward from 1; an `index` shows its base; a `balance` may be of either sign.";
    "unit" Shape::Words(|spec| &mut spec.unit), ALL, r#""%""#,
        "The unit: `%`, `percentage points`, a currency code of three capitals, or words such as `enterprises`.";
    "better" Shape::Choice(&["higher", "lower"], |spec, index| spec.better = [Better::Higher, Better::Lower].get(index).copied()), ALL, r#""higher""#,
        "Which direction is good, where one is.";
    "base" Shape::Number(|spec| &mut spec.base, f64::MIN, f64::MAX), ALL, "100",
        "The base of an index (100 unless said), the reference of a balance, or where the way of a `progress` began (0 unless said).";
    "target" Shape::Target, TARGET, r#"{"value": 60, "period": 2025, "label": "Plan"}"#,
        "What should be reached: a value, or an object of `value`, `upper` (the upper end of a band), `period` and `label`. In `election-donut` it is the majority, which is else more than half. In `bullet` and `progress` each row may have its own: `{\"column\": \"Plan 2020\"}`.";
    "percent" Shape::Flag(|spec| &mut spec.percent), PERCENT, "true",
        "Whether each stack is drawn to 100 %: the parts' shares of their sum instead of their values.";
    "total" Shape::List(|spec| &mut spec.total), TOTAL, r#"["2015", "2020"]"#,
        "The categories that are sums of what stands before them, by name; one without a value is added up. Unless said: the first, and the last where it is what the others add up to.";
    "whole" Shape::Flag(|spec| &mut spec.whole), ALL, "true",
        "Whether the values are parts of one whole. Only then may they be added up: stacks, `split-bar`, `donut`, `election-donut` and a `grid` of several parts ask for it.";
    "apart" Shape::List(|spec| &mut spec.apart), APART, r#""Don't know""#,
        "The answers that are neither for nor against and stand apart at the right, by name.";
    "incomplete" Shape::Flag(|spec| &mut spec.incomplete), INCOMPLETE, "true",
        "Whether the last period is not over: it is drawn hollow, with a note.";
    "until" Shape::Words(|spec| &mut spec.until), INCOMPLETE, r#""2024-06-30""#,
        "The day, month or quarter up to which the data goes: a last period that goes on after it is drawn as `incomplete`.";
    "bridge" Shape::Flag(|spec| &mut spec.bridge), BRIDGE, "true",
        "Whether gaps in a line are bridged by dashes.";
    "arrow" Shape::Flag(|spec| &mut spec.arrow), ARROW, "true",
        "Whether an arrow leads from then to now.";
    "highlight" Shape::List(|spec| &mut spec.highlight), HIGHLIGHT, r#"["Dongguan"]"#,
        "The series, categories or items that stand out, by name; the rest is grey.";
    "annotations" Shape::Annotations(|spec| &mut spec.annotations), ANNOTATIONS, r#"[{"x": "2015", "text": "Plan begins"}, {"from": "2008", "to": "2009", "text": "Recession"}, {"at": "2020", "text": "Half for the first time"}]"#,
        "What to say on the plot, a list of objects with `text` and a place. A period or value alone (`{\"x\": \"2015\"}`, `{\"y\": 50}`) is a line across the plot. `from` and `to` are a band: over periods where both are periods, else over values (`{\"y\": [40, 60]}` says which axis). `at`, the name of a category, series or period, is a note with a leader to its value, for a series the last one unless `x` says which; so is `{\"x\": \"2020\", \"y\": 50.9}`. Where there is no room the place is numbered and the words stand in the notes.";
    "facet" Shape::Name(|spec| &mut spec.facet), FACET, r#""country""#,
        "The column whose values have a small chart each, side by side: small multiples. All share their scales unless `free` says otherwise. Of panels, `highlight` names those that keep their colour.";
    "free" Shape::Flag(|spec| &mut spec.free), FACET, "true",
        "With `facet`, and of a `sparkline`: whether each small chart has a value axis of its own. A note says so; time is shared all the same.";
    "reference" Shape::List(|spec| &mut spec.reference), FACET, r#""World""#,
        "With `facet`: the panel whose line, columns, bars or values stand in grey behind all others, or the series that is grey in every panel, by name.";
    "sort" Shape::Choice(&["data", "ascending", "descending"], |spec, index| spec.sort = *[Sort::Data, Sort::Ascending, Sort::Descending].get(index).unwrap_or(&Sort::Data)), SORT, r#""descending""#,
        "The order of categories: as in the data, smallest first or largest first.";
    "domain" Shape::Domain, DOMAIN, "[0, 100]",
        "The ends of the value axis; `null` leaves one to the chart. Bars and columns start at zero all the same.";
    "scale" Shape::Scale, SCALE, r#""log""#,
        "How the axis of values is spread: evenly, by the logarithm (of values above zero: the same ratio is the same distance), or by a logarithm on both sides of zero. A `scatter` takes one word for both axes or a list of two, that of `x` first. Bars and other marks that are measured from zero refuse it.";
    "direction" Shape::Choice(&["ltr", "rtl"], |spec, index| spec.leftward = index == 1), DIRECTION, r#""rtl""#,
        "Which way time runs along the width of a chart in Arabic, Hebrew or another language that is written from right to left: `ltr`, as it does in every language unless said, or `rtl`, with the plot turned about, the axis of values at the right and the names of lines at the left. Categories always run as the language does.";
    "decimals" Shape::Number(|spec| &mut spec.decimals, 0.0, 12.0), ALL, "1",
        "Digits after the decimal mark; else as many as the data has.";
    "height" Shape::Number(|spec| &mut spec.height, 40.0, 4000.0), ALL, "240",
        "The height of the plot in CSS pixels; else the chart chooses.";
    "brand" Shape::Brand, ALL, r##"{"font": "Georgia, serif", "sizes": {"title": 20}, "light": {"accent": "#9c1f4b"}, "dark": {"accent": "#ff9db8"}}"##,
        "How your charts look, where they differ from the built-in themes: `font`, `sizes`, `weight` of the title, `gap`, `margin`, and the colours of the `light` and the `dark` tone. The command line takes it from a file (`--brand`), the page from an address (`brand=\"…\"`); [docs/themes.md](themes.md) tells all of it.";
}

const QUANTITIES: [Quantity; 8] = [
    Quantity::Share,
    Quantity::Count,
    Quantity::Amount,
    Quantity::Rate,
    Quantity::Rank,
    Quantity::Index,
    Quantity::Balance,
    Quantity::Duration,
];
