//! Horizontal bars: categories from top to bottom, values along the width, always from zero.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::category::{self, Category};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::target;
use super::tentative;
use super::top_axis;
use super::value;
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::scale::Linear;
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::{Qualifier, Row};

/// Above this many bars values are read from an axis.
const LABELLED: usize = 14;

/// How the bars share out the height, in CSS pixels.
struct Pitch {
    bar: f64,
    between: f64,
    gap: f64,
}

/// Draws bars, grouped where there are series.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let bars: usize = categories.iter().map(|category| category.rows.len()).sum();
    let grouped = checked.series.len() > 1;
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let labels = RowLabels::lay_out(sketch, &names, bars > LABELLED);
    let pitch = match (grouped, bars) {
        (false, 0..=LABELLED) => Pitch { bar: 22.0, between: 0.0, gap: if labels.above { 10.0 } else { 11.0 } },
        (false, _) => Pitch { bar: 14.0, between: 0.0, gap: 7.0 },
        (true, _) => Pitch { bar: 15.0, between: 1.0, gap: 14.0 },
    };
    let labelled = bars <= LABELLED;
    let texts = value_texts(sketch, &categories);
    let scale = scale(sketch, &categories, labels.gutter, labelled.then_some(&texts[..]));
    let zero = scale.at(0.0);
    if grouped && !checked.highlight.is_set() {
        for (series, name) in checked.series.iter().enumerate() {
            let color = sketch.color(series, name);
            sketch.key.push(KeyEntry { label: name.clone(), color, swatch: Swatch::Square });
        }
    }

    // Two passes: the grid lies below the bars, but its height is known only when they are placed.
    let tops = tops(sketch, &categories, &labels, &pitch);
    let end = tops.last().copied().unwrap_or(0.0);
    let axis = if labelled { 0.0 } else { top_axis::draw(sketch, &scale, (end - pitch.gap).max(0.0)) };
    let head = axis + if checked.target.is_some() { sketch.env.theme.small.line_height() + 4.0 } else { 0.0 };
    let mut text = texts.iter();
    for (i, (group, &top)) in categories.iter().zip(&tops).enumerate() {
        let top = top + head;
        let start = top + labels.head(sketch, i) + if labels.above { 2.0 } else { 0.0 };
        let count = group.rows.len() as f64;
        let thick = count * pitch.bar + (count - 1.0) * pitch.between;
        let room = tops.get(i + 1).map_or(thick, |next| next + head - top - pitch.gap);
        let first = if labels.above { start } else { top + (room - thick) / 2.0 };
        for (j, row) in group.rows.iter().enumerate() {
            let y = first + j as f64 * (pitch.bar + pitch.between);
            let Some(label) = text.next() else { continue };
            bar(sketch, row, &scale, Rect::new(0.0, y, 0.0, pitch.bar), labelled.then_some(label));
        }
        // The zero line stands beside the bars only: names above them are not struck through.
        let (from, to) = if labels.above { (first - 2.0, first + thick + 2.0) } else { (top, top + room + pitch.gap) };
        let to = to.min((end + head - pitch.gap).max(first + thick));
        sketch.rule(Role::Grid, Point::new(zero, from), Point::new(zero, to), 1.0, sketch.env.theme.zero);
        let datum = sketch.data.last().map(|datum| datum.id);
        labels.draw(sketch, i, datum, top, top + room / 2.0);
    }
    sketch.height = (end + head - pitch.gap).max(0.0);
    draw_target(sketch, &scale, axis, head);
    tentative::explain(sketch);
}

/// The target as a line across the bars (a band as two), named above them.
fn draw_target(sketch: &mut Sketch, scale: &Linear, top: f64, head: f64) {
    let Some(target) = sketch.checked.target.as_ref() else { return };
    let (theme, bottom) = (sketch.env.theme, sketch.height);
    for value in [Some(target.value), target.upper].into_iter().flatten() {
        let x = scale.at(value);
        sketch.rule(Role::Note, Point::new(x, head - 4.0), Point::new(x, bottom), 1.5, theme.ink);
    }
    let words = target::words(sketch, target);
    let half = sketch.measure(&words, theme.small) / 2.0;
    let middle = sketch.width / 2.0;
    let x = within(scale.at(target.value), half.min(middle), (sketch.width - half).max(middle));
    let at = Point::new(x, top + theme.small.cap_height() + 3.0);
    sketch.text(Role::Note, None, &words, at, Anchor::Middle, (theme.small, theme.ink));
}

/// Where each category begins, and after them where the next would, in CSS pixels.
fn tops(sketch: &Sketch, categories: &[Category], labels: &RowLabels, pitch: &Pitch) -> Vec<f64> {
    let mut top = 0.0;
    let mut tops = vec![top];
    for (i, category) in categories.iter().enumerate() {
        let count = category.rows.len() as f64;
        let thick = count * pitch.bar + (count - 1.0) * pitch.between;
        top += pitch.gap
            + if labels.above { labels.head(sketch, i) + 2.0 + thick } else { thick.max(labels.height(sketch, i)) };
        tops.push(top);
    }
    tops
}

