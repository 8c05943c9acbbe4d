//! How many values lie in each interval: bars that touch, over intervals with round edges.

use super::extent::{Extent, trim};
use super::quartile::{quantile, sorted};
use super::sketch::Sketch;
use super::{axis, interval, value};
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::Message;
use crate::scale::{Bend, Linear, Scale, ticks_around};
use crate::scene::{Anchor, Role, Said};
use crate::spec::{Quantity, Row};
use crate::text::wrap;

/// No fewer intervals than show a shape, and no more than can be told apart.
const FEWEST: usize = 5;
const MOST: usize = 30;
/// Between two numbers below the plot, in CSS pixels.
const GAP: f64 = 8.0;
/// From the plot to the numbers below it, in CSS pixels.
const DROP: f64 = 8.0;
/// The longest unit that stands beside the last number, in CSS pixels.
const UNIT: f64 = 40.0;

/// Draws the bars over an axis of the values, beside an axis of their numbers.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let values: Vec<f64> = checked.rows.iter().filter_map(|row| row.value).collect();
    let edges = edges(&sorted(&values), checked.domain, checked.measure == Quantity::Share);
    let (Some(&low), Some(&high)) = (edges.first(), edges.last()) else { return };
    let counts = count(&values, &edges);
    let most = counts.iter().fold(0, |most, count| most.max(*count)) as f64;
    let height = axis::height(sketch);
    let mut ticks = ticks_around(0.0, most, axis::about(height));
    ticks.retain(|tick| tick.fract() == 0.0);
    let roof = trim(&mut ticks, most).unwrap_or(ticks.last().copied().unwrap_or(1.0).max(most));
    let foot = Foot::lay_out(sketch, &edges);
    let right = sketch.width - foot.overhang;
    let tips = each(&counts, &mut |count| (0.0, *count as f64));
    let rows = axis::Rows::counts(sketch, &Extent { domain: (0.0, roof), ticks, bend: Bend::Straight });
    let rows = rows.tuck(sketch, &tips, right);
    let x = Linear { domain: (low, high), range: (rows.left.max(foot.overhang), right) };
    let bottom = height - foot.height;
    let y: Scale = rows.scale(sketch, rows.head, bottom);
    rows.draw(sketch, &y, sketch.width);

    let words = each(&edges, &mut |edge| number(sketch, *edge, foot.decimals));
    for (i, count) in counts.iter().enumerate() {
        let (Some(from), Some(to)) = (edges.get(i), edges.get(i + 1)) else { continue };
        let label = name(sketch, words.get(i), words.get(i + 1), *from < 0.0);
        let row = Row { category: label, value: Some(*count as f64), ..Row::default() };
        let (start, end, top) = (x.at(*from), x.at(*to), y.at(*count as f64));
        let reach = Rect::new(start, rows.head, end - start, bottom - rows.head);
        let datum = sketch.datum(&row, Point::new((start + end) / 2.0, top), reach);
        let text = sketch.env.locale.say(Message::ValueCount, &[&sketch.env.locale.number(*count as f64, 0)]);
        if let Some(datum) = sketch.data.get_mut(datum as usize) {
            *datum.said() = Said { text: Some(text.into()), bare: true, ..Said::default() };
        }
        // One pixel apart, as far as there is one.
        let inset = if end - start > 3.0 { 0.5 } else { 0.0 };
        let bar = Rect::between(Point::new(start + inset, bottom), Point::new(end - inset, top));
        let color = sketch.color(0, &row.category);
        if *count > 0 {
            sketch.rect(Role::Data, Some(datum), bar, color);
        }
    }
    foot.draw(sketch, &edges, &x, bottom);
    sketch.height = height;
    sketch.mirror();
    tell(sketch, &values, &edges);
}

/// What the data are about now: numbers of values; and which interval a value on an edge is in.
fn tell(sketch: &mut Sketch, values: &[f64], edges: &[f64]) {
    let locale = sketch.env.locale;
    let story = &mut sketch.story;
    story.label_name = core::mem::replace(&mut story.value_name, locale.say(Message::CountHead, &[]));
    story.unit = String::new();
    (story.points, story.rank, story.decimals, story.target) = (false, false, 0, None);
    story.counted = true;
    let inner = edges.get(1..edges.len().saturating_sub(1)).unwrap_or_default();
    if values.iter().any(|value| inner.contains(value)) {
        sketch.notes.push(locale.say(Message::EdgeRule, &[]));
    }
}

