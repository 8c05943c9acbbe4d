//! Every value as a dot along one line for each category; as ticks where dots would be too many. Highlighted ones are
//! named.

use super::order::order;
use super::point_label::{self, PointLabel};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::strip_line::{self, Line, RADII, TICK};
use super::{category, extent, key_of, top_axis, value};
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scale::Scale;
use crate::scene::{DatumId, Detail, Name, Role, Shape};
use crate::spec::{Checked, Row};
use crate::text::TextStyle;

/// Between two rows, in CSS pixels.
const GAP: f64 = 14.0;
/// Up to so many rows have the names of their ends, where nothing else is highlighted.
const ENDS_NAMED: usize = 6;

/// Draws the axis, the lines and what stands on them.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let values = || checked.rows.iter().filter_map(|row| row.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if low > high {
        return;
    }
    let mut lines = strip_line::gather(checked);
    category::cap(sketch, &mut lines);
    let names: Vec<&str> = each(&lines, &mut |line| line.name);
    let labels = RowLabels::lay_out(sketch, &names, false);
    let mut extent = extent::extent(checked, low, high, false, top_axis::about(sketch.width));
    extent.trim_foot(low);
    let (left, right) = (labels.gutter + RADII[0] + 2.0, sketch.width - RADII[0] - 2.0);
    let ends = (left, right.max(left + 40.0));
    let rtl = sketch.env.locale.rtl();
    let range = if rtl { (sketch.width - ends.0, sketch.width - ends.1) } else { ends };
    let scale = Scale::new(extent.bend, extent.domain, range);
    let radius = strip_line::stand(&mut lines, &scale);

    // The grid lies below the dots, but its height is known only when they are placed.
    let mut spans: Vec<(f64, f64)> = each(&lines, &mut |line| line.span(radius));
    for (at, (above, below)) in spans.iter_mut().enumerate() {
        // A name beside the line is centred on it.
        let half = labels.height_beside(sketch, at) / 2.0;
        (*above, *below) = (above.max(half), below.max(half));
    }
    let line_height = sketch.env.theme.label.line_height();
    let mut tops = Vec::with_capacity(lines.len());
    let mut top = 0.0;
    for (at, line) in lines.iter().enumerate() {
        tops.push(top);
        let (above, below) = spans.get(at).copied().unwrap_or_default();
        let named = if names_in(checked, line, lines.len()).is_empty() { 0.0 } else { line_height + 8.0 };
        top += labels.head(sketch, at) + named + above + below + GAP;
    }
    let end = (top - GAP).max(0.0);
    let head = top_axis::over(sketch, &scale, &extent, end);
    let end = end + head;
    for (at, line) in lines.iter().enumerate() {
        let top = tops.get(at).copied().unwrap_or(0.0) + head;
        let next = tops.get(at + 1).map_or(end, |next| next + head - GAP);
        let (_, below) = spans.get(at).copied().unwrap_or_default();
        let middle = next - below;
        let grid = sketch.env.theme.grid;
        sketch.rule(Role::Grid, Point::new(ends.0, middle), Point::new(ends.1, middle), 0.0, grid);
        let first = draw_line(sketch, line, radius, middle);
        let words = sketch.marks.len();
        labels.draw(sketch, at, Some(first), top, middle);
        // Grid lines run behind names that stand above their line, not through them.
        for mark in sketch.marks.iter_mut().skip(words) {
            if let Shape::Text(run) = &mut mark.shape {
                run.halo = Some(sketch.env.theme.background);
            }
        }
        let name_top = top + labels.head(sketch, at);
        let area = Rect::between(
            Point::new(if rtl { 0.0 } else { labels.gutter }, name_top),
            Point::new(sketch.width - if rtl { labels.gutter } else { 0.0 }, (next + GAP).min(end)),
        );
        name_dots(sketch, line, (first, lines.len()), (radius, middle), area);
    }
    sketch.height = end;
    if !checked.highlight.is_set() {
        key_of::series(sketch);
    }
    let missing = checked.rows.iter().filter(|row| row.value.is_none()).count();
    sketch.lack(missing);
}

