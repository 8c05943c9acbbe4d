//! The parts of a whole as a list: a sample of the colour, the name, the value.

use super::cue;
use super::sketch::Sketch;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scene::{Anchor, DatumId, Role};
use crate::text::{TextStyle, wrap};

/// The side of a sample, and from it to the name, in CSS pixels.
const SAMPLE: f64 = 11.0;
const ASIDE: f64 = 8.0;
/// Between name and value, and between two entries, in CSS pixels.
const GAP: f64 = 14.0;
const LEAD: f64 = 5.0;

/// A part in the list.
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    /// Its value in words.
    pub(super) value: String,
    pub(super) color: Color,
    /// Whether its value is not final.
    pub(super) hollow: bool,
    pub(super) datum: Option<DatumId>,
    /// Its number, from 0, where the parts carry numbers.
    pub(super) number: Option<usize>,
}

/// The list, broken for its width but not drawn.
pub(super) struct PartList<'a> {
    entries: Vec<Entry<'a>>,
    lines: Vec<Vec<String>>,
    /// The side of a sample, in CSS pixels.
    sample: f64,
    /// How wide it is, and how high, in CSS pixels.
    pub(super) width: f64,
    pub(super) height: f64,
    /// Whether every name is whole in at most two lines.
    pub(super) fits: bool,
}

impl<'a> PartList<'a> {
    /// Breaks the names so that the list is no wider than `room` (CSS pixels); it is no wider than it must be.
    pub(super) fn lay_out(sketch: &Sketch, entries: Vec<Entry<'a>>, room: f64) -> Self {
        let theme = sketch.env.theme;
        let (style, strong) = (theme.label, strong(sketch));
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let values = widest(&mut entries.iter().map(|entry| sketch.measure(&entry.value, strong)));
        let sample = if entries.iter().any(|entry| entry.number.is_some()) { cue::BOX } else { SAMPLE };
        let fixed = sample + ASIDE + GAP + values;
        let own = (room - fixed).max(20.0);
        let lines = each(&entries, &mut |entry| wrap(entry.name, own, style, sketch.env.measure, 3));
        let names = widest(&mut lines.iter().flatten().map(|line| sketch.measure(line, style)));
        let rows = lines.iter().map(|lines| lines.len().max(1) as f64 * style.line_height() + LEAD).sum::<f64>();
        let whole = |(lines, entry): (&Vec<String>, &Entry)| {
            lines.len() <= 2 && !lines.iter().any(|line| line.ends_with('…') && line != entry.name)
        };
        let fits = lines.iter().zip(&entries).all(whole);
        Self { lines, sample, width: fixed + names, height: (rows - LEAD).max(0.0), fits, entries }
    }

    /// Draws the list with its upper left corner at a point; gives where each entry lies, in CSS pixels.
    pub(super) fn draw(&self, sketch: &mut Sketch, corner: Point) -> Vec<Rect> {
        let theme = sketch.env.theme;
        let (style, strong) = (theme.label, strong(sketch));
        let mut y = corner.y;
        let mut places = Vec::with_capacity(self.entries.len());
        for (entry, lines) in self.entries.iter().zip(&self.lines) {
            let lead = style.line_height();
            let sample = Rect::new(corner.x, y + (lead - self.sample) / 2.0, self.sample, self.sample);
            if entry.hollow {
                sketch.hollow(Role::Label, entry.datum, sample, entry.color);
            } else {
                sketch.rect(Role::Label, entry.datum, sample, entry.color);
            }
            if let Some(number) = entry.number {
                let fill = (!entry.hollow).then_some(entry.color);
                cue::draw(sketch, (number, entry.datum), sample.center(), self.sample, fill);
            }
            let baseline = y + (lead + style.cap_height()) / 2.0;
            for (i, line) in lines.iter().enumerate() {
                let at = Point::new(corner.x + self.sample + ASIDE, baseline + lead * i as f64);
                sketch.text(Role::Label, entry.datum, line, at, Anchor::Left, (style, theme.ink));
            }
            let at = Point::new(corner.x + self.width, baseline);
            sketch.text(Role::Label, entry.datum, &entry.value, at, Anchor::Right, (strong, theme.ink));
            let height = lines.len().max(1) as f64 * lead;
            places.push(Rect::new(corner.x, y, self.width, height));
            y += height + LEAD;
        }
        places
    }
}

fn strong(sketch: &Sketch) -> TextStyle {
    TextStyle { weight: 600, ..sketch.env.theme.label }
}
