//! `docs/kinds.md`: every kind with its options, written from the table of kinds.

use super::key::{ALL, KEYS, Key};
use super::manual::{channels, holds};
use super::{FORMS, Form, Kind};
use std::fmt::Write;

const HEAD: &str = "# The kinds of chart

What each kind is for, what it asks of its data, and the keys that it heeds besides those of every kind. [spec.md](spec.md) explains
each key at length; `indicator-chart kinds` lists the names. This page is written from the table of kinds in `src/spec/form.rs`.

";

/// The page, as Markdown.
pub fn catalogue() -> String {
    let mut page = String::from(HEAD);
    let names: Vec<String> = FORMS.iter().map(|form| format!("[`{0}`](#{0})", form.name)).collect();
    let _ = writeln!(page, "{}\n\n## Every kind\n", names.join(" · "));
    options(&mut page, &mut KEYS.iter().filter(|key| key.flag == ALL && !["kind", "data"].contains(&key.name)));
    for form in FORMS {
        let (use_, asks) = says(form.kind);
        let _ = writeln!(page, "\n## `{}`\n\n{use_}\n", form.name);
        let _ = writeln!(page, "![{0}](../examples/{0}/640.svg)\n", form.name);
        if !asks.is_empty() {
            let _ = writeln!(page, "{asks}\n");
        }
        let (place, value) = channels(form);
        let needed = [place, value].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ");
        let _ = writeln!(page, "Columns: {needed}.\n");
        options(&mut page, &mut KEYS.iter().filter(|key| key.flag != ALL && is_option(key, form)));
    }
    page
}

/// Whether a key is an option of a kind: not one of the columns that every chart of the kind names.
fn is_option(key: &Key, form: &Form) -> bool {
    key.is_heeded_by(form) && !["x", "y", "value"].contains(&key.name)
}

/// A table of keys.
fn options(page: &mut String, keys: &mut dyn Iterator<Item = &Key>) {
    let mut rows = String::new();
    for key in keys {
        let _ = writeln!(rows, "| [`{0}`](spec.md#{0}) | {1} | {2} |", key.name, holds(&key.shape), first(key.doc));
    }
    if !rows.is_empty() {
        page.push_str("| key | holds | what for |\n| --- | --- | --- |\n");
        page.push_str(&rows);
    }
}

/// The first sentence.
fn first(doc: &str) -> &str {
    let ends =
        doc.match_indices(['.', ';']).find(|(at, _)| doc.get(at + 1..).is_some_and(|rest| rest.starts_with(' ')));
    ends.map_or(doc, |(at, _)| doc.get(..at).unwrap_or(doc)).trim_end_matches('.')
}