/// Draws a line's values about `middle` (CSS pixels), the highlighted on top; gives the first datum of the line.
fn draw_line(sketch: &mut Sketch, line: &Line, radius: Option<f64>, middle: f64) -> DatumId {
    let checked = sketch.checked;
    let first = sketch.data.len() as DatumId;
    let count = line.rows.len();
    let name = Name::from(line.rows.first().map_or("", |row| row.category.as_str()));
    for (at, row) in line.rows.iter().enumerate() {
        let spot = line.place(at, middle);
        let reach = match radius {
            Some(radius) => Rect::around(spot, radius.max(5.0)),
            None => Rect::new(spot.x - 1.5, spot.y - TICK, 3.0, 2.0 * TICK),
        };
        let from = Point::new(reach.x.max(0.0), reach.y.max(0.0));
        let to = Point::new(reach.right().min(sketch.width), reach.bottom());
        let id = sketch.datum(row, spot, Rect::between(from, to));
        let Some(datum) = sketch.data.get_mut(id as usize) else { continue };
        // Lines are what the keyboard crosses; the series is only said.
        datum.call(&row.label);
        if !row.category.is_empty() {
            let series = core::mem::replace(&mut datum.series, name.clone());
            if !series.is_empty() {
                datum.add_first(Detail::Said(series));
            }
        }
    }
    for front in [false, true] {
        for (at, row) in line.rows.iter().enumerate().filter(|(_, row)| is_chosen(checked, row) == front) {
            let spot = line.place(at, middle);
            let id = first + at as DatumId;
            let color = color(sketch, row);
            match radius {
                Some(radius) => sketch.dot(Some(id), spot, radius, color, false),
                None => {
                    // Ticks over each other are darker; alone each keeps 3:1.
                    let faint = !front && count > 60 && color == sketch.env.theme.accent;
                    let color = Color { a: if faint { 0.65 } else { 1.0 }, ..color };
                    let (from, to) = (Point::new(spot.x, spot.y - TICK), Point::new(spot.x, spot.y + TICK));
                    let width = if front { 2.5 } else { 1.0 };
                    let mark = Shape::Rule { from, to, width, color };
                    sketch.mark(Role::Data, Some(id), mark);
                }
            }
        }
    }
    first
}

/// Whether a value stands out by its own name.
fn is_chosen(checked: &Checked, row: &Row) -> bool {
    !row.label.is_empty() && checked.highlight.holds(&row.label)
}

fn color(sketch: &Sketch, row: &Row) -> Color {
    let name = if is_chosen(sketch.checked, row) { &row.label } else { &row.category };
    sketch.color(row.series, name)
}

/// Which values of a line are named: the highlighted, or else its ends where lines are few.
fn names_in(checked: &Checked, line: &Line, lines: usize) -> Vec<usize> {
    let named = |at: &usize| line.rows.get(*at).is_some_and(|row| !row.label.is_empty());
    if checked.highlight.is_set() {
        let all = 0..line.rows.len();
        return all.filter(|at| line.rows.get(*at).is_some_and(|row| is_chosen(checked, row))).collect();
    }
    let values: Vec<f64> = each(&line.rows, &mut |row| row.value.unwrap_or(0.0));
    let sorted = order(&values);
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let mut ends = vec![*last];
    if first != last {
        ends.push(*first);
    }
    ends.retain(|at| named(at) && lines <= ENDS_NAMED);
    ends
}

