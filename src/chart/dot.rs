//! Dots along a line for each category: the value is a place, so the axis, which stands on top, need not start at zero.

use super::category::{self, Category};
use super::emblem;
use super::extent::{Extent, extent};
use super::frame::Frame;
use super::order::order;
use super::reference::{self, Reference};
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{bound, tentative, top_axis, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Message;
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, KeyEntry, Role, Swatch};
use crate::spec::{Checked, Quantity, Row};
use crate::text::{TextStyle, spread};

/// Radius of the dots, in CSS pixels.
const DOT: f64 = 5.0;
/// Dots nearer to each other than this stand one above the other, in CSS pixels.
const TOUCH: f64 = 7.0;
/// The height by which dots of the same place are moved apart, in CSS pixels.
const LIFT: f64 = 7.0;
/// Between a dot's centre and its value, in CSS pixels.
const ASIDE: f64 = 10.0;
/// Height of the line that carries a row's dots, in CSS pixels.
const TRACK: f64 = 22.0;
/// Between two rows, in CSS pixels.
const GAP: f64 = 6.0;
/// Up to so many rows carry the values of their outermost dots.
const LABELLED: usize = 20;
/// Dots that share out less than this width, in CSS pixels, tell nothing apart.
const LEAST: f64 = 90.0;
/// How far from its dot, in CSS pixels, a series' name is still seen to be its own.
const STRAY: f64 = 28.0;

/// A value on its row's line.
struct Spot<'a> {
    row: &'a Row,
    at: Point,
}

/// Draws the rows from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let labelled = categories.len() <= LABELLED;
    let base = checked.base.filter(|_| checked.measure == Quantity::Index);
    let references = reference::gather(sketch, base);

    let rows = || categories.iter().flat_map(|category| &category.rows);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in rows().filter_map(|row| row.value) {
        (low, high) = (low.min(value), high.max(value));
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    let extent = extent(checked, low, high, false, top_axis::about(sketch.width));
    let domain = domain(&extent, low, high, checked);
    let widest = rows()
        .map(|row| sketch.measure(&value::label(checked, sketch.env.locale, row, false), sketch.env.theme.label))
        .fold(0.0, f64::max);
    let aside = if labelled { widest + ASIDE + 2.0 } else { DOT + 2.0 };
    let single = checked.series.len() < 2;
    let mut labels = RowLabels::lay_out(sketch, &names, categories.len() > 14);
    let scale = |gutter: f64| {
        let (from, to) = (gutter + if single { DOT + 2.0 } else { aside }, sketch.width - aside);
        let range = if sketch.env.locale.rtl() {
            (sketch.width - from, sketch.width - to)
        } else {
            (from, to.max(from + 20.0))
        };
        // Ranks count from 1, best first: a better place lies farther along.
        let domain = if checked.measure == Quantity::Rank { (domain.1, domain.0) } else { domain };
        Linear { domain, range }
    };
    let mut place = scale(labels.gutter);
    if (place.range.1 - place.range.0).abs() < LEAST && !labels.above {
        labels = RowLabels::above(sketch, &names);
        place = scale(0.0);
    }
    let heads = name_series(sketch, &categories, &place);
    let extra = if heads.is_some() { sketch.env.theme.small.line_height() } else { 0.0 };

    // The grid lies below the dots, so the height comes first.
    let heights: Vec<f64> = (0..categories.len())
        .map(|i| if labels.above { labels.head(sketch, i) + TRACK } else { TRACK.max(labels.height(sketch, i)) })
        .collect();
    let first = heads.as_ref().map(|(row, _)| *row);
    let all = heights.iter().sum::<f64>() + GAP * heights.len() as f64 - GAP + extra;
    let mut ticks = extent.ticks;
    ticks.retain(|tick| *tick >= domain.0 && *tick <= domain.1);
    let named = reference::head(sketch, &references);
    let axis = top_axis::draw_at(sketch, &place, &ticks, 0.0, (all + named).max(0.0));
    let head = axis + named;
    let mut top = head;
    let mut spans = vec![(head - 4.0, head + if labels.above { 0.0 } else { all })];
    let mut end = head;
    for (i, height) in heights.iter().enumerate().filter(|_| labels.above) {
        end += height + if first == Some(i) { extra } else { 0.0 };
        spans.push((end - TRACK, end));
        end += GAP;
    }
    reference::draw(sketch, &references, &place, axis, &spans);
    let gutter = labels.gutter;
    for (i, (category, height)) in categories.iter().zip(&heights).enumerate() {
        let mut name_top = top;
        if let Some((_, names)) = heads.as_ref().filter(|(row, _)| *row == i) {
            let below = if labels.above { labels.head(sketch, i) } else { 0.0 };
            write_names(sketch, names, top + below);
            name_top = if labels.above { top } else { top + extra };
        }
        let height = height + if first == Some(i) { extra } else { 0.0 };
        let bottom = top + height;
        let middle = bottom - if labels.above { TRACK / 2.0 } else { (bottom - name_top) / 2.0 };
        let reach = Rect::new(0.0, top, sketch.width, height);
        let datum = line(sketch, category, (&place, &references), gutter, middle, reach, labelled);
        labels.draw(sketch, i, datum, name_top, middle);
        top = bottom + GAP;
    }
    sketch.height = (top - GAP).max(head);
    sketch.frame = Some(Frame::flat(Rect::new(0.0, head, sketch.width, sketch.height - head), place));
    tentative::explain(sketch);
    if !labelled || checked.series.len() > 2 {
        bound::explain(sketch);
    }
}

