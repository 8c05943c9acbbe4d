use crate::color::Color;
use crate::geom::{Point, Rect};
use crate::text::TextStyle;

/// The six shapes. All lengths in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight horizontal or vertical line, snapped to device pixels.
    Rule {
        /// One end.
        from: Point,
        /// The other end, with the same x or the same y.
        to: Point,
        /// Width; 0 means one device pixel.
        width: f64,
        /// Colour.
        color: Color,
    },
    /// Open lines that are one mark (a curve with gaps, dashes already cut), round joins, not snapped.
    Line {
        /// The runs, each of two points or more.
        runs: Vec<Vec<Point>>,
        /// How it is stroked.
        stroke: Stroke,
    },
    /// A filled closed polygon, not snapped.
    Polygon {
        /// Its corners; the last is joined to the first.
        points: Vec<Point>,
        /// Fill colour.
        fill: Color,
    },
    /// An upright box, snapped to device pixels.
    Rect {
        /// The box.
        rect: Rect,
        /// Fill colour.
        fill: Option<Color>,
        /// Outline, drawn inside the box.
        stroke: Option<Stroke>,
    },
    /// A dot.
    Dot {
        /// Centre.
        center: Point,
        /// Outer radius, the ring included.
        radius: f64,
        /// Fill colour.
        fill: Color,
        /// A ring, drawn inside the radius.
        ring: Option<Stroke>,
    },
    /// One line of text.
    Text(TextRun),
}

impl Shape {
    /// Moves the shape, by CSS pixels.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        let move_point = |point: &mut Point| *point = Point::new(point.x + dx, point.y + dy);
        match self {
            Self::Rule { from, to, .. } => {
                move_point(from);
                move_point(to);
            }
            Self::Line { runs, .. } => runs.iter_mut().flatten().for_each(move_point),
            Self::Polygon { points, .. } => points.iter_mut().for_each(move_point),
            Self::Rect { rect, .. } => *rect = rect.shifted(dx, dy),
            Self::Dot { center, .. } => move_point(center),
            Self::Text(run) => move_point(&mut run.at),
        }
    }
}

/// Width in CSS pixels and colour of a stroke.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width in CSS pixels.
    pub width: f64,
    /// Colour.
    pub color: Color,
}

/// One line of text, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// Where the alphabetic baseline meets the anchor, in CSS pixels.
    pub at: Point,
    /// Which part of the line stands at `at`, on the screen, whatever the direction of the script.
    pub anchor: Anchor,
    /// Size and weight.
    pub style: TextStyle,
    /// Colour.
    pub color: Color,
    /// The measured width in CSS pixels.
    pub width: f64,
    /// A halo of this colour behind the letters, where the text crosses lines.
    pub halo: Option<Color>,
}

impl TextRun {
    /// The box that the line covers, from ascent to descent.
    pub fn bounds(&self) -> Rect {
        let left = match self.anchor {
            Anchor::Left => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::Right => self.at.x - self.width,
        };
        let ascent = self.style.ascent();
        Rect::new(left, self.at.y - ascent, self.width, ascent + self.style.descent())
    }
}

/// Which part of a line of text stands at its point, on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left edge.
    Left,
    /// Its middle.
    Middle,
    /// Its right edge.
    Right,
}