/// The value of every bar as it is painted; the first carries the unit.
fn value_texts(sketch: &Sketch, categories: &[Category]) -> Vec<String> {
    let rows = categories.iter().flat_map(|category| &category.rows);
    rows.enumerate().map(|(i, row)| value::label(sketch.checked, sketch.env.locale, row, i == 0)).collect()
}

/// The value scale from zero, with room for the labels that stand outside their bars.
fn scale(sketch: &Sketch, categories: &[Category], gutter: f64, texts: Option<&[String]>) -> Linear {
    let rows = || categories.iter().flat_map(|category| &category.rows);
    let values = || rows().filter_map(|row| row.value);
    let target = sketch.checked.target.as_ref().map_or(0.0, |target| target.upper.unwrap_or(target.value));
    let (mut low, mut high) =
        (values().fold(0.0_f64.min(target), f64::min), values().fold(0.0_f64.max(target), f64::max));
    if let Some(wanted) = sketch.checked.domain.1 {
        high = high.max(wanted);
    }
    if low == high {
        high = low + 1.0;
    }
    let (mut left, mut right) = (0.0, 0.0);
    match texts {
        None => (low, high) = crate::scale::nice(low, high, top_axis::about(sketch.width)),
        Some(texts) => {
            let style = sketch.env.theme.label;
            let widest = |negative: bool| {
                let some = rows().zip(texts).filter(|(row, _)| (row.value.unwrap_or(0.0) < 0.0) == negative);
                some.map(|(row, text)| {
                    let open = if row.qualifier == Some(Qualifier::Over) { OPEN_END } else { 0.0 };
                    sketch.measure(text, style) + 8.0 + open
                })
                .fold(0.0, f64::max)
            };
            (left, right) = (widest(true), widest(false));
        }
    }
    let (from, to) = (gutter + left, (sketch.width - right).max(gutter + left + 20.0));
    let range = if sketch.env.locale.rtl() { (sketch.width - from, sketch.width - to) } else { (from, to) };
    Linear { domain: (low, high), range }
}

/// One bar at the height and thickness of `slot`, with its label.
fn bar(sketch: &mut Sketch, row: &Row, scale: &Linear, slot: Rect, label: Option<&String>) {
    let theme = sketch.env.theme;
    let (zero, tip) = (scale.at(0.0), scale.at(row.value.unwrap_or(0.0)));
    let middle = slot.y + slot.height / 2.0;
    let color = sketch.color(row.series, &row.category);
    let reach = Rect::new(0.0, slot.y, sketch.width, slot.height);
    let datum = sketch.datum(row, Point::new(tip, middle), reach);
    let rect = Rect::between(Point::new(zero, slot.y), Point::new(tip, slot.bottom()));
    // By the value's sign, not by its place: room for the label is kept on that side, also of a bar too short to see.
    let negative = row.value.is_some_and(|value| value < 0.0);
    let onward = if negative == sketch.env.locale.rtl() { 1.0 } else { -1.0 };
    let direction = if onward > 0.0 { Direction::Right } else { Direction::Left };
    let mut end = tip;
    if row.value.is_some() {
        let cover = bar_mark(sketch, datum, rect, color, direction, row.qualifier);
        end = if onward > 0.0 { cover.right() } else { cover.x };
    }
    let Some(label) = label else { return };
    let style = theme.label;
    let baseline = middle + style.cap_height() / 2.0;
    // A gap is said in words where its bar would begin.
    let anchor = if onward > 0.0 { Anchor::Left } else { Anchor::Right };
    let ink = if row.value.is_some() { theme.ink } else { theme.muted };
    let end = clear_of_target(sketch, scale, end, onward, sketch.measure(label, style) + 6.0);
    sketch.text(Role::Label, Some(datum), label, Point::new(end + 6.0 * onward, baseline), anchor, (style, ink));
}

/// Where a bar's label starts (`end`, CSS pixels, going `onward` for `room` pixels): past the target's line where it
/// would be struck through by it.
fn clear_of_target(sketch: &Sketch, scale: &Linear, end: f64, onward: f64, room: f64) -> f64 {
    let Some(target) = sketch.checked.target.as_ref() else { return end };
    let mut end = end;
    for value in [Some(target.value), target.upper].into_iter().flatten() {
        let ahead = (scale.at(value) - end) * onward;
        let past = scale.at(value) + onward;
        let far = past + onward * room;
        if ahead > -4.0 && ahead < room + 2.0 && far >= 0.0 && far <= sketch.width {
            end = past;
        }
    }
    end
}
