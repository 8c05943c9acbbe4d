use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::Rect;
use crate::scene::{DatumId, Role};
use crate::spec::Qualifier;

/// Which way a bar grows from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Right,
    Left,
    Up,
    Down,
}

/// How far the open end of a lower bound reaches past its value, in CSS pixels: leave that much room.
pub(super) const OPEN_END: f64 = 12.0;

/// The slices of an open end, thinner and thinner: where each starts and stops, in CSS pixels.
const SLICES: [(f64, f64); 3] = [(2.0, 5.0), (7.0, 9.0), (11.0, OPEN_END)];

/// Draws a bar between zero and its value, and gives the box that it covers, for the label beside it.
///
/// A value that is not final is hollow (of an incomplete period say [`Qualifier::Provisional`]). A bound has
/// an open end: "over" goes on past its value, because more is meant; "under" and "at most" break up before it.
pub(super) fn bar_mark(
    sketch: &mut Sketch,
    datum: DatumId,
    rect: Rect,
    color: Color,
    direction: Direction,
    qualifier: Option<Qualifier>,
) -> Rect {
    let upright = matches!(direction, Direction::Up | Direction::Down);
    let length = if upright { rect.height } else { rect.width };
    let (open, end) = match qualifier {
        Some(Qualifier::Over) => (0.0, OPEN_END),
        Some(Qualifier::Under | Qualifier::AtMost) => (-OPEN_END.min(length), 0.0),
        Some(qualifier) if qualifier.is_tentative() => {
            sketch.hollow(Role::Data, Some(datum), rect, color);
            return rect;
        }
        _ => {
            sketch.rect(Role::Data, Some(datum), rect, color);
            return rect;
        }
    };
    sketch.rect(Role::Data, Some(datum), part(rect, direction, -length, open), color);
    for (from, to) in SLICES {
        let slice = part(rect, direction, open + from, (open + to).min(end));
        sketch.rect(Role::Data, Some(datum), slice, color);
    }
    part(rect, direction, -length, end)
}

/// The part of a bar between two distances from its end, in CSS pixels; past the end they are positive.
fn part(bar: Rect, direction: Direction, from: f64, to: f64) -> Rect {
    match direction {
        Direction::Right => Rect::new(bar.right() + from, bar.y, to - from, bar.height),
        Direction::Left => Rect::new(bar.x - to, bar.y, to - from, bar.height),
        Direction::Up => Rect::new(bar.x, bar.y - to, bar.width, to - from),
        Direction::Down => Rect::new(bar.x, bar.bottom() + from, bar.width, to - from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_from_the_end_whichever_way_the_bar_grows() {
        let bar = Rect::new(10.0, 20.0, 30.0, 40.0);
        assert_eq!(part(bar, Direction::Right, -30.0, 5.0), Rect::new(10.0, 20.0, 35.0, 40.0));
        assert_eq!(part(bar, Direction::Left, -30.0, 5.0), Rect::new(5.0, 20.0, 35.0, 40.0));
        assert_eq!(part(bar, Direction::Up, -40.0, 5.0), Rect::new(10.0, 15.0, 30.0, 45.0));
        assert_eq!(part(bar, Direction::Down, 2.0, 5.0), Rect::new(10.0, 62.0, 30.0, 3.0));
    }
}
