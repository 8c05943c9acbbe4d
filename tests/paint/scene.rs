//! A scene made by hand with all six shapes, every option of each once.

use indicator_chart::color::Color;
use indicator_chart::geom::{Point, Rect};
use indicator_chart::scene::{Anchor, Caption, Mark, Role, Scene, Shape, Story, Stroke, TextRun};
use indicator_chart::text::TextStyle;

pub const BLUE: Color = Color::hex(0x0f5f9e);

fn words(text: &str, x: f64, y: f64, anchor: Anchor, weight: u16) -> TextRun {
    let style = TextStyle { size: 14.0, weight };
    let color = Color::hex(0x16191d);
    // Nobody measured it, so nobody sets it to a width.
    TextRun { text: text.into(), at: Point::new(x, y), anchor, style, color, width: 0.0, halo: None }
}

fn rule(from: (f64, f64), to: (f64, f64), width: f64) -> Shape {
    let color = Color::hex(0x6b747c);
    Shape::Rule { from: Point::new(from.0, from.1), to: Point::new(to.0, to.1), width, color }
}

fn dot(y: f64, fill: Color, ring: Option<f64>) -> Shape {
    let ring = ring.map(|width| Stroke { width, color: BLUE });
    Shape::Dot { center: Point::new(290.0, y), radius: 5.0, fill, ring }
}

/// 320 by 120.5 CSS pixels, with text in three scripts.
pub fn scene() -> Scene {
    let p = Point::new;
    let halo = Some(Color::hex(0xffffff));
    let outline = Some(Stroke { width: 1.5, color: BLUE });
    let runs = vec![vec![p(120.0, 100.0), p(150.5, 52.25), p(180.0, 80.0)], vec![p(200.0, 70.0), p(230.125, 50.0)]];
    let arrow = vec![p(250.0, 50.0), p(270.0, 50.0), p(260.0, 65.0)];
    let marks = [
        (Role::Grid, None, rule((0.0, 40.0), (320.0, 40.0), 0.0)),
        (Role::Grid, None, rule((20.3, 0.0), (20.3, 120.0), 2.0)),
        (Role::Data, Some(0), Shape::Rect { rect: Rect::new(30.2, 50.7, 80.5, 20.0), fill: Some(BLUE), stroke: None }),
        (Role::Data, Some(0), Shape::Rect { rect: Rect::new(30.0, 80.0, 60.0, 20.0), fill: None, stroke: outline }),
        (Role::Data, Some(1), Shape::Line { runs, stroke: Stroke { width: 2.5, color: BLUE } }),
        (Role::Data, None, Shape::Polygon { points: arrow, fill: Color { a: 0.5, ..BLUE } }),
        (Role::Data, Some(2), dot(60.0, BLUE, None)),
        (Role::Data, Some(3), dot(90.0, Color::hex(0xffffff), Some(2.0))),
        (Role::Label, Some(2), Shape::Text(words("<Dongguan> & \"R&D\"", 0.0, 14.0, Anchor::Left, 700))),
        (Role::Label, None, Shape::Text(words("东莞市，2020年", 320.0, 14.0, Anchor::Right, 400))),
        (Role::Label, None, Shape::Text(words("حصة التصنيع 50.9%", 320.0, 34.0, Anchor::Right, 400))),
        (
            Role::Label,
            None,
            Shape::Text(TextRun { halo, width: 44.0, ..words("3.54%", 160.0, 60.0, Anchor::Middle, 600) }),
        ),
    ];
    Scene {
        width: 320.0,
        height: 120.5,
        marks: marks.into_iter().map(|(role, datum, shape)| Mark { shape, role, datum }).collect(),
        data: Vec::new(),
        caption: Caption { title: "Six <shapes>".into(), ..Caption::default() },
        story: Story::default(),
    }
}
