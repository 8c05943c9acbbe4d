//! The form of a series' dots where nothing but their colour would tell them from another's: seen without colour too.

use crate::color::Color;
use crate::geom::Point;
use crate::scene::{Shape, Swatch};

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
