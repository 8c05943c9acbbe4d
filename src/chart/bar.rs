//! Horizontal bars: categories from top to bottom, values along the width, always from zero.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::bound;
use super::category::{self, Category};
use super::frame::Frame;
use super::reference::{self, Reference};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::tentative;
use super::top_axis;
use super::value;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, KeyEntry, Role, Swatch};
use crate::spec::{Qualifier, Row};

/// Above this many bars values are read from an axis.
const LABELLED: usize = 14;
/// Bars that share out less than this width, in CSS pixels, tell nothing apart.
const LEAST: f64 = 60.0;

/// How the bars share out the height, in CSS pixels.
struct Pitch {
    bar: f64,
    between: f64,
    gap: f64,
}

/// Draws the mark of a value between where bars start and its value, and gives the box that it covers.
type Mark = fn(&mut Sketch, DatumId, Rect, Color, Direction, Option<Qualifier>) -> Rect;

/// What sets one kind of horizontal bars apart from the others.
pub(super) struct Look {
    /// What stands for a value.
    pub(super) mark: Mark,
    /// How far the mark reaches past its value on either side, in CSS pixels.
    pub(super) over: f64,
    /// Above this many bars values are read from an axis.
    pub(super) labelled: usize,
    /// Where bars start, in data units; said where it is not zero.
    pub(super) from: f64,
    /// Whether bars to the one side and to the other have each a tone of the same hue.
    pub(super) toned: bool,
}

impl Look {
    /// Plain bars from zero.
    pub(super) fn plain() -> Self {
        Self { mark: bar_mark, over: 0.0, labelled: LABELLED, from: 0.0, toned: false }
    }
}

/// Draws bars, grouped where there are series.
pub(super) fn draw(sketch: &mut Sketch) {
    draw_as(sketch, &Look::plain());
}

/// Draws bars of some look.
pub(super) fn draw_as(sketch: &mut Sketch, look: &Look) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let bars: usize = categories.iter().map(|category| category.rows.len()).sum();
    let grouped = checked.series.len() > 1;
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let labelled = bars <= look.labelled;
    let texts = value_texts(sketch, &categories);
    let references = reference::gather(sketch, look.toned.then_some(look.from));
    let place = |gutter: f64| scale(sketch, look, &categories, &references, gutter, labelled.then_some(&texts[..]));
    let mut labels = RowLabels::lay_out(sketch, &names, bars > LABELLED);
    let mut scale = place(labels.gutter);
    // Names beside must leave the bars their room.
    if (scale.range.1 - scale.range.0).abs() < LEAST && !labels.above {
        labels = RowLabels::above(sketch, &names);
        scale = place(0.0);
    }
    let pitch = match (grouped, bars) {
        (false, 0..=LABELLED) => Pitch { bar: 22.0, between: 0.0, gap: if labels.above { 10.0 } else { 11.0 } },
        // A bar with its value beside it is as high as a line of text.
        (false, _) => Pitch { bar: if labelled { 15.0 } else { 14.0 }, between: 0.0, gap: 7.0 },
        (true, _) => Pitch { bar: 15.0, between: 1.0, gap: 14.0 },
    };
    let zero = scale.at(look.from);
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
    let head = axis + reference::head(sketch, &references);
    let mut text = texts.iter();
    let mut spans = Vec::new();
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
            let slot = Rect::new(0.0, y, 0.0, pitch.bar);
            bar(sketch, look, row, (&scale, &references), slot, labelled.then_some(label));
        }
        // The zero line stands beside the bars only: names above them are not struck through.
        let (from, to) = if labels.above { (first - 2.0, first + thick + 2.0) } else { (top, top + room + pitch.gap) };
        let to = to.min((end + head - pitch.gap).max(first + thick));
        spans.push((from, to));
        sketch.rule(Role::Grid, Point::new(zero, from), Point::new(zero, to), 1.0, sketch.env.theme.zero);
        let datum = sketch.data.last().map(|datum| datum.id);
        labels.draw(sketch, i, datum, top, top + room / 2.0);
    }
    sketch.height = (end + head - pitch.gap).max(0.0);
    if labels.above {
        spans.push((head - 4.0, head));
    } else {
        spans = vec![(head - 4.0, sketch.height)];
    }
    reference::draw(sketch, &references, &scale, axis, &spans);
    sketch.frame = Some(Frame::flat(Rect::new(0.0, head, sketch.width, sketch.height - head), scale));
    tentative::explain(sketch);
    if !labelled {
        bound::explain(sketch);
    }
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
fn scale(
    sketch: &Sketch,
    look: &Look,
    categories: &[Category],
    references: &[Reference],
    gutter: f64,
    texts: Option<&[String]>,
) -> Linear {
    let rows = || categories.iter().flat_map(|category| &category.rows);
    let held = references.iter().flat_map(|reference| reference.values.iter().copied());
    let (mut low, mut high) = (look.from, look.from);
    for value in
        rows().filter_map(|row| row.value).chain(held).chain(sketch.checked.domain.0).chain(sketch.checked.domain.1)
    {
        (low, high) = (low.min(value), high.max(value));
    }
    (low, high) = sketch.checked.hold.widen((low, high));
    if low == high {
        high = low + 1.0;
    }
    let (mut left, mut right) = (0.0, 0.0);
    match texts {
        None => (low, high) = crate::scale::nice(low, high, top_axis::about(sketch.width)),
        Some(texts) => {
            let style = sketch.env.theme.label;
            let widest = |negative: bool| {
                let some =
                    rows().zip(texts).filter(|(row, _)| (row.value.unwrap_or(look.from) < look.from) == negative);
                some.map(|(row, text)| {
                    let open = if row.qualifier == Some(Qualifier::Over) { OPEN_END } else { 0.0 };
                    sketch.measure(text, style) + 8.0 + open
                })
                .fold(0.0, f64::max)
            };
            (left, right) = (widest(true), widest(false));
        }
    }
    let from = gutter + left + look.over;
    let to = (sketch.width - right - look.over).max(from + 20.0);
    let range = if sketch.env.locale.rtl() { (sketch.width - from, sketch.width - to) } else { (from, to) };
    Linear { domain: (low, high), range }
}

