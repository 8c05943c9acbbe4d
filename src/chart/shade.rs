//! Values as shades: a few classes with round edges, one shade each, and their key.

use super::extent::tick_words;
use super::sketch::Sketch;
use super::{bend, hatch, value};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scale::{Bend, ticks_around};
use crate::scene::{Anchor, Role, Shape, Stroke};
use crate::spec::{Checked, Quantity};
use crate::theme::{Palette, ramp};

/// As many classes as can be told apart without looking each up.
const FEWEST: usize = 5;
const MOST: usize = 7;
/// The height of a class in the key, in CSS pixels.
const BLOCK: f64 = 10.0;
/// Above it, in CSS pixels: words beside it are a little higher.
const LIFT: f64 = 2.0;

/// Classes of values, each with its shade.
pub(super) struct Shades {
    /// The edges of the classes, ascending, one more than there are shades; a value on an edge is above it.
    edges: Vec<f64>,
    colors: Vec<Color>,
    /// Whether values lie below the first edge and above the last: the author's own ends.
    open: (bool, bool),
    bend: Bend,
}

impl Shades {
    /// The classes for values from `low` to `high`, at round edges: five to seven where round numbers allow. Where
    /// values lie on both sides of a reference (zero, or the base), that is an edge, and the two sides have shades of
    /// their own, as strong as they are far from it.
    pub(super) fn over(checked: &Checked, palette: &Palette, low: f64, high: f64) -> Self {
        let bend = bend::of(checked, false);
        // Ends that leave every value out are not taken.
        let own = (checked.domain.0.filter(|end| *end < high), checked.domain.1.filter(|end| *end > low));
        let (from, to) = (own.0.unwrap_or(low), own.1.unwrap_or(high));
        let reference = checked.base.unwrap_or(0.0);
        let sides = from < reference && to > reference && bend != Bend::Log;
        let mut edges = edges(bend, from, to, if sides { reference } else { 0.0 });
        // The author's ends are ends, round or not.
        if let Some(end) = own.0 {
            edges.retain(|edge| *edge > end);
            edges.insert(0, end);
        }
        if let Some(end) = own.1 {
            edges.retain(|edge| *edge < end);
            edges.push(end);
        }
        let first = edges.first().copied().unwrap_or(low);
        let last = edges.last().copied().unwrap_or(high);
        let open = (low < first, high > last);
        let count = edges.len().saturating_sub(1).max(1);
        let mut colors = if sides {
            let below = edges.iter().filter(|edge| **edge < reference).count();
            let above = edges.iter().filter(|edge| **edge > reference).count();
            let far = below.max(above);
            let mut colors = ramp(&palette.below, far);
            colors.truncate(below);
            colors.reverse();
            colors.extend(ramp(&palette.above, far).into_iter().take(above));
            colors
        } else {
            ramp(&palette.shades, count)
        };
        // First is most.
        if checked.measure == Quantity::Rank {
            colors.reverse();
        }
        Self { edges, colors, open, bend }
    }

    /// The shade of a value; what lies beyond the ends has that of the end.
    pub(super) fn color(&self, value: f64) -> Color {
        let inner = self.edges.get(1..self.colors.len()).unwrap_or_default();
        let place = inner.iter().filter(|edge| value >= **edge).count();
        self.colors.get(place).or(self.colors.last()).copied().unwrap_or(Color::hex(0))
    }

    /// Draws the key from `top` (CSS pixels) downward, a sample for missing values behind it if there are any; gives
    /// the height that it takes.
    pub(super) fn draw_key(&self, sketch: &mut Sketch, missing: bool) -> f64 {
        let theme = sketch.env.theme;
        let (locale, style) = (sketch.env.locale, theme.small);
        let words = self.words(sketch);
        let widest = words.iter().map(|text| sketch.measure(text, style)).fold(0.0, f64::max);
        let count = self.colors.len().max(1) as f64;
        let ends = [words.first(), words.last()].map(|text| text.map_or(0.0, |text| sketch.measure(text, style)) / 2.0);
        let room = (sketch.width - ends[0] - ends[1]).max(40.0);
        let most = (room / count).min(64.0);
        let block = within(widest + 8.0, most.min(34.0), most);
        // Numbers that would touch are thinned out; the ends stay.
        let every = if widest + 6.0 <= block { 1 } else { ((widest + 6.0) / block).ceil().max(1.0) as usize };
        let length = block * count;
        let rtl = locale.rtl();
        let left = if rtl { sketch.width - ends[1] - length } else { ends[0] };
        for (at, color) in self.colors.iter().enumerate() {
            sketch.rect(Role::Axis, None, Rect::new(left + block * at as f64, LIFT, block, BLOCK), *color);
        }
        let stroke = Some(Stroke { width: 1.0, color: theme.rest });
        let rect = Rect::new(left, LIFT, length, BLOCK);
        sketch.mark(Role::Axis, None, Shape::Rect { rect, fill: None, stroke });
        let last = words.len().saturating_sub(1);
        let mut free = f64::NEG_INFINITY;
        let baseline = LIFT + BLOCK + 4.0 + style.cap_height();
        for (at, text) in words.iter().enumerate() {
            let half = sketch.measure(text, style) / 2.0;
            let x = left + block * at as f64;
            let end = left + length - ends[1] - 6.0;
            if at % every != 0 && at != last || x - half < free || (at != last && at > 0 && x + half > end) {
                continue;
            }
            free = x + half + 4.0;
            sketch.text(Role::Axis, None, text, Point::new(x, baseline), Anchor::Middle, (style, theme.muted));
        }
        let height = baseline + style.descent();
        if !missing {
            return height;
        }
        let words = locale.say(Message::NoData, &[]);
        let wide = sketch.measure(&words, style) + 26.0;
        let beside = length + ends[0] + ends[1] + 18.0;
        let (from, top) = if beside + wide <= sketch.width { (beside, LIFT) } else { (0.0, height + 6.0) };
        let sample = Rect::new(if rtl { sketch.width - from - 20.0 } else { from }, top, 20.0, BLOCK);
        hatch::draw(sketch, Role::Axis, None, &[sample]);
        sketch.mark(Role::Axis, None, hatch::frame(sketch, sample));
        let (x, anchor) = if rtl { (sample.x - 6.0, Anchor::Right) } else { (sample.right() + 6.0, Anchor::Left) };
        let at = Point::new(x, top + BLOCK / 2.0 + style.cap_height() / 2.0);
        sketch.text(Role::Axis, None, &words, at, anchor, (style, theme.muted));
        height.max(top + BLOCK + 4.0)
    }

