//! The canvas painter and the browser's measuring, pixel by pixel in a real browser (`wasm-bindgen-test`).
#![cfg(target_arch = "wasm32")]

#[path = "paint/scene.rs"]
mod six;

use indicator_chart::color::Color;
use indicator_chart::geom::{Point, Rect};
use indicator_chart::paint::canvas;
use indicator_chart::scene::{Anchor, Caption, Mark, Role, Scene, Shape, Story, Stroke, TextRun};
use indicator_chart::text::{BrowserMeasure, Measure, TextStyle};
use indicator_chart::theme::Theme;
use plotters_backend::{BackendColor, DrawingBackend};
use plotters_canvas::CanvasBackend;
use six::BLUE;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

wasm_bindgen_test_configure!(run_in_browser);

const RATIOS: [f64; 5] = [1.0, 1.25, 1.5, 2.0, 3.0];
/// The scene's side in CSS pixels.
const SIDE: f64 = 40.0;

fn scene(shapes: Vec<Shape>) -> Scene {
    let marks = shapes.into_iter().map(|shape| Mark { shape, role: Role::Data, datum: None }).collect();
    let (caption, story) = (Caption::default(), Story::default());
    Scene { width: SIDE, height: SIDE, marks, data: Vec::new(), caption, story }
}

fn element(ratio: f64) -> HtmlCanvasElement {
    sized(SIDE * ratio, SIDE * ratio)
}

fn sized(width: f64, height: f64) -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let element: HtmlCanvasElement = document.create_element("canvas").unwrap().unchecked_into();
    element.set_width(width as u32);
    element.set_height(height as u32);
    element
}

/// The device pixels of a canvas: red, green, blue, opacity.
struct Pixels {
    width: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(element: &HtmlCanvasElement) -> Self {
        let context: CanvasRenderingContext2d = element.get_context("2d").unwrap().unwrap().unchecked_into();
        let (width, height) = (element.width(), element.height());
        let image = context.get_image_data(0.0, 0.0, f64::from(width), f64::from(height)).unwrap();
        Self { width: width as usize, bytes: image.data().0 }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 4] {
        self.bytes[(y * self.width + x) * 4..][..4].try_into().unwrap()
    }

    /// The opacities down a column.
    fn column(&self, x: usize) -> Vec<u8> {
        (0..self.bytes.len() / 4 / self.width).map(|y| self.at(x, y)[3]).collect()
    }

    /// The box of all ink: left, top, right, bottom (last pixels included), where opacity passes a half.
    fn ink(&self) -> Option<(usize, usize, usize, usize)> {
        let mut found: Option<(usize, usize, usize, usize)> = None;
        for (i, _) in self.bytes.chunks(4).enumerate().filter(|(_, pixel)| pixel[3] > 127) {
            let (x, y) = (i % self.width, i / self.width);
            let (left, top, right, bottom) = found.unwrap_or((x, y, x, y));
            found = Some((left.min(x), top.min(y), right.max(x), bottom.max(y)));
        }
        found
    }
}

fn painted(shapes: Vec<Shape>, ratio: f64) -> Pixels {
    let element = element(ratio);
    canvas(&scene(shapes), &Theme::light(), &element, ratio).unwrap();
    Pixels::of(&element)
}

fn hairline(from: Point, to: Point) -> Shape {
    Shape::Rule { from, to, width: 0.0, color: BLUE }
}

fn level(y: f64, width: f64) -> Shape {
    let runs = vec![vec![Point::new(-10.0, y), Point::new(SIDE + 10.0, y)]];
    Shape::Line { runs, stroke: Stroke { width, color: BLUE } }
}

fn words(text: &str, at: Point, anchor: Anchor, size: f64) -> Shape {
    let style = TextStyle { size, weight: 600 };
    Shape::Text(TextRun { text: text.into(), at, anchor, style, color: BLUE, width: 0.0, halo: None })
}

