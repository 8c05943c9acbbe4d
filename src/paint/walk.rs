use super::brush::{Brush, Ink, Trouble};
use crate::scene::{Mark, Shape};

/// Paints marks in their order, whatever the brush.
pub(super) fn walk<B: Brush>(marks: &[Mark], brush: &mut B) -> Result<(), Trouble<B>> {
    let grid = brush.grid();
    for mark in marks {
        brush.begin(mark);
        match &mark.shape {
            Shape::Rule { from, to, width, color } => {
                let [start, end] = grid.rule(*from, *to, *width);
                brush.draw_rect(start, end, &Ink::fill(*color), true)?;
            }
            Shape::Line { runs, stroke } => {
                let runs: Vec<Vec<_>> = runs.iter().map(|run| run.iter().map(|at| grid.at(*at)).collect()).collect();
                brush.lines(&runs, &Ink { color: stroke.color, width: grid.length(stroke.width) })?;
            }
            Shape::Polygon { points, fill } => {
                brush.fill_polygon(points.iter().map(|at| grid.at(*at)), &Ink::fill(*fill))?;
            }
            Shape::Rect { rect, fill, stroke } => {
                let [start, end] = grid.area(*rect);
                if let Some(fill) = fill {
                    brush.draw_rect(start, end, &Ink::fill(*fill), true)?;
                }
                if let Some(stroke) = stroke {
                    // The stroke's middle runs half its width inside the box. Both are even numbers of units.
                    let pen = grid.pen(stroke.width);
                    let (start, end) = ((start.0 + pen / 2, start.1 + pen / 2), (end.0 - pen / 2, end.1 - pen / 2));
                    brush.draw_rect(start, end, &Ink { color: stroke.color, width: pen as u32 }, false)?;
                }
            }
            Shape::Dot { center, radius, fill, ring } => {
                let center = grid.at(*center);
                let width = ring.map_or(0.0, |ring| ring.width);
                let inner = grid.length(radius - width / 2.0);
                brush.draw_circle(center, inner, &Ink::fill(*fill), true)?;
                if let Some(ring) = ring {
                    brush.draw_circle(center, inner, &Ink { color: ring.color, width: grid.length(width) }, false)?;
                }
            }
            Shape::Text(run) => brush.text(run)?,
        }
    }
    Ok(())
}
