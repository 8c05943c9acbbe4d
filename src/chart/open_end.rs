//! The open end of a bound: the value goes on, nobody said how far.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::Point;
use crate::scene::{DatumId, Role, Shape};
use crate::spec::{Qualifier, Quantity};

/// Draws three dots that fade away from the dot (of that radius, in CSS pixels) of a value that is a bound: upward from
/// "over 11,000", downward from "under 5". A larger rank lies lower.
pub(super) fn draw(
    sketch: &mut Sketch,
    id: DatumId,
    qualifier: Option<Qualifier>,
    (at, radius): (Point, f64),
    color: Color,
) {
    let up = match qualifier {
        Some(Qualifier::Over) => -1.0,
        Some(Qualifier::Under | Qualifier::AtMost) => 1.0,
        _ => return,
    };
    let way = if sketch.checked.measure == Quantity::Rank { -up } else { up };
    let background = sketch.env.theme.background;
    for (step, size, paler) in [(0.0, 2.2, 0.0), (5.0, 1.8, 0.25), (9.5, 1.4, 0.45)] {
        let center = Point::new(at.x, at.y + way * (radius + 5.0 + step));
        let fill = color.mix(background, paler);
        sketch.mark(Role::Data, Some(id), Shape::Dot { center, radius: size, fill, ring: None });
    }
}
