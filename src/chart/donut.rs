//! At most six parts of a whole in a ring, with the total or the highlighted share in its middle.

use super::part::is_hollow;
use super::part_list::{Entry, PartList};
use super::ring_label::{self, Label, Ring, Words};
use super::sketch::Sketch;
use super::split_bar::say_share;
use super::stack::{self, Stack};
use super::{category, cue, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect, around, ring_part};
use crate::scene::{Anchor, DatumId, Role, Shape};
use crate::spec::Row;
use crate::text::{TextStyle, wrap};

/// The hole, as a part of the outer radius.
const HOLE: f64 = 0.6;
/// The seam between two parts, in CSS pixels.
const SEAM: f64 = 2.0;
/// Between the ring and the list, in CSS pixels.
const GAP: f64 = 20.0;

/// Draws the ring clockwise from twelve o'clock, with labels at its sides, else with a list beside or below it.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(category.rows.iter().take(1));
    }
    let whole = stack::stack(checked, "", &rows);

    let wide = Ring { center: Point::new(sketch.width / 2.0, 0.0), ..ring(checked.height.unwrap_or(250.0)) };
    let wide = Ring { center: Point::new(wide.center.x, wide.ends.1 / 2.0), ..wide };
    if let Some(labels) = labels(sketch, &whole, &wide) {
        let data = parts(sketch, &whole, &wide);
        for (label, datum) in labels.iter().zip(&data) {
            ring_label::draw(sketch, label, *datum);
        }
        middle(sketch, &whole, &wide);
        sketch.height = wide.ends.1;
    } else {
        with_list(sketch, &whole);
    }
    sketch.mirror();
    tentative::explain(sketch);
}

/// A ring in a box of that height, in CSS pixels, with room above and below for the labels of its top and foot.
fn ring(height: f64) -> Ring {
    Ring { center: Point::new(0.0, 0.0), radius: (height / 2.0 - 18.0).max(20.0), ends: (0.0, height.max(76.0)) }
}

/// Where each part begins and ends, in turns.
fn turns(whole: &Stack) -> Vec<(f64, f64)> {
    let total = if whole.total > 0.0 { whole.total } else { 1.0 };
    each(&whole.parts, &mut |part| (part.from / total, part.to / total))
}

/// The labels at the sides, where there is room for all.
fn labels(sketch: &Sketch, whole: &Stack, ring: &Ring) -> Option<Vec<Label>> {
    let mut words = Vec::new();
    for (part, (from, to)) in whole.parts.iter().zip(turns(whole)) {
        let value = value::label(sketch.checked, sketch.env.locale, part.row, true);
        words.push(Words {
            name: &part.row.category,
            value,
            edge: around(ring.center, ring.radius, (from + to) / 2.0),
        });
    }
    ring_label::lay_out(sketch, ring, &words)
}

/// Draws the parts; gives their data.
fn parts(sketch: &mut Sketch, whole: &Stack, ring: &Ring) -> Vec<DatumId> {
    let (center, outer) = (ring.center, ring.radius);
    let inner = outer * HOLE;
    let background = sketch.env.theme.background;
    let mut data = Vec::new();
    for (index, (part, (from, to))) in whole.parts.iter().zip(turns(whole)).enumerate() {
        let middle = around(center, (inner + outer) / 2.0, (from + to) / 2.0);
        let reach = Rect::around(middle, ((outer - inner) / 2.0).max(6.0));
        let datum = sketch.datum(part.row, middle, reach);
        say_share(sketch, datum, whole.total);
        data.push(datum);
        if to <= from {
            continue;
        }
        let fill = sketch.part_color(index, &part.row.category);
        let points = ring_part(center, (inner, outer), (from, to));
        sketch.mark(Role::Data, Some(datum), Shape::Polygon { points, fill });
        // What is not final is hollow: less than the seam narrower on every side.
        let edge = 1.5 / (outer * core::f64::consts::TAU);
        if is_hollow(part.row) && to - from > 4.0 * edge {
            let points = ring_part(center, (inner + 1.5, outer - 1.5), (from + 2.0 * edge, to - 2.0 * edge));
            sketch.mark(Role::Data, Some(datum), Shape::Polygon { points, fill: background });
        }
    }
    if data.len() > 1 {
        let mut runs = Vec::new();
        for (_, to) in turns(whole) {
            runs.push(vec![around(center, inner - 1.0, to), around(center, outer + 1.0, to)]);
        }
        sketch.line(Role::Data, None, runs, SEAM, background);
    }
    data
}

