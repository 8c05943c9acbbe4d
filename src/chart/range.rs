//! Values with the intervals that they lie in: a dot on a line for each, series side by side. An interval may stand
//! without a value.

use super::category;
use super::key_of;
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{interval, reference, tentative, top_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scale::Linear;
use crate::scene::{Anchor, Order, Role};
use crate::spec::{Checked, Qualifier, Row};
use crate::text::TextStyle;

/// Height of the row of one series, in CSS pixels.
const TRACK: f64 = 20.0;
/// Between two categories, in CSS pixels.
const GAP: f64 = 12.0;
/// Radius of a value's dot, in CSS pixels.
const DOT: f64 = 4.5;
/// Before the column of values, in CSS pixels.
const ASIDE: f64 = 14.0;
/// Above this many, values are read from the axis.
const LABELLED: usize = 20;

/// Draws the intervals from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let count: usize = categories.iter().map(|category| category.rows.len()).sum();
    let mut words: Vec<String> = Vec::new();
    for row in categories.iter().flat_map(|category| &category.rows).filter(|_| count <= LABELLED) {
        words.push(figure(sketch, row, words.is_empty()));
    }
    let theme = sketch.env.theme;
    let column = if words.is_empty() { 0.0 } else { sketch.widest(&words, strong(theme.label)) + ASIDE };
    let mut labels = RowLabels::lay_out(sketch, &names, false);
    if sketch.width - labels.gutter - column < 120.0 {
        labels = RowLabels::above(sketch, &names);
    }
    let start = labels.gutter + DOT + 2.0;
    let scale = sketch.scale_across(domain(checked), start, (sketch.width - column - DOT - 2.0).max(start + 20.0));
    if !checked.highlight.is_set() {
        key_of::series(sketch);
    }

    let heights: Vec<f64> = categories
        .iter()
        .enumerate()
        .map(|(i, category)| {
            let tracks = TRACK * category.rows.len() as f64;
            if labels.above { labels.head(sketch, i) + 2.0 + tracks } else { tracks.max(labels.height(sketch, i)) }
        })
        .collect();
    let bottom = heights.iter().sum::<f64>() + GAP * heights.len().saturating_sub(1) as f64;
    let references = reference::gather(sketch, None);
    let shift = reference::head(sketch, &references);
    let axis = top_axis::draw(sketch, &scale, bottom);
    sketch.shift(0.0, shift);
    let mut top = axis + shift;
    // Below the marks, but not through the names of rows.
    let (mut spans, mut down) = (Vec::new(), top);
    for (category, height) in categories.iter().zip(&heights) {
        let tracks = TRACK * category.rows.len() as f64;
        let (above, below) = if labels.above { (height - tracks, 0.0) } else { (-GAP / 2.0, GAP / 2.0) };
        spans.push((down + above, down + height + below));
        down += height + GAP;
    }
    reference::draw(sketch, &references, &scale, 0.0, &spans);
    let mut words = words.iter();
    for (i, (category, height)) in categories.iter().zip(&heights).enumerate() {
        let tracks = TRACK * category.rows.len() as f64;
        let first = if labels.above { top + height - tracks } else { top + (height - tracks) / 2.0 };
        for (j, row) in category.rows.iter().enumerate() {
            let middle = first + TRACK * (j as f64 + 0.5);
            // The first row of a category answers for its name, too.
            let from = if j == 0 { top } else { middle - TRACK / 2.0 };
            let slot = Rect::new(0.0, from, sketch.width, middle + TRACK / 2.0 - from);
            mark(sketch, row, &scale, slot, middle);
            let Some(words) = words.next() else { continue };
            let ink = match row.value {
                Some(_) if checked.series.len() > 1 => {
                    (strong(theme.label), sketch.text_color(row.series, &row.category))
                }
                Some(_) => (strong(theme.label), theme.ink),
                None => (theme.label, theme.muted),
            };
            let id = sketch.data.last().map(|datum| datum.id);
            let at = Point::new(sketch.width, middle + theme.label.cap_height() / 2.0);
            sketch.write_across(Role::Label, id, words, at, Anchor::Right, ink);
        }
        labels.draw(sketch, i, sketch.data.last().map(|datum| datum.id), top, top + height / 2.0);
        top += height + GAP;
    }
    sketch.height = (top - GAP).max(0.0);
    tentative::explain(sketch);
    // What has no value cannot be put in order with the others: each is told.
    if checked.rows.iter().any(|row| row.value.is_none() && !row.bounds.is_empty()) {
        sketch.story.order = Order::Single;
    }
}

fn strong(style: TextStyle) -> TextStyle {
    TextStyle::strong(style.size)
}

/// The ends of the axis, in data units: those of values, intervals and target, or the author's beyond them.
fn domain(checked: &Checked) -> (f64, f64) {
    let target = checked.target.as_ref();
    let mut all = vec![target.map(|target| target.value), target.and_then(|target| target.upper)];
    all.extend([checked.domain.0, checked.domain.1]);
    for row in &checked.rows {
        all.push(row.value);
        all.extend(row.bounds.iter().flat_map(|(low, high)| [Some(*low), Some(*high)]));
    }
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in all.into_iter().flatten() {
        (low, high) = (low.min(value), high.max(value));
    }
    if low < high {
        return (low, high);
    }
    let (low, size) = if low.is_finite() { (low, low.abs() * 0.1) } else { (0.0, 0.0) };
    let size = if size == 0.0 { 1.0 } else { size };
    (low - size, low + size)
}

