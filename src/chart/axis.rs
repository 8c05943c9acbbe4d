//! The value axis of upright kinds: hairlines across the plot, their numbers at the left.

use super::bend;
use super::extent::{Extent, tick_words};
use super::sketch::Sketch;
use crate::geom::{Point, within};
use crate::locale::Message;
use crate::mention::mentions;
use crate::scale::{Bend, Scale};
use crate::scene::{Anchor, Role};
use crate::spec::Quantity;
use crate::text::shorten;

/// From this width, in CSS pixels, tick labels have a column of their own; below it they stand on their grid lines.
const WIDE: f64 = 480.0;
/// The widest top tick that carries its unit in the column of tick labels, in CSS pixels.
const INLINE_UNIT: f64 = 72.0;

/// The value axis of an upright kind, laid out but not drawn.
pub(super) struct Rows {
    domain: (f64, f64),
    bend: Bend,
    ticks: Vec<f64>,
    words: Vec<String>,
    /// The unit on a line of its own, where the top tick has no room for it.
    unit: String,
    /// The value that the others are seen against, in data units: zero, or the author's base.
    base: f64,
    /// Whether tick labels have a column of their own.
    column: bool,
    /// Where the data may begin, in CSS pixels from the left.
    pub(super) left: f64,
    /// The room above the plot, in CSS pixels.
    pub(super) head: f64,
}

impl Rows {
    /// Finds words and room for the ticks, of which one carries the unit.
    pub(super) fn lay_out(sketch: &Sketch, extent: &Extent) -> Self {
        Self::with_unit(sketch, extent, &sketch.checked.unit)
    }

    /// The same where another unit stands on the ticks, or none because a title says it.
    pub(super) fn with_unit(sketch: &Sketch, extent: &Extent, said: &str) -> Self {
        let (checked, locale, style) = (sketch.checked, sketch.env.locale, sketch.env.theme.small);
        let mut words = match extent.bend {
            Bend::Straight => tick_words(sketch, &extent.ticks),
            _ => bend::tick_words(locale, &extent.ticks),
        };
        let column = is_wide(sketch);
        let mut unit = String::new();
        let rank = checked.measure == Quantity::Rank;
        let top = if rank { words.first_mut() } else { words.last_mut() };
        if let Some(top) = top {
            let full = if rank { locale.say(Message::RankNumber, &[top]) } else { locale.with_unit(top, said) };
            let room = if column { INLINE_UNIT } else { sketch.width };
            if sketch.measure(&full, style) <= room {
                *top = full;
            } else if !mentions(&checked.subtitle, said) {
                unit = shorten(said, sketch.width, style, sketch.env.measure);
            }
        }
        let base = checked.base.unwrap_or(0.0);
        Self::fit(sketch, extent, words, unit, usize::from(rank && !column), base)
    }

    /// An axis of numbers of values, whatever the values are.
    pub(super) fn counts(sketch: &Sketch, extent: &Extent) -> Self {
        let mut words = tick_words(sketch, &extent.ticks);
        if let Some(top) = words.last_mut() {
            *top = sketch.env.locale.say(Message::ValueCount, &[top]);
        }
        Self::fit(sketch, extent, words, String::new(), 0, 0.0)
    }

    /// Finds room for the words, those of the first `skip` aside.
    fn fit(sketch: &Sketch, extent: &Extent, words: Vec<String>, unit: String, skip: usize, base: f64) -> Self {
        let (style, column) = (sketch.env.theme.small, is_wide(sketch));
        // On narrow plots the top label may run over the plot: nothing is drawn above its line.
        let beside = if column { words.len() } else { words.len().saturating_sub(1) };
        let widest = words.iter().skip(skip).take(beside).map(|text| sketch.measure(text, style)).fold(0.0, f64::max);
        let lead = if unit.is_empty() { 0.0 } else { style.line_height() + 2.0 };
        let head = lead + if column { style.cap_height() } else { style.cap_height() + 8.0 };
        Self {
            domain: extent.domain,
            bend: extent.bend,
            ticks: extent.ticks.clone(),
            words,
            unit,
            base,
            column,
            left: if widest > 0.0 { (widest + 8.0).ceil() } else { 0.0 },
            head,
        }
    }

    /// Whether tick labels stand beside the plot, not in it.
    pub(super) fn has_column(&self) -> bool {
        self.column
    }

    /// The scale over a height, in CSS pixels; places run downward.
    pub(super) fn scale(&self, sketch: &Sketch, top: f64, bottom: f64) -> Scale {
        let downward = sketch.checked.measure == Quantity::Rank && self.domain.0 > 0.0;
        let range = if downward { (top, bottom) } else { (bottom, top) };
        Scale::new(self.bend, self.domain, range)
    }

    /// Draws grid lines as far as `right`, and their labels.
    pub(super) fn draw(&self, sketch: &mut Sketch, scale: &Scale, right: f64) {
        let theme = sketch.env.theme;
        let (style, muted) = (theme.small, theme.muted);
        let from = if self.column { self.left } else { 0.0 };
        let top = scale.range().0.min(scale.range().1);
        if !self.unit.is_empty() {
            let rise = if self.column { style.cap_height() } else { 6.0 + style.cap_height() };
            let at = Point::new(0.0, top - rise - 6.0);
            sketch.text(Role::Axis, None, &self.unit, at, Anchor::Left, (style, muted));
        }
        for value in bend::finer(self.bend, &self.ticks, self.domain, scale) {
            let y = scale.at(value);
            let color = theme.grid.mix(theme.background, 0.5);
            // Beside the numbers that stand on their lines, not through them.
            sketch.rule(Role::Grid, Point::new(self.left, y), Point::new(right, y), 0.0, color);
        }
        for (tick, words) in self.ticks.iter().zip(&self.words) {
            let y = scale.at(*tick);
            let color = if *tick == self.base { theme.zero } else { theme.grid };
            let width = if *tick == self.base { 1.0 } else { 0.0 };
            sketch.rule(Role::Grid, Point::new(from, y), Point::new(right, y), width, color);
            if self.column {
                let at = Point::new(from - 8.0, y + style.cap_height() / 2.0);
                sketch.text(Role::Axis, None, words, at, Anchor::Right, (style, muted));
            } else {
                let at = Point::new(0.0, y - 4.0);
                sketch.text(Role::Axis, None, words, at, Anchor::Left, (style, muted));
            }
        }
        let (base, (low, high)) = (self.base, self.domain);
        if !self.ticks.contains(&base) && base > low && base < high {
            let y = scale.at(base);
            sketch.rule(Role::Grid, Point::new(from, y), Point::new(right, y), 1.0, theme.zero);
        }
    }
}

/// Whether tick labels have a column of their own.
fn is_wide(sketch: &Sketch) -> bool {
    sketch.width >= WIDE
}

/// About how many steps an axis along a height (CSS pixels) should have.
pub(super) fn about(height: f64) -> usize {
    within(height / 50.0, 3.0, 5.0) as usize
}

/// The height of an upright plot with its axes, in CSS pixels: the author's, or a ratio for phones that goes over into
/// a flatter one for wide columns.
pub(super) fn height(sketch: &Sketch) -> f64 {
    let width = sketch.width;
    let chosen = if width <= 420.0 { width * 0.62 } else { 260.0 + (width - 420.0) * 0.27 };
    within(sketch.checked.height.unwrap_or(within(chosen, 180.0, 460.0)), 100.0, 4000.0)
}
