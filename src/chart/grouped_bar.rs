//! Horizontal bars side by side for each category: two series or more.

use super::bar;
use super::sketch::Sketch;

/// Draws the groups from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    bar::draw(sketch);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage};
    use crate::scene::{Role, Shape};
    use crate::spec::{Checked, Kind, Qualifier, Row};

    fn groups(names: &[String], series: usize) -> Checked {
        let mut rows = Vec::new();
        for (i, name) in names.iter().enumerate() {
            for series in 0..series {
                let value = Some((i * 3 + series) as f64 * 17.5);
                rows.push(Row { category: name.clone(), series, value, ..Row::default() });
            }
        }
        let series = (0..series).map(|i| (2015 + 5 * i).to_string()).collect();
        Checked { series, decimals: 1, ..checked(Kind::GroupedBar, rows) }
    }

    #[test]
    fn words_never_collide() {
        for series in [2, 3, 5] {
            holds_at_every_width(&groups(&hard_words(), series));
            holds_at_every_width(&groups(&["A".into()], series));
        }
        let mut bounds = groups(&["Advanced manufacturing".into(), "High-tech".into()], 2);
        for (_, qualifier) in Qualifier::ALL {
            bounds.rows[1].qualifier = Some(qualifier);
            bounds.rows[2].value = None;
            holds_at_every_width(&bounds);
        }
    }

    #[test]
    fn then_is_pale_and_now_is_strong() {
        let scene = stage(&groups(&["A".into(), "B".into()], 2), 400.0).value;
        let bars = scene.marks.iter().filter(|mark| mark.role == Role::Data);
        let fills: Vec<_> =
            bars.filter_map(|mark| if let Shape::Rect { fill, .. } = mark.shape { fill } else { None }).collect();
        let theme = crate::theme::Theme::light();
        assert_eq!(fills, [theme.pale, theme.accent, theme.pale, theme.accent]);
    }
}
