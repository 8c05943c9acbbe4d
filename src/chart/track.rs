use super::order::order;
use crate::each::each;
use crate::geom::Point;
use crate::locale::Period;
use crate::scale::PeriodScale;
use crate::spec::{Checked, Qualifier, Row};

/// One series along time, in the order of time.
pub(super) struct Track<'a> {
    /// Index into the series of the spec.
    pub(super) series: usize,
    /// Its rows that have a period, gaps included.
    pub(super) rows: Vec<&'a Row>,
    /// The middle of each row's period, in days from 1970-01-01.
    pub(super) days: Vec<f64>,
}

impl<'a> Track<'a> {
    /// The last row that has a value.
    pub(super) fn last(&self) -> Option<&'a Row> {
        self.rows.iter().rev().find(|row| row.value.is_some()).copied()
    }

    /// Where its rows stand, given the places of periods and the height of a row (CSS pixels); `None` is a gap.
    pub(super) fn points(&self, x: &PeriodScale, height: &dyn Fn(&Row) -> Option<f64>) -> Vec<Option<Point>> {
        let mut days = self.days.iter();
        each(&self.rows, &mut |row| days.next().zip(height(row)).map(|(day, y)| Point::new(x.at_day(*day), y)))
    }

    /// Periods that span a scale as all of the track's do: its first, its last, and one of each precision.
    pub(super) fn ends(&self) -> Vec<Period> {
        let mut ends: Vec<Period> = Vec::new();
        for period in [self.rows.first(), self.rows.last()].into_iter().flatten().filter_map(|row| row.period) {
            ends.push(period);
        }
        for period in self.rows.iter().filter_map(|row| row.period) {
            if ends.iter().all(|known| known.precision() != period.precision()) {
                ends.push(period);
            }
        }
        ends
    }
}

/// Gathers the rows that have a period by series, each series in the order of time; series without any value are left out.
pub(super) fn gather(checked: &Checked) -> Vec<Track<'_>> {
    let mut tracks: Vec<Track> = Vec::new();
    tracks.extend((0..checked.series.len().max(1)).map(|series| Track { series, rows: Vec::new(), days: Vec::new() }));
    for row in checked.rows.iter().filter(|row| row.period.is_some()) {
        if let Some(track) = tracks.get_mut(row.series) {
            track.rows.push(row);
        }
    }
    tracks.retain(|track| track.last().is_some());
    for track in &mut tracks {
        let days: Vec<f64> = each(&track.rows, &mut |row| row.period.map_or(0.0, |period| period.middle_day()));
        if days.is_sorted() {
            track.days = days;
            continue;
        }
        let order = order(&days);
        track.days = order.iter().filter_map(|at| days.get(*at).copied()).collect();
        track.rows = order.iter().filter_map(|at| track.rows.get(*at).copied()).collect();
    }
    tracks
}

/// What is drawn of a track, in CSS pixels.
#[derive(Default)]
pub(super) struct Course {
    /// Runs between final values.
    pub(super) solid: Vec<Vec<Point>>,
    /// Runs toward values that are not final.
    pub(super) dashed: Vec<Vec<Point>>,
    /// Runs across gaps, where the author wants them.
    pub(super) bridges: Vec<Vec<Point>>,
    /// Values that no line leads to.
    pub(super) alone: Vec<Point>,
    /// The breaks of the series: the middle between the values on either side, and the first period after.
    pub(super) breaks: Vec<(f64, Period)>,
}

/// Follows a track through its points (`None`: a gap): where it runs, where it is dashed, where it is interrupted.
/// `open` says which rows are not final.
pub(super) fn follow(rows: &[&Row], points: &[Option<Point>], bridge: bool, open: &dyn Fn(&Row) -> bool) -> Course {
    let mut course = Course::default();
    let mut before: Option<Point> = None;
    let mut gap = false;
    let mut joined = false;
    for (row, point) in rows.iter().zip(points) {
        let Some(point) = *point else {
            gap = true;
            continue;
        };
        let broken = row.qualifier == Some(Qualifier::Break);
        if let (true, Some(before), Some(period)) = (broken, before, row.period) {
            course.breaks.push(((before.x + point.x) / 2.0, period));
        }
        let linked = match before {
            Some(from) if !broken && !gap => {
                join(if open(row) { &mut course.dashed } else { &mut course.solid }, from, point);
                true
            }
            Some(from) if !broken && bridge => {
                course.bridges.push(vec![from, point]);
                true
            }
            _ => false,
        };
        // A value is alone when nothing led to it and nothing leads on from it.
        if let (false, false, Some(from)) = (joined, linked, before) {
            course.alone.push(from);
        }
        joined = linked;
        before = Some(point);
        gap = false;
    }
    if let (false, Some(from)) = (joined, before) {
        course.alone.push(from);
    }
    course
}

/// Goes on to a point: in the last run where that ends here, else in a new one.
fn join(runs: &mut Vec<Vec<Point>>, from: Point, to: Point) {
    match runs.last_mut() {
        Some(run) if run.last() == Some(&from) => run.push(to),
        _ => runs.push(vec![from, to]),
    }
}

/// How finely a run is thinned out while the size of a device pixel is not known: so many columns in a CSS pixel are whole
/// columns at every ratio that screens have. Painting thins it out further.
const COLUMNS: f64 = 6.0;

/// The points of a run (CSS pixels) that some screen might show.
pub(super) fn thin(run: &[Point]) -> Vec<Point> {
    crate::geom::thin(run, COLUMNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(year: i32, value: Option<f64>, qualifier: Option<Qualifier>) -> Row {
        Row { period: Some(Period::Year(year)), value, qualifier, ..Row::default() }
    }

    fn course(rows: &[Row], bridge: bool) -> Course {
        let rows: Vec<&Row> = rows.iter().collect();
        let points: Vec<Option<Point>> =
            rows.iter().enumerate().map(|(i, row)| row.value.map(|y| Point::new(i as f64, y))).collect();
        follow(&rows, &points, bridge, &|row| row.qualifier.is_some_and(Qualifier::is_tentative))
    }

    #[test]
    fn a_missing_value_is_a_gap_never_zero() {
        let rows = [row(1, Some(1.0), None), row(2, Some(2.0), None), row(3, None, None), row(4, Some(4.0), None)];
        let found = course(&rows, false);
        assert_eq!(found.solid, [vec![Point::new(0.0, 1.0), Point::new(1.0, 2.0)]]);
        assert_eq!(found.alone, [Point::new(3.0, 4.0)]);
        assert!(found.bridges.is_empty());
        let bridged = course(&rows, true);
        assert_eq!(bridged.bridges, [vec![Point::new(1.0, 2.0), Point::new(3.0, 4.0)]]);
        assert!(bridged.alone.is_empty());
    }

    #[test]
    fn a_break_interrupts_and_a_projection_is_dashed() {
        let rows = [
            row(1, Some(1.0), None),
            row(2, Some(2.0), None),
            row(3, Some(5.0), Some(Qualifier::Break)),
            row(4, Some(6.0), None),
            row(5, Some(7.0), Some(Qualifier::Projected)),
        ];
        let found = course(&rows, true);
        assert_eq!(found.solid.len(), 2);
        assert_eq!(found.dashed, [vec![Point::new(3.0, 6.0), Point::new(4.0, 7.0)]]);
        assert_eq!(found.breaks, [(1.5, Period::Year(3))]);
    }
}