/// One bar at the height and thickness of `slot`, with its label.
fn bar(
    sketch: &mut Sketch,
    look: &Look,
    row: &Row,
    (scale, references): (&Linear, &[Reference]),
    slot: Rect,
    label: Option<&String>,
) {
    let theme = sketch.env.theme;
    let (zero, tip) = (scale.at(look.from), scale.at(row.value.unwrap_or(look.from)));
    let middle = slot.y + slot.height / 2.0;
    // By the value's side, not by its place: room for the label is kept on that side, also of a bar too short to see.
    let negative = row.value.is_some_and(|value| value < look.from);
    let mut color = sketch.color(row.series, &row.category);
    if look.toned && negative && color == theme.accent && !sketch.checked.highlight.is_set() {
        color = theme.pale;
    }
    let reach = Rect::new(0.0, slot.y, sketch.width, slot.height);
    let datum = sketch.datum(row, Point::new(tip, middle), reach);
    let rect = Rect::between(Point::new(zero, slot.y), Point::new(tip, slot.bottom()));
    let onward = if negative == sketch.env.locale.rtl() { 1.0 } else { -1.0 };
    let direction = if onward > 0.0 { Direction::Right } else { Direction::Left };
    let mut end = tip;
    if row.value.is_some() {
        let cover = (look.mark)(sketch, datum, rect, color, direction, row.qualifier);
        end = if onward > 0.0 { cover.right() } else { cover.x };
    }
    let Some(label) = label else { return };
    let style = theme.label;
    let baseline = middle + style.cap_height() / 2.0;
    // A gap is said in words where its bar would begin.
    let anchor = if onward > 0.0 { Anchor::Left } else { Anchor::Right };
    let ink = if row.value.is_some() { theme.ink } else { theme.muted };
    let end = reference::clear(sketch, references, scale, end, onward, sketch.measure(label, style) + 6.0);
    sketch.text(Role::Label, Some(datum), label, Point::new(end + 6.0 * onward, baseline), anchor, (style, ink));
}
