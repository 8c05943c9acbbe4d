//! Bars against their targets: a thin bar from zero, a mark where it should reach, and the gap between the two.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::category;
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{target, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scale::Linear;
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::{Better, Qualifier, Row, Target};
use crate::text::TextStyle;

/// Height of the row that carries a bar and its mark, in CSS pixels.
const TRACK: f64 = 24.0;
/// Height of the bar, in CSS pixels.
const BAR: f64 = 12.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 12.0;
/// Before a column of numbers, in CSS pixels.
const ASIDE: f64 = 12.0;
/// Bars shorter than this at the most show no difference, in CSS pixels.
const LEAST: f64 = 96.0;

/// The numbers behind the bars: each list has one text a row.
struct Columns {
    values: Vec<String>,
    /// The gaps to the target; empty texts where they cannot be told, no list where there is no room.
    gaps: Vec<String>,
    /// What the columns take of the width, in CSS pixels.
    value_width: f64,
    gap_width: f64,
}

/// Draws one bar for each row, from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(&category.rows);
    }
    let names: Vec<String> = each(&rows, &mut |row| name(sketch, row));
    let names: Vec<&str> = each(&names, &mut String::as_str);
    let mut columns = columns(sketch, &rows);
    let mut labels = RowLabels::lay_out(sketch, &names, false);
    let room =
        |labels: &RowLabels, columns: &Columns| sketch.width - labels.gutter - columns.value_width - columns.gap_width;
    if room(&labels, &columns) < LEAST {
        labels = RowLabels::above(sketch, &names);
    }
    if room(&labels, &columns) < LEAST {
        // The tooltip and the table say the gap all the same.
        (columns.gaps, columns.gap_width) = (Vec::new(), 0.0);
    }
    let scale = scale(sketch, &rows, &columns, labels.gutter);

    let small = sketch.env.theme.small;
    let head =
        if checked.target.is_some() || !checked.target_name.is_empty() { small.line_height() + 4.0 } else { 0.0 };
    let mut top = head;
    for (i, row) in rows.iter().enumerate() {
        let name_height = labels.head(sketch, i);
        let room = if labels.above { name_height + TRACK } else { TRACK.max(labels.height(sketch, i)) };
        let middle = if labels.above { top + room - TRACK / 2.0 } else { top + room / 2.0 };
        let slot = Rect::new(0.0, top, sketch.width, room);
        bullet(sketch, row, &scale, slot, middle);
        numbers(sketch, row, i, &columns, middle);
        labels.draw(sketch, i, sketch.data.last().map(|datum| datum.id), top, middle);
        if i == 0 && head > 0.0 {
            let name_width = sketch.widest(labels.lines.first().map_or(&[], Vec::as_slice), sketch.env.theme.label);
            let under = if labels.above { name_width } else { 0.0 };
            head_line(sketch, &rows, &scale, &columns, (middle - TRACK / 2.0, under));
        }
        top += room + GAP;
    }
    sketch.height = (top - GAP).max(0.0);
    tentative::explain(sketch);
}

/// The row's name; where there are several value columns, with that of its own.
fn name(sketch: &Sketch, row: &Row) -> String {
    let checked = sketch.checked;
    match checked.series.get(row.series) {
        Some(series) if checked.series.len() > 1 => {
            sketch.env.locale.say(Message::SeriesLabel, &[&row.category, series])
        }
        _ => row.category.clone(),
    }
}

fn columns(sketch: &Sketch, rows: &[&Row]) -> Columns {
    let (checked, theme, locale) = (sketch.checked, sketch.env.theme, sketch.env.locale);
    let mut columns = Columns { values: Vec::new(), gaps: Vec::new(), value_width: 0.0, gap_width: 0.0 };
    for (i, row) in rows.iter().enumerate() {
        columns.values.push(value::label(checked, locale, row, i == 0));
        columns.gaps.push(gap(sketch, row));
    }
    columns.value_width = sketch.widest(&columns.values, strong(theme.label)) + ASIDE;
    if columns.gaps.iter().any(|gap| !gap.is_empty()) {
        let head = sketch.measure(&locale.say(Message::GapHead, &[]), theme.small);
        columns.gap_width = sketch.widest(&columns.gaps, theme.label).max(head) + ASIDE;
    }
    columns
}

