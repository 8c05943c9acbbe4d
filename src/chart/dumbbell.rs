//! Two values of each category, then and now, joined by a line or by an arrow.

use super::category::{self, Category};
use super::frame::Frame;
use super::row_label::RowLabels;
use super::sketch::Sketch;
use super::value;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Point, Rect, within};
use crate::locale::{Message, Period, PeriodStyle, power};
use crate::scale::Linear;
use crate::scene::{Anchor, DatumId, KeyEntry, Role, Shape, Swatch};
use crate::spec::{Kind, Quantity, Row};

/// Radius of the dots, in CSS pixels.
const DOT: f64 = 5.0;
/// Length of an arrow's head, in CSS pixels.
const HEAD: f64 = 9.0;
/// A shorter arrow is a dot, in CSS pixels.
const LEAST: f64 = 3.0;
/// Between a dot's centre and its value, in CSS pixels.
const ASIDE: f64 = 10.0;
/// Height of the line that carries a pair, in CSS pixels.
const TRACK: f64 = 24.0;
/// Between two categories, in CSS pixels.
const GAP: f64 = 12.0;

/// One category's two values, either of which may be missing.
struct Pair<'a> {
    then: Option<&'a Row>,
    now: Option<&'a Row>,
    /// The change from then to now in words, as it is painted; empty where it cannot be told.
    change: String,
}

/// Draws the pairs from top to bottom.
pub(super) fn draw(sketch: &mut Sketch) {
    let mut categories = category::gather(sketch.checked);
    category::cap(sketch, &mut categories);
    let names: Vec<&str> = each(&categories, &mut |category| category.name);
    let mut labels = RowLabels::lay_out(sketch, &names, false);
    let pairs: Vec<Pair> = each(&categories, &mut |category| pair(sketch, category));
    // Names beside must leave the values and the changes their room.
    if sketch.width - labels.gutter - 2.0 * aside(sketch, &pairs) - change_width(sketch, &pairs) < 40.0 {
        labels = RowLabels::above(sketch, &names);
    }
    let scale = scale(sketch, &pairs, labels.gutter);

    let heads = lay_out_heads(sketch, &pairs, &scale);
    let mut top = 0.0;
    for (i, pair) in pairs.iter().enumerate() {
        // The names of then and now stand right above their dots: where rows are named above, below the row's name.
        if let Some(heads) = heads.as_ref().filter(|heads| heads.row == i) {
            let below = if labels.above { labels.head(sketch, i) } else { 0.0 };
            heads.draw(sketch, top + below);
        }
        let extra = heads.as_ref().filter(|heads| heads.row == i).map_or(0.0, |heads| heads.height);
        let name_top = if labels.above { top } else { top + extra };
        top += extra;
        let room = if labels.above { labels.head(sketch, i) + TRACK } else { TRACK.max(labels.height(sketch, i)) };
        let middle = if labels.above { top + room - TRACK / 2.0 } else { top + room / 2.0 };
        let datum = row(sketch, pair, &scale, labels.gutter, middle, Rect::new(0.0, top, sketch.width, room));
        labels.draw(sketch, i, datum, name_top, middle);
        top += room + GAP;
    }
    sketch.height = (top - GAP).max(0.0);
    sketch.frame = Some(Frame::flat(Rect::new(0.0, 0.0, sketch.width, sketch.height), scale));
    super::tentative::explain(sketch);
}

/// Finds then (the first series) and now (the second), and says the change between them.
fn pair<'a>(sketch: &Sketch, category: &Category<'a>) -> Pair<'a> {
    let side = |series| category.rows.iter().find(|row| row.series == series && row.value.is_some()).copied();
    let (then, now) = (side(0), side(1));
    let change = change(sketch, then, now).map_or_else(String::new, |number| {
        if value::is_percent(sketch.checked) { sketch.env.locale.say(Message::PointsLabel, &[&number]) } else { number }
    });
    Pair { then, now, change }
}

/// The signed change as a number in words; `None` where a value is missing, a bound, or a rank.
fn change(sketch: &Sketch, then: Option<&Row>, now: Option<&Row>) -> Option<String> {
    let checked = sketch.checked;
    let exact = |row: &&Row| !row.qualifier.is_some_and(|qualifier| qualifier.is_bound());
    let (then, now) = (then.filter(exact)?.value?, now.filter(exact)?.value?);
    let (locale, change) = (sketch.env.locale, now - then);
    // As its values are painted short, so is the change of them.
    let short = || power(locale, change).unwrap_or_else(|| locale.compact(change));
    let written = || match change.abs() >= value::LARGE {
        true => [if change > 0.0 { "+" } else { "" }, &short()].concat(),
        false => locale.signed(change, checked.decimals),
    };
    (checked.measure != Quantity::Rank).then(written)
}