/// The ring with its list: beside it where the names fit, else below.
fn with_list(sketch: &mut Sketch, whole: &Stack) {
    let entries = |sketch: &Sketch| {
        let mut entries = Vec::new();
        for (index, part) in whole.parts.iter().enumerate() {
            let value = value::label(sketch.checked, sketch.env.locale, part.row, true);
            let color = sketch.part_color(index, &part.row.category);
            let (name, datum) = (part.row.category.as_str(), Some(index as DatumId));
            let number = (whole.parts.len() > 1).then_some(index);
            entries.push(Entry { name, value, color, hollow: is_hollow(part.row), datum, number });
        }
        entries
    };
    // Beside, of the larger size with which the names still fit; else below.
    let mut across = (sketch.width * 0.44).min(190.0);
    let mut list = PartList::lay_out(sketch, entries(sketch), sketch.width - across - GAP);
    if !list.fits {
        across = (sketch.width * 0.36).min(190.0);
        list = PartList::lay_out(sketch, entries(sketch), sketch.width - across - GAP);
    }
    let held = middle_words(sketch, whole).is_none_or(|words| words.style(sketch, across / 2.0).is_some());
    let beside = held && list.fits && list.width <= sketch.width - across - GAP;
    if !beside {
        across = (sketch.width * 0.7).min(220.0);
        list = PartList::lay_out(sketch, entries(sketch), sketch.width);
    }
    let height = if beside { across.max(list.height) } else { across };
    let x = if beside { across / 2.0 } else { sketch.width / 2.0 };
    let ring = Ring { center: Point::new(x, height / 2.0), radius: across / 2.0, ends: (0.0, height) };
    let data = parts(sketch, whole, &ring);
    numbers(sketch, whole, &ring, &data);
    middle(sketch, whole, &ring);
    let corner =
        if beside { Point::new(across + GAP, (height - list.height) / 2.0) } else { Point::new(0.0, height + 14.0) };
    list.draw(sketch, corner);
    sketch.height = height.max(corner.y + list.height);
}

/// Writes on each part that is large enough its number in the list; those between two of them follow in the list's order.
fn numbers(sketch: &mut Sketch, whole: &Stack, ring: &Ring, data: &[DatumId]) {
    let (middle, thick) = (ring.radius * (1.0 + HOLE) / 2.0, ring.radius * (1.0 - HOLE));
    for (index, ((part, (from, to)), datum)) in whole.parts.iter().zip(turns(whole)).zip(data).enumerate() {
        let room = ((to - from) * core::f64::consts::TAU * middle - SEAM).min(thick);
        if data.len() > 1 && room >= cue::LEAST {
            let fill = (!is_hollow(part.row)).then(|| sketch.part_color(index, &part.row.category));
            let at = around(ring.center, middle, (from + to) / 2.0);
            cue::draw(sketch, (index, Some(*datum)), at, room, fill);
        }
    }
}

/// What stands in the middle.
struct Middle<'a> {
    datum: Option<u32>,
    number: String,
    words: &'a str,
}

impl Middle<'_> {
    /// The largest style in which the number fits into the hole of a ring of that radius (CSS pixels).
    fn style(&self, sketch: &Sketch, radius: f64) -> Option<TextStyle> {
        let sizes = [26.0, 24.0, 22.0, 20.0, 18.0, 16.0, 14.0].map(|size| TextStyle { size, weight: 700 });
        sizes.into_iter().find(|style| sketch.measure(&self.number, *style) <= radius * HOLE * 1.6)
    }
}

