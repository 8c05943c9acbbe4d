//! Two groups back to back by age or another order, on one scale.

use super::bar_mark::{Direction, OPEN_END, bar_mark};
use super::category::{self, Category};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{bound, tentative, top_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::scale::{Linear, ticks};
use crate::scene::{Anchor, KeyEntry, Role, Swatch};
use crate::spec::{Qualifier, Row};
use crate::text::TextStyle;

/// Up to so many rows carry their values; more are read from an axis.
const LABELLED: usize = 14;
/// In a plot of this width, in CSS pixels, names stand between the two sides.
const WIDE: f64 = 440.0;
/// Of the width, the most that names between the sides take.
const SHARE: f64 = 0.28;
/// Between a name in the middle and the bars on either side of it, in CSS pixels.
const ASIDE: f64 = 12.0;
/// Half the gap between bars that meet, in CSS pixels.
const SEAM: f64 = 1.0;
/// Sides shorter than this, in CSS pixels, tell nothing apart.
const LEAST: f64 = 44.0;

/// Half the width of an axis's number, in CSS pixels.
const TICK: f64 = 16.0;

/// Between a side's name and where its bars start, in CSS pixels.
const NEAR: f64 = 3.0;

/// The two sides of the plot.
struct Sides {
    /// Where the bars of each start, and their scales.
    scales: [Linear; 2],
    /// The middle between the two, in CSS pixels.
    center: f64,
}

/// Draws the rows from top to bottom, the oldest first where they are ages.
pub(super) fn draw(sketch: &mut Sketch) {
    let mut categories = category::gather(sketch.checked);
    category::cap(sketch, &mut categories);
    if is_youngest_first(&categories) {
        categories.reverse();
    }
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let few = categories.len() <= LABELLED;
    let style = if few { sketch.env.theme.label } else { sketch.env.theme.small };
    let texts = texts(sketch, &categories);
    let high = high(sketch, &categories);
    let widest = names.iter().map(|name| sketch.measure(name, sketch.env.theme.label)).fold(0.0, f64::max);
    let mut labels = RowLabels::lay_out(sketch, &names, true);
    let mut room = if few { outside(sketch, &categories, &texts, style) } else { TICK };
    let middle = sketch.width >= WIDE
        && widest <= sketch.width * SHARE
        && sketch.width / 2.0 - widest / 2.0 - ASIDE - room >= 2.0 * LEAST;
    let half = if middle { widest / 2.0 + ASIDE } else { SEAM };
    let mut sides = sides(sketch, if middle { 0.0 } else { labels.gutter }, half, room, high);
    if !middle && length(&sides) < LEAST {
        labels = RowLabels::above(sketch, &names);
        sides = self::sides(sketch, 0.0, half, room, high);
    }
    // Where values leave the bars no room, an axis says them.
    let labelled = few && length(&sides) >= LEAST / 2.0;
    if few && !labelled {
        room = TICK;
        sides = self::sides(sketch, if middle { 0.0 } else { labels.gutter }, half, room, high);
    }
    let above = labels.above && !middle;
    let (bar, gap) = if few { (18.0, if above { 10.0 } else { 5.0 }) } else { (15.0, 2.0) };
    let heights: Vec<f64> = (0..categories.len())
        .map(|i| match (middle, above) {
            (true, _) => bar,
            (_, true) => labels.head(sketch, i) + 2.0 + bar,
            _ => labels.height(sketch, i).max(bar),
        })
        .collect();
    let all = heights.iter().sum::<f64>() + gap * (heights.len().max(1) - 1) as f64;

    let mut head = name_sides(sketch, &sides);
    if !labelled {
        head += axis(sketch, &sides, head, all, middle);
    }
    let mut top = head;
    let mut texts = texts.iter();
    let mut places = Vec::new();
    for (i, (category, height)) in categories.iter().zip(&heights).enumerate() {
        let y = if above { top + height - bar } else { top + (height - bar) / 2.0 };
        let reach = Rect::new(0.0, top, sketch.width, *height);
        for row in &category.rows {
            let text = texts.next().filter(|_| labelled || row.value.is_none());
            side(sketch, row, &sides, Rect::new(0.0, y, 0.0, bar), reach, text.map(|text| (text, style)));
        }
        let datum = sketch.data.last().map(|datum| datum.id);
        if middle {
            let ink = (sketch.env.theme.label, sketch.env.theme.ink);
            let at = Point::new(sides.center, y + (bar + ink.0.cap_height()) / 2.0);
            sketch.text(Role::Label, datum, names.get(i).unwrap_or(&""), at, Anchor::Middle, ink);
        }
        places.push((datum, top, top + height / 2.0));
        top += height + gap;
    }
    sketch.height = (top - gap).max(head);
    tentative::explain(sketch);
    if !labelled {
        bound::explain(sketch);
    }
    sketch.mirror();
    // Names beside or above know themselves where reading begins.
    for (i, (datum, top, centre)) in places.into_iter().enumerate().filter(|_| !middle) {
        labels.draw(sketch, i, datum, top, centre);
    }
}

/// Whether every name has a number in it and the numbers grow: ages from young to old, which a pyramid shows upside down.
fn is_youngest_first(categories: &[Category]) -> bool {
    let ages: Vec<Option<u32>> = each(categories, &mut |category| age(category.name));
    let grow = ages.iter().zip(ages.iter().skip(1)).all(|(a, b)| a <= b);
    ages.iter().all(Option::is_some) && grow && ages.first() < ages.last()
}

/// The first number in a name: 85 of "85 and over".
fn age(name: &str) -> Option<u32> {
    let mut found: Option<u32> = None;
    for letter in name.chars() {
        match (letter.to_digit(10), found) {
            (Some(digit), known) => found = Some(known.unwrap_or(0).saturating_mul(10).saturating_add(digit)),
            (None, Some(_)) => break,
            _ => {}
        }
    }
    found
}

/// The value of every bar as it is painted; the first carries the unit.
fn texts(sketch: &Sketch, categories: &[Category]) -> Vec<String> {
    let rows = categories.iter().flat_map(|category| &category.rows);
    rows.enumerate().map(|(i, row)| value::label(sketch.checked, sketch.env.locale, row, i == 0)).collect()
}

/// The room that the widest value takes outside its bar, in CSS pixels.
fn outside(sketch: &Sketch, categories: &[Category], texts: &[String], style: TextStyle) -> f64 {
    let rows = categories.iter().flat_map(|category| &category.rows);
    let open = |row: &Row| if row.qualifier == Some(Qualifier::Over) { OPEN_END } else { 0.0 };
    rows.zip(texts).map(|(row, text)| sketch.measure(text, style) + 6.0 + open(row)).fold(0.0, f64::max)
}

/// The largest value of either side: the two have one scale.
fn high(sketch: &Sketch, categories: &[Category]) -> f64 {
    let rows = categories.iter().flat_map(|category| &category.rows);
    let high = rows.filter_map(|row| row.value).fold(sketch.checked.domain.1.unwrap_or(0.0).max(0.0), f64::max);
    if high > 0.0 { high } else { 1.0 }
}

/// About how many steps the axis of one side has.
fn steps(sketch: &Sketch) -> usize {
    if sketch.width < 560.0 { 2 } else { 3 }
}

/// Shares the width from `left` on out between the sides: `half` of what parts them, and `room` for values outside,
/// all in CSS pixels.
fn sides(sketch: &Sketch, left: f64, half: f64, room: f64, high: f64) -> Sides {
    let center = (left + sketch.width) / 2.0;
    let length = (sketch.width - center - half - room).max(1.0);
    let side = |sign: f64| {
        let start = center + sign * half;
        Linear { domain: (0.0, high), range: (start, start + sign * length) }
    };
    Sides { scales: [side(-1.0), side(1.0)], center }
}

fn length(sides: &Sides) -> f64 {
    let [_, right] = &sides.scales;
    right.range.1 - right.range.0
}

/// Names the sides above them, each in its colour, in the key where they do not fit; gives the height that takes.
fn name_sides(sketch: &mut Sketch, sides: &Sides) -> f64 {
    let style = TextStyle::strong(sketch.env.theme.label.size);
    let names: Vec<String> = sketch.checked.series.iter().take(2).cloned().collect();
    let room = |scale: &Linear| {
        let start = scale.range.0;
        if scale.range.1 < start { start } else { sketch.width - start }
    };
    let fits = |(name, scale): (&String, &Linear)| sketch.measure(name, style) + NEAR <= room(scale);
    if !names.iter().zip(&sides.scales).all(fits) {
        for (series, label) in names.into_iter().enumerate() {
            let color = sketch.color(series, "");
            sketch.key.push(KeyEntry { label, color, swatch: Swatch::Square });
        }
        return 0.0;
    }
    let ends = [(Anchor::Right, -NEAR), (Anchor::Left, NEAR)];
    for (series, ((name, scale), (anchor, off))) in names.iter().zip(&sides.scales).zip(ends).enumerate() {
        let ink = (style, sketch.text_color(series, ""));
        let at = Point::new(scale.range.0 + off, (style.line_height() + style.cap_height()) / 2.0);
        sketch.text(Role::Label, None, name, at, anchor, ink);
    }
    style.line_height() + 4.0
}

/// The axis of either side, its numbers below `top`, for rows that are `height` high in all (CSS pixels); where the
/// sides meet they share the zero. Gives the height that the numbers take.
fn axis(sketch: &mut Sketch, sides: &Sides, top: f64, height: f64, apart: bool) -> f64 {
    let [left, right] = &sides.scales;
    let mut values = ticks(0.0, left.domain.1, steps(sketch));
    top_axis::draw_at(sketch, left, &values, top, height);
    if !apart {
        values.retain(|value| *value > 0.0);
    }
    top_axis::draw_at(sketch, right, &values, top, height)
}

/// One bar at the height and thickness of `slot`, with its value; it answers for its half of `reach`.
fn side(sketch: &mut Sketch, row: &Row, sides: &Sides, slot: Rect, reach: Rect, label: Option<(&String, TextStyle)>) {
    let theme = sketch.env.theme;
    let [left, right] = &sides.scales;
    let first = row.series == 0;
    let (scale, sign, direction) = if first { (left, -1.0, Direction::Left) } else { (right, 1.0, Direction::Right) };
    let (zero, tip) = (scale.range.0, scale.at(row.value.unwrap_or(0.0)));
    let middle = slot.y + slot.height / 2.0;
    let (from, to) = if first { (0.0, sides.center) } else { (sides.center, sketch.width) };
    let datum = sketch.datum(row, Point::new(tip, middle), Rect::new(from, reach.y, to - from, reach.height));
    let mut end = zero;
    if row.value.is_some() {
        let rect = Rect::between(Point::new(zero, slot.y), Point::new(tip, slot.bottom()));
        let color = sketch.color(row.series, &row.category);
        let cover = bar_mark(sketch, datum, rect, color, direction, row.qualifier);
        end = if first { cover.x } else { cover.right() };
    }
    let Some((text, style)) = label else { return };
    let ink = if row.value.is_some() { theme.ink } else { theme.muted };
    let anchor = if first { Anchor::Right } else { Anchor::Left };
    let at = Point::new(end + sign * 5.0, middle + style.cap_height() / 2.0);
    sketch.text(Role::Label, Some(datum), text, at, anchor, (style, ink));
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use crate::scene::{Role, Scene, Shape};
    use crate::spec::{Checked, Kind, Qualifier, Row};

    fn pairs(names: &[String], value: &dyn Fn(usize, usize) -> f64) -> Checked {
        let mut rows = Vec::new();
        for (i, name) in names.iter().enumerate() {
            for series in 0..2 {
                rows.push(Row { category: name.clone(), series, value: Some(value(i, series)), ..Row::default() });
            }
        }
        Checked { series: vec!["Men".into(), "Women".into()], ..checked(Kind::Pyramid, rows) }
    }

    fn ages(count: usize) -> Checked {
        let name = |i: usize| [&(i * 5).to_string(), "–", &(i * 5 + 4).to_string()].concat();
        let names: Vec<String> = (0..count).map(name).collect();
        pairs(&names, &|i, series| (count - i) as f64 * 1e6 + series as f64 * 3e5)
    }

    fn bars(scene: &Scene) -> Vec<crate::geom::Rect> {
        let bars = scene.marks.iter().filter(|mark| mark.role == Role::Data);
        bars.filter_map(|mark| if let Shape::Rect { rect, .. } = mark.shape { Some(rect) } else { None }).collect()
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 5, 14, 15, 21, 100] {
            holds_at_every_width(&ages(count));
        }
        holds_at_every_width(&pairs(&hard_words(), &|i, series| (i + series) as f64 * 1234.5));
        let series = vec!["Women in employment or training of any kind, full time".into(), "Men".into()];
        holds_at_every_width(&Checked { series, decimals: 2, ..ages(8) });
        for (_, qualifier) in Qualifier::ALL {
            let mut bounds = ages(6);
            bounds.rows[1].qualifier = Some(qualifier);
            bounds.rows[2].value = None;
            holds_at_every_width(&bounds);
        }
    }

    #[test]
    fn both_sides_have_one_scale_and_start_back_to_back() {
        for count in [4, 20] {
            let names: Vec<String> = (0..count).map(|i: usize| ["Place ", &i.to_string()].concat()).collect();
            let spec = pairs(&names, &|i, series| ((i + 1) * (series + 1)) as f64);
            let bars = bars(&stage(&spec, 400.0).value);
            assert_eq!(bars.len(), 2 * count);
            for pair in bars.chunks(2) {
                assert!((pair[1].width - 2.0 * pair[0].width).abs() < 1e-6, "{pair:?}");
                assert!((pair[1].x - pair[0].right() - 2.0).abs() < 1e-6, "{pair:?}");
            }
        }
    }

    #[test]
    fn the_oldest_stand_at_the_top_whichever_way_the_data_runs() {
        let first = |spec: &Checked| stage(spec, 400.0).value.data[0].name.clone();
        let mut spec = ages(4);
        assert_eq!(first(&spec), "15–19");
        spec.rows.reverse();
        assert_eq!(first(&spec), "15–19");
        let jobs = pairs(&["Teachers".into(), "Lawyers".into()], &|_, _| 1.0);
        assert_eq!(first(&jobs), "Teachers");
    }

    #[test]
    fn few_rows_carry_their_values_and_many_have_an_axis() {
        let few = stage(&pairs(&["A".into(), "B".into()], &|i, s| (i * 2 + s) as f64 + 11.0), 320.0).value;
        assert!(["11", "12", "13", "14"].iter().all(|text| texts(&few).contains(text)));
        let many = stage(&ages(20), 320.0).value;
        assert_eq!(texts(&many).iter().filter(|text| **text == "0.0e0").count(), 1);
    }
}