/// The round edges of the intervals for sorted values: as many as Freedman and Diaconis ask for ("On the histogram
/// as a density estimator: L2 theory", 1981: twice the interquartile range over the cube root of the number of
/// values), but 5 to 30, in steps of 1, 2, 2.5 or 5 times a power of ten. `whole` says that nothing is above 100.
fn edges(sorted: &[f64], wanted: (Option<f64>, Option<f64>), whole: bool) -> Vec<f64> {
    let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let (mut low, mut high) = (first.min(wanted.0.unwrap_or(first)), last.max(wanted.1.unwrap_or(last)));
    if low == high {
        let size = if low == 0.0 { 1.0 } else { low.abs() * 0.1 };
        (low, high) = (low - size, high + size);
    }
    let width = 2.0 * (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / cube_root(sorted.len() as f64);
    let asked = if width > 0.0 { (last - first) / width } else { 0.0 };
    let counted = sorted.iter().all(|value| value.fract() == 0.0) && high - low >= 1.0;
    let mut about = within(asked, FEWEST as f64, MOST as f64).ceil() as usize;
    let mut edges = ticks_around(low, high, about);
    let step = |edges: &[f64]| edges.get(1).zip(edges.first()).map_or(0.0, |(second, first)| second - first);
    // Rounding the step may bring fewer or more; of what is counted there is nothing between two numbers.
    while edges.len() < FEWEST + 1 && about < MOST {
        about += 1;
        edges = ticks_around(low, high, about);
    }
    while about > 1 && (edges.len() > MOST + 1 || (counted && step(&edges) < 1.0)) {
        about -= 1;
        edges = ticks_around(low, high, about);
    }
    let (step, end) = (step(&edges), edges.last().copied().unwrap_or(high));
    // Two neighbours of what is counted do not share the last interval.
    if counted && last == end && !(whole && last == 100.0) && edges.len() <= MOST {
        edges.push(end + step);
    }
    if edges.len() < 2 { vec![low, high] } else { edges }
}

/// The cube root of a number from 1, by Newton's method.
fn cube_root(number: f64) -> f64 {
    let mut root = number.max(1.0);
    for _ in 0..100 {
        root = (2.0 * root + number / (root * root)) / 3.0;
    }
    root
}

/// How many values lie in each interval: from its lower edge to below its upper one, the last to its upper edge.
fn count(values: &[f64], edges: &[f64]) -> Vec<usize> {
    let mut counts = vec![0; edges.len().saturating_sub(1)];
    for value in values {
        let at = edges.partition_point(|edge| edge <= value).saturating_sub(1).min(counts.len().saturating_sub(1));
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

/// An edge in words, without its unit.
fn number(sketch: &Sketch, edge: f64, decimals: u8) -> String {
    let locale = sketch.env.locale;
    if edge.abs() >= value::LARGE { value::short(locale, edge) } else { locale.number(edge, decimals) }
}

/// An interval in words: "20–30 mm", "−10 – 0".
fn name(sketch: &Sketch, from: Option<&String>, to: Option<&String>, negative: bool) -> String {
    let (from, to) = (from.map_or("", String::as_str), to.map_or("", String::as_str));
    let unit = &sketch.checked.unit;
    interval::words(sketch.env.locale, (from, to), unit, negative)
}

/// The numbers below the plot, laid out but not drawn.
struct Foot {
    decimals: u8,
    /// Every so many edges are named.
    step: usize,
    /// The last of the named edges with its unit, where that is short.
    last: String,
    /// The unit on a line of its own, where it is not.
    title: Vec<String>,
    /// How far half of the widest number reaches past the ends of the plot, in CSS pixels.
    overhang: f64,
    height: f64,
}

impl Foot {
    fn lay_out(sketch: &Sketch, edges: &[f64]) -> Self {
        let (checked, style, locale) = (sketch.checked, sketch.env.theme.small, sketch.env.locale);
        let step = edges.get(1).zip(edges.first()).map_or(1.0, |(b, a)| b - a);
        let decimals = value::digits(step);
        let words = each(edges, &mut |edge| number(sketch, *edge, decimals));
        let widest = sketch.widest(&words, style);
        let full = locale.with_unit(words.last().map_or("", String::as_str), &checked.unit);
        let short = sketch.measure(&full, style) <= widest + UNIT;
        let last = if short { full } else { String::new() };
        let overhang = (sketch.measure(&last, style).max(widest) / 2.0 + 1.0).min(sketch.width / 4.0);
        let room = (sketch.width - 2.0 * overhang).max(1.0) / edges.len().saturating_sub(1).max(1) as f64;
        let fits = |step: &usize| widest.max(overhang * 2.0) + GAP <= room * *step as f64;
        let title = if short || crate::mention::mentions(&checked.subtitle, &checked.unit) {
            Vec::new()
        } else {
            wrap(&checked.unit, sketch.width, style, sketch.env.measure, 2)
        };
        let lines = 1.0 + title.len() as f64;
        let step = [1, 2, 4, 5, 10].into_iter().find(fits).unwrap_or(edges.len().saturating_sub(1).max(1));
        Self { decimals, step, last, title, overhang, height: DROP + style.line_height() * lines + 2.0 }
    }

    /// Writes the numbers below `bottom` (CSS pixels), each below its edge.
    fn draw(&self, sketch: &mut Sketch, edges: &[f64], x: &Linear, bottom: f64) {
        let theme = sketch.env.theme;
        let ink = (theme.small, theme.muted);
        let baseline = bottom + DROP + theme.small.cap_height();
        let width = edges.get(1).zip(edges.first()).map_or(1.0, |(b, a)| b - a);
        let named = |edge: f64| ((edge / width).round() as i64).rem_euclid(self.step as i64) == 0;
        let last = edges.iter().rposition(|edge| named(*edge));
        for (i, edge) in edges.iter().enumerate() {
            let at = x.at(*edge);
            let length = if named(*edge) { 5.0 } else { 3.0 };
            sketch.rule(Role::Axis, Point::new(at, bottom), Point::new(at, bottom + length), 0.0, theme.zero);
            if !named(*edge) {
                continue;
            }
            let mut words = number(sketch, *edge, value::digits(width * self.step as f64).min(self.decimals));
            if Some(i) == last && !self.last.is_empty() {
                words = sketch.env.locale.with_unit(&words, &sketch.checked.unit);
            }
            let half = sketch.measure(&words, theme.small) / 2.0;
            // Too long for any plot: what stands at its end is left out.
            if at - half >= -1.0 && at + half <= sketch.width + 1.0 {
                sketch.text(Role::Axis, None, &words, Point::new(at, baseline), Anchor::Middle, ink);
            }
        }
        for (i, line) in self.title.iter().enumerate() {
            let down = theme.small.line_height() * (i as f64 + 1.0);
            let at = Point::new(sketch.width, baseline + down);
            sketch.text(Role::Axis, None, line, at, Anchor::Right, ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage, texts};
    use super::*;
    use crate::spec::{Checked, Kind};

    fn spec(values: &[f64]) -> Checked {
        let rows = values.iter().map(|value| Row { value: Some(*value), ..Row::default() }).collect();
        checked(Kind::Histogram, rows)
    }

    #[test]
    fn edges_are_round_and_as_many_as_the_rule_asks_for_within_bounds() {
        let cut = |values: &[f64]| edges(&sorted(values), (None, None), false);
        // 1000 values from 0 to 99.9: interquartile range 50, cube root 10, so 10 intervals.
        let even: Vec<f64> = (0..1000).map(|i| f64::from(i) / 10.0).collect();
        assert_eq!(cut(&even), [0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0]);
        let two = cut(&[0.5, 9.5]);
        assert!((6..=31).contains(&two.len()), "{two:?}");
        let mut far = vec![0.5; 999];
        far.extend([0.25, 0.75, 1e6]);
        assert!((6..=31).contains(&cut(&far).len()));
        assert!(cut(&[5.0; 9]).len() >= 2);
        assert!((cube_root(1000.0) - 10.0).abs() < 1e-9);
    }

    #[test]
    fn every_value_is_in_one_interval_the_lower_edge_within() {
        assert_eq!(count(&[0.0, 9.9, 10.0, 19.0, 20.0, 30.0], &[0.0, 10.0, 20.0, 30.0]), [2, 2, 2]);
        let scene = stage(&spec(&[1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 4.0, 5.0, 6.0]), 400.0).value;
        let told: Vec<_> = scene.data.iter().map(|datum| (&*datum.name, datum.value)).collect();
        assert_eq!(told[1], ("2–3", Some(2.0)));
        assert_eq!(told.last(), Some(&("6–7", Some(1.0))));
        assert_eq!(scene.caption.notes, ["EdgeRule"]);
        let sum: f64 = scene.data.iter().filter_map(|datum| datum.value).sum();
        assert_eq!(sum, 9.0);
    }

    #[test]
    fn words_never_collide() {
        for scale in [1.0, -0.001, 1e9, 1e200] {
            for unit in ["", "mm", "%", "EUR"] {
                let values: Vec<f64> = (0..300).map(|i| f64::from(i * i % 97) * scale).collect();
                holds_at_every_width(&Checked { unit: unit.into(), ..spec(&values) });
            }
        }
        for unit in hard_words() {
            holds_at_every_width(&Checked { unit, ..spec(&[1.0, 5.0, 7.5]) });
        }
        holds_at_every_width(&spec(&[5.0; 20]));
        let words = stage(&Checked { unit: "mm".into(), ..spec(&[0.0, 5.0, 9.0, 10.0, 3.0]) }, 640.0).value;
        assert!(texts(&words).iter().any(|text| text.ends_with(" mm")), "{:?}", texts(&words));
    }
}
