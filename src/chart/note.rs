//! Words on the plot: broken into lines, placed where nothing is in the way, led to what they speak of; or a number
//! there and the words in the notes.

use super::free::{is_free, is_open};
use super::sketch::Sketch;
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scene::{Anchor, Role, Shape, Stroke, TextRun};
use crate::text::{TextStyle, wrap};

/// The side of a number's box, in CSS pixels.
pub(super) const SIDE: f64 = 17.0;
/// The most lines that words on the plot take.
const LINES: usize = 3;
/// The widest that a note is, in CSS pixels, and as a part of the plot.
const WIDEST: f64 = 150.0;
const PART: f64 = 0.42;
/// How far from what it speaks of a note may stand, in CSS pixels, nearest first.
const STEPS: [f64; 9] = [2.0, 8.0, 14.0, 22.0, 32.0, 44.0, 58.0, 76.0, 100.0];

/// What a note speaks of, and where it may stand.
pub(super) struct Near {
    /// The box of what it speaks of, in CSS pixels.
    pub(super) core: Rect,
    /// The box that the note stays within, in CSS pixels.
    pub(super) bounds: Rect,
    /// What else words without a leader could be taken to speak of, in CSS pixels.
    pub(super) rivals: Vec<Point>,
}

/// Words broken into lines.
pub(super) struct Block {
    /// The lines.
    pub(super) lines: Vec<String>,
    /// Width of the widest line, in CSS pixels.
    pub(super) width: f64,
    /// Height of all, in CSS pixels.
    pub(super) height: f64,
}

impl Block {
    /// Breaks words; `None` where three lines of this width (CSS pixels) do not hold them whole.
    pub(super) fn of(sketch: &Sketch, text: &str, width: f64) -> Option<Self> {
        let style = sketch.env.theme.small;
        let lines = wrap(text, width, style, sketch.env.measure, LINES);
        // A word too long for its line is cut like a text too long for its lines.
        if lines.is_empty() || lines.iter().any(|line| line.ends_with('…') && !text.contains(line.as_str())) {
            return None;
        }
        let width = lines.iter().map(|line| sketch.measure(line, style)).fold(0.0, f64::max);
        let height = lines.len() as f64 * style.line_height();
        Some(Self { lines, width, height })
    }

    /// Writes the lines in a box of the block's size, aligned as `anchor` says.
    pub(super) fn draw(&self, sketch: &mut Sketch, area: Rect, anchor: Anchor) {
        let (theme, halo) = (sketch.env.theme, ground(sketch, area));
        let style = theme.small;
        let x = match anchor {
            Anchor::Left => area.x,
            Anchor::Middle => area.center().x,
            Anchor::Right => area.right(),
        };
        let lead = style.line_height();
        let mut baseline = area.y + (lead + style.cap_height()) / 2.0;
        for line in &self.lines {
            let width = sketch.measure(line, style);
            let (text, at) = (line.clone(), Point::new(x, baseline));
            let run = TextRun { text, at, anchor, style, color: theme.ink, width, halo };
            sketch.mark(Role::Note, None, Shape::Text(run));
            baseline += lead;
        }
    }
}

/// The colour behind words in a box: of the band that holds it, else the page's; `None` on the edge of a band.
fn ground(sketch: &Sketch, area: Rect) -> Option<Color> {
    let mut found = Some(sketch.env.theme.background);
    for mark in &sketch.marks {
        if let (Shape::Rect { rect, fill, .. }, Role::Note) = (&mark.shape, mark.role)
            && rect.meets(&area)
        {
            found = fill.filter(|_| rect.x <= area.x && rect.right() >= area.right());
        }
    }
    found
}

/// Writes a note near `core`, the box of what it speaks of, with a leader where it stands off; a number where there
/// is no room for words; words with their `place` in the notes where there is none for that either.
pub(super) fn write(sketch: &mut Sketch, text: &str, place: &str, near: &Near) {
    let ground = sketch.frame.as_ref().map_or(sketch.width, |frame| frame.plot.width);
    // Even lines of a narrower column may find a place where long ones do not.
    for width in [WIDEST.min(ground * PART), WIDEST.min(ground * PART) * 0.65] {
        let Some(block) = Block::of(sketch, text, width) else { continue };
        if let Some((area, anchor)) = find(sketch, near, block.width, block.height) {
            lead(sketch, area, near.core);
            block.draw(sketch, area, anchor);
            return;
        }
    }
    match find(sketch, near, SIDE, SIDE) {
        Some((area, _)) => {
            lead(sketch, area, near.core);
            number(sketch, text, area.center());
        }
        None => in_notes(sketch, text, place),
    }
}