    /// The edges in words; the last with the unit where that is a sign, and open ends as such.
    fn words(&self, sketch: &Sketch) -> Vec<String> {
        let locale = sketch.env.locale;
        let mut words = match self.bend {
            Bend::Straight => tick_words(sketch, &self.edges),
            _ => bend::tick_words(locale, &self.edges),
        };
        if let Some(last) = words.last_mut() {
            if value::is_percent(sketch.checked) {
                *last = locale.with_unit(last, "%");
            }
            if self.open.1 {
                *last = locale.say(Message::OverLabel, &[last]);
            }
        }
        if let (Some(first), true) = (words.first_mut(), self.open.0) {
            *first = locale.say(Message::UnderLabel, &[first]);
        }
        words
    }
}

/// Round edges around the values, at a reference too.
fn edges(bend: Bend, low: f64, high: f64, reference: f64) -> Vec<f64> {
    if low == high {
        return vec![low, high];
    }
    let mut best: Vec<f64> = Vec::new();
    let away = |count: usize| if count < FEWEST { FEWEST - count } else { count.saturating_sub(MOST) };
    for about in [6, 5, 7, 4, 8, 3] {
        let found = match bend {
            Bend::Straight => {
                let mut found = ticks_around(low - reference, high - reference, about);
                found.iter_mut().for_each(|edge| *edge += reference);
                found
            }
            _ => {
                let (from, to) = bend.nice(low, high, about);
                let mut found = bend.ticks(from, to, about);
                if found.first().is_none_or(|first| *first > from) {
                    found.insert(0, from);
                }
                if found.last().is_none_or(|last| *last < to) {
                    found.push(to);
                }
                found
            }
        };
        let count = found.len().saturating_sub(1);
        if found.len() > 1 && (best.is_empty() || away(count) < away(best.len().saturating_sub(1))) {
            best = found;
        }
    }
    if best.is_empty() { vec![low, high] } else { best }
}

/// Black or white, whichever is read more easily on a shade: at least 4.5:1 on any, since the two are 21:1 apart.
pub(super) fn ink(shade: Color) -> Color {
    let (black, white) = (Color::hex(0), Color::hex(0xffffff));
    if shade.contrast(black) >= shade.contrast(white) { black } else { white }
}

#[cfg(test)]
mod tests {
    use super::super::stage::checked;
    use super::*;
    use crate::spec::Kind;
    use crate::theme::Theme;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn five_to_seven_classes_at_round_edges_hold_all(low in -1e6..1e6_f64, span in 1e-3..1e7_f64) {
            let found = edges(Bend::Straight, low, low + span, 0.0);
            prop_assert!((4..=9).contains(&found.len()), "{found:?}");
            prop_assert!(found[0] <= low + span * 1e-6 && found[found.len() - 1] >= (low + span) - span * 1e-6);
        }

        #[test]
        fn words_are_read_on_any_shade(rgb in 0_u32..0x1000000) {
            let shade = Color::hex(rgb);
            prop_assert!(ink(shade).contrast(shade) >= 4.5);
        }

        #[test]
        fn more_is_never_a_lesser_shade(values in prop::collection::vec(-50.0..200.0_f64, 2..20)) {
            let (low, high) = values.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
            let shades = Shades::over(&checked(Kind::Heatmap, Vec::new()), &Theme::light().palette, low, high);
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let place = |value: &f64| shades.colors.iter().position(|color| *color == shades.color(*value)).unwrap();
            prop_assert!(sorted.windows(2).all(|pair| place(&pair[0]) <= place(&pair[1])));
        }
    }

    #[test]
    fn a_reference_parts_the_shades() {
        let palette = Theme::light().palette;
        let shades = Shades::over(&checked(Kind::Heatmap, Vec::new()), &palette, -2.0, 10.0);
        assert_eq!(shades.edges, [-2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        // As far from zero, as strong: the one class below is as pale as the first above.
        assert_eq!(shades.color(-1.0), palette.below[0]);
        assert_eq!(shades.color(0.0), palette.above[0]);
        assert_eq!(shades.color(9.0), palette.above[3]);
        let index = Checked { base: Some(100.0), ..checked(Kind::Heatmap, Vec::new()) };
        assert!(Shades::over(&index, &palette, 87.0, 121.0).edges.contains(&100.0));
    }

    #[test]
    fn the_authors_ends_are_open_where_values_pass_them() {
        let spec = Checked { domain: (Some(0.0), Some(50.0)), ..checked(Kind::Heatmap, Vec::new()) };
        let shades = Shades::over(&spec, &Theme::light().palette, 3.0, 80.0);
        assert_eq!(shades.open, (false, true));
        assert_eq!(shades.color(80.0), shades.color(49.0));
    }
}