#[wasm_bindgen_test]
fn a_hairline_is_one_device_row_of_the_full_colour() {
    for ratio in RATIOS {
        for step in 0..12 {
            let y = 10.0 + f64::from(step) * 0.17;
            let pixels = painted(vec![hairline(Point::new(0.0, y), Point::new(SIDE, y))], ratio);
            let rows: Vec<usize> = (0..pixels.column(0).len()).filter(|row| pixels.at(7, *row)[3] > 0).collect();
            assert_eq!(rows.len(), 1, "{y} at {ratio}");
            assert_eq!(pixels.at(7, rows[0]), [0x0f, 0x5f, 0x9e, 255], "{y} at {ratio}");
            let pixels = painted(vec![hairline(Point::new(y, 0.0), Point::new(y, SIDE))], ratio);
            let columns: Vec<usize> = (0..pixels.width).filter(|column| pixels.at(*column, 7)[3] > 0).collect();
            assert_eq!(columns, rows, "the same place across as down");
        }
    }
}

#[wasm_bindgen_test]
fn boxes_have_sharp_edges_and_corners() {
    for ratio in RATIOS {
        let stroke = Some(Stroke { width: 1.5, color: BLUE });
        let filled = Shape::Rect { rect: Rect::new(2.3, 3.4, 9.1, 30.7), fill: Some(BLUE), stroke: None };
        let outlined = Shape::Rect { rect: Rect::new(15.3, 3.4, 19.1, 30.7), fill: None, stroke };
        let pixels = painted(vec![filled, outlined], ratio);
        let soft = pixels.bytes.chunks(4).filter(|pixel| pixel[3] > 0 && pixel[3] < 255).count();
        assert_eq!(soft, 0, "half-covered pixels at {ratio}");
        let (_, top, right, bottom) = pixels.ink().unwrap();
        assert_eq!((pixels.at(right, top)[3], pixels.at(right, bottom)[3]), (255, 255), "a corner at {ratio}");
    }
}

#[wasm_bindgen_test]
fn lines_lie_between_pixels_and_have_fractional_widths() {
    let column = painted(vec![level(10.25, 1.0)], 1.0).column(20);
    assert!((60..=68).contains(&column[9]), "{}", column[9]);
    assert!((187..=195).contains(&column[10]), "{}", column[10]);
    for (width, ratio) in [(1.5, 1.0), (2.5, 1.0), (2.25, 1.5)] {
        let ink: f64 = painted(vec![level(20.0, width)], ratio).column(20).iter().map(|a| f64::from(*a) / 255.0).sum();
        // Browsers count coverage in quarters of a pixel, or finer.
        assert!((ink - width * ratio).abs() <= 0.125, "{width} at {ratio} covers {ink}");
    }
}

#[wasm_bindgen_test]
fn letters_stand_on_the_baseline_at_the_side_that_was_asked_for() {
    for ratio in RATIOS {
        let y = 30.0;
        let left = painted(vec![words("H", Point::new(12.0, y), Anchor::Left, 16.0)], ratio).ink().unwrap();
        let right = painted(vec![words("H", Point::new(28.0, y), Anchor::Right, 16.0)], ratio).ink().unwrap();
        let middle = painted(vec![words("H", Point::new(20.0, y), Anchor::Middle, 16.0)], ratio).ink().unwrap();
        assert_eq!(left.3, (y * ratio).round() as usize - 1, "the last row of ink at {ratio}");
        assert!(left.0 as f64 >= 12.0 * ratio - 1.0 && (left.0 as f64) < 16.0 * ratio, "left at {ratio}: {left:?}");
        assert!(right.2 as f64 <= 28.0 * ratio + 1.0 && right.2 as f64 > 24.0 * ratio, "right at {ratio}: {right:?}");
        let center = (middle.0 + middle.2 + 1) as f64 / 2.0;
        assert!((center - 20.0 * ratio).abs() < 1.5, "middle at {ratio}: {center}");
    }
}