/// The value scale: the data's range, with room for the values on both outer sides and the changes at the end.
fn scale(sketch: &Sketch, pairs: &[Pair], gutter: f64) -> Linear {
    let checked = sketch.checked;
    let rows = || pairs.iter().flat_map(|pair| [pair.then, pair.now]).flatten();
    let values = || rows().filter_map(|row| row.value);
    let low = values().fold(f64::INFINITY, f64::min).min(checked.domain.0.unwrap_or(f64::INFINITY));
    let high = values().fold(f64::NEG_INFINITY, f64::max).max(checked.domain.1.unwrap_or(f64::NEG_INFINITY));
    let (low, high) = checked.hold.widen((low, high));
    let aside = aside(sketch, pairs);
    let (from, to) = (gutter + aside, sketch.width - change_width(sketch, pairs) - aside);
    let to = to.max(from + 20.0);
    let forward = (from, to);
    let range = if sketch.env.locale.rtl() { (sketch.width - from, sketch.width - to) } else { forward };
    // Ranks count from 1, best first: a better place lies farther along.
    let domain = if checked.measure == Quantity::Rank { (high, low) } else { (low, high) };
    Linear { domain, range }
}

/// The room that the widest value takes beside its dot, in CSS pixels.
fn aside(sketch: &Sketch, pairs: &[Pair]) -> f64 {
    let style = sketch.env.theme.label;
    let rows = pairs.iter().flat_map(|pair| [pair.then, pair.now]).flatten();
    rows.map(|row| sketch.measure(&text(sketch, row), style) + ASIDE + 2.0).fold(0.0, f64::max)
}

/// The width of the column of changes, its distance from the values included, in CSS pixels.
fn change_width(sketch: &Sketch, pairs: &[Pair]) -> f64 {
    let style = strong(sketch);
    let widest = pairs.iter().map(|pair| sketch.measure(&pair.change, style)).fold(0.0, f64::max);
    if widest > 0.0 { widest + 14.0 } else { 0.0 }
}

/// The value as it is painted beside its dot, with the unit where that is %.
fn text(sketch: &Sketch, row: &Row) -> String {
    value::label(sketch.checked, sketch.env.locale, row, true)
}

/// The style of the changes.
fn strong(sketch: &Sketch) -> crate::text::TextStyle {
    crate::text::TextStyle::strong(sketch.env.theme.label.size)
}

/// The colours of then and now.
fn colors(sketch: &Sketch, row: &Row) -> (Color, Color) {
    let theme = sketch.env.theme;
    let highlight = &sketch.checked.highlight;
    if highlight.is_set() && !highlight.holds(&row.category) {
        return (theme.rest.mix(theme.background, 0.45), theme.rest);
    }
    (theme.pale, theme.accent)
}

/// The names of then and now, above the first pair that is complete.
struct Heads {
    row: usize,
    /// Their middles, in CSS pixels.
    centers: [f64; 2],
    height: f64,
}

/// Places the names of then and now; where they do not fit, the key says them.
fn lay_out_heads(sketch: &mut Sketch, pairs: &[Pair], scale: &Linear) -> Option<Heads> {
    let theme = sketch.env.theme;
    let [then_name, now_name] = [0, 1].map(|i| sketch.checked.series.get(i).cloned().unwrap_or_default());
    let complete = |(i, pair): (usize, &Pair)| Some((i, scale.at(pair.then?.value?), scale.at(pair.now?.value?)));
    let (row, a, b) = pairs.iter().enumerate().find_map(complete).filter(|_| !now_name.is_empty())?;
    let widths = [sketch.measure(&then_name, theme.small), sketch.measure(&now_name, strong_small(sketch))];
    let apart = (widths[0] + widths[1]) / 2.0 + 8.0;
    let push = (apart - (a - b).abs()).max(0.0) / 2.0 * if b >= a { 1.0 } else { -1.0 };
    let centers = [a - push, b + push];
    if centers.iter().zip(widths).all(|(c, w)| c - w / 2.0 >= 0.0 && c + w / 2.0 <= sketch.width) {
        return Some(Heads { row, centers, height: theme.small.line_height() + 2.0 });
    }
    let swatch = Swatch::Dot;
    sketch.key.push(KeyEntry { label: then_name, color: theme.pale, swatch });
    sketch.key.push(KeyEntry { label: now_name, color: theme.accent, swatch });
    None
}

