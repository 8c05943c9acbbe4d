//! Two numbers of each item against each other, both axes named; highlighted and extreme items named in the plot.

use super::extent::{self, Extent};
use super::foot_axis::Foot;
use super::point_label::{self, PointLabel};
use super::sketch::Sketch;
use super::{axis, bend, emblem, key_of, value};
use crate::color::Color;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::mention::mentions;
use crate::scale::Bend;
use crate::scene::{Anchor, DatumId, Detail, Name, Role, Shape, Swatch};
use crate::spec::{Checked, Row};
use crate::text::{TextStyle, wrap};

/// Up to so many items are all named, where there is room.
const ALL_NAMED: usize = 15;
/// From so many dots on they are small, and from so many on they shine through where they lie over each other.
const MANY: usize = 80;
const CLOUD: usize = 500;

/// An item that has both numbers.
struct Item<'a> {
    row: &'a Row,
    across: f64,
    value: f64,
}

/// Draws the axes, the dots and the names.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut items: Vec<Item> = Vec::new();
    for row in &checked.rows {
        if let (Some(across), Some(value)) = (row.across, row.value) {
            items.push(Item { row, across, value });
        }
    }
    if items.is_empty() {
        return;
    }
    let missing = checked.rows.len() - items.len();
    let ends = |number: &dyn Fn(&Item) -> f64| extent::ends(&mut items.iter().map(number));
    let (wide, high) = (ends(&|item| item.across), ends(&|item| item.value));

    let radius = match items.len() {
        0..=MANY => 4.5,
        81..=CLOUD => 3.5,
        501..=3000 => 2.5,
        _ => 1.75,
    };
    let titles = [titled(sketch, true), titled(sketch, false)];
    let foot = Foot::lay_out(sketch, across_extent(checked, wide, about(sketch.width)), &titles[0]);
    let heading = head(sketch, &titles[1]);
    let full = height(sketch);
    let bottom = (full - foot.height).max(heading + 60.0);
    let extent = extent::extent(checked, high.0, high.1, false, axis::about(bottom - heading));
    let rows = axis::Rows::with_unit(sketch, &extent, if value::is_percent(checked) { "%" } else { "" });
    let top = heading + rows.head;
    let y = rows.scale(sketch, top, bottom);
    let right = sketch.width - radius - 2.0;
    let plot = Rect::between(Point::new(rows.left + radius, top), Point::new(right.max(rows.left + 40.0), bottom));
    let x = foot.scale(plot.x, plot.right());
    foot.draw(sketch, &x, plot);
    rows.draw(sketch, &y, sketch.width);

    // What stands out lies on top; the data stay in the author's order.
    let chosen = |row: &Row| {
        let series = checked.series.get(row.series).map_or("", String::as_str);
        checked.highlight.holds(&row.label) || checked.highlight.holds(series)
    };
    let area = Rect::new(0.0, 0.0, sketch.width, bottom + 4.0);
    let spot = |item: &Item| {
        // The author's own ends may leave an item out; it stands at the edge of the plot for pointer and keyboard.
        let (across, up) = (x.at(item.across), y.at(item.value));
        (Point::new(across, within(up, plot.y, plot.bottom())), plot.grown(1.0).holds(Point::new(across, up)))
    };
    let across = Name::from(checked.across_name.as_str());
    for item in &items {
        let (at, _) = spot(item);
        let reach = kept(Rect::around(at, radius.max(6.0)), area);
        let id = sketch.datum(item.row, at, reach);
        if let Some(datum) = sketch.data.get_mut(id as usize) {
            datum.call(&item.row.label);
            datum.add_first(Detail::Under(across.clone(), item.across, value::digits(item.across).min(6)));
        }
    }
    for front in [false, true] {
        for (id, item) in items.iter().enumerate().filter(|(_, item)| chosen(item.row) == front) {
            let (at, inside) = spot(item);
            if inside {
                let color = sketch.color(item.row.series, &item.row.label);
                let radius = if front { radius.max(4.5) } else { radius };
                // Several series without a highlight are told apart by form as well.
                let form = if checked.highlight.is_set() { Swatch::Dot } else { emblem::form(item.row.series) };
                dot(sketch, id as DatumId, at, (radius, form), color, items.len());
            }
        }
    }
    let mut labels = Vec::new();
    for at in worth_naming(checked, &items) {
        let Some(item) = items.get(at).filter(|item| spot(item).1) else { continue };
        let (strong, theme) = (checked.highlight.holds(&item.row.label), sketch.env.theme);
        let look = if strong {
            (TextStyle::strong(theme.label.size), sketch.text_color(item.row.series, &item.row.label))
        } else {
            (theme.small, theme.muted)
        };
        let radius = if chosen(item.row) { radius.max(4.5) } else { radius };
        let words = item.row.label.clone();
        labels.push(PointLabel { datum: at as DatumId, words, at: spot(item).0, radius, look, must: strong });
    }
    let left = if rows.has_column() { rows.left } else { 0.0 };
    point_label::place(sketch, &labels, Rect::new(left, heading, sketch.width - left, bottom - heading));
    sketch.height = bottom + foot.height;
    if !checked.highlight.is_set() {
        key_of::formed(sketch, &emblem::form);
    }
    sketch.lack(missing);
}

