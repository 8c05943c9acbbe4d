use super::Point;

/// Runs up to this many points stay as they are.
const FEW: usize = 1000;

/// Leaves out points that no pixel shows: of those that follow one another within a column of the picture the first, the
/// lowest, the highest and the last stay, in their order (M4: Jugel, Jerzak, Hackenbroich and Markl, "M4: a
/// visualization-oriented time series data aggregation", 2014). What is drawn of each column spans the same heights as
/// before, and lines between columns are the same. There are `columns` of them in a CSS pixel; of few points all stay.
pub fn thin(run: &[Point], columns: f64) -> Vec<Point> {
    if run.len() < FEW {
        return run.to_vec();
    }
    let mut kept = Vec::new();
    let mut column: Option<Column> = None;
    for (at, point) in run.iter().enumerate() {
        let place = (point.x * columns).floor();
        match &mut column {
            Some(column) if column.place == place => column.take(at, point.y),
            _ => {
                if let Some(full) = column {
                    full.keep(run, &mut kept);
                }
                column = Some(Column { place, first: at, last: at, low: (point.y, at), high: (point.y, at) });
            }
        }
    }
    if let Some(full) = column {
        full.keep(run, &mut kept);
    }
    kept
}

/// Places in the run of what stays of a column.
struct Column {
    place: f64,
    first: usize,
    last: usize,
    low: (f64, usize),
    high: (f64, usize),
}

impl Column {
    fn take(&mut self, at: usize, y: f64) {
        self.last = at;
        if y < self.low.0 {
            self.low = (y, at);
        }
        if y > self.high.0 {
            self.high = (y, at);
        }
    }

    fn keep(self, run: &[Point], kept: &mut Vec<Point>) {
        let (a, b) = (self.low.1, self.high.1);
        let mut before = None;
        for at in [self.first, a.min(b), a.max(b), self.last] {
            if before != Some(at) {
                kept.extend(run.get(at));
            }
            before = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_and_extremes_stay() {
        let run: Vec<Point> = (0..10_000)
            .map(|i| Point::new(f64::from(i) / 100.0, if i == 4321 { 500.0 } else { f64::from(i % 7) }))
            .collect();
        let kept = thin(&run, 2.0);
        assert!(kept.len() <= 4 * 200);
        assert_eq!((kept[0], kept[kept.len() - 1]), (run[0], run[9999]));
        assert!(kept.contains(&run[4321]));
        assert!(kept.windows(2).all(|pair| pair[0].x <= pair[1].x));
    }

    /// The lowest and the highest place of a line in each column that it crosses.
    fn spans(run: &[Point], columns: f64) -> Vec<(f64, f64)> {
        let place = |x: f64| (x * columns).floor().max(0.0) as usize;
        let mut spans = vec![(f64::INFINITY, f64::NEG_INFINITY); place(run[run.len() - 1].x) + 1];
        let mut cover = |column: usize, y: f64| {
            spans[column] = (spans[column].0.min(y), spans[column].1.max(y));
        };
        for pair in run.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (from, till) = (place(a.x), place(b.x));
            cover(from, a.y);
            cover(till, b.y);
            for column in from..till {
                let edge = (column + 1) as f64 / columns;
                let y = a.y + (b.y - a.y) * (edge - a.x) / (b.x - a.x);
                cover(column, y);
                cover(column + 1, y);
            }
        }
        spans
    }

    proptest! {
        #[test]
        fn each_column_of_pixels_is_covered_as_if_every_point_were_drawn(
            steps in prop::collection::vec((0.0..0.09f64, -50.0..50.0f64), 1000..4000), ratio in 0usize..5,
        ) {
            let mut x = 0.0;
            let run: Vec<Point> = steps.iter().map(|(step, y)| { x += step; Point::new(x, *y) }).collect();
            // What composing leaves and then painting at a ratio of device pixels leaves of it.
            let ratio = [1.0, 1.5, 2.0, 3.0, 6.0][ratio];
            let kept = thin(&thin(&run, 6.0), ratio);
            prop_assert_eq!(spans(&kept, ratio), spans(&run, ratio));
            let extreme = |run: &[Point], sign: f64| run.iter().map(|at| at.y * sign).fold(f64::INFINITY, f64::min);
            prop_assert_eq!(extreme(&kept, 1.0), extreme(&run, 1.0));
            prop_assert_eq!(extreme(&kept, -1.0), extreme(&run, -1.0));
            // Four points a column, and of runs that are short by now all of them.
            prop_assert!(kept.len() <= (4 * (x * ratio).ceil() as usize + 4).max(FEW));
        }
    }
}
