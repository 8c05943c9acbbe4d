use super::Point;

/// Cuts a line into dashes: `on` pixels drawn, `off` pixels left out, starting with a dash.
/// A period of no length gives the line back whole.
pub fn dash(points: &[Point], on: f64, off: f64) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    if on <= 0.0 || off <= 0.0 {
        return vec![points.to_vec()];
    }
    let (mut drawing, mut left) = (true, on);
    let mut run: Vec<Point> = points.iter().take(1).copied().collect();
    for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
        let length = from.distance(to);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let cut = from.toward(to, done / length);
            if drawing {
                run.push(cut);
                runs.push(core::mem::take(&mut run));
            } else {
                run = vec![cut];
            }
            drawing = !drawing;
            left = if drawing { on } else { off };
        }
        left -= length - done;
        if drawing {
            run.push(to);
        }
    }
    if drawing && run.len() > 1 {
        runs.push(run);
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_ten_in_dashes_of_three_and_two() {
        let runs = dash(&[Point::new(0.0, 0.0), Point::new(10.0, 0.0)], 3.0, 2.0);
        let ends: Vec<_> = runs.iter().map(|r| (r[0].x, r[r.len() - 1].x)).collect();
        assert_eq!(ends, [(0.0, 3.0), (5.0, 8.0)]);
    }
}
