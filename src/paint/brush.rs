use super::grid::Grid;
use crate::color::Color;
use crate::geom::Point;
use crate::scene::{Mark, TextRun};
use plotters::style::{RGBAColor, ShapeStyle};
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// What may go wrong with a brush.
pub(super) type Trouble<B> = DrawingErrorKind<<B as DrawingBackend>::ErrorType>;

/// A plotters backend that draws on a fixed-point grid, and knows what plotters' own trait does not: which mark a
/// shape belongs to, and text with an alphabetic baseline, any weight, and sides that are those of the screen.
pub(super) trait Brush: DrawingBackend {
    /// The grid that the backend's coordinates count on.
    fn grid(&self) -> Grid;

    /// Says that what follows belongs to this mark.
    fn begin(&mut self, _mark: &Mark) {}

    /// Strokes lines that are one mark. Their points are in CSS pixels.
    fn lines(&mut self, runs: &[Vec<Point>], style: &ShapeStyle) -> Result<(), Trouble<Self>>;

    /// Sets one line of text. Its place is in CSS pixels.
    fn text(&mut self, run: &TextRun) -> Result<(), Trouble<Self>>;
}

/// Colour and, in the grid's units, width of a stroke.
pub(super) fn stroke(color: Color, width: u32) -> ShapeStyle {
    ShapeStyle { color: RGBAColor(color.r, color.g, color.b, f64::from(color.a)), filled: false, stroke_width: width }
}

/// The colour of a filled shape.
pub(super) fn fill(color: Color) -> ShapeStyle {
    ShapeStyle { filled: true, ..stroke(color, 1) }
}