/// What the axis covers, in data units: from the least value to the greatest, where the chart's own round ends would
/// take much of the room; never less, whatever the author's ends.
fn domain(extent: &Extent, low: f64, high: f64, checked: &Checked) -> (f64, f64) {
    let (start, end) = extent.domain;
    let target = checked.target.as_ref();
    let held = [checked.base, target.map(|target| target.value), target.and_then(|target| target.upper)];
    let (mut least, mut most) = checked.hold.widen((low, high));
    for value in held.into_iter().chain([checked.domain.0, checked.domain.1]).flatten() {
        (least, most) = (least.min(value), most.max(value));
    }
    // A slight change does not fill the plot, and a zero that is near stays.
    if most - least < (end - start) * 0.4 {
        return (start.min(low), end.max(high));
    }
    (if start == 0.0 { least.min(0.0) } else { least }, most)
}

/// One category on its line; gives the datum that the row's name belongs to.
fn line(
    sketch: &mut Sketch,
    category: &Category,
    (scale, references): (&Linear, &[Reference]),
    gutter: f64,
    y: f64,
    reach: Rect,
    labelled: bool,
) -> Option<DatumId> {
    let theme = sketch.env.theme;
    let rtl = sketch.env.locale.rtl();
    let (left, right) = if rtl { (0.0, sketch.width - gutter) } else { (gutter, sketch.width) };
    sketch.rule(Role::Grid, Point::new(left, y), Point::new(right, y), 0.0, theme.grid);
    let spots = spots(category, scale, y);
    let (Some(first), Some(last)) = (spots.first(), spots.last()) else {
        let words = sketch.env.locale.say(Message::NoData, &[]);
        let (x, anchor) = if rtl { (right, Anchor::Right) } else { (left, Anchor::Left) };
        let mut named = None;
        for row in &category.rows {
            named = Some(sketch.datum(row, Point::new(x, y), reach));
        }
        let at = Point::new(x, y + theme.label.cap_height() / 2.0);
        haloed(sketch, named, &words, at, anchor, (theme.label, theme.muted));
        return named;
    };
    let (from, to) = (first.at.x, last.at.x);
    if to - from > 2.0 * DOT {
        let band = Rect::between(Point::new(from, y - 1.0), Point::new(to, y + 1.0));
        sketch.rect(Role::Grid, None, band, theme.rest.mix(theme.background, 0.55));
    }
    // In the order of the data, that table and keyboard follow; each dot answers for what lies nearest to it.
    let mut ids = Vec::new();
    for row in &category.rows {
        let place = spots.iter().position(|spot| core::ptr::eq(spot.row, *row));
        let Some((place, spot)) = place.and_then(|place| Some((place, spots.get(place)?))) else {
            sketch.datum(row, Point::new(from, y), Rect::new(from, y, 0.0, 0.0));
            continue;
        };
        let before = place.checked_sub(1).and_then(|place| spots.get(place));
        let from = before.map_or(reach.x, |before| (before.at.x + spot.at.x) / 2.0);
        let to = spots.get(place + 1).map_or(reach.right(), |next| (next.at.x + spot.at.x) / 2.0);
        let id = sketch.datum(row, spot.at, Rect::new(from, reach.y, to - from, reach.height));
        let color = sketch.color(row.series, &row.category);
        let tentative = row.qualifier.is_some_and(|qualifier| qualifier.is_tentative());
        emblem::draw(sketch, id, spot.at, (DOT, emblem::of_key(sketch, row.series)), color, tentative);
        ids.push((place, id));
    }
    if labelled {
        let single = sketch.checked.series.len() < 2;
        let id = |place: usize| ids.iter().find(|(known, _)| *known == place).map(|(_, id)| *id);
        let ink = (theme.label, theme.ink);
        let baseline = y + theme.label.cap_height() / 2.0;
        let ends = [(first, 0, -1.0), (last, spots.len() - 1, 1.0)];
        for (spot, place, sign) in ends {
            // A lone dot has its value on the side toward which reading goes.
            let onward = if rtl { -1.0 } else { 1.0 };
            if (single || spots.len() == 1) && sign != onward {
                continue;
            }
            let anchor = if sign > 0.0 { Anchor::Left } else { Anchor::Right };
            let words = value::label(sketch.checked, sketch.env.locale, spot.row, false);
            let room = sketch.measure(&words, ink.0) + 4.0;
            let x = reference::clear(sketch, references, scale, spot.at.x + sign * (ASIDE - 4.0), sign, room);
            let at = Point::new(x + sign * 4.0, baseline);
            haloed(sketch, id(place), &words, at, anchor, ink);
        }
    }
    ids.first().map(|(_, id)| *id)
}

