//! What a careful editor would ask: each question has an example that raises it, and one like it that does not.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use indicator_chart::command::{Picture, load};
use indicator_chart::problem::{REMEDIES, Severity};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The question, the problem that it is told as, whether it refuses the chart, the example that raises it, and one
/// that comes as near as can be without.
const CHECKS: [(&str, &str, bool, &str, &str); 24] = [
    ("a truncated bar axis", "truncated-bar", false, "bad-truncated-axis", "bar"),
    ("lengths on a scale without zero", "scale-without-zero", true, "bad-scale-bar", "line-log"),
    ("parts that do not sum to their whole", "parts-not-100", true, "bad-parts-not-100", "donut"),
    ("shares that are said to be a whole", "not-a-whole", false, "bad-whole", "column-shares"),
    ("parts that overlap", "not-whole", true, "bad-overlapping-parts", "stacked-bar"),
    ("a ring of more than six parts", "too-many-parts", true, "bad-donut-seven", "donut-six"),
    ("a missing unit", "missing-unit", false, "bad-editorial", "rank"),
    ("a missing source", "missing-source", false, "bad-editorial", "bar"),
    ("a missing title", "missing-title", false, "bad-no-title", "bar"),
    ("contrast under 3:1 for marks and 4.5:1 for text", "low-contrast", false, "bad-brand", "brand-rose"),
    ("colours that some eyes do not tell apart", "colors-alike", false, "bad-brand", "brand-harbour"),
    ("colour as the only cue", "names-in-key", false, "bad-names-in-key", "line-index"),
    ("names that are cut on a phone", "labels-cut", false, "bad-labels-cut", "bar-long-labels"),
    ("more than seven series without a highlight", "too-many-series", false, "bad-many-series", "line-many-series"),
    ("sixty series without one", "countless-series", true, "bad-countless-series", "line-many-series"),
    ("a second axis, depth, smoothed lines, words at an angle", "refused-key", false, "bad-refused", "line"),
    ("per cent where points are meant", "percent-for-points", false, "bad-points", "bar-points"),
    ("a title over 90 characters", "long-title", false, "bad-editorial", "slope"),
    ("a title that names a period the data has not", "year-not-in-data", false, "bad-title-year", "line-many-series"),
    ("a title that names a country the data has not", "name-not-in-data", false, "bad-country", "slope-stages"),
    ("money over more than ten years", "money-without-prices", false, "bad-money", "hard-prices"),
    ("a last period that is not over", "incomplete-period", false, "bad-incomplete", "column-until"),
    ("a change of under 1 % that fills the plot", "narrow-domain", false, "bad-narrow-domain", "line-series"),
    ("alt text that repeats the title", "alt-repeats-title", false, "bad-alt", "bad-narrow-domain"),
];

/// Every problem of an example, at a phone's width and at a column's: its kind, and whether the chart is refused.
fn problems(example: &str) -> BTreeMap<&'static str, bool> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples").join(example).join("spec.json");
    assert!(path.exists(), "there is no {example}");
    let loaded = load(&path, None);
    let mut found: Vec<_> = loaded.problems;
    for width in [320.0, 640.0] {
        found.extend(
            loaded.checked.iter().flat_map(|checked| Picture::draw(checked, &loaded.lang, width, false).problems),
        );
    }
    found.iter().map(|problem| (problem.kind, problem.severity == Severity::Error)).collect()
}

#[test]
fn each_question_is_raised_where_it_should_be_and_nowhere_else() {
    for (what, kind, refused, bad, good) in CHECKS {
        assert!(REMEDIES.iter().any(|row| row.kind == kind), "{kind} has no remedy");
        assert_eq!(problems(bad).get(kind), Some(&refused), "{what}: {bad} has {:?}", problems(bad));
        assert_eq!(problems(good).get(kind), None, "{what}: {good} has {:?}", problems(good));
    }
}

#[test]
fn the_page_tells_the_same_but_for_what_is_said_to_be_the_command_lines() {
    for kind in ["name-not-in-data", "colors-alike"] {
        let row = REMEDIES.iter().find(|row| row.kind == kind).unwrap();
        assert!(row.reason.contains("command line"), "{kind}: {}", row.reason);
    }
}
