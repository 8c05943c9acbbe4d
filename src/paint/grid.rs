use crate::geom::{Point, Rect, within};

/// The fixed-point grid that a brush draws on. plotters knows whole numbers only; a grid finer than the screen lets
/// it place things between the pixels, and says where the pixels are to those that must not fall between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    /// Units in a CSS pixel.
    pub(super) css: f64,
    /// Units in a device pixel.
    pub(super) device: i32,
}

/// Nothing is drawn farther out than this many units, so that differences still fit the grid's numbers.
const FAR: f64 = (1 << 29) as f64;

impl Grid {
    /// A place, unsnapped.
    pub(super) fn at(self, point: Point) -> (i32, i32) {
        (self.units(point.x), self.units(point.y))
    }

    /// A length, unsnapped; at least one unit.
    pub(super) fn length(self, css: f64) -> u32 {
        self.units(css).max(1) as u32
    }

    /// The width of a stroke that is snapped: whole device pixels, at least one.
    pub(super) fn pen(self, css: f64) -> i32 {
        self.snap(css).max(self.device)
    }

    /// The corners of a box with its edges on device pixels. What has an extent keeps at least one pixel of it.
    pub(super) fn area(self, rect: Rect) -> [(i32, i32); 2] {
        let (left, right) = self.extent(rect.x, rect.right());
        let (top, bottom) = self.extent(rect.y, rect.bottom());
        [(left, top), (right, bottom)]
    }

    /// The corners of the box that a rule fills: whole device pixels across (one, where `width` is 0) and along.
    pub(super) fn rule(self, from: Point, to: Point, width: f64) -> [(i32, i32); 2] {
        let pen = self.pen(width);
        let across = |middle: f64| {
            let start = self.snap(middle - f64::from(pen) / 2.0 / self.css);
            (start, start + pen)
        };
        let flat = (to.x - from.x).abs() >= (to.y - from.y).abs();
        let (left, right) = if flat { self.extent(from.x.min(to.x), from.x.max(to.x)) } else { across(from.x) };
        let (top, bottom) = if flat { across(from.y) } else { self.extent(from.y.min(to.y), from.y.max(to.y)) };
        [(left, top), (right, bottom)]
    }

    fn extent(self, low: f64, high: f64) -> (i32, i32) {
        let (start, end) = (self.snap(low), self.snap(high));
        if start < end || high <= low {
            return (start, end);
        }
        // On the side where it lies: a low column stands on its line, not below it.
        if self.units((low + high) / 2.0) < start { (start - self.device, start) } else { (start, start + self.device) }
    }

    fn snap(self, css: f64) -> i32 {
        let device = f64::from(self.device);
        let pixels = (css * self.css / device + 0.5).floor();
        within(pixels * device, -FAR, FAR) as i32
    }

    fn units(self, css: f64) -> i32 {
        within((css * self.css + 0.5).floor(), -FAR, FAR) as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATIOS: [f64; 5] = [1.0, 1.25, 1.5, 2.0, 3.0];

    fn grid(ratio: f64) -> Grid {
        Grid { css: 64.0 * ratio, device: 64 }
    }

    #[test]
    fn a_hairline_is_one_device_pixel_wherever_it_stands() {
        for ratio in RATIOS {
            for step in 0..500 {
                let y = f64::from(step) * 0.137;
                let [(_, top), (_, bottom)] = grid(ratio).rule(Point::new(0.0, y), Point::new(50.0, y), 0.0);
                assert_eq!(bottom - top, 64, "{y} at {ratio}");
                assert_eq!(top % 64, 0, "{y} at {ratio}");
                let middle = f64::from(top + 32) / 64.0 / ratio;
                assert!((middle - y).abs() <= 0.5 / ratio + 1e-9, "{y} at {ratio} is drawn at {middle}");
            }
        }
    }

    #[test]
    fn a_rule_of_two_pixels_is_whole_device_pixels() {
        for (ratio, pixels) in RATIOS.into_iter().zip([2, 3, 3, 4, 6]) {
            let [(left, _), (right, _)] = grid(ratio).rule(Point::new(9.7, 0.0), Point::new(9.7, 5.0), 2.0);
            assert_eq!((left % 64, right - left), (0, pixels * 64), "at {ratio}");
        }
    }

    #[test]
    fn boxes_that_touch_still_touch_and_slivers_stay() {
        for ratio in RATIOS {
            let [_, (right, _)] = grid(ratio).area(Rect::new(1.3, 0.0, 7.1, 4.0));
            let [(left, _), _] = grid(ratio).area(Rect::new(8.4, 0.0, 3.0, 4.0));
            assert_eq!(left, right);
            let [(left, _), (right, _)] = grid(ratio).area(Rect::new(5.0, 0.0, 0.01, 4.0));
            assert_eq!(right - left, 64);
            let [(left, _), (right, _)] = grid(ratio).area(Rect::new(5.0, 0.0, 0.0, 4.0));
            assert_eq!(right - left, 0);
        }
    }

    #[test]
    fn lines_are_not_snapped_and_nothing_overflows() {
        assert_eq!(grid(1.0).at(Point::new(0.5, 0.25)), (32, 16));
        let [(left, _), (right, _)] = grid(3.0).area(Rect::new(-1e300, 0.0, 2e300, 1.0));
        assert!(right.checked_sub(left).is_some());
        assert_eq!(grid(1.0).at(Point::new(f64::NAN, 0.0)), (0, 0));
    }
}