/// Where a category's values stand, from left to right; those of nearly the same place one above the other.
fn spots<'a>(category: &Category<'a>, scale: &Linear, y: f64) -> Vec<Spot<'a>> {
    let found: Vec<(&Row, f64)> = category.rows.iter().filter_map(|row| Some((*row, scale.at(row.value?)))).collect();
    let places: Vec<f64> = each(&found, &mut |(_, x)| *x);
    let mut spots: Vec<Spot> = Vec::new();
    for place in order(&places) {
        if let Some((row, x)) = found.get(place) {
            spots.push(Spot { row, at: Point::new(*x, y) });
        }
    }
    let mut start = 0;
    for end in 1..=spots.len() {
        let near = match (spots.get(end - 1), spots.get(end)) {
            (Some(a), Some(b)) => b.at.x - a.at.x < TOUCH,
            _ => false,
        };
        if near {
            continue;
        }
        let count = end - start;
        // However many there are, they stay within the row's height.
        let lift = LIFT.min((TRACK - 2.0 * DOT) / (count.max(2) - 1) as f64);
        for (i, spot) in spots.iter_mut().skip(start).take(count).enumerate() {
            spot.at.y += (i as f64 - (count - 1) as f64 / 2.0) * lift;
        }
        start = end;
    }
    spots
}

/// The names of the series with their middles (CSS pixels), for the first row that has them all; where they do not fit
/// near their dots, or are greyed, the key says them.
fn name_series(sketch: &mut Sketch, categories: &[Category], scale: &Linear) -> Option<(usize, Vec<f64>)> {
    let checked: &Checked = sketch.checked;
    if checked.series.len() < 2 {
        return None;
    }
    let complete = |category: &Category| {
        let places = (0..checked.series.len()).map(|series| {
            let row = category.rows.iter().find(|row| row.series == series)?;
            Some(scale.at(row.value?))
        });
        places.collect::<Option<Vec<f64>>>()
    };
    let found = categories.iter().enumerate().find_map(|(i, category)| Some((i, complete(category)?)));
    if let Some((row, wanted)) = found {
        let style = strong(sketch);
        let widths: Vec<f64> = each(&checked.series, &mut |name| sketch.measure(name, style) + 8.0);
        let places = spread(&wanted, &widths, -4.0, sketch.width + 4.0);
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= STRAY;
        let inside = widths.iter().sum::<f64>() <= sketch.width;
        if inside && places.iter().zip(&wanted).all(near) {
            return Some((row, places));
        }
    }
    for (series, label) in checked.series.iter().enumerate() {
        let color = sketch.color(series, label);
        let swatch = if sketch.checked.highlight.is_set() { Swatch::Dot } else { emblem::form(series) };
        sketch.key.push(KeyEntry { label: label.clone(), color, swatch });
    }
    None
}

fn strong(sketch: &Sketch) -> TextStyle {
    TextStyle::strong(sketch.env.theme.small.size)
}

fn write_names(sketch: &mut Sketch, places: &[f64], top: f64) {
    let style = strong(sketch);
    let baseline = top + (style.line_height() + style.cap_height()) / 2.0;
    for (series, x) in places.iter().enumerate() {
        let Some(name) = sketch.checked.series.get(series) else { continue };
        let ink = (style, sketch.text_color(series, name));
        haloed(sketch, None, name, Point::new(*x, baseline), Anchor::Middle, ink);
    }
}

