//! A hundred squares, as many of them filled as the shares say.

use super::apportion::apportion;
use super::part::is_hollow;
use super::part_list::{Entry, PartList};
use super::sketch::Sketch;
use super::split_bar::{say_share, share};
use super::{category, cue, tentative, value};
use crate::each::each;
use crate::geom::{Point, Rect};
use crate::locale::Message;
use crate::scene::Role;
use crate::spec::Row;

/// Squares along each side.
const SIDE: usize = 10;
/// The widest and the narrowest grid that is drawn beside its list, in CSS pixels.
const WIDEST: f64 = 250.0;
const NARROWEST: f64 = 130.0;
/// Between two squares, and between the grid and its list, in CSS pixels.
const SEAM: f64 = 2.0;
const GAP: f64 = 20.0;

/// Draws the squares row by row from the upper left, and the list of what they stand for beside them, else below.
pub(super) fn draw(sketch: &mut Sketch) {
    let checked = sketch.checked;
    let mut categories = category::gather(checked);
    category::cap(sketch, &mut categories);
    let mut rows: Vec<&Row> = Vec::new();
    for category in &categories {
        rows.extend(category.rows.iter().take(1));
    }
    let values = each(&rows, &mut |row| row.value.unwrap_or(0.0).max(0.0));
    let total: f64 = values.iter().sum();
    let alone = rows.len() == 1 && value::is_percent(checked);
    // One share leaves the rest of the squares empty.
    let counts = if alone {
        apportion(&[values.iter().sum(), (100.0 - total).max(0.0)], SIDE * SIDE)
    } else {
        apportion(&values, SIDE * SIDE)
    };

    let side = (sketch.width * 0.46).min(WIDEST).min(checked.height.unwrap_or(WIDEST));
    let list = PartList::lay_out(sketch, entries(sketch, &rows, total), sketch.width - side - GAP);
    let beside = list.fits && side >= NARROWEST && list.width <= sketch.width - side - GAP;
    let side = if beside { side } else { checked.height.unwrap_or(WIDEST).min(sketch.width) };
    let list = if beside { list } else { PartList::lay_out(sketch, entries(sketch, &rows, total), sketch.width) };

    let step = (side + SEAM) / SIDE as f64;
    let mut next = 0;
    for (index, row) in rows.iter().enumerate() {
        let count = counts.get(index).copied().unwrap_or(0);
        let squares: Vec<Rect> = (next..next + count).map(|at| square(at, step)).collect();
        next += count;
        let covered = squares.iter().copied().reduce(|a, b| {
            let (x, y) = (a.x.min(b.x), a.y.min(b.y));
            Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
        });
        let middle = squares.get(squares.len() / 2).map(Rect::center);
        let reach = covered.unwrap_or_else(|| square(next.min(SIDE * SIDE - 1), step));
        let datum = sketch.datum(row, middle.unwrap_or(reach.center()), reach);
        say_share(sketch, datum, total);
        let color = sketch.part_color(index, &row.category);
        let first = squares.first().map(Rect::center);
        for rect in squares {
            sketch.part(datum, rect, color, row);
        }
        if let Some(at) = first.filter(|_| rows.len() > 1 && step - SEAM >= cue::LEAST) {
            let fill = (!is_hollow(row)).then_some(color);
            cue::draw(sketch, (index, Some(datum)), at, step, fill);
        }
    }
    // What is left over is no part, and quieter than any.
    let empty = sketch.env.theme.grid;
    for at in next..SIDE * SIDE {
        sketch.rect(Role::Grid, None, square(at, step), empty);
    }
    let corner = if beside {
        Point::new(side + GAP, ((side - list.height) / 2.0).max(0.0))
    } else {
        Point::new(0.0, side + 12.0)
    };
    let places = list.draw(sketch, corner);
    // What fills no square can still be pointed at, in the list.
    for (index, place) in places.into_iter().enumerate() {
        if counts.get(index) == Some(&0)
            && let Some(datum) = sketch.data.get_mut(index)
        {
            (datum.anchor, datum.reach) = (Point::new(place.x + 5.5, place.center().y), place);
        }
    }
    // A number's line is a little higher than a small square.
    let past = if rows.len() > 1 { (sketch.env.theme.small.line_height() - step + SEAM) / 2.0 } else { 0.0 }.max(0.0);
    sketch.shift(0.0, past);
    sketch.height = side.max(corner.y + list.height) + 2.0 * past;
    sketch.mirror();
    let locale = sketch.env.locale;
    let rounded = locale.say(Message::SquareIs, &[&locale.with_unit(&locale.number(1.0, 0), "%")]);
    let how = locale.say(Message::SquaresRounded, &[]);
    sketch.notes.push(if alone { rounded } else { locale.say(Message::Semicolon, &[&rounded, &how]) });
    tentative::explain(sketch);
}

