//! One thick bar parted into the parts of a whole: names and values on the parts, those of narrow ones below with
//! leaders, or where these are too many, all in a list.

use super::part::{INSET, SEAM, is_hollow};
use super::part_list::{Entry, PartList};
use super::sketch::Sketch;
use super::stack::{self, Stack};
use super::{category, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::{Locale, Message};
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, Role};
use crate::spec::Row;
use crate::text::{TextStyle, wrap};

/// The thickness of the bar without words on it, in CSS pixels.
const THIN: f64 = 48.0;
/// Words on the bar keep this far from its upper and lower edge, in CSS pixels.
const MARGIN: f64 = 9.0;
/// From the bar to the first line of labels below it, and to the list, in CSS pixels.
const DROP: f64 = 12.0;
/// Between two labels below the bar, in CSS pixels.
const GAP: f64 = 10.0;

/// A part as it will be painted.
struct Piece<'a> {
    row: &'a Row,
    rect: Rect,
    value: String,
    /// The lines of its name where they fit on the part.
    inside: Option<Vec<String>>,
}

/// Where the label of a narrow part stands below the bar.
struct Below {
    piece: usize,
    /// Which line of labels, from 0, and where it begins and ends, in CSS pixels.
    line: usize,
    span: (f64, f64),
}

/// Draws the bar from left to right; in languages written from right to left it is mirrored.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(category.rows.iter().take(1));
    }
    let whole = stack::stack(checked, "", &rows);
    let pieces = cut(sketch, &whole);
    let below = below(sketch, &pieces);
    let listed = below.is_none();
    let lines = pieces.iter().filter_map(|piece| piece.inside.as_ref()).map(Vec::len).max().unwrap_or(0) as f64;
    let words = value_style(sketch).ascent() + 3.0 + lines * sketch.env.theme.label.line_height();
    let thick = if listed { THIN } else { (words + 2.0 * MARGIN).ceil() };
    let mut data: Vec<DatumId> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let rect = Rect { height: thick, ..piece.rect };
        let datum = sketch.datum(piece.row, rect.center(), rect);
        say_share(sketch, datum, whole.total);
        let color = sketch.part_color(index, &piece.row.category);
        sketch.part(datum, seamed(rect, index + 1 < pieces.len()), color, piece.row);
        let fill = (!is_hollow(piece.row)).then_some(color);
        if let (Some(lines), false) = (&piece.inside, listed) {
            inside(sketch, datum, rect, piece, lines, fill);
        } else if listed && sketch.measure(&piece.value, value_style(sketch)) + 2.0 * INSET <= rect.width {
            sketch.on_part(datum, rect, &piece.value, value_style(sketch), fill);
        }
        data.push(datum);
    }
    sketch.height = thick;
    match below {
        Some(below) => leaders(sketch, &pieces, &data, &below),
        None => list(sketch, &pieces, &data),
    }
    sketch.mirror();
    tentative::explain(sketch);
}

/// Adds to a part that is not measured as a share which share of the whole it is.
pub(super) fn say_share(sketch: &mut Sketch, datum: DatumId, total: f64) {
    let locale = sketch.env.locale;
    if value::is_percent(sketch.checked) || total <= 0.0 {
        return;
    }
    let Some(datum) = sketch.data.get_mut(datum as usize) else { return };
    if let Some(value) = datum.value {
        let share = share(locale, value, total, Message::Under);
        datum.add(locale.say(Message::OfTotal, &[&share]));
    }
}

/// A value as a share of the whole in words: "38.8%", and "<0.1%" of what would read as nothing, as `under` says it.
pub(super) fn share(locale: &dyn Locale, value: f64, total: f64, under: Message) -> String {
    let share = value / total * 100.0;
    let tenth = share > 0.0 && share < 0.05;
    let words = locale.with_unit(&locale.number(if tenth { 0.1 } else { share }, 1), "%");
    if tenth { locale.say(under, &[&words]) } else { words }
}