/// Words that the grid does not run through.
fn haloed(
    sketch: &mut Sketch,
    datum: Option<DatumId>,
    words: &str,
    at: Point,
    anchor: Anchor,
    ink: (TextStyle, crate::color::Color),
) {
    sketch.text(Role::Label, datum, words, at, anchor, ink);
    sketch.halo();
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::scene::Scene;
    use crate::spec::{Kind, Qualifier, Target};

    fn spec(values: &[&[f64]]) -> Checked {
        let mut rows = Vec::new();
        for (i, values) in values.iter().enumerate() {
            for (series, value) in values.iter().enumerate() {
                let category = ["Place ", &i.to_string()].concat();
                rows.push(Row { category, series, value: Some(*value), ..Row::default() });
            }
        }
        let most = values.iter().map(|values| values.len()).max().unwrap_or(0);
        let series =
            if most < 2 { vec![String::new()] } else { (0..most).map(|i| (1955 + 25 * i).to_string()).collect() };
        Checked { series, decimals: 1, ..checked(Kind::Dot, rows) }
    }

    fn dots(scene: &Scene) -> Vec<Point> {
        let mut found = Vec::new();
        for datum in &scene.data {
            found.push(datum.anchor);
        }
        found
    }

    #[test]
    fn words_never_collide() {
        for count in [1, 2, 14, 21, 60] {
            let one: Vec<[f64; 1]> = (0..count).map(|i| [f64::from(i) * 12.5 + 40.0]).collect();
            holds_at_every_width(&spec(&each(&one, &mut |values| &values[..])));
            let three: Vec<[f64; 3]> = (0..count).map(|i| [50.0 - f64::from(i), 60.0, 70.0 + f64::from(i)]).collect();
            holds_at_every_width(&spec(&each(&three, &mut |values| &values[..])));
        }
        let mut hard = spec(&[&[3.0, 4.0][..]; 6]);
        let names: Vec<String> = hard_words().into_iter().flat_map(|name| [name.clone(), name]).collect();
        names.into_iter().zip(&mut hard.rows).for_each(|(name, row)| row.category = name);
        holds_at_every_width(&hard);
        let target = Some(Target { value: 55.0, upper: None, period: None, label: String::new() });
        for (_, qualifier) in Qualifier::ALL {
            let mut bounds = spec(&[&[1.0, 2.0], &[3.0, 3.0], &[-4.0, 9.0]]);
            bounds.rows[1].qualifier = Some(qualifier);
            bounds.rows[2].value = None;
            bounds.rows[3].value = None;
            holds_at_every_width(&Checked { target: target.clone(), ..bounds });
        }
    }

    #[test]
    fn the_axis_is_on_top_and_need_not_start_at_zero() {
        let scene = stage(&spec(&[&[70.0], &[82.5]]), 400.0).value;
        assert!(!texts(&scene).contains(&"0"), "{:?}", texts(&scene));
        let [a, b] = dots(&scene)[..] else { panic!("two dots") };
        assert!(b.x - a.x > 100.0 && b.y > a.y && a.y > 20.0);
    }

    #[test]
    fn equal_values_stand_one_above_the_other_within_their_row() {
        let equal = [5.0; 7];
        let scene = stage(&spec(&[&equal, &[1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 9.0]]), 400.0).value;
        let first = &dots(&scene)[..7];
        assert!(first.iter().all(|dot| dot.x == first[0].x));
        assert!(first.windows(2).all(|pair| pair[1].y > pair[0].y));
        assert!(first[6].y - first[0].y <= TRACK);
    }

    #[test]
    fn a_single_series_says_every_value_and_several_say_the_outermost() {
        let one = stage(&spec(&[&[71.5], &[82.5]]), 320.0).value;
        assert!(texts(&one).contains(&"71.5") && texts(&one).contains(&"82.5"));
        let three = stage(&spec(&[&[50.5, 71.5, 82.5]]), 320.0).value;
        assert!(texts(&three).contains(&"50.5") && texts(&three).contains(&"82.5") && !texts(&three).contains(&"71.5"));
    }

    #[test]
    fn each_dot_answers_for_what_is_nearest_to_it() {
        let scene = stage(&spec(&[&[10.0, 20.0, 40.0]]), 400.0).value;
        assert!(scene.data.windows(2).all(|pair| (pair[0].reach.right() - pair[1].reach.x).abs() < 1e-9));
        assert!(scene.data.iter().all(|datum| datum.reach.holds(datum.anchor)));
    }
}
