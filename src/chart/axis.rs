//! The value axis of upright kinds: hairlines across the plot, their numbers at the left.

use super::bend;
use super::extent::{Extent, tick_words};
use super::sketch::Sketch;
use crate::each::each;
use crate::geom::{Point, within};
use crate::locale::Message;
use crate::mention::mentions;
use crate::scale::{Bend, Scale};
use crate::scene::{Anchor, Role};
use crate::spec::Quantity;
use crate::text::shorten;

/// From this width, in CSS pixels, tick labels have a column of their own; below it they stand on their grid lines.
const WIDE: f64 = 480.0;
/// Up to this width, in CSS pixels, plots are so high to a pixel of their width; wider ones are flatter.
const PHONE: f64 = 420.0;
const TALL: f64 = 0.7;
/// The same where tick labels stand on their lines and the data rise past the top one.
const SHORT_UNIT: f64 = 40.0;
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
            let room = match (column, passes(extent)) {
                (true, _) => INLINE_UNIT,
                (_, true) => SHORT_UNIT,
                _ => sketch.width,
            };
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
        let head = sketch.env.locale.say(Message::CountHead, &[]);
        Self::fit(sketch, extent, tick_words(sketch, &extent.ticks), head, 0, 0.0)
    }

    /// Finds room for the words, those of the first `skip` aside.
    fn fit(sketch: &Sketch, extent: &Extent, words: Vec<String>, unit: String, skip: usize, base: f64) -> Self {
        let (style, column) = (sketch.env.theme.small, is_wide(sketch));
        // On narrow plots the top label may run over the plot: nothing is drawn above its line,
        // as long as the data keep below it.
        let beside = if column || passes(extent) { words.len() } else { words.len().saturating_sub(1) };
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

    /// Lets columns begin further left on a narrow plot, where the first of them end below the labels that they come
    /// to stand under. `tips` are the least and the greatest value of each column of equal width, in data units; the
    /// plot ends at `right`, in CSS pixels.
    pub(super) fn tuck(self, sketch: &Sketch, tips: &[(f64, f64)], right: f64) -> Self {
        let count = tips.len() as f64;
        let tips = tips.iter().enumerate().map(|(at, (low, top))| (at as f64 / count, *low, *top));
        self.tuck_under(sketch, &mut tips.into_iter(), right)
    }

    /// The same for what begins anywhere: each of `tips` is a part of the way across the plot, and the least and the
    /// greatest value from there on until the next.
    pub(super) fn tuck_under(
        mut self,
        sketch: &Sketch,
        tips: &mut dyn Iterator<Item = (f64, f64, f64)>,
        right: f64,
    ) -> Self {
        // Panels begin at one place, whatever each of them holds, and notes keep the room that they have.
        let held = !sketch.checked.hold.periods.is_empty() || !sketch.checked.hold.values.is_empty();
        if self.column || held {
            return self;
        }
        // A label stands on its line, about so much of the axis high.
        let (style, high) = (sketch.env.theme.small, (self.domain.1 - self.domain.0) * 0.12);
        let mut left = 0.0_f64;
        let widths: Vec<f64> = each(&self.words, &mut |words| sketch.measure(words, style) + 8.0);
        for (way, low, top) in tips {
            for (tick, needed) in self.ticks.iter().zip(&widths) {
                let apart = *tick > 0.0 && top <= *tick || *tick < 0.0 && low >= tick + high;
                // What is further right only needs what the way to it leaves.
                if !apart && way < 1.0 {
                    left = left.max((needed - way * right) / (1.0 - way));
                }
            }
        }
        self.left = self.left.min(left.ceil());
        self
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

/// Whether an axis goes on above its last tick.
fn passes(extent: &Extent) -> bool {
    extent.ticks.last().is_some_and(|last| *last < extent.domain.1)
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
    let chosen = if width <= PHONE { width * TALL } else { (260.0 + (width - PHONE) * 0.27).max(PHONE * TALL) };
    within(sketch.checked.height.unwrap_or(within(chosen, 180.0, 460.0)), 100.0, 4000.0)
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, stage};
    use crate::locale::Period;
    use crate::spec::{Checked, Hold, Kind, Row};

    /// Where the first of twenty columns stands at 320 CSS pixels; they rise from, or fall to, a hundredth.
    fn first(rising: bool, hold: Hold) -> f64 {
        let row = |i: i32| Row {
            period: Some(Period::Year(2000 + i)),
            value: Some(f64::from(if rising { i + 1 } else { 20 - i }) * 1000.0),
            ..Row::default()
        };
        let spec = Checked { hold, ..checked(Kind::Column, (0..20).map(row).collect()) };
        stage(&spec, 320.0).value.data[0].reach.x
    }

    #[test]
    fn low_columns_begin_under_the_labels_and_high_ones_and_panels_beside_them() {
        let panel = Hold { periods: vec![Period::Year(2000)], ..Hold::default() };
        let beside = first(false, Hold::default());
        assert!(first(true, Hold::default()) < beside - 15.0);
        assert!((first(true, panel) - beside).abs() < 1e-9);
    }
}
