//! Upright columns side by side for each category or period: two series or more.

use super::column;
use super::sketch::Sketch;

/// Draws the groups in the order of reading, or of time.
pub(super) fn draw(sketch: &mut Sketch) {
    column::draw(sketch);
}

#[cfg(test)]
mod tests {
    use super::super::stage::{checked, holds_at_every_width, stage};
    use crate::locale::Period;
    use crate::spec::{Checked, Kind, Qualifier, Row};

    fn groups(series: usize, count: i32) -> Checked {
        let mut rows = Vec::new();
        for year in 0..count {
            for series in 0..series {
                let value = Some(f64::from(year - 1) * 12.5 + series as f64);
                rows.push(Row { period: Some(Period::Year(2000 + year)), series, value, ..Row::default() });
            }
        }
        let series = (0..series).map(|i| ["Sector ", &i.to_string()].concat()).collect();
        Checked { series, decimals: 1, ..checked(Kind::GroupedColumn, rows) }
    }

    #[test]
    fn words_never_collide() {
        for (series, count) in [(2, 1), (2, 4), (3, 7), (5, 30)] {
            holds_at_every_width(&groups(series, count));
            let mut bounds = groups(series, count);
            for (_, qualifier) in Qualifier::ALL {
                bounds.rows[1].qualifier = Some(qualifier);
                bounds.rows[0].value = None;
                holds_at_every_width(&Checked { incomplete: true, ..bounds.clone() });
            }
        }
    }

    #[test]
    fn the_series_of_a_period_stand_side_by_side() {
        let scene = stage(&groups(3, 2), 600.0).value;
        let x: Vec<f64> = scene.data.iter().map(|datum| datum.anchor.x).collect();
        assert!(x.windows(2).all(|pair| pair[0] < pair[1]));
        assert!((x[1] - x[0] - (x[2] - x[1])).abs() < 1e-9 && x[3] - x[2] > x[2] - x[1]);
    }
}
