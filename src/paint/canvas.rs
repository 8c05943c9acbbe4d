use super::brush::{Brush, Trouble};
use super::grid::Grid;
use super::walk::walk;
use crate::color::Color;
use crate::geom::{Point, thin};
use crate::scene::{Anchor, Scene, TextRun};
use crate::text::{TextStyle, css_font, rtl};
use crate::theme::Theme;
use core::convert::Infallible;
use core::f64::consts::TAU;
use plotters::style::ShapeStyle;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Units of the grid in a device pixel.
const UNITS: i32 = 64;

/// Clears a canvas and paints a scene on it, `ratio` device pixels to a CSS pixel. The caller has given the canvas
/// its size in device pixels. The background stays clear: the page shows through.
///
/// Fails where the canvas has no 2D context or the browser refuses to draw, with the DOM exception's name and message.
pub fn canvas(scene: &Scene, theme: &Theme, element: &HtmlCanvasElement, ratio: f64) -> Result<(), String> {
    let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
    let context = element.get_context("2d").map_err(|error| describe(&error))?;
    let backend = CanvasBackend::with_canvas_object(element.clone());
    let (Some(context), Some(backend)) = (context, backend) else {
        return Err("the canvas has no 2D context".into());
    };
    let mut easel = Easel {
        backend,
        context: context.unchecked_into(),
        family: &theme.font,
        ratio,
        filling: None,
        in_words: false,
        words: None,
        refusal: None,
    };
    easel.clear();
    // An easel never fails midway: it notes the first refusal.
    let _ = walk(&scene.marks, &mut easel);
    easel.flush();
    match easel.refusal {
        Some(error) => Err(describe(&error)),
        None => Ok(()),
    }
}

/// A long run is stroked in pieces of so many steps: the browser fills the outline of a stroke, and takes three times as long
/// for an outline that crosses itself a thousand times as for ten that do so a hundred times. Round ends hide the seams.
const PIECE: usize = 100;

/// plotters' canvas backend on a finer grid, with what it lacks drawn beside it on the same context.
struct Easel<'a> {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
    family: &'a str,
    ratio: f64,
    /// The colour of the path that is being gathered and not filled yet.
    filling: Option<Color>,
    /// Whether the context counts in CSS pixels (for text) or on the grid.
    in_words: bool,
    /// What the context was last set to for text.
    words: Option<(TextStyle, Anchor, bool)>,
    /// The first exception that the browser threw.
    refusal: Option<JsValue>,
}

impl Easel<'_> {
    fn clear(&mut self) {
        let (width, height) = self.backend.get_size();
        self.scale(1.0);
        self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
        self.context.set_text_baseline("alphabetic");
        self.scale(1.0 / f64::from(UNITS));
    }

    fn scale(&mut self, scale: f64) {
        let done = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        self.note(done);
    }

    fn note<T>(&mut self, done: Result<T, JsValue>) {
        if let Err(error) = done {
            self.refusal.get_or_insert(error);
        }
    }

    /// Fills what was gathered, and counts on the grid again.
    fn flush(&mut self) {
        if self.filling.take().is_some() {
            self.context.fill();
        }
        if self.in_words {
            self.in_words = false;
            self.scale(1.0 / f64::from(UNITS));
        }
    }

    /// Makes ready to gather shapes of a colour: those in a row become one path with one style.
    fn gather(&mut self, color: Color) {
        // Where two see-through shapes overlap, one path would show their union.
        if self.filling != Some(color) || color.a < 1.0 {
            self.flush();
            self.context.set_fill_style_str(&color.css());
            self.context.begin_path();
            self.filling = Some(color);
        }
    }
}