/// About how many ticks a width in CSS pixels has room for.
fn about(width: f64) -> usize {
    if width < 420.0 { 4 } else { 6 }
}

/// What the axis along the width covers: as the value axis, but no target and no end of the author's is meant for it.
fn across_extent(checked: &Checked, (low, high): (f64, f64), about: usize) -> Extent {
    match bend::of(checked, true) {
        Bend::Straight => extent::plain(low, high, about),
        bend => bend::extent(bend, (low, high), (None, None), about),
    }
}

/// The name of an axis, with its unit where the ticks do not say it, and with what a reader must be told of its scale.
fn titled(sketch: &Sketch, across: bool) -> String {
    let (checked, locale) = (sketch.checked, sketch.env.locale);
    let (name, scaling) =
        if across { (&checked.across_name, checked.scale.0) } else { (&checked.value_name, checked.scale.1) };
    let told = across || value::is_percent(checked) || mentions(name, &checked.unit);
    let name = match (told, name.is_empty()) {
        (true, _) => name.clone(),
        (false, true) => checked.unit.clone(),
        (false, false) => locale.say(Message::SeriesLabel, &[name, &checked.unit]),
    };
    match bend::words(locale, scaling) {
        Some(words) if !bend::is_told(&name) => locale.say(Message::InBrackets, &[&name, &words]),
        _ => name,
    }
}

/// The height of plot and axes, in CSS pixels: nearly square on phones, for either number may be the one that varies.
fn height(sketch: &Sketch) -> f64 {
    let width = sketch.width;
    let chosen = if width <= 420.0 { width * 0.95 } else { 400.0 + (width - 420.0) * 0.15 };
    within(sketch.checked.height.unwrap_or(within(chosen, 220.0, 480.0)), 100.0, 4000.0)
}

/// Writes the title of the upright axis above the plot; gives the height it takes.
fn head(sketch: &mut Sketch, title: &str) -> f64 {
    let theme = sketch.env.theme;
    let style = theme.small;
    let lines = wrap(title, sketch.width, style, sketch.env.measure, 2);
    for (at, line) in lines.iter().enumerate() {
        let baseline = style.line_height() * at as f64 + style.ascent();
        sketch.text(Role::Axis, None, line, Point::new(0.0, baseline), Anchor::Left, (style, theme.ink));
    }
    lines.len() as f64 * style.line_height() + if lines.is_empty() { 0.0 } else { 6.0 }
}

/// One dot: with a halo where there are few, shining through where there are very many.
fn dot(sketch: &mut Sketch, id: DatumId, at: Point, (radius, form): (f64, Swatch), color: Color, count: usize) {
    let halo = count <= CLOUD || radius >= 4.5;
    if form != Swatch::Dot {
        if halo {
            let ground = emblem::shape(form, at, radius + 1.5, sketch.env.theme.background);
            sketch.mark(Role::Data, Some(id), ground);
        }
        return sketch.mark(Role::Data, Some(id), emblem::shape(form, at, radius, color));
    }
    if halo {
        return sketch.dot(Some(id), at, radius, color, false);
    }
    // The accent keeps 3:1 on the background at this share; the series' colours would not.
    let faint = color == sketch.env.theme.accent;
    let fill = Color { a: if faint { 0.65 } else { 1.0 }, ..color };
    sketch.mark(Role::Data, Some(id), Shape::Dot { center: at, radius, fill, ring: None });
}

/// The items that are named, those first that must be: the highlighted, then the ends of both axes, then all where
/// they are few.
fn worth_naming(checked: &Checked, items: &[Item]) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if !item.row.label.is_empty() && checked.highlight.holds(&item.row.label) {
            found.push(at);
        }
    }
    let mut ends = [(f64::NEG_INFINITY, 0); 4];
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !item.row.label.is_empty()) {
        for (best, key) in ends.iter_mut().zip([item.value, -item.value, item.across, -item.across]) {
            if key > best.0 {
                *best = (key, at);
            }
        }
    }
    let named = |at: usize| items.get(at).is_some_and(|item| !item.row.label.is_empty());
    let few = if items.len() <= ALL_NAMED { items.len() } else { 0 };
    for at in ends.iter().map(|(_, at)| *at).chain(0..few) {
        if named(at) && !found.contains(&at) {
            found.push(at);
        }
    }
    found
}

