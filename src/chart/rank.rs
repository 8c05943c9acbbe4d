//! Strips of places from the first on, one's own place marked: an exact place as a dot, a bound as an open span.

use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::{category, key_of, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect, rounded};
use crate::scale::{Linear, ticks};
use crate::scene::{Anchor, DatumId, Role, Shape};
use crate::spec::{Qualifier, Row};
use crate::text::TextStyle;

/// The height of a strip, the radius of one's own place, and the room at the end of a strip of unknown length,
/// where it fades, in CSS pixels.
const STRIP: f64 = 18.0;
const OWN: f64 = 6.5;
const FADE: f64 = 30.0;
/// The radius of a place, in CSS pixels.
const SPOT: f64 = 2.75;

/// The places that all strips share.
struct Places {
    scale: Linear,
    /// From one of the three fading places at the end to the next, in CSS pixels; 0 where the last place is known.
    fade: f64,
    /// Whether places are far enough apart to be drawn one by one.
    single: bool,
}

/// Draws one strip for each category, and the numbers of the places below the last.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let labels = RowLabels::lay_out(sketch, &names, false);
    let places = places(sketch, labels.gutter);
    let lead = sketch.env.theme.label.line_height();
    let mut y = 0.0;
    let mut names_at = Vec::new();
    for (i, category) in categories.iter().enumerate() {
        let head = labels.head(sketch, i);
        let strip = y + head + lead + 3.0;
        let block = (head + lead + 3.0 + STRIP).max(labels.height(sketch, i));
        let middle = strip + STRIP / 2.0;
        draw_strip(sketch, &places, middle);
        let whole = Rect::new(0.0, y, sketch.width, block);
        draw_places(sketch, &places, &category.rows, middle, whole);
        // Beside, the name stands level with its strip, unless it is so tall that it would leave the plot.
        let level = middle.max(y + labels.height(sketch, i) / 2.0);
        names_at.push((i, y, level));
        y += block + if labels.above { 16.0 } else { 10.0 };
    }
    sketch.height = if categories.is_empty() { 0.0 } else { draw_numbers(sketch, &places, y - 6.0) };
    sketch.mirror();
    // The names know by themselves on which side a language starts.
    for (i, top, level) in names_at {
        labels.draw(sketch, i, None, top, level);
    }
    key_of::series(sketch);
    tentative::explain(sketch);
}

/// The scale: from the first place to the last, or to a round one past the largest where the last is unknown.
fn places(sketch: &Sketch, gutter: f64) -> Places {
    let largest = sketch.checked.rows.iter().filter_map(|row| row.value).fold(2.0, f64::max);
    let said = sketch.checked.domain.1.filter(|last| *last >= largest);
    let last = said.unwrap_or_else(|| crate::scale::nice(0.0, largest, 4).1.max(5.0));
    let (left, right) = (gutter + OWN + 2.0, sketch.width - OWN - 2.0);
    // A strip that fades does so over three more places, or a stretch as long as is seen.
    let pitch = (right - left) / (last - 1.0 + if said.is_some() { 0.0 } else { 3.0 });
    let single = pitch >= 6.5;
    let fade = match said {
        Some(_) => 0.0,
        None if single => pitch,
        None => FADE / 3.0,
    };
    Places { scale: Linear { domain: (1.0, last), range: (left, right - 3.0 * fade) }, fade, single }
}

/// Draws the places of a strip, quietly: one by one, or as a band; fading where nobody said how many there are.
fn draw_strip(sketch: &mut Sketch, places: &Places, y: f64) {
    let theme = sketch.env.theme;
    let color = theme.rest.mix(theme.background, 0.35);
    let (first, last) = places.scale.range;
    if places.single {
        for place in 1..=places.scale.domain.1 as usize {
            spot(sketch, None, Point::new(places.scale.at(place as f64), y), SPOT, color);
        }
    } else {
        sketch.rect(Role::Grid, None, Rect::new(first, y - 2.0, last - first, 4.0), color);
    }
    if places.fade > 0.0 {
        for (step, size, paler) in [(1.0, 0.85, 0.25), (2.0, 0.7, 0.5), (3.0, 0.5, 0.65)] {
            let center = Point::new(last + places.fade * step, y);
            spot(sketch, None, center, SPOT * size, color.mix(theme.background, paler));
        }
    }
}

