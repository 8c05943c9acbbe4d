//! An arrow from then to now for each category.

use super::dumbbell;
use super::sketch::Sketch;

/// Draws the arrows from top to bottom; where nothing changed, or now is not final, now is a dot.
pub(super) fn draw(sketch: &mut Sketch) {
    dumbbell::draw(sketch);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage};
    use crate::scene::{Scene, Shape};
    use crate::spec::{Checked, Kind, Qualifier, Row};

    fn pairs(pairs: &[(f64, f64)]) -> Checked {
        let mut rows = Vec::new();
        for (i, (then, now)) in pairs.iter().enumerate() {
            for (series, value) in [then, now].into_iter().enumerate() {
                let category = ["Place ", &i.to_string()].concat();
                rows.push(Row { category, series, value: Some(*value), ..Row::default() });
            }
        }
        Checked { series: vec!["2015".into(), "2020".into()], decimals: 1, ..checked(Kind::Arrow, rows) }
    }

    /// How many heads point to the right and to the left, and how many dots there are.
    fn heads(scene: &Scene) -> (usize, usize, usize) {
        let mut found = (0, 0, 0);
        for mark in &scene.marks {
            match &mark.shape {
                Shape::Polygon { points, .. } if points[0].x > points[1].x => found.0 += 1,
                Shape::Polygon { .. } => found.1 += 1,
                Shape::Dot { .. } => found.2 += 1,
                _ => {}
            }
        }
        found
    }

    #[test]
    fn words_never_collide() {
        holds_at_every_width(&pairs(&[(47.9, 50.9), (37.2, 37.9), (60.0, 20.0), (5.0, 5.0)]));
        holds_at_every_width(&pairs(&[(-47.9, 50.9)]));
        let mut hard = pairs(&[(3.0, 4.0); 6]);
        let names: Vec<String> = hard_words().into_iter().flat_map(|name| [name.clone(), name]).collect();
        names.into_iter().zip(&mut hard.rows).for_each(|(name, row)| row.category = name);
        holds_at_every_width(&hard);
        for (_, qualifier) in Qualifier::ALL {
            let mut bounds = pairs(&[(47.9, 50.9), (37.2, 37.9)]);
            bounds.rows[1].qualifier = Some(qualifier);
            bounds.rows[2].value = None;
            holds_at_every_width(&bounds);
        }
    }

    #[test]
    fn the_head_points_the_way_of_the_change_however_small() {
        let scene = stage(&pairs(&[(10.0, 90.0), (50.0, 10.0), (50.0, 51.5)]), 400.0).value;
        assert_eq!(heads(&scene), (2, 1, 0));
    }

    #[test]
    fn no_change_and_what_is_not_final_end_in_dots() {
        let still = stage(&pairs(&[(10.0, 90.0), (50.0, 50.0)]), 400.0).value;
        assert_eq!((heads(&still).0, heads(&still).1), (1, 0));
        assert!(heads(&still).2 > 0);
        let mut open = pairs(&[(10.0, 90.0)]);
        open.rows[1].qualifier = Some(Qualifier::Expected);
        let scene = stage(&open, 400.0).value;
        assert_eq!((heads(&scene).0, heads(&scene).1), (0, 0));
    }
}