/// What is highlighted with its value, else the total of what is no share: of shares it is 100.
fn middle_words<'a>(sketch: &Sketch<'a>, whole: &Stack<'a>) -> Option<Middle<'a>> {
    let checked = sketch.checked;
    let label = |row: &Row| value::label(checked, sketch.env.locale, row, true);
    let chosen = whole.parts.iter().position(|part| checked.highlight.holds(&part.row.category));
    if let Some((at, part)) = chosen.and_then(|at| whole.parts.get(at).map(|part| (at, part))) {
        return Some(Middle { datum: Some(at as u32), number: label(part.row), words: &part.row.category });
    }
    let total = Row { value: Some(whole.total), ..Row::default() };
    (!value::is_percent(checked)).then(|| Middle { datum: None, number: label(&total), words: &checked.unit })
}

/// Writes what stands in the middle: the number, and below it, where the hole is large enough, what it is.
fn middle(sketch: &mut Sketch, whole: &Stack, ring: &Ring) {
    let Some(middle) = middle_words(sketch, whole) else { return };
    if middle.datum.is_none() {
        stack::tell_total(sketch, whole);
    }
    let Some(large) = middle.style(sketch, ring.radius) else { return };
    let theme = sketch.env.theme;
    let hole = ring.radius * HOLE;
    let lines = wrap(middle.words, hole * 1.4, theme.small, sketch.env.measure, 3);
    let whole_words = lines.len() <= 2 && !lines.iter().any(|line| line.ends_with('…'));
    let lead = theme.small.line_height();
    let height = large.cap_height() + 4.0 + lead * lines.len() as f64;
    let lines = if whole_words && height <= hole * 1.1 { lines } else { Vec::new() };
    let height = if lines.is_empty() { large.cap_height() } else { height };
    let mut y = ring.center.y - height / 2.0 + large.cap_height();
    let x = ring.center.x;
    sketch.text(Role::Label, middle.datum, &middle.number, Point::new(x, y), Anchor::Middle, (large, theme.ink));
    y += 4.0;
    for line in lines {
        y += lead;
        sketch.text(Role::Label, middle.datum, &line, Point::new(x, y), Anchor::Middle, (theme.small, theme.muted));
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::spec::{Checked, Highlight, Kind};

    fn parts(names: &[&str], values: &[f64]) -> Checked {
        let row = |(at, (name, value)): (usize, (&&str, &f64))| Row {
            line: at as u32 + 1,
            category: (*name).into(),
            value: Some(*value),
            ..Row::default()
        };
        let rows = names.iter().zip(values).enumerate().map(row).collect();
        Checked { whole: true, unit: "enterprises".into(), ..checked(Kind::Donut, rows) }
    }

    #[test]
    fn words_never_collide() {
        let names = ["Fossil fuels", "Renewables", "Nuclear energy", "Hydro", "Other", "Waste"];
        for values in [
            &[52.0, 39.0, 9.0][..],
            &[100.0],
            &[95.0, 1.0, 1.0, 1.0, 1.0, 1.0],
            &[1.0, 1.0, 1.0, 1.0, 1.0, 95.0],
            &[16.7; 6],
            &[50.0, 0.0, 0.0, 50.0],
            &[1e9, 2e9],
        ] {
            holds_at_every_width(&parts(&names, values));
            let chosen = Checked { highlight: Highlight(vec!["Renewables".into()]), ..parts(&names, values) };
            holds_at_every_width(&chosen);
        }
        let long = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&parts(&long, &[50.0, 10.0, 5.0, 5.0, 20.0, 10.0]));
    }

    #[test]
    fn the_middle_says_the_total_or_what_is_highlighted() {
        let names = ["a", "b"];
        let counts = stage(&parts(&names, &[30.0, 10.0]), 320.0).value;
        assert!(texts(&counts).contains(&"40"), "{:?}", texts(&counts));
        assert_eq!(told(&counts)[0].details, ["OfTotal 75.0%"]);
        let shares = Checked { unit: "%".into(), ..parts(&names, &[70.0, 30.0]) };
        assert!(!texts(&stage(&shares, 320.0).value).contains(&"100%"));
        let chosen = Checked { highlight: Highlight(vec!["b".into()]), ..shares };
        assert_eq!(texts(&stage(&chosen, 320.0).value).iter().filter(|text| **text == "30%").count(), 2);
    }
}