/// A dot without a halo.
fn spot(sketch: &mut Sketch, datum: Option<DatumId>, center: Point, radius: f64, fill: crate::color::Color) {
    let role = if datum.is_some() { Role::Data } else { Role::Grid };
    sketch.mark(role, datum, Shape::Dot { center, radius, fill, ring: None });
}

/// Marks the places of a category's rows, and says each above its mark; a label that would touch another is left
/// to the tooltip.
fn draw_places(sketch: &mut Sketch, places: &Places, rows: &[&Row], y: f64, whole: Rect) {
    let theme = sketch.env.theme;
    let style = TextStyle::strong(theme.label.size);
    let base = y - STRIP / 2.0 - 5.0;
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for row in rows {
        let color = sketch.color(row.series, &row.category);
        // The check has told of places before the first.
        let place = row.value.filter(|place| *place >= 1.0);
        let (first, last) = places.scale.range;
        let (from, to) = match (place, row.qualifier) {
            (None, _) => (first, first),
            (Some(place), Some(Qualifier::AtMost | Qualifier::Under)) => (first, places.scale.at(place)),
            (Some(place), Some(Qualifier::Over)) => (places.scale.at(place), last + 3.0 * places.fade),
            (Some(place), _) => (places.scale.at(place), places.scale.at(place)),
        };
        let middle = (from + to) / 2.0;
        let reach = if rows.len() == 1 {
            whole
        } else {
            let (left, right) = ((from - 12.0).max(0.0), (to + 12.0).min(sketch.width));
            Rect::new(left, whole.y, right - left, whole.height)
        };
        let id = sketch.datum(row, Point::new(middle, y), reach);
        let mut words = sketch.story.manner.write(sketch.env.locale, row.value, row.qualifier);
        if place.is_none() {
            words = sketch.env.locale.say(crate::locale::Message::NoData, &[]);
        } else if to > from {
            span(sketch, id, places, (from, to), y, color);
        } else {
            let hollow = row.qualifier.is_some_and(Qualifier::is_tentative);
            sketch.dot(Some(id), Point::new(from, y), OWN, color, hollow);
        }
        let ink = if place.is_none() { theme.muted } else { ink(sketch, row) };
        let room = sketch.width - (first - OWN - 2.0);
        let words = sketch.fit(&words, room, 1, style).pop().unwrap_or_default();
        let width = sketch.measure(&words, style);
        let left = (middle - width / 2.0).min(sketch.width - width).max(first - OWN - 2.0);
        if taken.iter().any(|(a, b)| left < b + 8.0 && a - 8.0 < left + width) {
            continue;
        }
        taken.push((left, left + width));
        sketch.text(Role::Label, Some(id), &words, Point::new(left, base), Anchor::Left, (style, ink));
    }
}

/// The colour of a row's words: its series' where there are several, else ink.
fn ink(sketch: &Sketch, row: &Row) -> crate::color::Color {
    let (checked, theme) = (sketch.checked, sketch.env.theme);
    if checked.highlight.is_set() || checked.series.len() < 2 {
        return theme.ink;
    }
    theme.series_text.get(row.series % theme.series_text.len()).copied().unwrap_or(theme.ink)
}

/// A stretch of places in any of which the truth may lie: shaded, its places coloured.
fn span(sketch: &mut Sketch, id: DatumId, places: &Places, (from, to): (f64, f64), y: f64, color: crate::color::Color) {
    let background = sketch.env.theme.background;
    let area = Rect::new(from - OWN, y - STRIP / 2.0, to - from + 2.0 * OWN, STRIP);
    let points = rounded(area, STRIP / 2.0);
    sketch.mark(Role::Data, Some(id), Shape::Polygon { points, fill: color.mix(background, 0.78) });
    if !places.single {
        let fill = color.mix(background, 0.25);
        sketch.rect(Role::Data, Some(id), Rect::new(from, y - 2.0, to - from, 4.0), fill);
        return;
    }
    for place in 1..=places.scale.domain.1 as usize {
        let x = places.scale.at(place as f64);
        if x >= from - 0.1 && x <= to + 0.1 {
            spot(sketch, Some(id), Point::new(x, y), SPOT, color.mix(background, 0.25));
        }
    }
}

