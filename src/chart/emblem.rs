//! The form of a series' dots where nothing but their colour would tell them from another's: seen without colour too.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::Point;
use crate::scene::{DatumId, Role, Shape, Swatch};

/// The forms, in the order of the series; after the last the first comes again.
const FORMS: [Swatch; 4] = [Swatch::Dot, Swatch::Diamond, Swatch::Triangle, Swatch::Square];

/// The form of a series' dots, by its index.
pub(super) fn form(series: usize) -> Swatch {
    FORMS.get(series % FORMS.len()).copied().unwrap_or(Swatch::Dot)
}

/// A dot of a form around `center`, about as much ink as a disc of `radius` CSS pixels.
pub(super) fn shape(form: Swatch, center: Point, radius: f64, fill: Color) -> Shape {
    let corners = |points: &[(f64, f64)], size: f64| Shape::Polygon {
        points: points.iter().map(|(x, y)| Point::new(center.x + x * size, center.y + y * size)).collect(),
        fill,
    };
    match form {
        Swatch::Diamond => corners(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)], radius * 1.25),
        Swatch::Triangle => corners(&[(0.0, -1.0), (0.94, 0.65), (-0.94, 0.65)], radius * 1.3),
        Swatch::Square => corners(&[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)], radius * 0.9),
        _ => Shape::Dot { center, radius, fill, ring: None },
    }
}

/// The form of a series' dots in the key, by its index; a disc where there is none.
pub(super) fn of_key(sketch: &Sketch, series: usize) -> Swatch {
    sketch.key.get(series).map_or(Swatch::Dot, |entry| entry.swatch)
}

/// Draws a dot of a form (its radius in CSS pixels) with its halo, hollow where its value is not final.
pub(super) fn draw(
    sketch: &mut Sketch,
    id: DatumId,
    at: Point,
    (radius, form): (f64, Swatch),
    color: Color,
    hollow: bool,
) {
    if form == Swatch::Dot {
        return sketch.dot(Some(id), at, radius, color, hollow);
    }
    let ground = sketch.env.theme.background;
    sketch.mark(Role::Data, Some(id), shape(form, at, radius + 1.5, ground));
    sketch.mark(Role::Data, Some(id), shape(form, at, radius, color));
    if hollow {
        sketch.mark(Role::Data, Some(id), shape(form, at, radius - 2.0, ground));
    }
}
