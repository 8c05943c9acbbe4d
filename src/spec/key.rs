//! Every key that a spec may have, in one table: the reader, the suggestions, the JSON Schema and the
//! documentation all come from it.

use super::said::Spec;
use super::{Better, Kind, Quantity, Sort};
use Kind::{Bar, Column, Dumbbell, Line, Number, Rank, Timeline};

/// A key of the spec.
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds, and where that goes.
    pub shape: Shape,
    /// The kinds that heed it; empty means all.
    pub kinds: &'static [Kind],
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
    /// A number, or an object of value, upper, period and label.
    Target,
    /// A list of two numbers, each of which may be null.
    Domain,
    /// Rows, columns, CSV, an address, or "table".
    Data,
}

macro_rules! keys {
    ($($name:literal $shape:expr, $kinds:expr, $example:literal, $doc:literal;)*) => {
        /// Every key, in the order of the documentation.
        pub static KEYS: &[Key] = &[$(Key {
            name: $name,
            shape: $shape,
            kinds: &$kinds,
            #[cfg(not(target_arch = "wasm32"))]
            doc: $doc,
            #[cfg(not(target_arch = "wasm32"))]
            example: $example,
        }),*];
    };
}

const MEASURES: &[&str] = &["share", "count", "amount", "rate", "rank", "index", "balance", "duration"];

keys! {
    "kind" Shape::Kind, [], r#""bar""#,
        "The kind of chart. The only key that every spec must have, besides `data`.";
    "title" Shape::Words(|spec| &mut spec.title), [], r#""Advanced manufacturing passed half of added value""#,
        "The finding, in one sentence of at most 90 characters.";
    "subtitle" Shape::Words(|spec| &mut spec.subtitle), [], r#""Share of industrial added value, Dongguan, %""#,
        "What is measured, where, in which unit, for which period.";
    "note" Shape::List(|spec| &mut spec.notes), [], r#"["The two categories overlap.", "2020: preliminary."]"#,
        "What the reader must know besides; one text or a list. Stands below the chart.";
    "source" Shape::Source, [], r#"{"name": "Dongguan Today, 17 January 2022", "url": "https://example.org/"}"#,
        "Where the data comes from: a name, or a name and an address (`http:` or `https:`).";
    "byline" Shape::Words(|spec| &mut spec.byline), [], r#""Graphic: A. Author""#,
        "Who made the chart.";
    "alt" Shape::Words(|spec| &mut spec.alt), [], r#""Both shares rose, advanced manufacturing more.""#,
        "Your own description for readers who do not see the chart; it stands before the one written from the data.";
    "lang" Shape::Words(|spec| &mut spec.lang), [], r#""zh-Hans""#,
        "The language of the words and numbers, as a BCP 47 tag. Else the element's or the page's, else English.";
    "data" Shape::Data, [], r#"[{"sector": "Advanced", "share": 47.9}, {"sector": "High-tech", "share": 37.2}]"#,
        "The data: a list of row objects, `{\"columns\": {…}}`, `{\"csv\": \"…\"}`, `{\"url\": \"shares.csv\"}` (CSV or JSON, relative to the spec), or `\"table\"` for the `<table>` inside the element.";
    "x" Shape::Names(|spec| &mut spec.x), [Number, Dumbbell, Bar, Column, Line, Timeline, Rank], r#""share""#,
        "The column of the horizontal direction: the value of `bar`, `dumbbell` and `rank` (a list of columns makes a series of each), the period or category of `column`, `line`, `number` and `timeline`.";
    "y" Shape::Names(|spec| &mut spec.y), [Number, Dumbbell, Bar, Column, Line, Rank], r#"["2015", "2020"]"#,
        "The column of the vertical direction: the category of `bar`, `dumbbell` and `rank`, the value of `column`, `line` and `number` (a list of columns makes a series of each).";
    "series" Shape::Name(|spec| &mut spec.series), [Number, Dumbbell, Bar, Column, Line, Timeline], r#""year""#,
        "The column that tells series apart; of a `dumbbell` it has two values, then and now.";
    "label" Shape::Name(|spec| &mut spec.label), [Timeline], r#""milestone""#,
        "The column of the milestones' words.";
    "end" Shape::Name(|spec| &mut spec.end), [Timeline], r#""until""#,
        "The column of the periods in which spans end; empty cells are milestones.";
    "qualifier" Shape::Name(|spec| &mut spec.qualifier), [Number, Dumbbell, Bar, Column, Line, Rank], r#""note""#,
        "The column that says of single values: `over`, `under`, `about`, `at most`, `expected`, `provisional`, `projected`, `revised`, `break` (first value after a break in the series).";
    "columns" Shape::Names(|spec| &mut spec.columns), [Kind::Table], r#"["Indicator", "2015", "2020"]"#,
        "The columns to show, in this order; else all.";
    "measure" Shape::Choice(MEASURES, |spec, index| spec.measure = QUANTITIES.get(index).copied()), [], r#""share""#,
        "What is measured. A `share` never passes 100 and changes in points; a `rank` counts downward from 1; an `index` shows its base; a `balance` may be of either sign.";
    "unit" Shape::Words(|spec| &mut spec.unit), [], r#""%""#,
        "The unit: `%`, `percentage points`, a currency code of three capitals, or words such as `enterprises`.";
    "better" Shape::Choice(&["higher", "lower"], |spec, index| spec.better = [Better::Higher, Better::Lower].get(index).copied()), [], r#""higher""#,
        "Which direction is good, where one is.";
    "base" Shape::Number(|spec| &mut spec.base, f64::MIN, f64::MAX), [], "100",
        "The base of an index (100 unless said) or the reference of a balance.";
    "target" Shape::Target, [Number, Bar, Column, Line], r#"{"value": 60, "period": 2025, "label": "Plan"}"#,
        "What should be reached: a value, or an object of `value`, `upper` (the upper end of a band), `period` and `label`.";
    "whole" Shape::Flag(|spec| &mut spec.whole), [], "true",
        "Whether the values are parts of one whole. Only then may they be added up.";
    "incomplete" Shape::Flag(|spec| &mut spec.incomplete), [Number, Column, Line], "true",
        "Whether the last period is not over: it is drawn hollow, with a note.";
    "bridge" Shape::Flag(|spec| &mut spec.bridge), [Line], "true",
        "Whether gaps in a line are bridged by dashes.";
    "arrow" Shape::Flag(|spec| &mut spec.arrow), [Dumbbell], "true",
        "Whether an arrow leads from then to now.";
    "highlight" Shape::List(|spec| &mut spec.highlight), [Number, Dumbbell, Bar, Column, Line, Rank, Timeline], r#"["Dongguan"]"#,
        "The series or categories that stand out, by name; the rest is grey.";
    "sort" Shape::Choice(&["data", "ascending", "descending"], |spec, index| spec.sort = *[Sort::Data, Sort::Ascending, Sort::Descending].get(index).unwrap_or(&Sort::Data)), [Dumbbell, Bar, Column, Rank, Kind::Table], r#""descending""#,
        "The order of categories: as in the data, smallest first or largest first.";
    "domain" Shape::Domain, [Dumbbell, Bar, Column, Line, Rank], "[0, 100]",
        "The ends of the value axis; `null` leaves one to the chart. Bars and columns start at zero all the same.";
    "decimals" Shape::Number(|spec| &mut spec.decimals, 0.0, 12.0), [], "1",
        "Digits after the decimal mark; else as many as the data has.";
    "height" Shape::Number(|spec| &mut spec.height, 40.0, 4000.0), [], "240",
        "The height of the plot in CSS pixels; else the chart chooses.";
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