/// The gap with its sign: "−1.1 pts". Large ones are written short, as values are.
fn gap(sketch: &Sketch, row: &Row) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let Some(target) = target::of(checked, row) else { return String::new() };
    let Some(distance) = target::distance(row, &target) else { return String::new() };
    let short = if distance.abs() >= value::LARGE { value::short(locale, distance) } else { String::new() };
    let number = match (short.is_empty(), distance > 0.0) {
        (true, _) => locale.signed(distance, target::decimals(checked, &target)),
        (false, true) => ["+", &short].concat(),
        (false, false) => short,
    };
    if value::is_percent(checked) { locale.say(Message::PointsLabel, &[&number]) } else { number }
}

fn strong(style: TextStyle) -> TextStyle {
    TextStyle::strong(style.size)
}

/// The value scale from zero, all targets within.
fn scale(sketch: &Sketch, rows: &[&Row], columns: &Columns, gutter: f64) -> Linear {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    let mut open = 0.0;
    for row in rows {
        let target = target::of(sketch.checked, row);
        for value in [row.value, target.as_ref().map(|target| target.value), target.and_then(|target| target.upper)] {
            let value = value.unwrap_or(0.0);
            (low, high) = (low.min(value), high.max(value));
        }
        if row.qualifier == Some(Qualifier::Over) {
            open = OPEN_END;
        }
    }
    let (from, to) = sketch.checked.domain;
    (low, high) = (low.min(from.unwrap_or(0.0)), high.max(to.unwrap_or(0.0)));
    if low == high {
        high = low + 1.0;
    }
    // The marks at both ends are drawn whole.
    let end = sketch.width - columns.value_width - columns.gap_width - 2.0 - open;
    let start = gutter + 2.0 + if low < 0.0 { open } else { 0.0 };
    sketch.scale_across((low, high), start, end.max(start + 20.0))
}

/// One bar with its mark.
fn bullet(sketch: &mut Sketch, row: &Row, scale: &Linear, slot: Rect, middle: f64) {
    let theme = sketch.env.theme;
    let zero = scale.at(0.0);
    let target = target::of(sketch.checked, row);
    let track = Rect::new(0.0, middle - TRACK / 2.0, 0.0, TRACK);
    if let Some(target) = &target {
        span(sketch, target, scale, track);
    }
    sketch.rule(Role::Grid, Point::new(zero, track.y), Point::new(zero, track.bottom()), 1.0, theme.zero);
    let tip = Point::new(scale.at(row.value.unwrap_or(0.0)), middle);
    let datum = sketch.datum(row, tip, slot);
    if let Some(value) = row.value {
        let rect = Rect::between(Point::new(zero, middle - BAR / 2.0), Point::new(tip.x, middle + BAR / 2.0));
        let rightward = (value >= 0.0) != sketch.env.locale.rtl();
        let direction = if rightward { Direction::Right } else { Direction::Left };
        let color = sketch.color(row.series, &row.category);
        bar_mark(sketch, datum, rect, color, direction, row.qualifier);
    }
    let Some(target) = target else { return };
    let words = target::in_full(sketch, &target);
    if let Some(datum) = sketch.data.get_mut(datum as usize) {
        datum.add_first(words);
    }
    if target.upper.is_none() {
        let x = scale.at(target.value);
        // A halo sets the mark off from the bar that passes it, but never takes the bar's own end.
        if (tip.x - x).abs() > 5.0 {
            sketch.rect(Role::Note, None, Rect::new(x - 2.5, middle - BAR / 2.0, 5.0, BAR), theme.background);
        }
        sketch.rect(Role::Note, None, Rect::new(x - 1.25, track.y + 1.0, 2.5, TRACK - 2.0), theme.ink);
    }
}

