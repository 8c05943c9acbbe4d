//! The names of a stack's parts in a line above it, each over its own part, in its colour.

use super::sketch::Sketch;
use crate::color::Color;
use crate::each::each;
use crate::geom::Point;
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::text::{TextStyle, spread};

/// Between two names, in CSS pixels.
const GAP: f64 = 12.0;

/// A part that is named: its words, its colour, that of the words, and where its part begins and ends (CSS pixels).
pub(super) struct Named<'a> {
    pub(super) name: &'a str,
    pub(super) color: Color,
    pub(super) ink: Color,
    pub(super) ends: (f64, f64),
}

/// The names' middles, in CSS pixels, where each stands over its own part between `low` and `high`; else `None`.
pub(super) fn lay_out(sketch: &Sketch, names: &[Named], low: f64, high: f64) -> Option<Vec<f64>> {
    let style = style(sketch);
    let widths = each(names, &mut |named| sketch.measure(named.name, style) + GAP);
    let wanted = each(names, &mut |named| (named.ends.0 + named.ends.1) / 2.0);
    if names.len() < 2 || widths.iter().sum::<f64>() > high - low + GAP {
        return None;
    }
    let places = spread(&wanted, &widths, low - GAP / 2.0, high + GAP / 2.0);
    let over = names.iter().zip(&places).zip(&widths).all(|((named, place), width)| {
        let (from, to) = (named.ends.0.min(named.ends.1), named.ends.0.max(named.ends.1));
        // A name longer than its part may begin or end with it.
        let slack = ((width - GAP - (to - from)) / 2.0).max(0.0);
        to > from && *place >= from - slack && *place <= to + slack
    });
    over.then_some(places)
}

/// Draws the names with their baseline at `y` (CSS pixels).
pub(super) fn draw(sketch: &mut Sketch, names: &[Named], places: &[f64], y: f64) {
    let style = style(sketch);
    for (named, x) in names.iter().zip(places) {
        sketch.text(Role::Label, None, named.name, Point::new(*x, y), Anchor::Middle, (style, named.ink));
    }
}

/// The height that the names take, in CSS pixels.
pub(super) fn height(sketch: &Sketch) -> f64 {
    style(sketch).line_height() + 4.0
}

/// Names the parts in the key instead; where some are highlighted, those.
pub(super) fn fill_key(sketch: &mut Sketch, names: &[Named]) {
    let checked = sketch.checked;
    let chosen = names.iter().any(|named| checked.highlight.holds(named.name));
    for named in names {
        if !named.name.is_empty() && (!chosen || checked.highlight.holds(named.name)) {
            sketch.key.push(KeyEntry { label: named.name.into(), color: named.color, swatch: Swatch::Square });
        }
    }
}

fn style(sketch: &Sketch) -> TextStyle {
    TextStyle { weight: 600, ..sketch.env.theme.label }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{PLAIN, checked};
    use super::*;
    use crate::scene::{Env, Setting};
    use crate::spec::Kind;
    use crate::text::NativeMeasure;
    use crate::theme::Theme;

    #[test]
    fn a_name_stands_over_its_own_part_or_none_does() {
        let (checked, measure, theme) = (checked(Kind::StackedBar, Vec::new()), NativeMeasure::new(), Theme::light());
        let env = Env { width: 600.0, setting: Setting::Page, measure: &measure, theme: &theme, locale: &PLAIN };
        let sketch = Sketch::new(&checked, &env);
        let named = |ends: [f64; 4]| {
            let names = ["Fossil fuels", "Nuclear", "Renewables"];
            let part =
                |at: usize| Named { name: names[at], color: theme.ink, ink: theme.ink, ends: (ends[at], ends[at + 1]) };
            lay_out(&sketch, &[part(0), part(1), part(2)], 0.0, 600.0)
        };
        let places = named([0.0, 300.0, 450.0, 600.0]);
        assert_eq!(places, Some(vec![150.0, 375.0, 525.0]));
        // Two narrow parts at the end would push each other's names away.
        assert_eq!(named([0.0, 560.0, 590.0, 600.0]), None);
        assert_eq!(named([0.0, 300.0, 300.0, 600.0]), None, "a part that is not there has no name above it");
    }
}
