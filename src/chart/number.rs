//! Figures set large, side by side where there are several: each with its unit in words, what the author says
//! of it, its change, its target, and a sparkline where it has a past.

use super::figure::Figure;
use super::sketch::Sketch;
use crate::geom::{Point, within};
use crate::problem::{Place, Problem};
use crate::scene::{Order, Role};
use crate::spec::Row;

/// The most figures that are drawn: more are a table.
const MOST: usize = 24;
/// The narrowest that one of several figures may be, and the room between two, in CSS pixels.
const NARROWEST: f64 = 136.0;
const GAP: f64 = 24.0;

/// Draws the figures in reading order, in as many columns as have room.
pub(super) fn draw(sketch: &mut Sketch) {
    let figures = figures(sketch);
    sketch.story.order = match figures.as_slice() {
        [only] if only.rows.len() > 1 => Order::Time,
        [] | [_] => Order::Single,
        _ => Order::Category,
    };
    if sketch.story.order == Order::Single {
        // The figure tells its own gap.
        sketch.story.target = None;
    }
    let columns = within(((sketch.width + GAP) / (NARROWEST + GAP)).floor(), 1.0, figures.len().clamp(1, 4) as f64);
    // Two rows of two rather than three and one.
    let lines = (figures.len() as f64 / columns).ceil().max(1.0);
    let columns = (figures.len() as f64 / lines).ceil().max(1.0);
    let width = (sketch.width - GAP * (columns - 1.0)) / columns;
    let size = figures.iter().map(|figure| figure.size(sketch, width)).fold(56.0_f64, f64::min);
    let range = figures.iter().map(Figure::range).fold(0.0, f64::max);
    let mut y = 0.0;
    for (i, line) in figures.chunks((columns as usize).max(1)).enumerate() {
        if i > 0 {
            let color = sketch.env.theme.grid;
            sketch.rule(Role::Grid, Point::new(0.0, y + 16.0), Point::new(sketch.width, y + 16.0), 0.0, color);
            y += 28.0;
        }
        let head = line.iter().map(|figure| figure.head(sketch, width)).fold(0.0, f64::max);
        let mut x = 0.0;
        let mut bottom = y;
        for figure in line {
            bottom = figure.draw(sketch, Point::new(x, y), width, size, head, range).max(bottom);
            x += width + GAP;
        }
        y = bottom;
    }
    sketch.height = sketch.checked.height.unwrap_or(0.0).max(y);
    sketch.mirror();
}

/// The rows told apart by category and series, each group in the order of time.
fn figures<'a>(sketch: &mut Sketch<'a>) -> Vec<Figure<'a>> {
    let checked = sketch.checked;
    let mut figures: Vec<Figure> = Vec::new();
    let mut left_out = 0;
    for row in &checked.rows {
        let same = |known: &&Row| known.category == row.category && known.series == row.series;
        if let Some(figure) = figures.iter_mut().find(|figure| figure.rows.first().is_some_and(same)) {
            figure.rows.insert(figure.rows.partition_point(|known| day(known) <= day(row)), row);
        } else if figures.len() < MOST {
            figures.push(Figure { rows: vec![row] });
        } else {
            left_out += 1;
        }
    }
    if left_out > 0 {
        let message =
            [&left_out.to_string(), " values are left out: a number chart shows ", &MOST.to_string()].concat();
        let hint = String::from("use a table or a bar chart for so many");
        sketch.problems.push(Problem::warning("too-many", Place::spec("/data"), message, hint));
    }
    figures
}