/// The numbers of round places, the first and (where it is known) the last; returns where they end.
fn draw_numbers(sketch: &mut Sketch, places: &Places, top: f64) -> f64 {
    let (theme, locale) = (sketch.env.theme, sketch.env.locale);
    let style = theme.small;
    let (first, last) = places.scale.domain;
    let mut numbers = ticks(0.0, last, super::top_axis::about(sketch.width) + 1);
    let step = numbers.get(1).copied().unwrap_or(1.0);
    // A round place too near to an end gives way to the end.
    numbers.retain(|number| *number - first > step * 0.5 && last - *number > step * 0.5);
    numbers.insert(0, first);
    numbers.push(last);
    let mut right = f64::NEG_INFINITY;
    for number in numbers {
        let words = if number == first { locale.rank(number) } else { value::tick(locale, number, 1.0) };
        let (x, half) = (places.scale.at(number), sketch.measure(&words, style) / 2.0);
        let x = x.min(sketch.width - half).max(half);
        if x - half < right + 6.0 {
            continue;
        }
        right = x + half;
        let at = Point::new(x, top + style.ascent());
        sketch.text(Role::Axis, None, &words, at, Anchor::Middle, (style, theme.muted));
    }
    top + style.line_height()
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use crate::geom::Point;
    use crate::scene::{Role, Scene, Shape};
    use crate::spec::{Checked, Kind, Qualifier, Quantity, Row};

    fn rank(category: &str, value: f64, qualifier: Option<Qualifier>) -> Row {
        Row { category: category.into(), value: Some(value), qualifier, ..Row::default() }
    }

    fn ranks(rows: Vec<Row>) -> Checked {
        let mut spec = checked(Kind::Rank, rows);
        spec.measure = Quantity::Rank;
        spec
    }

    fn data_marks(scene: &Scene, id: u32) -> Vec<&Shape> {
        let own = |mark: &&crate::scene::Mark| mark.datum == Some(id) && mark.role == Role::Data;
        scene.marks.iter().filter(own).map(|mark| &mark.shape).collect()
    }

    #[test]
    fn a_bound_is_a_span_from_the_first_place_and_an_exact_place_is_a_dot() {
        let rows = vec![
            rank("Among all the cities of the whole country", 20.0, Some(Qualifier::AtMost)),
            rank("Prefectures", 3.0, None),
        ];
        let scene = stage(&ranks(rows), 380.0).value;
        let spans = data_marks(&scene, 0);
        let Shape::Polygon { points, .. } = spans[0] else { panic!("no span") };
        let left = points.iter().map(|point: &Point| point.x).fold(f64::MAX, f64::min);
        let right = points.iter().map(|point: &Point| point.x).fold(0.0, f64::max);
        assert!(left < 5.0 && right > 300.0, "{left} {right}");
        assert!(data_marks(&scene, 1).iter().all(|shape| matches!(shape, Shape::Dot { .. })));
        let texts = texts(&scene);
        assert!(texts.contains(&"top 20") && texts.contains(&"3th"), "{texts:?}");
    }

    #[test]
    fn no_last_place_is_invented() {
        let open = ranks(vec![rank("Somewhere", 20.0, None)]);
        let mut closed = open.clone();
        closed.domain.1 = Some(62.0);
        assert!(texts(&stage(&closed, 380.0).value).contains(&"62"));
        let grid = |spec: &Checked| {
            let scene = stage(spec, 380.0).value;
            let last = scene.marks.iter().rfind(|mark| mark.role == Role::Grid).cloned();
            match last.map(|mark| mark.shape) {
                Some(Shape::Dot { radius, .. }) => radius,
                _ => 2.0,
            }
        };
        assert!(grid(&open) < grid(&closed), "the strip does not fade");
    }

    #[test]
    fn nothing_overlaps_at_any_width() {
        holds_at_every_width(&ranks(Vec::new()));
        for most in [3.0, 40.0, 1e4, 1e300] {
            for series in [1, 3] {
                let rows = hard_words().into_iter().enumerate().flat_map(|(i, words)| {
                    (0..series).map(move |series| {
                        let value =
                            [Some(1.0), Some(most), None, Some(2.0), Some(-4.0), Some(most / 2.0)][(i + series) % 6];
                        let qualifier = Qualifier::ALL.get(i * 2 + series).map(|(_, said)| *said);
                        Row { category: words.clone(), value, qualifier, series, ..Row::default() }
                    })
                });
                let mut spec = ranks(rows.collect());
                spec.series = vec!["A".into(); series];
                holds_at_every_width(&spec);
            }
        }
    }
}
