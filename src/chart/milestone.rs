use super::interval;
use super::sketch::Sketch;
use crate::color::Color;
use crate::each::each;
use crate::geom::{Rect, circle, rounded};
use crate::locale::{Locale, PeriodStyle, Precision, capital};
use crate::scene::{DatumId, Role, Shape, qualified};
use crate::spec::Row;

/// The width of marks, in CSS pixels: of a day's dot and a span's bar, and of the bar that a vague date makes.
const STRONG: f64 = 9.0;
const VAGUE: f64 = 7.0;

/// An event with the stretch of time that its date leaves open, or that it lasts.
pub(super) struct Milestone<'a> {
    pub(super) row: &'a Row,
    /// Its first day, in days from 1970-01-01 at 0:00, and the day after its last.
    pub(super) days: (f64, f64),
    /// The bar's place to the right of the axis, from 0, so that no two bars overlap.
    pub(super) lane: usize,
}

impl<'a> Milestone<'a> {
    /// The milestone of a row; none without a date. A span that ends before it starts counts as its start.
    pub(super) fn new(row: &'a Row) -> Option<Self> {
        let start = row.period?;
        let end = row.end.filter(|end| end.end_day() >= start.start_day()).unwrap_or(start);
        Some(Self { row, days: (start.start_day() as f64, end.end_day() as f64 + 1.0), lane: 0 })
    }

    /// Whether it is a dot: known to the day.
    pub(super) fn is_day(&self) -> bool {
        self.days.1 - self.days.0 < 1.5 && self.row.period.is_some_and(|start| start.precision() == Precision::Day)
    }

    /// Whether it lasts, rather than happens at some time within its date.
    pub(super) fn lasts(&self) -> bool {
        self.row.end.is_some() && !self.is_day()
    }

    /// The day by which it is ordered: the first of what lasts, else the middle of its date.
    pub(super) fn moment(&self) -> f64 {
        if self.lasts() { self.days.0 } else { (self.days.0 + self.days.1) / 2.0 }
    }

    /// Its mark's extent along the axis in CSS pixels, for a scale given as a place and a length per day.
    pub(super) fn extent(&self, (zero, per_day): (f64, f64)) -> (f64, f64) {
        let (from, till) = (zero + self.days.0 * per_day, zero + self.days.1 * per_day);
        let middle = (from + till) / 2.0;
        let least = if self.is_day() { STRONG / 2.0 } else { 2.0 };
        // Bars that follow one another stay apart by a hair.
        let inset = if till - from > 6.0 { 0.75 } else { 0.0 };
        ((from + inset).min(middle - least), (till - inset).max(middle + least))
    }

    /// Draws its mark: a dot for a day, a pale bar for a vaguer date, a strong bar for what lasts.
    pub(super) fn draw(&self, sketch: &mut Sketch, datum: DatumId, x: f64, (top, bottom): (f64, f64), color: Color) {
        let theme = sketch.env.theme;
        let tentative = self.row.qualifier.is_some_and(|said| said.is_tentative());
        if self.is_day() {
            let center = crate::geom::Point::new(x, (top + bottom) / 2.0);
            sketch.dot(Some(datum), center, STRONG / 2.0, color, tentative);
            return;
        }
        let width = if self.lasts() { STRONG } else { VAGUE };
        let bar = Rect::new(x - width / 2.0, top, width, bottom - top);
        let fill = if self.lasts() { color } else { color.mix(theme.background, 0.35) };
        let mut fills = vec![(bar.grown(1.5), theme.background), (bar, fill)];
        if tentative {
            fills.push((bar.grown(-1.5), theme.background));
        }
        for (bar, fill) in fills {
            let points = if bar.height < 4.0 { circle(bar.center(), bar.height / 2.0) } else { rounded(bar, 2.0) };
            let points = if bar.width > bar.height { rounded(bar, bar.height / 2.0) } else { points };
            sketch.mark(Role::Data, Some(datum), Shape::Polygon { points, fill });
        }
    }
}

/// A milestone's date in its own precision: "2018", "April 2018", "31 December 2021", "2015–2020".
pub(super) fn date(locale: &dyn Locale, row: &Row) -> Option<String> {
    let start = locale.period(&row.period?, PeriodStyle::Long);
    let text = match row.end.map(|end| locale.period(&end, PeriodStyle::Long)) {
        Some(end) if end != start => interval::periods(locale, &start, &end),
        _ => start,
    };
    Some(capital(&qualified(locale, text, row.qualifier)))
}

/// Gives each milestone a lane: the longest first, each in the first lane where it overlaps none.
/// Beyond the last of four lanes bars may overlap. A mark shorter than a dot, for about so many CSS pixels `per_day`,
/// counts as long as a dot.
pub(super) fn assign_lanes(milestones: &mut [Milestone], per_day: f64) -> usize {
    const MOST: usize = 4;
    let lengths: Vec<f64> = each(milestones, &mut |m| m.days.0 - m.days.1);
    let mut taken: Vec<(usize, (f64, f64))> = Vec::new();
    let mut count = 1;
    for index in super::order::order(&lengths) {
        let Some(milestone) = milestones.get_mut(index) else { continue };
        let (from, till) = milestone.days;
        let least = if per_day > 0.0 { (STRONG + 1.0) / per_day } else { 0.0 };
        let more = (least - (till - from)).max(0.0) / 2.0;
        let (from, till) = (from - more, till + more);
        let free = |lane: &usize| !taken.iter().any(|(other, days)| other == lane && days.0 < till && from < days.1);
        milestone.lane = (0..MOST - 1).find(free).unwrap_or(MOST - 1);
        taken.push((milestone.lane, (from, till)));
        count = count.max(milestone.lane + 1);
    }
    count
}