/// The parts side by side along the width, with the words that fit on them.
fn cut<'a>(sketch: &Sketch, whole: &Stack<'a>) -> Vec<Piece<'a>> {
    let theme = sketch.env.theme;
    let high = if whole.total > 0.0 { whole.total } else { 1.0 };
    let x = Linear { domain: (0.0, high), range: (0.0, sketch.width) };
    each(&whole.parts, &mut |part| {
        let rect = Rect::between(Point::new(x.at(part.from), 0.0), Point::new(x.at(part.to), THIN));
        let value = value::label(sketch.checked, sketch.env.locale, part.row, true);
        let room = rect.width - 2.0 * INSET - 6.0;
        let lines = wrap(&part.row.category, room, theme.label, sketch.env.measure, 3);
        let whole = lines.len() <= 2 && !lines.iter().any(|line| line.ends_with('…'));
        let fits = whole && room > 0.0 && sketch.measure(&value, value_style(sketch)) <= room;
        Piece { row: part.row, rect, value, inside: fits.then_some(lines) }
    })
}

fn seamed(rect: Rect, seam: bool) -> Rect {
    let by = if seam && rect.width > 2.0 * SEAM { SEAM } else { 0.0 };
    Rect { width: rect.width - by, ..rect }
}

fn value_style(sketch: &Sketch) -> TextStyle {
    TextStyle { size: sketch.env.theme.label.size + 3.0, weight: 600 }
}

/// Value and name on a part, from its upper left corner.
fn inside(
    sketch: &mut Sketch,
    datum: DatumId,
    rect: Rect,
    piece: &Piece,
    lines: &[String],
    fill: Option<crate::color::Color>,
) {
    let (theme, large) = (sketch.env.theme, value_style(sketch));
    let ink = fill.map_or(theme.ink, |fill| sketch.ink_on(fill));
    let x = rect.x + INSET + 3.0;
    let mut baseline = rect.y + MARGIN - 2.0 + large.ascent();
    sketch.text(Role::Label, Some(datum), &piece.value, Point::new(x, baseline), Anchor::Left, (large, ink));
    baseline += 3.0;
    for line in lines {
        baseline += theme.label.line_height();
        sketch.text(Role::Label, Some(datum), line, Point::new(x, baseline), Anchor::Left, (theme.label, ink));
    }
}

/// A narrow part's words in one line: its name and, apart from it, its value.
fn words(sketch: &Sketch, piece: &Piece) -> (f64, f64) {
    let theme = sketch.env.theme;
    let name = sketch.measure(&piece.row.category, theme.label);
    let strong = TextStyle { weight: 600, ..theme.label };
    (name, name + 6.0 + sketch.measure(&piece.value, strong))
}

/// Places for the labels of all parts that are too narrow for theirs, so that no label meets another or a leader;
/// `None` where there are too many or no places.
fn below(sketch: &Sketch, pieces: &[Piece]) -> Option<Vec<Below>> {
    let mut placed: Vec<Below> = Vec::new();
    let narrow = pieces.iter().filter(|piece| piece.inside.is_none()).count();
    if narrow > 4 || narrow * 2 > pieces.len() + 1 {
        return None;
    }
    // From the right: a label runs rightward from its leader, below those that begin farther right.
    for (index, piece) in pieces.iter().enumerate().rev().filter(|(_, piece)| piece.inside.is_none()) {
        let x = piece.rect.center().x;
        let width = words(sketch, piece).1;
        let spot = (0..4).find_map(|line| {
            let starts = [x - 5.0, (sketch.width - width).min(x - 5.0), x - width + 5.0];
            let fits = |start: &&f64| {
                let span = (**start, **start + width);
                let clear = |other: &Below| {
                    let (from, to) = (other.span.0 - GAP, other.span.1 + GAP);
                    let leader = pieces.get(other.piece).map_or(0.0, |piece| piece.rect.center().x);
                    let same = other.line == line && span.0 < to && span.1 > from;
                    let struck = other.line < line && x > from + GAP - 4.0 && x < to;
                    let strikes = other.line > line && leader > span.0 - 4.0 && leader < span.1 + 4.0;
                    !same && !struck && !strikes
                };
                span.0 >= 0.0 && span.1 <= sketch.width && placed.iter().all(clear)
            };
            starts.iter().find(fits).map(|start| Below { piece: index, line, span: (*start, *start + width) })
        });
        placed.push(spot?);
    }
    Some(placed)
}

