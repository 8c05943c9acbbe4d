//! What a careful editor would ask. Warnings all.

use super::super::nearest::offer;
use super::super::said::Spec;
use super::super::{Checked, Kind, Layout, Quantity};
use super::COUNTLESS;
use crate::each::each;
use crate::locale::Period;
use crate::problem::{Place, Problem};

/// The longest title that is read at once, in characters.
const LONG_TITLE: usize = 90;
/// As many hues as can be told apart.
const MOST_SERIES: usize = 7;

/// Asks what an editor would ask before the chart is published.
pub(super) fn review(spec: &Spec, checked: &Checked, problems: &mut Vec<Problem>) {
    let mut ask = |kind: &'static str, pointer: &str, message: &str, hint: &str| {
        problems.push(Problem::warning(kind, Place::spec(pointer), message.into(), hint.into()));
    };
    if spec.title.is_empty() {
        ask("missing-title", "", "no title", "say the finding in one sentence as \"title\"");
    }
    if spec.title.chars().count() > LONG_TITLE {
        ask(
            "long-title",
            "/title",
            "the title has more than 90 characters",
            "keep the finding; move the rest to \"subtitle\"",
        );
    }
    if spec.source.is_none() {
        ask("missing-source", "", "no source", "say where the data comes from as \"source\"");
    }
    if !spec.alt.is_empty() && repeats(&spec.alt, &spec.title) {
        ask("alt-repeats-title", "/alt", "the alt text repeats the title", "say what the chart shows, or leave it out");
    }
    let unitless = matches!(spec.kind, Kind::Timeline | Kind::Table)
        || matches!(checked.measure, Quantity::Rank | Quantity::Index);
    if spec.unit.is_empty() && !unitless {
        ask("missing-unit", "", "no unit", "say what is counted as \"unit\": \"%\", \"enterprises\", \"USD\"");
    }
    if checked.measure == Quantity::Balance && spec.unit == "%" {
        ask(
            "percent-for-points",
            "/unit",
            "a difference of shares is in points, not in %",
            "write \"percentage points\", or set measure to \"rate\" if it is a rate of change",
        );
    }
    // Rows of cells are told apart by their place.
    let hues = spec.kind.layout() != Layout::Cells;
    if hues && (MOST_SERIES + 1..COUNTLESS).contains(&checked.series.len()) && spec.highlight.is_empty() {
        ask(
            "too-many-series",
            "",
            "more than seven series without a highlight",
            "name those that matter as \"highlight\"",
        );
    }
    if spec.whole && !super::whole::adds_up(spec.kind) && checked.measure == Quantity::Share && !sums_up(checked) {
        ask(
            "not-a-whole",
            "/whole",
            "the parts do not add up to 100 %",
            "add the missing part, or leave \"whole\" out",
        );
    }
    super::claim::review(spec, checked, problems);
    super::dating::review(spec, checked, problems);
    #[cfg(not(target_arch = "wasm32"))]
    super::naming::review(spec, checked, problems);
    let mut ask = |kind: &'static str, pointer: &str, message: &str, hint: &str| {
        problems.push(Problem::warning(kind, Place::spec(pointer), message.into(), hint.into()));
    };
    let mut names = each(&checked.series, &mut String::as_str);
    names.extend(checked.facets.iter().map(String::as_str));
    names.extend(each(&checked.rows, &mut |row| row.category.as_str()));
    names.extend(each(&checked.rows, &mut |row| row.label.as_str()));
    names.retain(|name| !name.is_empty());
    for (index, name) in checked.highlight.0.iter().enumerate() {
        let period = Period::parse(name);
        let known =
            names.contains(&name.as_str()) || period.is_some() && checked.rows.iter().any(|row| row.period == period);
        if !known {
            let message = ["no series or category \"", name, "\""].concat();
            let pointer = if spec.highlight.len() > 1 {
                ["/highlight/", &index.to_string()].concat()
            } else {
                "/highlight".into()
            };
            ask("nothing-highlighted", &pointer, &message, &offer(name, &names, "there are"));
        }
    }
}

/// Whether two texts say the same, capitals and what stands at their ends aside.
fn repeats(alt: &str, title: &str) -> bool {
    let bare = |text: &str| text.trim_end_matches(['.', '。', '!', '！', ' ']).len();
    let (alt, title) = (alt.get(..bare(alt)).unwrap_or(alt), title.get(..bare(title)).unwrap_or(title));
    !alt.is_empty() && alt.eq_ignore_ascii_case(title)
}

/// Whether the shares of each series, or of each category where the series are the parts, add up to about 100.
fn sums_up(checked: &Checked) -> bool {
    let about = |sum: f64| (sum - 100.0).abs() <= 1.0;
    let total = |fits: &dyn Fn(&super::Row) -> bool| {
        checked.rows.iter().filter(|row| fits(row)).filter_map(|row| row.value).sum::<f64>()
    };
    let by_series = (0..checked.series.len()).all(|series| about(total(&|row| row.series == series)));
    by_series
        || checked.rows.iter().all(|one| about(total(&|row| row.category == one.category && row.period == one.period)))
}