/// The square of that number, from 0; row by row from the upper left.
fn square(at: usize, step: f64) -> Rect {
    let (x, y) = ((at % SIDE) as f64 * step, (at / SIDE) as f64 * step);
    Rect::new(x, y, step - SEAM, step - SEAM)
}

/// The list: each part with its share, in per cent; its data are numbered as they come.
fn entries<'a>(sketch: &Sketch, rows: &[&'a Row], total: f64) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let locale = sketch.env.locale;
        // Squares show shares, whatever was counted.
        let value = match row.value {
            Some(value) if !value::is_percent(sketch.checked) && total > 0.0 => {
                share(locale, value, total, Message::UnderLabel)
            }
            _ => value::label(sketch.checked, locale, row, true),
        };
        let color = sketch.part_color(index, &row.category);
        let datum = Some(index as crate::scene::DatumId);
        let number = (rows.len() > 1).then_some(index);
        entries.push(Entry { name: &row.category, value, color, hollow: is_hollow(row), datum, number });
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, hard_words, holds_at_every_width, stage};
    use super::*;
    use crate::scene::Shape;
    use crate::spec::{Checked, Kind};

    fn parts(names: &[&str], values: &[f64]) -> Checked {
        let row =
            |(name, value): (&&str, &f64)| Row { category: (*name).into(), value: Some(*value), ..Row::default() };
        let rows = names.iter().zip(values).map(row).collect();
        Checked { whole: true, unit: "%".into(), ..checked(Kind::Grid, rows) }
    }

    fn squares(checked: &Checked, datum: Option<u32>) -> usize {
        let scene = stage(checked, 320.0).value;
        let square = |shape: &Shape| matches!(shape, Shape::Rect { rect, .. } if rect.x < 260.0 && rect.height > 11.5);
        scene.marks.iter().filter(|mark| mark.datum == datum && mark.role != Role::Label && square(&mark.shape)).count()
    }

    #[test]
    fn words_never_collide() {
        for values in [&[37.9][..], &[52.0, 39.0, 9.0], &[94.0, 5.7, 0.3], &[12.5; 8]] {
            holds_at_every_width(&parts(&["Fossil fuels", "Renewables", "Nuclear", "d", "e", "f", "g", "h"], values));
        }
        let long = hard_words();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        holds_at_every_width(&parts(&long, &[50.0, 10.0, 5.0, 5.0, 20.0, 10.0]));
    }

    #[test]
    fn a_hundred_squares_whatever_the_fractions() {
        let thirds = parts(&["a", "b", "c"], &[33.4, 33.3, 33.3]);
        let counts: Vec<usize> = [Some(0), Some(1), Some(2)].map(|datum| squares(&thirds, datum)).to_vec();
        assert_eq!(counts, [34, 33, 33]);
        let one = parts(&["a"], &[37.9]);
        assert_eq!((squares(&one, Some(0)), squares(&one, None)), (38, 62));
    }
}