#[wasm_bindgen_test]
fn a_page_from_right_to_left_changes_no_side() {
    let shape = || vec![words("47%", Point::new(4.0, 20.0), Anchor::Left, 12.0)];
    let element = element(1.0);
    let body = web_sys::window().unwrap().document().unwrap().body().unwrap();
    element.set_attribute("dir", "rtl").unwrap();
    body.append_child(&element).unwrap();
    canvas(&scene(shape()), &Theme::light(), &element, 1.0).unwrap();
    let there = Pixels::of(&element);
    element.remove();
    assert!(there.ink().is_some());
    assert!(there.bytes == painted(shape(), 1.0).bytes);
}

#[wasm_bindgen_test]
fn painting_again_gives_the_same_picture() {
    let shapes = || {
        let halo = Some(Color::hex(0xffffff));
        let Shape::Text(run) = words("Ag", Point::new(5.0, 20.0), Anchor::Left, 12.0) else { unreachable!() };
        let dot = Shape::Dot { center: Point::new(30.0, 30.0), radius: 5.0, fill: BLUE, ring: None };
        let ring = Some(Stroke { width: 2.0, color: Color::hex(0xd1603d) });
        let ringed = Shape::Dot { center: Point::new(12.0, 30.0), radius: 5.0, fill: BLUE, ring };
        let points = vec![Point::new(2.0, 2.0), Point::new(12.0, 2.0), Point::new(2.0, 12.0)];
        vec![
            Shape::Text(TextRun { halo, ..run }),
            dot,
            ringed,
            Shape::Polygon { points, fill: Color { a: 0.5, ..BLUE } },
            level(15.5, 2.0),
        ]
    };
    let element = element(1.5);
    canvas(&scene(shapes()), &Theme::light(), &element, 1.5).unwrap();
    let first = Pixels::of(&element);
    canvas(&scene(shapes()), &Theme::light(), &element, 1.5).unwrap();
    assert!(first.bytes == Pixels::of(&element).bytes);
    assert!(first.ink().is_some());
}

#[wasm_bindgen_test]
fn many_shapes_of_one_colour_and_see_through_ones_are_all_there() {
    let rect = |x: f64, fill: Color| Shape::Rect { rect: Rect::new(x, 0.0, 4.0, 4.0), fill: Some(fill), stroke: None };
    let pale = Color { a: 0.5, ..BLUE };
    let pixels = painted(vec![rect(0.0, BLUE), rect(8.0, BLUE), rect(16.0, pale), rect(16.0, pale)], 1.0);
    assert_eq!((pixels.at(2, 2)[3], pixels.at(6, 2)[3], pixels.at(10, 2)[3]), (255, 0, 255));
    assert!((186..=196).contains(&pixels.at(18, 2)[3]), "two halves one over the other cover three quarters");
}

#[wasm_bindgen_test]
fn a_canvas_without_a_2d_context_is_refused_in_words() {
    let element = element(1.0);
    element.get_context("bitmaprenderer").unwrap();
    let refusal = canvas(&scene(Vec::new()), &Theme::light(), &element, 1.0).unwrap_err();
    assert!(refusal.contains("2D context"), "{refusal}");
}

#[wasm_bindgen_test]
fn measuring_is_linear_and_digits_are_alike() {
    let script = "const context = document.createElement('canvas').getContext('2d');
        context.font = `${weight} ${size}px sans-serif`;
        return context.measureText(text).width;";
    let measure = BrowserMeasure::new(js_sys::Function::new_with_args("size, weight, text", script));
    let width = |text: &str, size: f64| measure.width(text, TextStyle::regular(size));
    assert_eq!(width("", 12.0), 0.0);
    assert!(width("Dongguan", 12.0) > 30.0);
    assert!((width("Dongguan", 24.0) - 2.0 * width("Dongguan", 12.0)).abs() < 1.0);
    assert_eq!(width("1111", 12.0), width("8888", 12.0));
    assert_eq!(width("Dongguan", 12.0), width("Dongguan", 12.0));
    let silent = BrowserMeasure::new(js_sys::Function::new_with_args("", "return 'wide'"));
    assert_eq!(silent.width("Dongguan", TextStyle::regular(12.0)), 0.0);
}