/// What a kind is for, and what it asks of its data.
fn says(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Bar => (
            "How much, of a list of things: horizontal bars with their values. Names may be long.",
            "Bars start at zero. With `series` the bars of each category stand in a group.",
        ),
        Kind::Column => (
            "How much, over a few periods or categories with short names.",
            "Columns start at zero. Periods keep their distances: a missing year is a gap.",
        ),
        Kind::Lollipop => ("As `bar`, with less ink: for twenty rows and more.", "Starts at zero."),
        Kind::Dot => (
            "Values of each category as places on a line: for differences that bars from zero would hide, and for several series in a row.",
            "Need not start at zero.",
        ),
        Kind::Number => (
            "One figure, or up to 24, set large: with its change, its target and its past as a small line.",
            "The last value is the figure; the periods before it make the line.",
        ),
        Kind::GroupedBar => ("The same few series for each category, side by side as bars.", "Two series or more."),
        Kind::GroupedColumn => {
            ("The same few series for each category or period, side by side as columns.", "Two series or more.")
        }
        Kind::Line => (
            "How something went over time, one line a series, named at its end.",
            "Need not start at zero. A missing value is a gap, a `break` interrupts the line, what is not final is dashed.",
        ),
        Kind::Area => (
            "A line whose distance from zero matters: the space below is filled.",
            "Starts at zero. Three series at most.",
        ),
        Kind::Slope => (
            "Who rose and who fell between two times, or a few: straight lines with the values at both ends and each name once.",
            "Two to seven times. What a series does not have is a gap. A table with a column for each time is turned round. On a log scale equal slopes are equal growth.",
        ),
        Kind::Dumbbell => (
            "Two values of each category and the gap between them.",
            "Two series, then and now or two groups; `arrow` says which way it went.",
        ),
        Kind::Arrow => ("From then to now, for each category.", "Two series, the earlier first."),
        Kind::Bump => (
            "Who overtook whom: ranks over time, the first place at the top.",
            "Places, not values; two to sixty times. Ties stand side by side, `at most` 20 is a span of places, `domain` cuts the list.",
        ),
        Kind::Waterfall => ("How a sum came about, step by step.", "Changes in their order, and sums among them."),
        Kind::Sparkline => (
            "Many small lines, one a series, each with its first and last value: when the shape matters and the scale does not.",
            "The same pixels for a unit in every row, unless `free`.",
        ),
        Kind::Bullet => {
            ("A value against its target, for each category.", "Starts at zero. `target` is one for all, or a column.")
        }
        Kind::Progress => (
            "How much of the way is gone: to 100 %, or from a start to a target.",
            "A share, or a `target`; downward also a `base`.",
        ),
        Kind::DivergingBar => (
            "Above and below a reference: gains and losses, differences from a mean.",
            "One series. `base` is the reference, zero unless said.",
        ),
        Kind::StackedBar => ("The parts of several wholes.", "Parts of one whole (`whole`), none below zero."),
        Kind::StackedColumn => {
            ("The parts of a whole over periods or categories.", "Parts of one whole (`whole`), none below zero.")
        }
        Kind::StackedArea => {
            ("The parts of a whole over many periods.", "Parts of one whole (`whole`), none below zero.")
        }
        Kind::Donut => ("The parts of one whole, six at most.", "Parts of one whole (`whole`)."),
        Kind::Grid => (
            "A share, or the parts of a whole, as a hundred squares.",
            "A share, or parts of one whole (`whole`); rounded to whole squares by largest remainder.",
        ),
        Kind::SplitBar => ("One bar parted into its parts, with their names.", "Parts of one whole (`whole`)."),
        Kind::DivergingStackedBar => (
            "Answers from disagreement to agreement on either side of the middle.",
            "The series in their order; those named as `apart` stand at the right.",
        ),
        Kind::ElectionDonut => {
            ("Seats in a half ring, with the majority.", "Whole numbers of seats, from left to right.")
        }
        Kind::Rank => (
            "One place among many: a strip of places with one's own marked, or a bound such as \"top 20\" as an open span.",
            "Places, 1 first. The strip fades where nobody said how many there are; `domain` says it.",
        ),
        Kind::Fan => {
            ("A line that goes on as a projection within bands of probability.", "`lower` and `upper`, widest first.")
        }
        Kind::Scatter => ("Two numbers of each item against each other.", "A log scale for either axis."),
        Kind::Strip => (
            "Every value of each category as a dot: where they lie thick, and which lie apart.",
            "Many values of a category.",
        ),
        Kind::Range => (
            "A value and the interval that it lies in, for each category.",
            "`lower` and `upper`; the value itself may be left out.",
        ),
        Kind::Box => (
            "Median, quartiles and whiskers of the values of each category.",
            "Many values of a category; fewer than five are dots.",
        ),
        Kind::Histogram => ("How often values lie in each interval.", "One row a value."),
        Kind::Heatmap => ("A value for each pair of rows and columns, as a shade.", "One value a cell."),
        Kind::Pyramid => ("Two groups back to back by age or another order.", "Two series, none below zero."),
        Kind::Timeline => ("What happened when, each at its own precision; spans, too.", "No values: words and dates."),
        Kind::Table => ("Rows and columns, with bars, shades or lines in the cells of numbers.", "Any columns."),
    }
}
