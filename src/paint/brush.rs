use super::grid::Grid;
use crate::color::Color;
use crate::scene::{Mark, TextRun};
use plotters_backend::{BackendColor, BackendStyle, DrawingBackend, DrawingErrorKind};

/// What may go wrong with a brush.
pub(super) type Trouble<B> = DrawingErrorKind<<B as DrawingBackend>::ErrorType>;

/// A plotters backend that draws on a fixed-point grid, and knows what plotters' own trait does not: which mark a
/// shape belongs to, and text with an alphabetic baseline, any weight, and sides that are those of the screen.
pub(super) trait Brush: DrawingBackend {
    /// The grid that the backend's coordinates count on.
    fn grid(&self) -> Grid;

    /// Says that what follows belongs to this mark.
    fn begin(&mut self, _mark: &Mark) {}

    /// Strokes lines that are one mark.
    fn lines(&mut self, runs: &[Vec<(i32, i32)>], ink: &Ink) -> Result<(), Trouble<Self>> {
        for run in runs {
            self.draw_path(run.iter().copied(), ink)?;
        }
        Ok(())
    }

    /// Sets one line of text. Its place is in CSS pixels.
    fn text(&mut self, run: &TextRun) -> Result<(), Trouble<Self>>;
}

/// Colour and, in the grid's units, width of a stroke; for fills the width says nothing.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub(super) color: Color,
    pub(super) width: u32,
}

impl Ink {
    pub(super) fn fill(color: Color) -> Self {
        Self { color, width: 1 }
    }
}

impl BackendStyle for Ink {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: f64::from(self.color.a), rgb: (self.color.r, self.color.g, self.color.b) }
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}