/// Names the values of a line that are named, with their numbers.
fn name_dots(
    sketch: &mut Sketch,
    line: &Line,
    (first, lines): (DatumId, usize),
    (radius, middle): (Option<f64>, f64),
    area: Rect,
) {
    let (checked, theme) = (sketch.checked, sketch.env.theme);
    let mut labels = Vec::new();
    for at in names_in(checked, line, lines) {
        let Some(row) = line.rows.get(at) else { continue };
        let strong = is_chosen(checked, row);
        let look = if strong {
            (TextStyle::strong(theme.small.size), sketch.text_color(row.series, &row.label))
        } else {
            (theme.small, theme.muted)
        };
        let number = value::label(checked, sketch.env.locale, row, true);
        let spot = line.place(at, middle);
        labels.push(PointLabel {
            datum: first + at as DatumId,
            words: [&row.label, " ", &number].concat(),
            at: spot,
            radius: radius.unwrap_or(TICK),
            look,
            must: strong,
        });
    }
    point_label::place(sketch, &labels, area);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Scene;
    use crate::spec::{Highlight, Kind, Scaling, Sort};

    /// So many values in each of some categories, the same on every run.
    fn spec(categories: Vec<String>, count: usize) -> Checked {
        let mut rows = Vec::new();
        for (line, category) in categories.iter().enumerate() {
            for at in 0..count {
                let seed = (line * 31 + at) * 7919 % 10_007;
                rows.push(Row {
                    category: category.clone(),
                    label: ["Item ", &at.to_string()].concat(),
                    value: Some(20.0 + seed as f64 / 200.0 + line as f64),
                    ..Row::default()
                });
            }
        }
        checked(Kind::Strip, rows)
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| ["Region ", &i.to_string()].concat()).collect()
    }

    /// The middles and radii of the dots, without their halos, each with its datum.
    fn dots(scene: &Scene) -> Vec<(Point, f64)> {
        let mut found: Vec<(Point, f64)> = Vec::new();
        for mark in &scene.marks {
            if let (Role::Data, Shape::Dot { center, radius, .. }) = (mark.role, &mark.shape) {
                match found.last_mut() {
                    // The halo comes before its dot.
                    Some(last) if last.0 == *center => last.1 = *radius,
                    _ => found.push((*center, *radius)),
                }
            }
        }
        found
    }

    #[test]
    fn words_never_collide() {
        for (lines, count) in [(1, 1), (3, 7), (6, 40), (4, 300)] {
            holds_at_every_width(&spec(names(lines), count));
            let highlight = Highlight(vec!["Item 1".into(), "Item 4".into(), "Item 6".into()]);
            holds_at_every_width(&Checked { highlight, ..spec(names(lines), count) });
        }
        holds_at_every_width(&spec(hard_words(), 9));
        holds_at_every_width(&Checked { unit: "%".into(), ..spec(vec![String::new()], 30) });
        let scale = (Scaling::Linear, Scaling::Log);
        holds_at_every_width(&Checked { scale, ..spec(names(4), 30) });
    }

    #[test]
    fn hard_numbers_stay_inside() {
        for values in [[1e300, -1e300], [5e-324, 0.0], [7.0, 7.0], [0.0, 0.0], [-5.0, -900.0], [99.9, 99.95]] {
            let mut hard = spec(names(1), 2);
            for (row, value) in hard.rows.iter_mut().zip(values) {
                row.value = Some(value);
            }
            holds_at_every_width(&hard);
            holds_at_every_width(&Checked { scale: (Scaling::Linear, Scaling::Symlog), ..hard });
        }
    }

    #[test]
    fn few_are_dots_side_by_side_and_many_are_ticks() {
        let scene = stage(&spec(names(3), 30), 640.0).value;
        let found = dots(&scene);
        assert_eq!((found.len(), scene.data.len()), (90, 90));
        for (i, (a, radius)) in found.iter().enumerate() {
            for (b, _) in &found[i + 1..] {
                assert!(a.distance(*b) >= radius * 2.0, "{a:?} covers {b:?}");
            }
        }
        let many = stage(&spec(names(2), 2000), 640.0).value;
        assert!(dots(&many).is_empty());
        let ticks = many.marks.iter().filter(|mark| mark.role == Role::Data).count();
        assert_eq!((ticks, many.data.len()), (4000, 4000));
        // A tick stands where its value does, on its line.
        let first = &many.data[0];
        assert!(first.reach.holds(first.anchor) && first.reach.height == 2.0 * TICK);
    }

    #[test]
    fn highlighted_values_are_named_with_their_number() {
        let highlight = Highlight(vec!["Item 5".into()]);
        for count in [12, 900] {
            let scene = stage(&Checked { highlight: highlight.clone(), ..spec(names(2), count) }, 640.0).value;
            let named = texts(&scene).iter().filter(|text| text.starts_with("Item 5 ")).count();
            assert_eq!(named, 2, "{count}: {:?}", texts(&scene));
        }
        // Of few lines the ends, else none.
        assert_eq!(texts(&stage(&spec(names(2), 9), 640.0).value).iter().filter(|t| t.starts_with("Item")).count(), 4);
        assert!(!texts(&stage(&spec(names(9), 9), 640.0).value).iter().any(|t| t.starts_with("Item")));
    }

    #[test]
    fn a_datum_belongs_to_its_line_and_says_its_series() {
        let mut two = spec(names(2), 3);
        two.series = vec!["Urban".into(), "Rural".into()];
        two.rows[4].series = 1;
        let scene = stage(&two, 400.0).value;
        let datum = &scene.data[4];
        assert_eq!((&*datum.series, &*datum.name), ("Region 1", "Item 1"));
        assert_eq!(told(&scene)[4].details, ["Rural"]);
        assert_eq!(scene.caption.key.len(), 2);
    }

    #[test]
    fn lines_are_sorted_by_their_medians() {
        let mut three = spec(names(3), 1);
        for (row, value) in three.rows.iter_mut().zip([5.0, 9.0, 1.0]) {
            row.value = Some(value);
        }
        let order = |sort| -> Vec<f64> {
            let scene = stage(&Checked { sort, ..three.clone() }, 400.0).value;
            scene.data.iter().filter_map(|datum| datum.value).collect()
        };
        assert_eq!(order(Sort::Data), [5.0, 9.0, 1.0]);
        assert_eq!(order(Sort::Ascending), [1.0, 5.0, 9.0]);
        assert_eq!(order(Sort::Descending), [9.0, 5.0, 1.0]);
    }

    #[test]
    fn missing_values_are_said() {
        let mut some = spec(names(1), 5);
        some.rows[2].value = None;
        let scene = stage(&some, 400.0).value;
        assert_eq!(scene.data.len(), 4);
        assert!(scene.caption.notes.iter().any(|note| note.contains("MissingCount 1")));
    }
}