impl Heads {
    fn draw(&self, sketch: &mut Sketch, top: f64) {
        let theme = sketch.env.theme;
        let baseline = top + (theme.small.line_height() + theme.small.cap_height()) / 2.0;
        let now = if sketch.checked.highlight.is_set() { theme.ink } else { theme.accent };
        let inks = [(theme.small, theme.muted), (strong_small(sketch), now)];
        for (i, (x, ink)) in self.centers.into_iter().zip(inks).enumerate() {
            let name = sketch.checked.series.get(i).map_or("", String::as_str);
            sketch.text(Role::Label, None, name, Point::new(x, baseline), Anchor::Middle, ink);
        }
    }
}

fn strong_small(sketch: &Sketch) -> crate::text::TextStyle {
    crate::text::TextStyle::strong(sketch.env.theme.small.size)
}

/// One pair on its line; gives the datum that the row's name belongs to.
fn row(sketch: &mut Sketch, pair: &Pair, scale: &Linear, gutter: f64, y: f64, reach: Rect) -> Option<DatumId> {
    let theme = sketch.env.theme;
    let rtl = sketch.env.locale.rtl();
    let (left, right) = if rtl { (0.0, sketch.width - gutter) } else { (gutter, sketch.width) };
    track(sketch, pair, scale, (left, right), y);
    let at = |row: &Row| Point::new(scale.at(row.value.unwrap_or(0.0)), y);
    let ends = (pair.then.map(at), pair.now.map(at));
    let middle = match ends {
        (Some(a), Some(b)) => (a.x + b.x) / 2.0,
        _ => sketch.width / 2.0,
    };
    // Each value answers for its half of the row.
    let half = |before: bool| {
        let (from, to) = if before { (reach.x, middle) } else { (middle, reach.right()) };
        Rect::new(from, reach.y, to - from, reach.height)
    };
    let now_right = match ends {
        (Some(a), Some(b)) => b.x >= a.x,
        _ => true,
    };
    let then_id = pair.then.map(|row| sketch.datum(row, at(row), half(now_right)));
    let now_id = pair.now.map(|row| sketch.datum(row, at(row), half(!now_right)));
    let known = pair.then.or(pair.now);
    let Some(first) = known else {
        let words = sketch.env.locale.say(Message::NoData, &[]);
        let ink = (theme.label, theme.muted);
        let x = if rtl { right } else { left };
        let anchor = if rtl { Anchor::Right } else { Anchor::Left };
        sketch.text(Role::Label, None, &words, Point::new(x, y + theme.label.cap_height() / 2.0), anchor, ink);
        return None;
    };
    let (pale, strong_color) = colors(sketch, first);
    let arrow = is_arrow(sketch, pair, ends);
    if let (Some(a), Some(b)) = ends {
        join(sketch, now_id, (a, b), arrow, (pale, strong_color));
        say_change(sketch, pair, now_id);
    }
    for (row, id, color, outward) in
        [(pair.then, then_id, pale, !now_right), (pair.now, now_id, strong_color, now_right)]
    {
        let Some(row) = row else { continue };
        let tentative = is_tentative(row);
        // An arrow's head stands for now; of the kind that is all arrows its tail stands for then.
        let plain = sketch.checked.kind == Kind::Arrow && !tentative;
        if !arrow || row.series == 0 && !plain {
            sketch.dot(id, at(row), DOT, color, tentative);
        }
        let (side, anchor) = if outward { (ASIDE, Anchor::Left) } else { (-ASIDE, Anchor::Right) };
        let now = row.series == 1;
        let ink = if now { (strong(sketch), theme.ink) } else { (theme.label, theme.muted) };
        let words = text(sketch, row);
        let baseline = y + theme.label.cap_height() / 2.0;
        // The two of a pair that meet in one point stand on either side of it all the same.
        sketch.text(Role::Label, id, &words, Point::new(at(row).x + side, baseline), anchor, ink);
    }
    let tell = |sketch: &mut Sketch, id: Option<DatumId>| {
        let detail = since(sketch, pair);
        if let (Some(datum), Some(detail)) = (id.and_then(|id| sketch.data.get_mut(id as usize)), detail) {
            datum.add(detail);
        }
    };
    tell(sketch, now_id);
    now_id.or(then_id)
}

