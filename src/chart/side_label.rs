//! Words at one side of a plot, level with what they name: a value, a name, or both; moved apart where they would
//! collide, with a leader each then.

use super::sketch::Sketch;
use super::track::Track;
use crate::color::Color;
use crate::each::each;
use crate::geom::Point;
use crate::scene::{Anchor, Role};
use crate::text::{TextStyle, spread};

/// From the middle of a dot to its words, in CSS pixels.
const ASIDE: f64 = 11.0;
/// What a leader to words that were moved takes, in CSS pixels.
const LEADER: f64 = 12.0;
/// Between a value and the name after it, in CSS pixels.
const GAP: f64 = 6.0;
/// Words that were moved less than this are understood without a leader, in CSS pixels.
const SLIGHT: f64 = 6.0;

/// The words of one track at one side.
pub(super) struct SideLabel {
    /// Index into the tracks.
    pub(super) track: usize,
    /// The value as it is painted; may be empty.
    pub(super) value: String,
    /// What follows on the value in the first label: "%". May be empty.
    pub(super) sign: String,
    /// The name in lines; may be none.
    pub(super) name: Vec<String>,
    /// The colour of both.
    pub(super) color: Color,
    /// Whether they stand out.
    pub(super) strong: bool,
    /// Their middle, in CSS pixels; to be set by [`Side::settle`].
    pub(super) place: f64,
}

/// The words of one side.
#[derive(Default)]
pub(super) struct Side {
    labels: Vec<SideLabel>,
    /// Whether they stand left of the plot.
    before: bool,
    /// The widths of the widest value without its sign, of the widest sign, and of the widest name, in CSS pixels.
    digits: f64,
    sign: f64,
    names: f64,
    leaders: bool,
}

impl Side {
    /// Measures the words; `before`: left of the plot.
    pub(super) fn of(sketch: &Sketch, before: bool, labels: Vec<SideLabel>) -> Self {
        let mut side = Self { before, ..Self::default() };
        for label in &labels {
            let style = style(sketch, label);
            side.digits = side.digits.max(sketch.measure(&label.value, style));
            side.sign = side.sign.max(sketch.measure(&label.sign, style));
            let widest = label.name.iter().map(|line| sketch.measure(line, style)).fold(0.0, f64::max);
            side.names = side.names.max(widest);
        }
        side.labels = labels;
        side
    }

    /// The tracks that it has words of.
    pub(super) fn holds(&self, track: usize) -> bool {
        self.labels.iter().any(|label| label.track == track)
    }

    /// Whether it says a track's name.
    pub(super) fn names(&self, track: usize) -> bool {
        self.labels.iter().any(|label| label.track == track && !label.name.is_empty())
    }

    /// The height that the words take one below the other, in CSS pixels.
    pub(super) fn height(&self, sketch: &Sketch) -> f64 {
        self.labels.iter().map(|label| height(sketch, label)).sum()
    }

    /// Moves the words apart between `low` and `high` (CSS pixels), each as near as can be to where its track is.
    /// Whether there is room for all.
    pub(super) fn settle(&mut self, sketch: &Sketch, wanted: &dyn Fn(usize) -> f64, (low, high): (f64, f64)) -> bool {
        let heights = each(&self.labels, &mut |label| height(sketch, label));
        if heights.iter().sum::<f64>() > high - low {
            return false;
        }
        let places = each(&self.labels, &mut |label| wanted(label.track));
        for ((label, place), wanted) in self.labels.iter_mut().zip(spread(&places, &heights, low, high)).zip(&places) {
            label.place = place;
            self.leaders |= (place - wanted).abs() > SLIGHT;
        }
        true
    }

    /// The room between the middle of the dots and the outer end of the words, in CSS pixels; 0 without words.
    pub(super) fn room(&self) -> f64 {
        if self.labels.is_empty() {
            return 0.0;
        }
        (self.aside() + self.names_from() + self.names).ceil()
    }

    fn aside(&self) -> f64 {
        ASIDE + if self.leaders { LEADER } else { 0.0 }
    }

    /// From the inner end of the words to that of the names, in CSS pixels.
    fn names_from(&self) -> f64 {
        let values = self.digits + self.sign;
        if values > 0.0 && self.names > 0.0 { values + GAP } else { values }
    }

    /// Draws the words beside `edge` (CSS pixels), the middle of the dots; `ends` says where each track is there.
    pub(super) fn draw(&self, sketch: &mut Sketch, ends: &dyn Fn(usize) -> Option<Point>, edge: f64) {
        let quiet = sketch.env.theme.rest;
        let away = if self.before { -1.0 } else { 1.0 };
        for label in &self.labels {
            let Some(end) = ends(label.track) else { continue };
            let style = style(sketch, label);
            if self.leaders {
                let from = Point::new(end.x + away * 8.0, end.y);
                let till = Point::new(edge + away * (self.aside() - 3.0), label.place);
                sketch.line(Role::Note, None, vec![vec![from, till]], 1.0, quiet);
            }
            let lines = label.name.len().max(1) as f64;
            let lead = style.line_height();
            let first = label.place - (lines - 1.0) / 2.0 * lead + style.cap_height() / 2.0;
            let look = (style, label.color);
            // Digits stand below digits: the numbers end at one line, what follows on one of them beyond it.
            let stop = if self.before { edge - self.aside() - self.sign } else { edge + self.aside() + self.digits };
            if !label.value.is_empty() {
                let words = [label.value.as_str(), &label.sign].concat();
                let from = stop - sketch.measure(&label.value, style);
                sketch.text(Role::Label, None, &words, Point::new(from, first), Anchor::Left, look);
            }
            let anchor = if self.before { Anchor::Right } else { Anchor::Left };
            let x = edge + away * (self.aside() + self.names_from());
            for (i, line) in label.name.iter().enumerate() {
                sketch.text(Role::Label, None, line, Point::new(x, first + lead * i as f64), anchor, look);
            }
        }
    }
}

/// The look of a label's words.
fn style(sketch: &Sketch, label: &SideLabel) -> TextStyle {
    let regular = sketch.env.theme.label;
    if label.strong { TextStyle::strong(regular.size) } else { regular }
}

/// The height of a label, in CSS pixels.
fn height(sketch: &Sketch, label: &SideLabel) -> f64 {
    label.name.len().max(1) as f64 * style(sketch, label).line_height()
}

/// Whether a track is highlighted.
pub(super) fn is_chosen(sketch: &Sketch, track: &Track) -> bool {
    let name = sketch.checked.series.get(track.series);
    name.is_some_and(|name| sketch.checked.highlight.holds(name))
}
