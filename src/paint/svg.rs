use super::brush::{Brush, Trouble};
use super::grid::Grid;
use super::markup::{escape, paint};
use super::walk::walk;
use crate::color::Color;
use crate::geom::{Point, thin};
use crate::scene::{Anchor, DatumId, Mark, Role, Scene, TextRun};
use crate::text::{decimal, rtl};
use crate::theme::Theme;
use core::convert::Infallible;
use core::fmt::Write;
use plotters::style::ShapeStyle;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};

/// Units of the grid in a CSS pixel: two decimals. A device pixel is taken to be a CSS pixel.
const UNITS: i32 = 100;

/// How many columns of pixels in a CSS pixel a line with very many points is drawn for: most screens have one or two.
const COLUMNS: f64 = 2.0;

/// Writes a scene as SVG. `desc` is the description for those who do not see it; the title is the caption's.
///
/// Every datum's marks stand in a group `<g data-datum="3">`, every group says its role as a class. Styles are
/// presentation attributes, so that a strict content policy leaves them alone; text is text.
pub fn svg(scene: &Scene, theme: &Theme, desc: &str) -> String {
    let (width, height) = (decimal(scene.width), decimal(scene.height));
    let mut out = String::new();
    let family = escape(&family(&theme.font));
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" direction=\"ltr\" font-family=\"{family}\">"
    );
    for (name, words) in [("title", scene.caption.title.as_str()), ("desc", desc)] {
        if !words.is_empty() {
            let _ = write!(out, "\n<{name}>{}</{name}>", escape(words));
        }
    }
    let _ = write!(out, "\n<rect width=\"{width}\" height=\"{height}\"{}/>", paint("fill", theme.background));
    let mut pen = Pen { out, size: (scene.width as u32, scene.height as u32), group: None };
    // A pen that only adds to a string does not fail.
    let _ = walk(&scene.marks, &mut pen);
    pen.close();
    pen.out.push_str("\n</svg>\n");
    pen.out
}

/// The family list: the shipped font before the system's where the theme leaves the choice to the system, because
/// the places were measured with it.
fn family(font: &str) -> String {
    if font.starts_with("system-ui") { format!("Inter, {font}") } else { font.into() }
}

/// plotters' backend that writes SVG.
struct Pen {
    out: String,
    size: (u32, u32),
    group: Option<(Role, Option<DatumId>)>,
}

impl Pen {
    fn close(&mut self) {
        if self.group.take().is_some() {
            self.out.push_str("</g>");
        }
    }

    fn path<I: IntoIterator<Item = BackendCoord>>(&mut self, points: I) {
        let mut letter = 'M';
        for (x, y) in points {
            let _ = write!(self.out, "{letter}{} {}", px(x), px(y));
            letter = 'L';
        }
    }
}

fn px(units: i32) -> String {
    decimal(f64::from(units) / f64::from(UNITS))
}

fn fill_or_stroke<S: BackendStyle>(style: &S, fill: bool) -> String {
    let BackendColor { alpha, rgb: (r, g, b) } = style.color();
    let color = Color { r, g, b, a: alpha as f32 };
    if fill {
        paint("fill", color)
    } else {
        let width = px(style.stroke_width() as i32);
        format!(" fill=\"none\"{} stroke-width=\"{width}\"", paint("stroke", color))
    }
}

impl Brush for Pen {
    fn grid(&self) -> Grid {
        Grid { css: f64::from(UNITS), device: UNITS }
    }

    fn begin(&mut self, mark: &Mark) {
        let group = (mark.role, mark.datum);
        if self.group == Some(group) {
            return;
        }
        self.close();
        let class = match mark.role {
            Role::Grid => "grid",
            Role::Axis => "axis",
            Role::Data => "data",
            Role::Label => "label",
            Role::Note => "note",
            Role::Words => "words",
        };
        let _ = write!(self.out, "\n<g class=\"{class}\"");
        if let Some(id) = mark.datum {
            let _ = write!(self.out, " data-datum=\"{id}\"");
        }
        self.out.push('>');
        self.group = Some(group);
    }

    fn lines(&mut self, runs: &[Vec<Point>], style: &ShapeStyle) -> Result<(), Trouble<Self>> {
        self.out.push_str("\n<path d=\"");
        let grid = self.grid();
        for run in runs {
            self.path(thin(run, COLUMNS).iter().map(|at| grid.at(*at)));
        }
        let stroke = fill_or_stroke(style, false);
        let _ = write!(self.out, "\"{stroke} stroke-linejoin=\"round\" stroke-linecap=\"round\"/>");
        Ok(())
    }

    fn text(&mut self, run: &TextRun) -> Result<(), Trouble<Self>> {
        let (x, y) = (decimal(run.at.x), decimal(run.at.y));
        let _ = write!(self.out, "\n<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"", decimal(run.style.size));
        if run.style.weight != 400 {
            let _ = write!(self.out, " font-weight=\"{}\"", run.style.weight);
        }
        self.out.push_str(match run.anchor {
            Anchor::Left => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::Right => " text-anchor=\"end\"",
        });
        if run.width > 0.0 {
            // Where the reader has another font the words still take the room that was measured for them.
            let width = decimal(run.width);
            let _ = write!(self.out, " textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        self.out.push_str(&paint("fill", run.color));
        if let Some(halo) = run.halo {
            self.out.push_str(&paint("stroke", halo));
            self.out.push_str(" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        }
        let words = escape(&run.text);
        // An isolate turns the words around without turning the anchor around, as the `direction` attribute would.
        let (open, close) = if rtl(&run.text) { ("\u{2067}", "\u{2069}") } else { ("", "") };
        let _ = write!(self.out, ">{open}{words}{close}</text>");
        Ok(())
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), Trouble<Self>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), Trouble<Self>> {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Result<(), Trouble<Self>> {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), Trouble<Self>> {
        let (x, y, width, height) = (px(left), px(top), px(right - left), px(bottom - top));
        let style = fill_or_stroke(style, fill);
        let _ = write!(self.out, "\n<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{style}/>");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Trouble<Self>> {
        self.out.push_str("\n<path d=\"");
        self.path(points);
        let _ = write!(self.out, "\"{}/>", fill_or_stroke(style, false));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), Trouble<Self>> {
        self.out.push_str("\n<path d=\"");
        self.path(points);
        let _ = write!(self.out, "Z\"{}/>", fill_or_stroke(style, true));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), Trouble<Self>> {
        let (x, y, radius) = (px(x), px(y), px(radius as i32));
        let _ = write!(self.out, "\n<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>", fill_or_stroke(style, fill));
        Ok(())
    }
}