/// The hairline that leads the eye along a row; it stops short of the words on it.
fn track(sketch: &mut Sketch, pair: &Pair, scale: &Linear, (left, right): (f64, f64), y: f64) {
    let rows = [pair.then, pair.now];
    if rows.iter().all(Option::is_none) {
        return;
    }
    let style = strong(sketch);
    let spread = |row: &Row| {
        let (x, room) = (scale.at(row.value.unwrap_or(0.0)), sketch.measure(&text(sketch, row), style) + ASIDE + 5.0);
        (x - room, x + room)
    };
    let low = rows.iter().flatten().map(|row| spread(row).0).fold(f64::INFINITY, f64::min);
    let high = rows.iter().flatten().map(|row| spread(row).1).fold(f64::NEG_INFINITY, f64::max);
    let change = sketch.measure(&pair.change, style) + if pair.change.is_empty() { 0.0 } else { 6.0 };
    let (left, right) = if sketch.env.locale.rtl() { (left + change, right) } else { (left, right - change) };
    let points: Vec<f64> = rows.iter().flatten().map(|row| scale.at(row.value.unwrap_or(0.0))).collect();
    let inner = (
        points.iter().copied().fold(f64::INFINITY, f64::min),
        points.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    );
    let both = points.len() == 2;
    let color = sketch.env.theme.grid;
    let pieces = [(left, low), (if both { inner.0 } else { high }, if both { inner.1 } else { right }), (high, right)];
    for (from, to) in pieces {
        if to - from > 4.0 {
            sketch.rule(Role::Grid, Point::new(from, y), Point::new(to, y), 0.0, color);
        }
    }
}

/// The change in full, with the name of then: "+3.0 percentage points since 2015".
fn since(sketch: &Sketch, pair: &Pair) -> Option<String> {
    let number = change(sketch, pair.then, pair.now)?;
    let locale = sketch.env.locale;
    let amount = if value::is_percent(sketch.checked) {
        locale.say(Message::Points, &[&number])
    } else {
        locale.with_unit(&number, &sketch.checked.unit)
    };
    let then = sketch.checked.series.first().filter(|name| !name.is_empty())?;
    let time = Period::parse(then).map(|period| locale.period(&period, PeriodStyle::Long));
    Some(locale.say(Message::Since, &[&amount, time.as_deref().unwrap_or(then)]))
}

fn is_tentative(row: &Row) -> bool {
    row.qualifier.is_some_and(|qualifier| qualifier.is_tentative())
}

/// Whether an arrow joins the two: asked for, with room for its head, and now is final; else now is a dot.
fn is_arrow(sketch: &Sketch, pair: &Pair, ends: (Option<Point>, Option<Point>)) -> bool {
    let always = sketch.checked.kind == Kind::Arrow;
    let least = if always { LEAST } else { DOT + HEAD };
    let far = |(a, b): (Point, Point)| (a.x - b.x).abs() >= least;
    let open = always && pair.now.is_some_and(is_tentative);
    (sketch.checked.arrow || always) && !open && ends.0.zip(ends.1).is_some_and(far)
}

/// The line between the two, or the arrow from then to now, whose head is no longer than the way.
fn join(sketch: &mut Sketch, id: Option<DatumId>, (a, b): (Point, Point), arrow: bool, (pale, strong): (Color, Color)) {
    if !arrow {
        let rect = Rect::between(Point::new(a.x, a.y - 1.5), Point::new(b.x, b.y + 1.5));
        sketch.rect(Role::Data, id, rect, pale);
        return;
    }
    let onward = if b.x >= a.x { 1.0 } else { -1.0 };
    let head = HEAD.min((b.x - a.x).abs());
    let neck = b.x - onward * head;
    let shaft = Rect::between(Point::new(a.x, a.y - 1.25), Point::new(neck, a.y + 1.25));
    sketch.rect(Role::Data, id, shaft, strong);
    let half = within(head * 0.62, 3.0, 5.5);
    let points = vec![Point::new(b.x, b.y), Point::new(neck, b.y - half), Point::new(neck, b.y + half)];
    sketch.mark(Role::Data, id, Shape::Polygon { points, fill: strong });
}

/// The change at the row's end.
fn say_change(sketch: &mut Sketch, pair: &Pair, id: Option<DatumId>) {
    if pair.change.is_empty() {
        return;
    }
    let Some(y) = pair.now.and(id).and_then(|id| sketch.data.get(id as usize)).map(|datum| datum.anchor.y) else {
        return;
    };
    let theme = sketch.env.theme;
    let (x, anchor) = if sketch.env.locale.rtl() { (0.0, Anchor::Left) } else { (sketch.width, Anchor::Right) };
    let rest = pair.now.is_some_and(|row| colors(sketch, row).1 == theme.rest);
    let ink = (strong(sketch), if rest { theme.muted } else { theme.accent });
    let baseline = y + theme.label.cap_height() / 2.0;
    sketch.text(Role::Label, id, &pair.change, Point::new(x, baseline), anchor, ink);
}