impl Brush for Easel<'_> {
    fn grid(&self) -> Grid {
        Grid { css: f64::from(UNITS) * self.ratio, device: UNITS }
    }

    fn lines(&mut self, runs: &[Vec<Point>], style: &ShapeStyle) -> Result<(), Trouble<Self>> {
        let grid = self.grid();
        // Where what is drawn twice would be seen, a run is one path.
        let piece = if style.color.3 < 1.0 { usize::MAX } else { PIECE };
        for run in runs {
            let run = thin(run, self.ratio);
            let mut rest = run.as_slice();
            while rest.len() > 1 {
                let piece = rest.get(..=piece).unwrap_or(rest);
                self.draw_path(piece.iter().map(|at| grid.at(*at)), style)?;
                rest = rest.get(piece.len() - 1..).unwrap_or_default();
            }
        }
        Ok(())
    }

    fn text(&mut self, run: &TextRun) -> Result<(), Trouble<Self>> {
        if self.filling.take().is_some() {
            self.context.fill();
        }
        if !self.in_words {
            self.in_words = true;
            self.scale(self.ratio);
        }
        let rtl = rtl(&run.text);
        let before = self.words.replace((run.style, run.anchor, rtl));
        if before.is_none_or(|(style, ..)| style != run.style) {
            self.context.set_font(&css_font(run.style, self.family));
        }
        if before.is_none_or(|(_, anchor, _)| anchor != run.anchor) {
            self.context.set_text_align(match run.anchor {
                Anchor::Left => "left",
                Anchor::Middle => "center",
                Anchor::Right => "right",
            });
        }
        if before.is_none_or(|(.., before)| before != rtl) {
            let direction = if rtl { "rtl" } else { "ltr" };
            // web-sys knows no setter for it.
            let done = js_sys::Reflect::set(&self.context, &"direction".into(), &direction.into());
            self.note(done);
        }
        // A baseline on a device pixel keeps the letters' feet sharp.
        let (x, y) = (run.at.x, (run.at.y * self.ratio).round() / self.ratio);
        if let Some(halo) = run.halo {
            self.context.set_stroke_style_str(&halo.css());
            self.context.set_line_width(3.0);
            let done = self.context.stroke_text(&run.text, x, y);
            self.note(done);
        }
        self.context.set_fill_style_str(&run.color.css());
        let done = self.context.fill_text(&run.text, x, y);
        self.note(done);
        Ok(())
    }
}

impl DrawingBackend for Easel<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.backend.get_size();
        (width * UNITS as u32, height * UNITS as u32)
    }

    fn ensure_prepared(&mut self) -> Result<(), Trouble<Self>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Trouble<Self>> {
        self.flush();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Result<(), Trouble<Self>> {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        start: BackendCoord,
        end: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Trouble<Self>> {
        if fill {
            self.gather(color_of(style));
            let size = (f64::from(end.0 - start.0), f64::from(end.1 - start.1));
            self.context.rect(f64::from(start.0), f64::from(start.1), size.0, size.1);
        } else {
            self.flush();
            // Boxes have corners.
            self.context.set_line_join("miter");
            let done = self.backend.draw_rect(start, end, style, false);
            self.note(done.map_err(failed));
            self.context.set_line_join("round");
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Trouble<Self>> {
        self.flush();
        let done = self.backend.draw_path(points, style);
        self.note(done.map_err(failed));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Trouble<Self>> {
        self.flush();
        let done = self.backend.fill_polygon(points, style);
        self.note(done.map_err(failed));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Trouble<Self>> {
        if fill {
            self.gather(color_of(style));
            let (x, y, radius) = (f64::from(center.0), f64::from(center.1), f64::from(radius));
            self.context.move_to(x + radius, y);
            let done = self.context.arc(x, y, radius, 0.0, TAU);
            self.note(done);
        } else {
            self.flush();
            let done = self.backend.draw_circle(center, radius, style, false);
            self.note(done.map_err(failed));
        }
        Ok(())
    }
}

/// plotters' own canvas error holds no more than `{}`.
fn failed<E>(_: E) -> JsValue {
    js_sys::Error::new("the canvas refused to draw").into()
}

/// The name and message of a DOM exception.
fn describe(error: &JsValue) -> String {
    let part = |name: &str| js_sys::Reflect::get(error, &name.into()).ok().and_then(|part| part.as_string());
    [&part("name").unwrap_or_default(), ": ", &part("message").unwrap_or_default()].concat()
}

fn color_of<S: BackendStyle>(style: &S) -> Color {
    let BackendColor { alpha, rgb: (r, g, b) } = style.color();
    Color { r, g, b, a: alpha as f32 }
}