#[wasm_bindgen_test]
async fn the_canvas_shows_what_the_svg_shows() {
    let mut scene = six::scene();
    // Half a row of height would be drawn by the one and cut by the other.
    scene.height = 120.0;
    let svg = include_str!("paint/scene.svg").replace("120.5", "120");
    // The width is the shipped font's, which the browser has not.
    let svg = svg.replace(" textLength=\"44\" lengthAdjust=\"spacingAndGlyphs\"", "");
    let image = HtmlImageElement::new().unwrap();
    image.set_src(&["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(&svg))].concat());
    JsFuture::from(image.decode()).await.unwrap();
    for ratio in [1.0, 2.0] {
        let (width, height) = (scene.width * ratio, scene.height * ratio);
        let [left, right] = [sized(width, height), sized(width, height)];
        canvas(&scene, &Theme::light(), &left, ratio).unwrap();
        let context: CanvasRenderingContext2d = left.get_context("2d").unwrap().unwrap().unchecked_into();
        // The SVG has a background; the canvas lets the page's through.
        context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).unwrap();
        context.set_global_composite_operation("destination-over").unwrap();
        context.set_fill_style_str("#fff");
        context.fill_rect(0.0, 0.0, width, height);
        let context: CanvasRenderingContext2d = right.get_context("2d").unwrap().unwrap().unchecked_into();
        context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).unwrap();
        let (left, right) = (Pixels::of(&left), Pixels::of(&right));
        let apart = |limit: u8| left.bytes.iter().zip(&right.bytes).filter(|(a, b)| a.abs_diff(**b) > limit).count();
        // At ratio 2 the canvas snaps to finer pixels, and its hairlines are one of them.
        let share = apart(48) as f64 / left.bytes.len() as f64;
        let limit = if ratio > 1.0 { 0.012 } else { 0.001 };
        assert!(share < limit, "{share} of the picture differs at {ratio}");
    }
}

/// The style of the reference below.
struct Pen;
impl plotters_backend::BackendStyle for Pen {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (BLUE.r, BLUE.g, BLUE.b) }
    }
    fn stroke_width(&self) -> u32 {
        160
    }
}

#[wasm_bindgen_test]
fn lines_polygons_and_rings_are_those_of_plotters_own_canvas() {
    // 64 units to a device pixel, as `paint` has it, at ratio 1.
    let line = [(640, 640), (1300, 333), (2000, 1999)];
    let corners = [(128, 1280), (900, 1303), (500, 2222)];
    let css = |at: &(i32, i32)| Point::new(f64::from(at.0) / 64.0, f64::from(at.1) / 64.0);
    let stroke = Stroke { width: 2.5, color: BLUE };
    let (center, fill) = (Point::new(30.0, 10.0), Color { a: 0.0, ..BLUE });
    let ours = painted(
        vec![
            Shape::Line { runs: vec![line.iter().map(css).collect()], stroke },
            Shape::Polygon { points: corners.iter().map(css).collect(), fill: BLUE },
            Shape::Dot { center, radius: 6.25, fill, ring: Some(stroke) },
        ],
        1.0,
    );
    let element = element(1.0);
    let context: CanvasRenderingContext2d = element.get_context("2d").unwrap().unwrap().unchecked_into();
    context.set_line_join("round");
    context.set_line_cap("round");
    context.scale(1.0 / 64.0, 1.0 / 64.0).unwrap();
    let mut theirs = CanvasBackend::with_canvas_object(element.clone()).unwrap();
    theirs.draw_path(line, &Pen).unwrap();
    theirs.fill_polygon(corners, &Pen).unwrap();
    theirs.draw_circle((1920, 640), 320, &Pen, false).unwrap();
    assert!(ours.ink().is_some());
    assert!(ours.bytes == Pixels::of(&element).bytes);
}
