//! How a part of a whole looks: its colour, its box, the words on it.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, DatumId, Role};
use crate::spec::Row;
use crate::text::TextStyle;
use crate::theme::ramp;

/// Between neighbouring parts, in CSS pixels: they are told apart without their colours, too.
pub(super) const SEAM: f64 = 1.0;
/// Words on a part keep this far from its ends, in CSS pixels.
pub(super) const INSET: f64 = 4.0;

impl Sketch<'_> {
    /// The colour of a part that is a category: the palette's in turn, or accent and grey where something is highlighted.
    pub(super) fn part_color(&self, index: usize, name: &str) -> Color {
        let theme = self.env.theme;
        if self.checked.highlight.is_set() {
            return if self.checked.highlight.holds(name) { theme.accent } else { self.part_grey(name) };
        }
        theme.series.get(index % theme.series.len()).copied().unwrap_or(theme.accent)
    }

    /// The grey of a part that is not highlighted: each has its own, from strong to quiet in the order of the data, so
    /// that a list beside the parts tells which is which.
    fn part_grey(&self, name: &str) -> Color {
        let theme = self.env.theme;
        let mut others: Vec<&str> = Vec::new();
        for row in &self.checked.rows {
            let other = row.category.as_str();
            if !self.checked.highlight.holds(other) && !others.contains(&other) {
                others.push(other);
            }
        }
        let place = others.iter().position(|other| *other == name);
        ramp(&[theme.zero, theme.rest], others.len()).get(place.unwrap_or(usize::MAX)).copied().unwrap_or(theme.rest)
    }

    /// The colour of words on a fill: ink or background, or where neither has a contrast of 4.5:1, black or white,
    /// of which one always has.
    pub(super) fn ink_on(&self, fill: Color) -> Color {
        let better = |a: Color, b: Color| if a.contrast(fill) >= b.contrast(fill) { a } else { b };
        let own = better(self.env.theme.background, self.env.theme.ink);
        if own.contrast(fill) >= 4.5 { own } else { better(Color::hex(0xffffff), Color::hex(0)) }
    }

    /// The box of a part, hollow where its value is not final; nothing where it has no size.
    pub(super) fn part(&mut self, datum: DatumId, rect: Rect, color: Color, row: &Row) {
        if rect.width <= 0.0 || rect.height <= 0.0 {
            return;
        }
        if is_hollow(row) {
            self.hollow(Role::Data, Some(datum), rect, color);
        } else {
            self.rect(Role::Data, Some(datum), rect, color);
        }
    }

    /// Words in the middle of a part.
    pub(super) fn on_part(&mut self, datum: DatumId, rect: Rect, words: &str, style: TextStyle, fill: Option<Color>) {
        let color = fill.map_or(self.env.theme.ink, |fill| self.ink_on(fill));
        let middle = rect.center();
        let at = Point::new(middle.x, middle.y + style.cap_height() / 2.0);
        self.text(Role::Label, Some(datum), words, at, Anchor::Middle, (style, color));
    }
}

/// Whether a part is drawn hollow: its value is not final.
pub(super) fn is_hollow(row: &Row) -> bool {
    row.qualifier.is_some_and(|qualifier| qualifier.is_tentative())
}

#[cfg(test)]
mod tests {
    use super::super::stage::{PLAIN, checked};
    use super::*;
    use crate::scene::{Env, Setting};
    use crate::spec::{Checked, Highlight, Kind};
    use crate::text::NativeMeasure;
    use crate::theme::Theme;

    #[test]
    fn words_on_every_fill_can_be_read() {
        let (checked, measure) = (checked(Kind::StackedBar, Vec::new()), NativeMeasure::new());
        for theme in [Theme::light(), Theme::dark()] {
            let env = Env { width: 320.0, setting: Setting::Page, measure: &measure, theme: &theme, locale: &PLAIN };
            let sketch = Sketch::new(&checked, &env);
            let own = [theme.accent, theme.pale, theme.rest, theme.grid];
            for fill in own.iter().chain(&theme.series).chain(&theme.diverging) {
                let contrast = sketch.ink_on(*fill).contrast(*fill);
                assert!(contrast >= 4.5, "{fill:?}: {contrast:.2}:1");
            }
        }
    }

    #[test]
    fn parts_that_are_not_highlighted_have_greys_of_their_own() {
        let measure = NativeMeasure::new();
        let row = |name: &str| Row { category: name.into(), value: Some(1.0), ..Row::default() };
        let spec = Checked {
            highlight: Highlight(vec!["A".into()]),
            ..checked(Kind::Donut, ["A", "B", "C", "D"].map(row).into())
        };
        for theme in [Theme::light(), Theme::dark()] {
            let env = Env { width: 320.0, setting: Setting::Page, measure: &measure, theme: &theme, locale: &PLAIN };
            let sketch = Sketch::new(&spec, &env);
            let [a, b, c, d] = ["A", "B", "C", "D"].map(|name| sketch.part_color(0, name));
            assert_eq!((a, b, d), (theme.accent, theme.zero, theme.rest));
            assert!(c != b && c != d);
        }
    }
}
