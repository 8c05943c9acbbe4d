use super::paragraph::join;
use super::sketch::Sketch;
use super::{change, past, value};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::locale::{Message, PeriodStyle, unit_word};
use crate::scene::{Anchor, DatumId, Role, Shape};
use crate::spec::{Better, Qualifier, Quantity, Row};
use crate::text::TextStyle;

/// The smallest and largest size of a figure, in CSS pixels.
const SMALLEST: f64 = 28.0;
const LARGEST: f64 = 56.0;

/// One figure: its values in the order of time, the last of which is set large.
pub(super) struct Figure<'a> {
    pub(super) rows: Vec<&'a Row>,
}

impl<'a> Figure<'a> {
    /// The row that is set large: the last that has a value.
    fn now(&self) -> Option<&'a Row> {
        self.rows.iter().rev().find(|row| row.value.is_some()).or(self.rows.last()).copied()
    }

    /// The size of type, in CSS pixels, at which the figure fits a width: 56 where there is room, never under 28.
    pub(super) fn size(&self, sketch: &Sketch, width: f64) -> f64 {
        let Some(now) = self.now() else { return LARGEST };
        if now.value.is_none() {
            return LARGEST;
        }
        let largest = if width < 300.0 { 44.0 } else { LARGEST };
        let unit = self.unit(sketch, now);
        let mut needed = sketch.measure(&figure(sketch, now), big(largest));
        if is_short(&unit) {
            needed += sketch.measure(&unit, TextStyle::regular(largest * 0.5)) + 5.0;
        }
        within((largest * width / needed.max(1.0)).floor(), SMALLEST, largest)
    }

    /// The height that its name takes, in CSS pixels.
    pub(super) fn head(&self, sketch: &Sketch, width: f64) -> f64 {
        let (lines, style) = self.name_lines(sketch, self.room(width));
        if lines.is_empty() { 0.0 } else { lines.len() as f64 * style.line_height() + 2.0 }
    }

    fn name_lines(&self, sketch: &Sketch, width: f64) -> (Vec<String>, TextStyle) {
        let style = TextStyle::strong(sketch.env.theme.label.size + 1.0);
        let name = self.now().map_or_else(String::new, |now| self.name(sketch, now));
        (sketch.fit(&name, width, 4, style), style)
    }

    /// Whether its past stands beside it: a single figure in a wide column.
    fn sparks_beside(&self, width: f64) -> bool {
        self.has_past() && width >= 440.0
    }

    /// Whether there is a past to draw.
    fn has_past(&self) -> bool {
        let valued = self.rows.iter().filter(|row| row.value.is_some()).count();
        valued > 1 && self.rows.iter().all(|row| row.period.is_some())
    }

    /// From its smallest value to its largest, in data units.
    pub(super) fn range(&self) -> f64 {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        let values = self.rows.iter().filter_map(|row| row.value);
        let (low, high) = values.fold(ends, |(low, high), value| (low.min(value), high.max(value)));
        (high - low).max(0.0)
    }

    /// The width that its words may have.
    fn room(&self, width: f64) -> f64 {
        if self.sparks_beside(width) { width * 0.52 - 24.0 } else { width }
    }

    /// Draws it into a column whose top left corner is `at`, its name in a height of `head`,
    /// its past on a scale that spans `range`; returns where it ends.
    pub(super) fn draw(&self, sketch: &mut Sketch, at: Point, width: f64, size: f64, head: f64, range: f64) -> f64 {
        let Some(now) = self.now() else { return at.y };
        let theme = sketch.env.theme;
        let (sparks, beside, room) = (self.has_past(), self.sparks_beside(width), self.room(width));

        // The last value comes last in reading order; its datum is made when its box is known.
        let id = sketch.data.len() as DatumId
            + self.rows.iter().position(|row| core::ptr::eq(*row, now)).unwrap_or(0) as DatumId;
        // Names of figures side by side may take one line or two; the figures below them stand level.
        let (lines, style) = self.name_lines(sketch, room);
        let base = Point::new(at.x, at.y + style.ascent());
        sketch.paragraph(Role::Label, None, &lines, base, Anchor::Left, (style, theme.ink));
        let mut y = at.y + head;
        let unit = self.unit(sketch, now);
        let bounds = large(sketch, id, (now, &unit), Point::new(at.x, y), room, size);
        y = bounds.bottom();
        y = self.change(sketch, Point::new(at.x, y), room);
        y = target(sketch, now, Point::new(at.x, y), room);
        let mut spark = Rect::new(at.x, y + 12.0, width.min(360.0), 52.0);
        if beside {
            let left = at.x + room + 24.0;
            spark = Rect::new(left, at.y + 4.0, at.x + width - left, (y - at.y - 28.0).max(64.0));
        }
        if sparks {
            y = y.max(past::draw(sketch, (&self.rows, now), bounds, spark, range));
        } else {
            for row in &self.rows {
                sketch.datum(row, bounds.center(), bounds);
            }
        }
        let change = change::since(sketch, &self.rows);
        if let Some(datum) = sketch.data.get_mut(id as usize) {
            if let Some((_, words)) = change {
                datum.add(words);
            }
            if datum.is_unnamed() && sketch.checked.value_name != sketch.checked.unit {
                datum.call(&sketch.checked.value_name);
            }
        }
        y
    }

    /// What the figure is of: its category, its series.
    fn name(&self, sketch: &Sketch, now: &Row) -> String {
        let series = sketch.checked.series.get(now.series).map_or("", String::as_str);
        dotted(&now.category, series)
    }

    /// The unit in words, and the period where no line below names it.
    fn unit(&self, sketch: &Sketch, now: &Row) -> String {
        let checked = sketch.checked;
        let hidden = is_sign(&checked.unit) || now.value.is_none();
        let unit = if hidden { String::new() } else { unit_word(sketch.env.locale, &checked.unit) };
        match now.period {
            Some(period) if !self.has_past() => {
                let period = sketch.env.locale.period(&period, PeriodStyle::Long);
                dotted(&unit, &period)
            }
            _ => unit,
        }
    }

    /// The change with an arrow; returns where it ends.
    fn change(&self, sketch: &mut Sketch, at: Point, width: f64) -> f64 {
        let theme = sketch.env.theme;
        let Some((change, words)) = change::since(sketch, &self.rows) else { return at.y };
        let good = match sketch.checked.better {
            Some(Better::Higher) => Some(change > 0.0),
            Some(Better::Lower) => Some(change < 0.0),
            None => None,
        };
        let [accent, warm, ..] = theme.series_text;
        let color = match good {
            _ if change == 0.0 => theme.muted,
            Some(true) => accent,
            Some(false) => warm,
            None => theme.ink,
        };
        let style = TextStyle::strong(theme.label.size + 1.0);
        let base = at.y + 6.0 + style.ascent();
        arrow(sketch, Point::new(at.x, base - style.cap_height() / 2.0), change, color);
        let lines = sketch.fit(&words, width - 16.0, 3, style);
        sketch
            .paragraph(Role::Label, None, &lines, Point::new(at.x + 16.0, base), Anchor::Left, (style, color))
            .bottom()
    }
}

