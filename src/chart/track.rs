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
}

impl<'a> Track<'a> {
    /// The last row that has a value.
    pub(super) fn last(&self) -> Option<&'a Row> {
        self.rows.iter().rev().find(|row| row.value.is_some()).copied()
    }

    /// Where its rows stand, given the places of periods and the height of a row (CSS pixels); `None` is a gap.
    pub(super) fn points(&self, x: &PeriodScale, height: &dyn Fn(&Row) -> Option<f64>) -> Vec<Option<Point>> {
        each(&self.rows, &mut |row| row.period.zip(height(row)).map(|(period, y)| Point::new(x.at(&period), y)))
    }
}

/// Gathers the rows that have a period by series, each series in the order of time; series without any value are left out.
pub(super) fn gather(checked: &Checked) -> Vec<Track<'_>> {
    let mut tracks: Vec<Track> = Vec::new();
    tracks.extend((0..checked.series.len().max(1)).map(|series| Track { series, rows: Vec::new() }));
    for row in checked.rows.iter().filter(|row| row.period.is_some()) {
        if let Some(track) = tracks.get_mut(row.series) {
            track.rows.push(row);
        }
    }
    tracks.retain(|track| track.last().is_some());
    for track in &mut tracks {
        let days: Vec<f64> = each(&track.rows, &mut |row| row.period.map_or(0.0, |period| period.middle_day()));
        track.rows = order(&days).into_iter().filter_map(|at| track.rows.get(at).copied()).collect();
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

/// Leaves out points that no pixel shows: of those within half a pixel's width, the first, the lowest, the highest
/// and the last stay, in their order. Runs with few points stay as they are.
pub(super) fn thin(run: Vec<Point>) -> Vec<Point> {
    if run.len() < 1000 {
        return run;
    }
    let mut kept: Vec<Point> = Vec::new();
    let mut rest = run.as_slice();
    while let Some(first) = rest.first() {
        let column = (first.x * 2.0).floor();
        let count = rest.iter().take_while(|point| (point.x * 2.0).floor() == column).count().max(1);
        let (here, after) = rest.split_at(count);
        let extreme = |sign: f64| {
            let heights = here.iter().enumerate().map(|(at, point)| (at, point.y * sign));
            heights.fold((0, f64::INFINITY), |best, next| if next.1 < best.1 { next } else { best }).0
        };
        let (a, b) = (extreme(1.0), extreme(-1.0));
        let mut last = None;
        for at in [0, a.min(b), a.max(b), count - 1] {
            if last != Some(at) {
                kept.extend(here.get(at));
            }
            last = Some(at);
        }
        rest = after;
    }
    kept
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

    #[test]
    fn thinning_keeps_ends_and_extremes() {
        let run: Vec<Point> = (0..10_000)
            .map(|i| Point::new(f64::from(i) / 100.0, if i == 4321 { 500.0 } else { f64::from(i % 7) }))
            .collect();
        let kept = thin(run.clone());
        assert!(kept.len() <= 4 * 200);
        assert_eq!((kept[0], kept[kept.len() - 1]), (run[0], run[9999]));
        assert!(kept.contains(&run[4321]));
        assert!(kept.windows(2).all(|pair| pair[0].x <= pair[1].x));
    }
}
