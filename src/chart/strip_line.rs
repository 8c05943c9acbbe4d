//! The lines of a strip chart: the values of each category, and where each stands.

use super::order::order;
use super::swarm::swarm;
use crate::each::each;
use crate::geom::Point;
use crate::scale::Scale;
use crate::spec::{Checked, Row, Sort};

/// The radii of dots, largest first, in CSS pixels.
pub(super) const RADII: [f64; 3] = [4.5, 3.5, 2.5];
/// No dot stands further from its line, in CSS pixels: more would look like a shape, not like a line.
const ASIDE: f64 = 36.0;
/// Half the height of a tick, in CSS pixels.
pub(super) const TICK: f64 = 9.0;
/// The values of one category.
pub(super) struct Line<'a> {
    /// The category; may be empty.
    pub(super) name: &'a str,
    /// Its values.
    pub(super) rows: Vec<&'a Row>,
    /// Where each stands along the width, and how far from the line, in CSS pixels.
    along: Vec<f64>,
    aside: Vec<f64>,
}

impl Line<'_> {
    /// How far its marks reach above and below it, in CSS pixels: of dots of a radius, or of ticks.
    pub(super) fn span(&self, radius: Option<f64>) -> (f64, f64) {
        let Some(radius) = radius else { return (TICK + 1.0, TICK + 1.0) };
        let least = RADII[0] + 2.0;
        let far = |sign: f64| self.aside.iter().fold(0.0, |far: f64, y| far.max(y * sign)) + (radius + 1.5).max(5.0);
        (far(-1.0).max(least), far(1.0).max(least))
    }

    /// Where one of its values stands, the line at `middle` (CSS pixels).
    pub(super) fn place(&self, at: usize, middle: f64) -> Point {
        let aside = self.aside.get(at).copied().unwrap_or(0.0);
        Point::new(self.along.get(at).copied().unwrap_or(0.0), middle + aside)
    }
}

/// The values by category, in the order of the data or of their medians.
pub(super) fn gather(checked: &Checked) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut by_name: Vec<usize> = Vec::new();
    for row in checked.rows.iter().filter(|row| row.value.is_some()) {
        let name = |at: &usize| lines.get(*at).map_or("", |line| line.name);
        let at = match by_name.binary_search_by(|at| name(at).cmp(row.category.as_str())) {
            Ok(found) => by_name.get(found).copied().unwrap_or(0),
            Err(place) => {
                by_name.insert(place, lines.len());
                lines.push(Line { name: &row.category, rows: Vec::new(), along: Vec::new(), aside: Vec::new() });
                lines.len() - 1
            }
        };
        if let Some(line) = lines.get_mut(at) {
            line.rows.push(row);
        }
    }
    if checked.sort == Sort::Data {
        return lines;
    }
    let sign = if checked.sort == Sort::Ascending { 1.0 } else { -1.0 };
    let keys: Vec<f64> = each(&lines, &mut |line| {
        let values: Vec<f64> = each(&line.rows, &mut |row| row.value.unwrap_or(0.0));
        let middle = order(&values).get(values.len() / 2).copied().unwrap_or(0);
        values.get(middle).map_or(0.0, |value| sign * value)
    });
    let mut sorted = Vec::with_capacity(lines.len());
    for at in order(&keys) {
        if let Some(line) = lines.get_mut(at) {
            let empty = Line { name: "", rows: Vec::new(), along: Vec::new(), aside: Vec::new() };
            sorted.push(core::mem::replace(line, empty));
        }
    }
    sorted
}

/// Finds a place for every value: dots of the largest radius at which no line grows too thick. `None` where they are
/// too many for dots: ticks then, all on their lines.
pub(super) fn stand(lines: &mut [Line], scale: &Scale) -> Option<f64> {
    for line in lines.iter_mut() {
        line.along = each(&line.rows, &mut |row| scale.at(row.value.unwrap_or(0.0)));
        line.aside = vec![0.0; line.rows.len()];
    }
    for radius in RADII {
        let mut found = Vec::with_capacity(lines.len());
        for line in lines.iter() {
            found.extend(swarm(&line.along, radius * 2.0 + 1.0, ASIDE));
        }
        if found.len() == lines.len() {
            for (line, aside) in lines.iter_mut().zip(found) {
                line.aside = aside;
            }
            return Some(radius);
        }
    }
    None
}
