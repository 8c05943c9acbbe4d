use super::order::order;
use super::sketch::Sketch;
use crate::each::each;
use crate::geom::{Point, Rect};

/// Shares the plot out among the data: each has the slice of time around it, and of that slice the heights that are
/// nearer to it than to the others. The last slice ends `over` CSS pixels right of the plot.
pub(super) fn share_out(sketch: &mut Sketch, plot: Rect, over: f64) {
    let across: Vec<f64> = each(&sketch.data, &mut |datum| datum.anchor.x);
    let by_place = order(&across);
    let place = |at: &usize| across.get(*at).copied();
    let mut left = plot.x;
    let mut rest = by_place.as_slice();
    while let Some(x) = rest.first().and_then(place) {
        let count = rest.iter().take_while(|at| place(at) == Some(x)).count().max(1);
        let (here, after) = rest.split_at(count);
        let right = after.first().and_then(place).map_or(plot.right() + over, |next| (x + next) / 2.0);
        let heights = each(here, &mut |at| sketch.data.get(*at).map_or(0.0, |datum| datum.anchor.y));
        let by_height = if count > 1 { order(&heights) } else { vec![0] };
        let mut top = plot.y;
        for (i, at) in by_height.iter().enumerate() {
            let next = by_height.get(i + 1).and_then(|next| heights.get(*next));
            let below = next.zip(heights.get(*at)).map_or(plot.bottom(), |(next, own)| (next + own) / 2.0);
            if let Some(datum) = here.get(*at).and_then(|id| sketch.data.get_mut(*id)) {
                datum.reach = Rect::between(Point::new(left, top), Point::new(right, below));
            }
            top = below;
        }
        (left, rest) = (right, after);
    }
}
