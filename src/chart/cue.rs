//! Small numbers on parts and in the list beside them: what joins the two for those who do not see the colours.

use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::Point;
use crate::scene::{Anchor, DatumId, Role};
use crate::text::TextStyle;

/// The side of a square that holds a number, in CSS pixels.
pub(super) const BOX: f64 = 16.0;
/// The least side of a part that can hold one, in CSS pixels: a digit's height and a pixel on either side.
pub(super) const LEAST: f64 = 11.0;

/// The style of these numbers.
fn style(sketch: &Sketch) -> TextStyle {
    TextStyle { weight: 600, ..sketch.env.theme.small }
}

/// Writes the number of a part, from 0 on in the code and from 1 on in the picture, around a point of its fill (`None`:
/// of the background), where it is no wider than `room` in CSS pixels.
pub(super) fn draw(
    sketch: &mut Sketch,
    (index, datum): (usize, Option<DatumId>),
    at: Point,
    room: f64,
    fill: Option<Color>,
) {
    let number = sketch.env.locale.number(index as f64 + 1.0, 0);
    let style = style(sketch);
    if sketch.measure(&number, style) + 2.0 > room {
        return;
    }
    let color = fill.map_or(sketch.env.theme.ink, |fill| sketch.ink_on(fill));
    let at = Point::new(at.x, at.y + style.cap_height() / 2.0);
    // No figure of anybody: it stands to the parts as ticks stand to a scale.
    sketch.text(Role::Axis, datum, &number, at, Anchor::Middle, (style, color));
}