/// The type of a figure set large.
fn big(size: f64) -> TextStyle {
    TextStyle { size, weight: 700 }
}

/// The figure as it is set large: "50.9%", "11,000+", "top 20".
fn figure(sketch: &Sketch, row: &Row) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    if checked.measure == Quantity::Rank {
        return sketch.story.manner.write(locale, row.value, row.qualifier);
    }
    let text = value::label(checked, locale, row, true);
    if is_sign(&checked.unit) && checked.unit != "%" { locale.with_unit(&text, &checked.unit) } else { text }
}

/// Whether a unit is a letter or two: it stands close to its number.
fn is_short(unit: &str) -> bool {
    (1..=2).contains(&unit.chars().count())
}

/// Two texts with a dot between them, or the one that is there.
fn dotted(a: &str, b: &str) -> String {
    let dot = if a.is_empty() || b.is_empty() { "" } else { " · " };
    [a, dot, b].concat()
}

/// Whether a unit is the code of a currency: `CNY`.
fn is_code(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a unit is written as a sign at the number: `%`, `$`, `CNY`.
fn is_sign(unit: &str) -> bool {
    is_code(unit)
        || unit.starts_with('°')
        || unit.chars().all(|c| !c.is_ascii_alphabetic() && (c < '\u{c0}' || ('\u{2000}'..'\u{2e80}').contains(&c)))
}

/// The number set large, with its unit and what the author says of it in words beside it, or below where there is
/// no room; returns the box of all that.
fn large(sketch: &mut Sketch, id: DatumId, (row, unit): (&Row, &str), at: Point, width: f64, size: f64) -> Rect {
    let theme = sketch.env.theme;
    let (small, quiet) = (TextStyle::regular(theme.label.size + 1.0), theme.muted);
    let (mut style, mut ink) = (big(size), theme.ink);
    let mut text = figure(sketch, row);
    let wide = sketch.measure(&text, style) > width;
    if let Some(value) = row.value.filter(|value| wide && (1e4..1e15).contains(&value.abs())) {
        text = sketch.env.locale.compact(value);
    } else if row.value.is_none() {
        (style, ink) = (TextStyle::regular(20.0), quiet);
    }
    let text = sketch.fit(&text, width, 1, style).pop().unwrap_or_default();
    let base = at.y + style.ascent();
    let mut bounds = sketch.text(Role::Data, Some(id), &text, Point::new(at.x, base), Anchor::Left, (style, ink));
    let tentative = row.qualifier.is_some_and(Qualifier::is_tentative);
    if tentative {
        let below = base + size * 0.21;
        // Dashes under a figure that is not final, as a line over such values is dashed.
        let (from, to) = (Point::new(at.x + 1.0, below), Point::new(bounds.right(), below));
        let color = sketch.env.theme.accent;
        sketch.line(Role::Data, Some(id), crate::geom::dash(&[from, to], 6.0, 4.0), 2.0, color);
    }
    let said = row.qualifier.and_then(|said| said_in_words(sketch, said, &text)).unwrap_or_default();
    let ring = if tentative { 15.0 } else { 0.0 };
    // A unit of a letter or two stands close to its number, larger: 家, kg.
    let close = TextStyle::regular((size * 0.5).max(small.size));
    let mut unit = unit;
    let after = bounds.right() + 4.0;
    if is_short(unit) && after + sketch.measure(unit, close) <= at.x + width {
        bounds = join(
            bounds,
            sketch.text(Role::Label, Some(id), unit, Point::new(after, base), Anchor::Left, (close, quiet)),
        );
        unit = "";
    }
    let needed = sketch.measure(unit, small).max(ring + sketch.measure(&said, small));
    let left = bounds.right() + 8.0;
    let fits = left + needed <= at.x + width;
    // Beside: the unit on the figure's baseline, what is said of it above. Below: one after the other.
    let (x, room) = if fits { (left, needed + 1.0) } else { (at.x, width) };
    let mut y = bounds.bottom() + if tentative { 4.0 } else { 0.0 } + small.ascent();
    if fits {
        y = if unit.is_empty() || said.is_empty() { base } else { base - small.line_height() };
    }
    if !said.is_empty() {
        if tentative {
            let center = Point::new(x + 5.0, y - small.cap_height() / 2.0);
            sketch.dot(Some(id), center, 5.0, theme.accent, true);
        }
        let lines = sketch.fit(&said, room - ring, 2, small);
        let box_ =
            sketch.paragraph(Role::Label, Some(id), &lines, Point::new(x + ring, y), Anchor::Left, (small, quiet));
        bounds = join(bounds, box_);
        y += small.line_height() * lines.len() as f64;
    }
    let lines = sketch.fit(unit, room, 3, small);
    if !lines.is_empty() {
        let box_ = sketch.paragraph(Role::Label, Some(id), &lines, Point::new(x, y), Anchor::Left, (small, quiet));
        bounds = join(bounds, box_);
    }
    bounds
}

/// What should be reached, and how far it is; returns where it ends.
fn target(sketch: &mut Sketch, row: &Row, at: Point, width: f64) -> f64 {
    let (checked, theme) = (sketch.checked, sketch.env.theme);
    let Some(target) = &checked.target else { return at.y };
    let style = theme.label;
    let words = super::target::words(sketch, target);
    let gap = super::target::gap(sketch, row, target);
    let gap = gap.map_or_else(String::new, |gap| gap.say(&sketch.story.manner, sketch.env.locale));
    let one = dotted(&words, &gap);
    let mut lines = sketch.fit(&one, width, 2, style);
    if lines.len() > 1 {
        lines = sketch.fit(&words, width, 2, style);
        lines.append(&mut sketch.fit(&gap, width, 2, style));
    }
    let base = Point::new(at.x, at.y + 6.0 + style.ascent());
    sketch.paragraph(Role::Note, None, &lines, base, Anchor::Left, (style, theme.muted)).bottom()
}

/// What the author says of a value, as the words beside it; a bound is said by the figure itself.
fn said_in_words(sketch: &Sketch, said: Qualifier, text: &str) -> Option<String> {
    let message = match said {
        Qualifier::Expected => Message::ExpectedWord,
        Qualifier::Provisional => Message::ProvisionalWord,
        Qualifier::Projected => Message::ProjectedWord,
        Qualifier::Revised => Message::Revised,
        Qualifier::Break => Message::Break,
        _ => return None,
    };
    Some(sketch.env.locale.say(message, &[text]))
}

/// A triangle that points up or down, or a dash where nothing changed, from `at.x` on, around `at.y`.
fn arrow(sketch: &mut Sketch, at: Point, change: f64, color: Color) {
    let half = 4.5;
    let (up, down) = if change > 0.0 { (half, -half) } else { (-half, half) };
    let mut points = vec![(0.0, up), (5.5, down), (11.0, up)];
    if change == 0.0 {
        points = vec![(0.0, -1.0), (11.0, -1.0), (11.0, 1.0), (0.0, 1.0)];
    }
    let points = points.into_iter().map(|(x, y)| Point::new(at.x + x, at.y + y)).collect();
    sketch.mark(Role::Label, None, Shape::Polygon { points, fill: color });
}
