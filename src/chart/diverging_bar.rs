//! Bars to either side of a reference: the base, else the target, else zero.

use super::bar::{self, Look};
use super::sketch::Sketch;

/// Up to so many bars carry their values.
const LABELLED: usize = 40;

/// Draws them from top to bottom, in two tones of one hue.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let target = checked.target.as_ref().map(|target| target.value);
    let from = checked.base.or(target).unwrap_or(0.0);
    bar::draw_as(sketch, &Look { from, toned: true, labelled: LABELLED, ..Look::plain() });
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use crate::geom::Rect;
    use crate::scene::{Role, Scene, Shape};
    use crate::spec::{Checked, Kind, Qualifier, Row, Target};
    use crate::theme::Theme;

    fn spec(values: &[f64]) -> Checked {
        let name = |i: usize| ["Place ", &i.to_string()].concat();
        let rows = values.iter().enumerate();
        let rows = rows.map(|(i, value)| Row { category: name(i), value: Some(*value), ..Row::default() }).collect();
        checked(Kind::DivergingBar, rows)
    }

    fn target(value: f64) -> Option<Target> {
        Some(Target { value, upper: None, period: None, label: "National average".into() })
    }

    fn bars(scene: &Scene) -> Vec<(Rect, crate::color::Color)> {
        let bars = scene.marks.iter().filter(|mark| mark.role == Role::Data);
        let box_of = |shape: &Shape| match shape {
            Shape::Rect { rect, fill: Some(fill), .. } => Some((*rect, *fill)),
            _ => None,
        };
        bars.filter_map(|mark| box_of(&mark.shape)).collect()
    }

    #[test]
    fn words_never_collide() {
        for base in [None, Some(0.0), Some(50.0), Some(-3e7)] {
            for target in [None, target(60.0)] {
                for count in [1, 4, 15, 41] {
                    let values: Vec<f64> = (0..count).map(|i| f64::from(i) * 7.3).collect();
                    holds_at_every_width(&Checked { base, target: target.clone(), decimals: 1, ..spec(&values) });
                }
            }
        }
        let mut hard = spec(&[3.0; 6]);
        hard_words().into_iter().zip(&mut hard.rows).for_each(|(name, row)| row.category = name);
        holds_at_every_width(&hard);
        for (_, qualifier) in Qualifier::ALL {
            let mut bounds = Checked { base: Some(50.0), ..spec(&[40.0, 50.0, 60.0]) };
            bounds.rows.iter_mut().for_each(|row| row.qualifier = Some(qualifier));
            holds_at_every_width(&bounds);
        }
    }

    #[test]
    fn bars_start_at_the_reference_and_have_two_tones() {
        let theme = Theme::light();
        for spec in [
            Checked { base: Some(50.0), ..spec(&[40.0, 70.0]) },
            Checked { target: target(50.0), ..spec(&[40.0, 70.0]) },
            spec(&[-10.0, 20.0]),
        ] {
            let scene = stage(&spec, 500.0).value;
            let [(below, pale), (above, strong)] = bars(&scene)[..] else { panic!("two bars") };
            assert!((below.right() - above.x).abs() < 1e-9 && (above.width - 2.0 * below.width).abs() < 1e-9);
            assert_eq!((pale, strong), (theme.pale, theme.accent));
        }
    }

    #[test]
    fn the_reference_is_named() {
        let base = stage(&Checked { base: Some(50.0), unit: "%".into(), ..spec(&[40.0]) }, 400.0).value;
        assert!(texts(&base).contains(&"50%"), "{:?}", texts(&base));
        let target = stage(&Checked { target: target(50.0), ..spec(&[40.0]) }, 400.0).value;
        assert!(texts(&target).contains(&"National average: 50"));
    }
}