/// The span of a target that is a band, behind its bar.
fn span(sketch: &mut Sketch, target: &Target, scale: &Linear, track: Rect) {
    let theme = sketch.env.theme;
    let Some(upper) = target.upper else { return };
    let (low, high) = (scale.at(target.value), scale.at(upper));
    let area = Rect::between(Point::new(low, track.y), Point::new(high, track.bottom()));
    sketch.rect(Role::Note, None, area, theme.background.mix(theme.accent, 0.2));
    for x in [low, high] {
        sketch.rule(Role::Note, Point::new(x, track.y), Point::new(x, track.bottom()), 1.5, theme.ink);
    }
}

/// The row's value and its gap, each in its column at the end.
fn numbers(sketch: &mut Sketch, row: &Row, index: usize, columns: &Columns, middle: f64) {
    let theme = sketch.env.theme;
    let style = strong(theme.label);
    let baseline = middle + style.cap_height() / 2.0;
    let id = sketch.data.last().map(|datum| datum.id);
    let ink = if row.value.is_some() { (style, theme.ink) } else { (theme.label, theme.muted) };
    let words = columns.values.get(index).map_or("", String::as_str);
    let at = Point::new(sketch.width - columns.gap_width, baseline);
    sketch.write_across(Role::Label, id, words, at, Anchor::Right, ink);
    let Some(gap) = columns.gaps.get(index).filter(|gap| !gap.is_empty()) else { return };
    let target = target::of(sketch.checked, row);
    let missed = target.as_ref().is_some_and(|target| is_missed(sketch, row, target));
    if let Some(words) = target.filter(|_| !missed).and_then(|target| target::lead(sketch, row, &target))
        && let Some(datum) = sketch.data.last_mut()
    {
        datum.add(words);
    }
    let [_, warm, ..] = theme.series_text;
    let color = if missed { warm } else { theme.muted };
    sketch.write_across(Role::Label, id, gap, Point::new(sketch.width, baseline), Anchor::Right, (theme.label, color));
}

/// Whether a value is on the bad side of its target; the sign of the gap says it to those who see no colour.
fn is_missed(sketch: &Sketch, row: &Row, target: &Target) -> bool {
    let distance = target::distance(row, target).unwrap_or(0.0);
    match sketch.checked.better {
        Some(Better::Higher) => distance < 0.0,
        Some(Better::Lower) => distance > 0.0,
        None => false,
    }
}

