use super::order::order;
use super::sketch::Sketch;
use crate::geom::{Point, Rect};

/// Shares the plot out among the data: each has the slice of time around it, and of that slice the heights that are
/// nearer to it than to the others. The last slice ends `over` CSS pixels right of the plot.
pub(super) fn share_out(sketch: &mut Sketch, plot: Rect, over: f64) {
    let heights: Vec<f64> = sketch.data.iter().map(|datum| datum.anchor.y).collect();
    let by_height = order(&heights);
    let across: Vec<f64> = by_height.iter().filter_map(|at| sketch.data.get(*at)).map(|datum| datum.anchor.x).collect();
    let mut columns: Vec<(f64, Vec<usize>)> = Vec::new();
    for at in order(&across) {
        let (Some(&x), Some(&id)) = (across.get(at), by_height.get(at)) else { continue };
        match columns.last_mut() {
            Some((known, ids)) if *known == x => ids.push(id),
            _ => columns.push((x, vec![id])),
        }
    }
    let mut left = plot.x;
    for (i, (x, ids)) in columns.iter().enumerate() {
        let right = columns.get(i + 1).map_or(plot.right() + over, |next| (x + next.0) / 2.0);
        let mut top = plot.y;
        for (j, id) in ids.iter().enumerate() {
            let next = ids.get(j + 1).and_then(|next| heights.get(*next));
            let below = next.zip(heights.get(*id)).map_or(plot.bottom(), |(next, own)| (next + own) / 2.0);
            if let Some(datum) = sketch.data.get_mut(*id) {
                datum.reach = Rect::between(Point::new(left, top), Point::new(right, below));
            }
            top = below;
        }
        left = right;
    }
}