/// When the row's period starts; a row without one comes first.
fn day(row: &Row) -> i64 {
    row.period.map_or(i64::MIN, |period| period.start_day())
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use crate::locale::Period;
    use crate::scene::Shape;
    use crate::spec::{Better, Kind, Qualifier, Quantity, Row, Target};

    fn year(year: i32, value: f64) -> Row {
        Row { period: Some(Period::Year(year)), value: Some(value), ..Row::default() }
    }

    #[test]
    fn a_share_changes_in_points_since_its_first_period() {
        let mut spec = checked(Kind::Number, vec![year(2020, 50.9), year(2015, 47.9)]);
        (spec.unit, spec.decimals, spec.measure) = ("%".into(), 1, Quantity::Share);
        let scene = stage(&spec, 320.0).value;
        let texts = texts(&scene);
        assert!(texts.contains(&"50.9%"), "{texts:?}");
        assert!(texts.contains(&"+3.0 percentage points since 2015"), "{texts:?}");
        assert!(scene.marks.iter().any(|mark| matches!(mark.shape, Shape::Polygon { .. })), "no arrow");
    }

    #[test]
    fn no_change_is_computed_from_a_bound_or_across_a_break() {
        for qualifier in [Qualifier::Over, Qualifier::About, Qualifier::Break] {
            let last = Row { qualifier: Some(qualifier), ..year(2020, 11_000.0) };
            let scene = stage(&checked(Kind::Number, vec![year(2015, 9_000.0), last]), 320.0).value;
            assert!(texts(&scene).iter().all(|text| !text.contains("since")), "{qualifier:?}");
        }
    }

    #[test]
    fn an_expected_figure_is_named_and_marked() {
        let row = Row {
            category: "Enterprises".into(),
            value: Some(7387.0),
            qualifier: Some(Qualifier::Expected),
            ..Row::default()
        };
        let scene = stage(&checked(Kind::Number, vec![row]), 320.0).value;
        assert!(texts(&scene).iter().any(|text| text.starts_with("ExpectedWord")));
        let hollow = |mark: &crate::scene::Mark| matches!(mark.shape, Shape::Dot { ring: Some(_), .. });
        assert!(scene.marks.iter().any(hollow), "no ring");
    }

    #[test]
    fn a_target_is_reached_only_where_the_value_says_so() {
        for (better, value, qualifier, words) in [
            (Better::Higher, 60.0, None, "TargetReached"),
            (Better::Higher, 50.0, None, "ShortOfTarget 10"),
            (Better::Higher, 50.0, Some(Qualifier::Over), ""),
            (Better::Higher, 70.0, Some(Qualifier::Expected), ""),
            (Better::Lower, 50.0, None, "TargetReached"),
            (Better::Lower, 70.0, None, "ShortOfTarget 10"),
        ] {
            let mut spec = checked(Kind::Number, vec![Row { value: Some(value), qualifier, ..Row::default() }]);
            spec.better = Some(better);
            spec.target = Some(Target { value: 60.0, upper: None, period: None, label: String::new() });
            let scene = stage(&spec, 320.0).value;
            let said = texts(&scene).into_iter().find(|text| text.starts_with("Target")).unwrap_or_default().to_owned();
            let tail = said.split(" · ").nth(1).unwrap_or_default();
            assert_eq!(tail, words, "{better:?} {value} {qualifier:?}: {said}");
        }
    }

    #[test]
    fn sparklines_side_by_side_share_a_scale() {
        let row = |name: &str, at, value| Row { category: name.into(), ..year(at, value) };
        let rows = vec![row("A", 2015, 47.0), row("A", 2020, 50.0), row("B", 2015, 37.0), row("B", 2020, 38.0)];
        let scene = stage(&checked(Kind::Number, rows), 640.0).value;
        let rises: Vec<f64> = scene
            .marks
            .iter()
            .filter_map(|mark| if let Shape::Line { runs, .. } = &mark.shape { runs.first() } else { None })
            .map(|run| run[0].y - run[1].y)
            .collect();
        assert!((rises[0] / rises[1] - 3.0).abs() < 1e-9, "{rises:?}");
    }

    #[test]
    fn nothing_overlaps_at_any_width() {
        for unit in ["", "%", "enterprises above designated size", "家"] {
            for count in [1, 2, 4, 7] {
                let rows = hard_words().into_iter().cycle().take(count).enumerate().flat_map(|(i, words)| {
                    let qualifier = Qualifier::ALL.get(i + count).map(|(_, said)| *said);
                    let category = if words.is_empty() { words } else { [words, i.to_string()].concat() };
                    let now = Row { category: category.clone(), qualifier, ..year(2020, 1_234_567.0) };
                    [Row { category, ..year(2015, [1e300, 5.0, -7.0, 0.0][i % 4]) }, now]
                });
                let mut spec = checked(Kind::Number, rows.collect());
                spec.unit = unit.into();
                spec.target = Some(Target { value: 60.0, upper: Some(70.0), period: None, label: "Plan ".repeat(40) });
                holds_at_every_width(&spec);
            }
        }
        for row in [Row::default(), Row { value: Some(1e300), ..Row::default() }] {
            holds_at_every_width(&checked(Kind::Number, vec![row]));
        }
        holds_at_every_width(&checked(Kind::Number, Vec::new()));
    }
}
