//! A dot at the end of a thin line from zero: bars with less ink, for many rows.

use super::bar::{self, Look};
use super::bar_mark::{Direction, bar_mark};
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::scene::{DatumId, Role, Shape, Stroke};
use crate::spec::Qualifier;

/// Radius of the dots, in CSS pixels.
const DOT: f64 = 5.0;
/// Width of the lines, in CSS pixels.
const STEM: f64 = 2.0;
/// Up to so many rows carry their values: a row is one line of text high, however thin its mark.
const LABELLED: usize = 40;

/// Draws them from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    bar::draw_as(sketch, &Look { mark: lollipop, over: DOT + 2.0, labelled: LABELLED, ..Look::plain() });
}

/// One of them in the place of a bar. A bound's line is open where a bar's end would be: past the dot where more is
/// meant, before it where less is.
fn lollipop(
    sketch: &mut Sketch,
    datum: DatumId,
    bar: Rect,
    color: Color,
    direction: Direction,
    qualifier: Option<Qualifier>,
) -> Rect {
    let rightward = direction == Direction::Right;
    let tip = Point::new(if rightward { bar.right() } else { bar.x }, bar.y + bar.height / 2.0);
    let bound = qualifier.filter(|qualifier| qualifier.is_bound());
    // The line ends at the dot's edge, so that an open end is seen beside it.
    let longer = match bound {
        None => 0.0,
        Some(Qualifier::Over) => DOT,
        Some(_) => -DOT.min(bar.width),
    };
    let x = if rightward { bar.x } else { bar.x - longer };
    let stem = Rect::new(x, tip.y - STEM / 2.0, bar.width + longer, STEM);
    let cover = bar_mark(sketch, datum, stem, color, direction, bound);
    // No halo: it would part the dot from its line.
    let tentative = qualifier.is_some_and(Qualifier::is_tentative);
    let ring = tentative.then_some(Stroke { width: 2.0, color });
    let fill = if tentative { sketch.env.theme.background } else { color };
    sketch.mark(Role::Data, Some(datum), Shape::Dot { center: tip, radius: DOT, fill, ring });
    let dot = Rect::around(tip, DOT);
    let corner = |rect: Rect| (Point::new(rect.x, rect.y), Point::new(rect.right(), rect.bottom()));
    let ((a, b), (c, d)) = (corner(cover), corner(dot));
    Rect::between(Point::new(a.x.min(c.x), a.y.min(c.y)), Point::new(b.x.max(d.x), b.y.max(d.y)))
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::spec::{Checked, Kind, Row};

    fn rows(values: &[f64]) -> Vec<Row> {
        let name = |i: usize| ["Place ", &i.to_string()].concat();
        let rows = values.iter().enumerate();
        rows.map(|(i, value)| Row { category: name(i), value: Some(*value), ..Row::default() }).collect()
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 3, 14, 15, 41] {
            let values: Vec<f64> = (0..count).map(|i| f64::from(i % 7) * 1234.5 - 2000.0).collect();
            holds_at_every_width(&Checked { decimals: 1, ..checked(Kind::Lollipop, rows(&values)) });
        }
        let hard = hard_words().iter().map(|name| Row { category: name.clone(), ..rows(&[3.0])[0].clone() }).collect();
        holds_at_every_width(&checked(Kind::Lollipop, hard));
        for (_, qualifier) in Qualifier::ALL {
            let mut rows = rows(&[4.0, -3.0, 0.0]);
            rows.iter_mut().for_each(|row| row.qualifier = Some(qualifier));
            holds_at_every_width(&checked(Kind::Lollipop, rows));
        }
    }

    #[test]
    fn every_one_of_thirty_carries_its_value() {
        let values: Vec<f64> = (1..=30).map(f64::from).collect();
        let scene = stage(&checked(Kind::Lollipop, rows(&values)), 320.0).value;
        assert!((1..=30).all(|value| texts(&scene).contains(&value.to_string().as_str())));
    }

    #[test]
    fn dots_stand_at_their_values_and_lines_start_at_zero() {
        let scene = stage(&checked(Kind::Lollipop, rows(&[10.0, 20.0])), 400.0).value;
        let stems: Vec<Rect> = scene
            .marks
            .iter()
            .filter_map(|mark| match mark.shape {
                Shape::Rect { rect, .. } if mark.role == Role::Data => Some(rect),
                _ => None,
            })
            .collect();
        assert!((stems[1].width - 2.0 * stems[0].width).abs() < 1e-9 && stems[0].x == stems[1].x);
        assert!((scene.data[0].anchor.x - stems[0].right()).abs() < 1e-9);
    }
}
