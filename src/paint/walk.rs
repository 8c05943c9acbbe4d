use super::brush::{Brush, Trouble, fill, stroke};
use crate::scene::{Mark, Shape};

/// Paints marks in their order, whatever the brush.
pub(super) fn walk<B: Brush>(marks: &[Mark], brush: &mut B) -> Result<(), Trouble<B>> {
    let grid = brush.grid();
    for mark in marks {
        brush.begin(mark);
        match &mark.shape {
            Shape::Rule { from, to, width, color } => {
                let [start, end] = grid.rule(*from, *to, *width);
                brush.draw_rect(start, end, &fill(*color), true)?;
            }
            Shape::Line { runs, stroke: pen } => {
                brush.lines(runs, &stroke(pen.color, grid.length(pen.width)))?;
            }
            Shape::Polygon { points, fill: color } => {
                brush.fill_polygon(points.iter().map(|at| grid.at(*at)), &fill(*color))?;
            }
            Shape::Rect { rect, fill: color, stroke: edge } => {
                let [start, end] = grid.area(*rect);
                if let Some(color) = color {
                    brush.draw_rect(start, end, &fill(*color), true)?;
                }
                if let Some(edge) = edge {
                    // The stroke's middle runs half its width inside the box. Both are even numbers of units.
                    let pen = grid.pen(edge.width);
                    let (start, end) = ((start.0 + pen / 2, start.1 + pen / 2), (end.0 - pen / 2, end.1 - pen / 2));
                    brush.draw_rect(start, end, &stroke(edge.color, pen as u32), false)?;
                }
            }
            Shape::Dot { center, radius, fill: color, ring } => {
                let center = grid.at(*center);
                let width = ring.map_or(0.0, |ring| ring.width);
                let inner = grid.length(radius - width / 2.0);
                brush.draw_circle(center, inner, &fill(*color), true)?;
                if let Some(ring) = ring {
                    brush.draw_circle(center, inner, &stroke(ring.color, grid.length(width)), false)?;
                }
            }
            Shape::Text(run) => brush.text(run)?,
        }
    }
    Ok(())
}