/// The nearest free place for a box of this size (CSS pixels), and how its lines are aligned there.
fn find(sketch: &Sketch, near: &Near, width: f64, height: f64) -> Option<(Rect, Anchor)> {
    let (core, bounds) = (near.core, near.bounds);
    let middle = core.center();
    for step in STEPS {
        let (above, below) = (core.y - step - height, core.bottom() + step);
        let (before, after) = (core.x - step - width, core.right() + step);
        let level = middle.y - height / 2.0;
        let places = [
            (middle.x - width / 2.0, above, Anchor::Middle),
            (after, level, Anchor::Left),
            (before, level, Anchor::Right),
            (after, above, Anchor::Left),
            (before, above, Anchor::Right),
            (middle.x - 6.0, above, Anchor::Left),
            (middle.x + 6.0 - width, above, Anchor::Right),
            (middle.x - width / 2.0, below, Anchor::Middle),
            (after, below, Anchor::Left),
            (before, below, Anchor::Right),
            (middle.x - 6.0, below, Anchor::Left),
            (middle.x + 6.0 - width, below, Anchor::Right),
        ];
        for (x, y, anchor) in places {
            let area = Rect::new(x, y, width, height);
            let inside =
                x >= bounds.x && area.right() <= bounds.right() && y >= bounds.y && area.bottom() <= bounds.bottom();
            if inside && is_free(sketch, area.grown(3.0)) {
                let (from, to) = ends(area, core);
                let clear = if is_led(from, to) {
                    is_open(sketch, from, to)
                } else {
                    near.rivals.iter().all(|rival| area.distance(*rival) > 10.0)
                };
                if clear {
                    return Some((area, anchor));
                }
            }
        }
    }
    None
}

/// The ends of a leader from words to what they speak of.
fn ends(area: Rect, core: Rect) -> (Point, Point) {
    let toward = |area: Rect, point: Point| {
        Point::new(within(point.x, area.x, area.right()), within(point.y, area.y, area.bottom()))
    };
    let from = toward(area.grown(2.0), core.center());
    (from, toward(core.grown(-1.0), from))
}

/// Whether words stand so far off that a leader is drawn.
fn is_led(from: Point, to: Point) -> bool {
    from.distance(to) > 7.0
}

/// Draws a leader where words stand off.
fn lead(sketch: &mut Sketch, area: Rect, core: Rect) {
    let (from, to) = ends(area, core);
    if is_led(from, to) {
        sketch.line(Role::Note, None, vec![vec![from, to]], 1.0, sketch.env.theme.muted);
    }
}

/// Writes words right above or below a line across the plot or the upper edge of a band (`edges`: lower and upper,
/// CSS pixels), from the right end leftward; false where something is in the way everywhere.
pub(super) fn along_line(sketch: &mut Sketch, text: &str, (low, high): (f64, f64), plot: Rect) -> bool {
    let theme = sketch.env.theme;
    let style = theme.small;
    let width = sketch.measure(text, style);
    let room = plot.width - width - 8.0;
    // In a band its words stand below its upper edge; a line has them above.
    let inside = if low > high { high + 3.0 + style.ascent() } else { high - 3.0 - style.descent() };
    let baselines = [inside, high - 3.0 - style.descent(), low + 3.0 + style.ascent()];
    for step in [0.0, 0.5, 1.0, 0.25, 0.75] {
        for baseline in &baselines {
            let at = Point::new(plot.x + 4.0 + room * (1.0 - step), *baseline);
            let (text, anchor, color) = (text.into(), Anchor::Left, theme.ink);
            let mut run = TextRun { text, at, anchor, style, color, width, halo: None };
            let area = run.bounds();
            run.halo = ground(sketch, area);
            if room >= 0.0 && area.y >= 0.0 && area.bottom() <= plot.bottom() + 2.0 && is_free(sketch, area.grown(1.0))
            {
                sketch.mark(Role::Note, None, Shape::Text(run));
                return true;
            }
        }
    }
    false
}

/// Numbers a line across the plot or a band, at its right end or as far from it as need be.
pub(super) fn number_on(sketch: &mut Sketch, text: &str, place: &str, area: Rect) {
    let half = SIDE / 2.0;
    let mut x = area.right() - half;
    while x - half >= area.x {
        for y in [area.y - half - 2.0, area.center().y, area.bottom() + half + 2.0] {
            let center = Point::new(x, y);
            if y >= half && y + half <= sketch.height && is_free(sketch, Rect::around(center, half + 1.0)) {
                return number(sketch, text, center);
            }
        }
        x -= SIDE;
    }
    in_notes(sketch, text, place);
}

/// The next number in a ring at a point; the words go to the notes.
pub(super) fn number(sketch: &mut Sketch, text: &str, center: Point) {
    let theme = sketch.env.theme;
    sketch.footnotes.push(text.into());
    let number = sketch.footnotes.len().to_string();
    let ring = Some(Stroke { width: 1.0, color: theme.ink });
    sketch.mark(Role::Note, None, Shape::Dot { center, radius: SIDE / 2.0, fill: theme.background, ring });
    let style = TextStyle::strong(theme.small.size);
    let at = Point::new(center.x, center.y + style.cap_height() / 2.0);
    sketch.text(Role::Note, None, &number, at, Anchor::Middle, (style, theme.ink));
}

/// Puts words into the notes with their place before them.
fn in_notes(sketch: &mut Sketch, text: &str, place: &str) {
    let words = sketch.env.locale.say(Message::Colon, &[place, text]);
    sketch.notes.push(words);
}