/// The widest interval in words, with the unit where it is asked for.
fn span(sketch: &Sketch, (low, high): (f64, f64), unit: &str) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let number = |value: f64| {
        if value.abs() >= value::LARGE { value::short(locale, value) } else { locale.number(value, checked.decimals) }
    };
    interval::words(locale, (&number(low), &number(high)), unit, low < 0.0)
}

/// What stands at the end of a row: its value, or its interval.
fn figure(sketch: &Sketch, row: &Row, unit: bool) -> String {
    let checked = sketch.checked;
    match row.bounds.first() {
        Some(ends) if row.value.is_none() => {
            span(sketch, *ends, if unit && value::is_percent(checked) { "%" } else { "" })
        }
        _ => value::label(checked, sketch.env.locale, row, unit),
    }
}

/// One value with its intervals: the widest thin, narrower ones stronger, the value on top.
fn mark(sketch: &mut Sketch, row: &Row, scale: &Linear, slot: Rect, middle: f64) {
    let background = sketch.env.theme.background;
    let color = sketch.color(row.series, &row.category);
    let center = row.value.or(row.bounds.last().map(|(low, high)| low / 2.0 + high / 2.0));
    let at = Point::new(center.map_or(slot.center().x, |value| scale.at(value)), middle);
    let datum = sketch.datum(row, at, slot);
    let mut words: Vec<String> = each(&row.bounds, &mut |ends| span(sketch, *ends, &sketch.checked.unit));
    if let Some(datum) = sketch.data.get_mut(datum as usize) {
        // Intervals that have names are among the details already.
        let named = sketch.checked.bands.len();
        if row.value.is_none() && !words.is_empty() {
            datum.write(&words.remove(0));
            datum.said().details.drain(..named.min(1));
        }
        words.truncate(if named > 0 { 0 } else { words.len() });
        for (place, words) in words.into_iter().enumerate() {
            datum.said().details.insert(place, words.into());
        }
    }
    let levels = row.bounds.len();
    let values = sketch.checked.rows.iter().any(|row| row.value.is_some());
    for (level, (low, high)) in row.bounds.iter().enumerate() {
        // An interval without a value is all there is to see, but no heavier than what has one.
        let thick = if values { 3.0 } else { 8.0 } + 4.0 * level as f64;
        let color = if level + 1 < levels || row.value.is_some() { color.mix(background, 0.35) } else { color };
        let (from, to) = (scale.at(*low), scale.at(*high));
        let rect = Rect::between(Point::new(from, middle - thick / 2.0), Point::new(to, middle + thick / 2.0));
        // A line from a value to itself is still seen.
        let rect = if rect.width < 1.0 { Rect::new(rect.x - 0.5, rect.y, 1.0, rect.height) } else { rect };
        sketch.rect(Role::Data, Some(datum), rect, color);
    }
    if let Some(value) = row.value {
        let hollow = row.qualifier.is_some_and(Qualifier::is_tentative);
        sketch.dot(Some(datum), Point::new(scale.at(value), middle), DOT, color, hollow);
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Kind, Target};

    fn row(name: &str, value: Option<f64>, bounds: &[(f64, f64)]) -> Row {
        Row { category: name.into(), value, bounds: bounds.to_vec(), ..Row::default() }
    }

    #[test]
    fn an_interval_without_a_value_is_told_as_one() {
        let rows = vec![row("a", Some(5.0), &[(3.0, 8.0)]), row("b", None, &[(4.0, 6.0)])];
        let scene = stage(&checked(Kind::Range, rows), 400.0).value;
        assert_eq!((told(&scene)[0].text.as_str(), told(&scene)[0].details[0].as_str()), ("5", "3–8"));
        assert_eq!((told(&scene)[1].text.as_str(), scene.data[1].value), ("4–6", None));
        assert!(texts(&scene).contains(&"4–6"));
        assert_eq!(scene.story.order, Order::Single);
        let unit = |mark: &crate::scene::Mark| match mark.shape {
            Shape::Rect { rect, .. } if mark.role == Role::Data => Some(rect),
            _ => None,
        };
        let lines: Vec<Rect> = scene.marks.iter().filter_map(unit).collect();
        assert!((lines[0].width / 5.0 - lines[1].width / 2.0).abs() < 1e-9, "{lines:?}");
    }

    #[test]
    fn series_stand_side_by_side() {
        let mut rows = vec![row("a", Some(5.0), &[(3.0, 8.0)]), row("a", Some(6.0), &[(5.0, 7.0)])];
        rows[1].series = 1;
        let spec = Checked { series: vec!["men".into(), "women".into()], ..checked(Kind::Range, rows) };
        let scene = stage(&spec, 400.0).value;
        assert!(scene.data[1].anchor.y - scene.data[0].anchor.y >= TRACK);
        assert_eq!(scene.caption.key.len(), 2);
    }

    #[test]
    fn words_never_collide() {
        for scale in [1.0, -0.01, 1e9, 1e200] {
            let mut rows = Vec::new();
            for (i, name) in hard_words().iter().enumerate() {
                let value = i as f64 * 3.0 * scale;
                let ends = [(value.min(-scale), value + scale.abs()), (value, value)];
                rows.push(row(name, (i % 3 != 1).then_some(value), &ends));
                rows.push(Row { series: 1, ..row(name, Some(value), &[]) });
            }
            let target = Some(Target { value: 4.0, upper: Some(5.0), period: None, label: "Plan ".repeat(9) });
            let series = vec!["One".into(), "Two".into()];
            let spec = Checked { unit: "mm".into(), decimals: 1, series, target, ..checked(Kind::Range, rows) };
            holds_at_every_width(&spec);
        }
        holds_at_every_width(&checked(Kind::Range, vec![row("one", Some(3.0), &[])]));
    }
}