/// Names the marks above the first one, and the column of gaps; where the name has no place, the key has it.
/// `under` is where the first row's mark begins, and how far its name reaches above it, in CSS pixels.
fn head_line(sketch: &mut Sketch, rows: &[&Row], scale: &Linear, columns: &Columns, under: (f64, f64)) {
    let (theme, locale) = (sketch.env.theme, sketch.env.locale);
    let style = theme.small;
    let baseline = style.ascent();
    let mut end = sketch.width;
    if columns.gap_width > 0.0 && !columns.gaps.is_empty() {
        let words = locale.say(Message::GapHead, &[]);
        end -= sketch.measure(&words, style) + 10.0;
        let at = Point::new(sketch.width, baseline);
        sketch.write_across(Role::Axis, None, &words, at, Anchor::Right, (style, theme.muted));
    }
    let own = &sketch.checked.target_name;
    let words = match &sketch.checked.target {
        Some(target) if own.is_empty() => target::words(sketch, target),
        _ => own.clone(),
    };
    let width = sketch.measure(&words, style);
    let first = rows.first().and_then(|row| target::of(sketch.checked, row));
    let mark = first.map(|target| scale.at(target.value / 2.0 + target.upper.unwrap_or(target.value) / 2.0));
    // From the reading edge, for the row's own name may stand between.
    let place = mark.map(|x| sketch.across(x)).filter(|x| *x > under.1 + 6.0 && width <= end);
    let Some(x) = place else {
        sketch.key.push(KeyEntry { label: words, color: theme.ink, swatch: Swatch::Line });
        return;
    };
    let middle = within(x, width / 2.0, (end - width / 2.0).max(width / 2.0));
    sketch.write_across(Role::Note, None, &words, Point::new(middle, baseline), Anchor::Middle, (style, theme.ink));
    let from = Point::new(sketch.across(x), style.line_height());
    sketch.rule(Role::Note, from, Point::new(from.x, (under.0 + 2.0).max(from.y)), 0.0, theme.ink);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Checked, Kind};

    fn row(name: &str, value: f64, target: Option<f64>) -> Row {
        Row { category: name.into(), value: Some(value), target, ..Row::default() }
    }

    fn plan(rows: Vec<Row>) -> Checked {
        Checked { target_name: "Plan 2020".into(), ..checked(Kind::Bullet, rows) }
    }

    #[test]
    fn each_row_says_how_far_it_is_from_its_own_target() {
        let rows = vec![row("a", 40.0, Some(50.0)), row("b", 60.0, Some(50.0)), row("c", 5.0, None)];
        let scene = stage(&Checked { better: Some(Better::Higher), ..plan(rows.clone()) }, 640.0).value;
        let details: Vec<_> = told(&scene).into_iter().map(|told| told.details).collect();
        assert_eq!(details[0], ["Plan 2020: 50", "ShortOfTarget 10"]);
        assert_eq!(details[1], ["Plan 2020: 50", "TargetReached", "AboveTheTarget 10"]);
        assert!(details[2].is_empty());
        let words = texts(&scene);
        assert!(words.contains(&"−10") && words.contains(&"+10") && words.contains(&"Plan 2020"), "{words:?}");
        let neutral = stage(&plan(rows), 640.0).value;
        assert_eq!(told(&neutral)[1].details[1], "AboveTheTarget 10");
    }

    #[test]
    fn a_band_is_a_span_and_a_value_in_it_is_on_target() {
        let target = Some(Target { value: 50.0, upper: Some(70.0), period: None, label: "Corridor".into() });
        let spec = Checked { target, ..checked(Kind::Bullet, vec![row("a", 60.0, None), row("b", 100.0, None)]) };
        let scene = stage(&spec, 400.0).value;
        assert_eq!(told(&scene)[0].details[1], "OnTarget 0");
        assert_eq!(told(&scene)[1].details[1], "AboveTheTarget 30");
        let rects: Vec<Rect> = scene
            .marks
            .iter()
            .filter(|mark| mark.role == Role::Note)
            .filter_map(|mark| if let Shape::Rect { rect, .. } = mark.shape { Some(rect) } else { None })
            .collect();
        let (zero, full) = (scene.data[0].anchor.x, scene.data[1].anchor.x);
        let unit = (full - zero) / 40.0;
        assert!((rects[0].width - 20.0 * unit).abs() < 1e-9, "{rects:?}");
        holds_at_every_width(&spec);
    }

    #[test]
    fn words_never_collide() {
        let mut rows: Vec<Row> = hard_words().iter().map(|name| row(name, 12_345.0, Some(9_876.5))).collect();
        rows.push(row("negative", -8_000.0, Some(-9_000.0)));
        rows.push(Row { value: None, ..row("gap", 0.0, Some(3.0)) });
        for qualifier in Qualifier::ALL.map(|(_, qualifier)| Some(qualifier)) {
            for row in &mut rows {
                row.qualifier = qualifier;
            }
            holds_at_every_width(&plan(rows.clone()));
            let target = Some(Target { value: 7.0, upper: None, period: None, label: "Plan ".repeat(20) });
            holds_at_every_width(&Checked { target, ..checked(Kind::Bullet, rows.clone()) });
        }
    }

    #[test]
    fn a_bound_or_a_rough_value_has_no_gap() {
        for (qualifier, told) in [(Qualifier::Over, false), (Qualifier::About, false), (Qualifier::Revised, true)] {
            let rows = vec![Row { qualifier: Some(qualifier), ..row("a", 40.0, Some(50.0)) }];
            let scene = stage(&plan(rows), 640.0).value;
            assert_eq!(texts(&scene).contains(&"−10"), told, "{qualifier:?}");
        }
    }
}