/// The part of a box inside another.
fn kept(rect: Rect, area: Rect) -> Rect {
    let from = Point::new(rect.x.max(area.x), rect.y.max(area.y));
    let to = Point::new(rect.right().min(area.right()), rect.bottom().min(area.bottom()));
    Rect::between(from, to)
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts, told};
    use super::*;
    use crate::scene::Scene;
    use crate::spec::{Highlight, Kind, Scaling};

    fn spec(items: Vec<(String, f64, f64)>) -> Checked {
        let rows = items.into_iter().map(|(label, across, value)| Row {
            label,
            across: Some(across),
            value: Some(value),
            ..Row::default()
        });
        Checked {
            across_name: "Income".into(),
            value_name: "Length of life".into(),
            unit: "years".into(),
            ..checked(Kind::Scatter, rows.collect())
        }
    }

    /// So many items in a cloud that is the same on every run.
    fn cloud(count: usize) -> Vec<(String, f64, f64)> {
        let part = |seed: usize| ((seed * 7919 + 104_729) % 10_007) as f64 / 10_007.0;
        (0..count)
            .map(|i| {
                (["Item ", &i.to_string()].concat(), part(i) * 900.0 + 20.0, part(i * i + 3) * 60.0 + part(i) * 20.0)
            })
            .collect()
    }

    fn dots(scene: &Scene) -> Vec<(Point, u32)> {
        let marks = scene.marks.iter().filter(|mark| mark.role == Role::Data);
        marks
            .filter_map(|mark| match (&mark.shape, mark.datum) {
                (Shape::Dot { center, .. }, Some(id)) => Some((*center, id)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 2, 9, 15, 120] {
            let highlight = Highlight(vec!["Item 3".into(), "Item 7".into(), "Item 8".into()]);
            holds_at_every_width(&spec(cloud(count)));
            holds_at_every_width(&Checked { highlight, ..spec(cloud(count)) });
        }
        let hard = hard_words().into_iter().enumerate().map(|(i, name)| (name, i as f64, (i * i) as f64));
        let hard = spec(hard.collect());
        for name in hard_words() {
            holds_at_every_width(&Checked { value_name: name.clone(), across_name: name, ..hard.clone() });
        }
        // All in one place, and all named.
        let same = (0..12).map(|i| (["Item ", &i.to_string()].concat(), 5.0, 5.0)).collect();
        holds_at_every_width(&spec(same));
    }

    #[test]
    fn hard_numbers_stay_inside() {
        for (a, b) in [(1e300, -1e300), (5e-324, 1.0), (7.0, 7.0), (0.0, 0.0), (-5.0, -900.0), (1e-12, 3e-12)] {
            let items = vec![("A".into(), a, b), ("B".into(), b, a)];
            for scaling in [Scaling::Linear, Scaling::Symlog] {
                holds_at_every_width(&Checked { scale: (scaling, scaling), ..spec(items.clone()) });
            }
        }
    }

    #[test]
    fn a_datum_says_both_numbers_and_which_is_which() {
        let scene = stage(&spec(vec![("China".into(), 13_334.0, 76.9), ("India".into(), 5903.5, 66.8)]), 640.0).value;
        let told = &told(&scene)[1];
        assert_eq!((told.label.as_str(), told.text.as_str()), ("India", "67 years"));
        assert!(told.details[0].contains("Income") && told.details[0].contains("5,903.5"), "{:?}", told.details);
        assert!(texts(&scene).contains(&"Income") && texts(&scene).iter().any(|text| text.contains("Length of life")));
    }

    #[test]
    fn more_is_to_the_right_and_above() {
        let scene = stage(&spec(vec![("A".into(), 1.0, 30.0), ("B".into(), 2.0, 40.0)]), 640.0).value;
        let (a, b) = (&scene.data[0].anchor, &scene.data[1].anchor);
        assert!(a.x < b.x && a.y > b.y);
    }

    #[test]
    fn highlighted_and_extreme_items_are_named_and_lie_on_top() {
        let mut items = cloud(200);
        items.push(("Highest".into(), 500.0, 99.0));
        items.push(("Furthest".into(), 1999.0, 50.0));
        let highlight = Highlight(vec!["Item 11".into()]);
        let scene = stage(&Checked { highlight, ..spec(items) }, 640.0).value;
        for name in ["Highest", "Furthest", "Item 11"] {
            assert!(texts(&scene).contains(&name), "{name}");
        }
        assert_eq!(dots(&scene).last().map(|(_, id)| *id), Some(11));
        assert!(texts(&scene).iter().filter(|text| text.starts_with("Item")).count() < 6);
    }

    #[test]
    fn what_has_one_number_of_two_is_left_out_and_said() {
        let mut spec = spec(cloud(6));
        spec.rows[2].value = None;
        let scene = stage(&spec, 400.0).value;
        assert_eq!(scene.data.len(), 5);
        assert!(scene.caption.notes.iter().any(|note| note.contains("MissingCount 1")));
    }

    #[test]
    fn ten_thousand_points_are_drawn_at_once_and_each_is_found() {
        let spec = spec(cloud(10_000));
        let start = std::time::Instant::now();
        let scene = stage(&spec, 640.0).value;
        // Generous, for a slow machine and no optimisation: what grows with the square of the number takes minutes.
        assert!(start.elapsed().as_secs_f64() < 10.0, "{:?}", start.elapsed());
        assert_eq!((scene.data.len(), dots(&scene).len()), (10_000, 10_000));
        for (at, id) in dots(&scene) {
            let datum = &scene.data[id as usize];
            assert!(datum.anchor == at && datum.reach.holds(at), "{datum:?}");
        }
    }
}