/// Draws the labels below the bar and the leaders to them.
fn leaders(sketch: &mut Sketch, pieces: &[Piece], data: &[DatumId], below: &[Below]) {
    let theme = sketch.env.theme;
    let (style, strong) = (theme.label, TextStyle { weight: 600, ..theme.label });
    let lead = style.line_height() + 4.0;
    let top = sketch.height;
    for label in below {
        let (Some(piece), Some(datum)) = (pieces.get(label.piece), data.get(label.piece)) else { continue };
        let (x, y) = (piece.rect.center().x, top + DROP + lead * label.line as f64);
        sketch.rule(Role::Note, Point::new(x, top + 2.0), Point::new(x, y - 1.0), 1.0, theme.rest);
        let (name, _) = words(sketch, piece);
        let baseline = y + style.ascent();
        let at = Point::new(label.span.0, baseline);
        sketch.text(Role::Label, Some(*datum), &piece.row.category, at, Anchor::Left, (style, theme.ink));
        let at = Point::new(label.span.0 + name + 6.0, baseline);
        sketch.text(Role::Label, Some(*datum), &piece.value, at, Anchor::Left, (strong, theme.ink));
        sketch.height = sketch.height.max(y + lead);
    }
}

/// Draws the list below the bar, in two columns where there is room.
fn list(sketch: &mut Sketch, pieces: &[Piece], data: &[DatumId]) {
    let entries = |from: usize, to: usize, sketch: &Sketch| -> Vec<Entry> {
        let mut entries = Vec::new();
        for (index, (piece, datum)) in pieces.iter().zip(data).enumerate().take(to).skip(from) {
            let color = sketch.part_color(index, &piece.row.category);
            let (name, value) = (piece.row.category.as_str(), piece.value.clone());
            entries.push(Entry { name, value, color, hollow: is_hollow(piece.row), datum: Some(*datum), number: None });
        }
        entries
    };
    let top = sketch.height + DROP;
    let wide = sketch.width >= 480.0 && pieces.len() > 3;
    let half = if wide { pieces.len().div_ceil(2) } else { pieces.len() };
    let room = if wide { sketch.width / 2.0 - 16.0 } else { sketch.width };
    for (column, from) in (0..pieces.len()).step_by(half.max(1)).enumerate() {
        let list = PartList::lay_out(sketch, entries(from, from + half, sketch), room);
        list.draw(sketch, Point::new(column as f64 * (room + 32.0), top));
        sketch.height = sketch.height.max(top + list.height);
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{PLAIN, checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Checked, Kind};

    fn parts(names: &[&str], values: &[f64]) -> Checked {
        let row =
            |(name, value): (&&str, &f64)| Row { category: (*name).into(), value: Some(*value), ..Row::default() };
        let rows = names.iter().zip(values).map(row).collect();
        Checked { whole: true, unit: "%".into(), ..checked(Kind::SplitBar, rows) }
    }

    #[test]
    fn words_never_collide() {
        let names = ["Fossil fuels", "Renewables", "Nuclear energy", "Hydro", "Other", "Waste", "Imports", "Losses"];
        for values in [
            &[52.0, 39.0, 9.0][..],
            &[100.0],
            &[94.0, 3.0, 2.0, 1.0],
            &[1.0, 2.0, 3.0, 94.0],
            &[30.0, 2.0, 30.0, 2.0, 30.0, 3.0, 3.0],
            &[12.5; 8],
            &[0.0, 50.0, 0.0, 50.0],
        ] {
            holds_at_every_width(&parts(&names, values));
        }
        let long = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&parts(&long, &[50.0, 10.0, 5.0, 5.0, 20.0, 10.0]));
        let many: Vec<String> = (0..150).map(|i| i.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        holds_at_every_width(&parts(&many, &[1.0; 150]));
    }

    #[test]
    fn the_smallest_share_is_not_said_to_be_nothing() {
        let said = |value: f64| share(&PLAIN, value, 1000.0, Message::UnderLabel);
        assert_eq!([said(388.0), said(0.4), said(0.0)], ["38.8%", "UnderLabel 0.1%", "0.0%"]);
    }

    #[test]
    fn a_narrow_part_is_named_below_with_a_leader() {
        let scene = stage(&parts(&["Fossil fuels", "Renewables", "Other"], &[60.0, 39.0, 1.0]), 640.0).value;
        assert_eq!(texts(&scene), ["60%", "Fossil fuels", "39%", "Renewables", "Other", "1%"]);
        let leader = scene.marks.iter().find_map(|mark| match mark.shape {
            Shape::Rule { from, .. } => Some(from.x),
            _ => None,
        });
        let part = scene.data[2].reach;
        assert!(leader.is_some_and(|x| x >= part.x && x <= part.right()));
    }
}
