//! A waterfall whose names do not fit below its bars: the steps lie in rows, the first on top.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::waterfall::{Step, color, datum, ends, ink};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, Role};
use crate::text::TextStyle;

/// Height of a bar, in CSS pixels.
const BAR: f64 = 20.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 8.0;

/// Draws the steps from top to bottom, each with its value past its farther end.
pub(super) fn draw(sketch: &mut Sketch, steps: &[Step]) {
    let theme = sketch.env.theme;
    let names: Vec<&str> = each(steps, &mut |step| step.name.as_str());
    let words = each(steps, &mut |step| step.words.clone());
    let column = sketch.widest(&words, TextStyle::strong(theme.label.size)) + 6.0 + OPEN_END;
    let mut labels = RowLabels::lay_out(sketch, &names, true);
    if sketch.width - labels.gutter - column < 110.0 {
        labels = RowLabels::above(sketch, &names);
    }
    let domain = ends(sketch, steps);
    let start = labels.gutter + if domain.0 < 0.0 { OPEN_END } else { 0.0 };
    let scale = sketch.scale_across(domain, start, (sketch.width - column).max(start + 20.0));
    let rtl = sketch.env.locale.rtl();
    let mut top = 0.0;
    let mut before: Option<(f64, f64)> = None;
    for (i, step) in steps.iter().enumerate() {
        let head = labels.head(sketch, i);
        let room = if labels.above { head + 2.0 + BAR } else { BAR.max(labels.height(sketch, i)) };
        let middle = if labels.above { top + room - BAR / 2.0 } else { top + room / 2.0 };
        let (from, to) = (scale.at(step.from), scale.at(step.to));
        // From the end of the bar above to the beginning of this one, unless the name stands in the way.
        if let Some((x, bottom)) = before.filter(|_| step.placed) {
            let name = sketch.widest(labels.lines.get(i).map_or(&[], Vec::as_slice), theme.label);
            if !labels.above || sketch.across(x) > name + 4.0 {
                let (a, b) = (Point::new(x, bottom), Point::new(x, middle - BAR / 2.0));
                sketch.rule(Role::Grid, a, b, 0.0, theme.zero);
            }
        }
        let slot = Rect::new(0.0, top, sketch.width, room);
        let id = datum(sketch, step, Point::new(to, middle), slot);
        let rect = Rect::between(Point::new(from, middle - BAR / 2.0), Point::new(to, middle + BAR / 2.0));
        let mut cover = rect;
        if step.placed {
            let rightward = (step.to >= step.from) != rtl;
            let direction = if rightward { Direction::Right } else { Direction::Left };
            let color = color(sketch, step);
            cover = bar_mark(sketch, id, rect, color, direction, step.row.qualifier);
        }
        let far = if rtl { cover.x.min(rect.x) } else { cover.right().max(rect.right()) };
        labels.draw(sketch, i, Some(id), top, middle);
        let zero = scale.at(0.0);
        let (above, below) = (middle - BAR / 2.0 - 2.0, middle + BAR / 2.0 + 2.0);
        let (above, below) = if labels.above { (above, below) } else { (top, top + room + GAP) };
        let below = if i + 1 == steps.len() { below.min(top + room) } else { below };
        sketch.rule(Role::Grid, Point::new(zero, above.max(0.0)), Point::new(zero, below), 1.0, theme.zero);
        let ink = ink(sketch, step, theme.label);
        let at = Point::new(sketch.across(far) + 6.0, middle + theme.label.cap_height() / 2.0);
        sketch.write_across(Role::Label, Some(id), &step.words, at, Anchor::Left, ink);
        // The zero line may run behind the value.
        sketch.halo();
        before = step.placed.then_some((to, middle + BAR / 2.0));
        top += room + GAP;
    }
    sketch.height = (top - GAP).max(0.0);
}
