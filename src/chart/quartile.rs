//! Values in order, and where a part of them ends.

use super::order::order;

/// The values, smallest first.
pub(super) fn sorted(values: &[f64]) -> Vec<f64> {
    order(values).into_iter().filter_map(|place| values.get(place).copied()).collect()
}

/// The value below which a part (0 to 1) of the sorted values lies, between two of them by a straight line:
/// type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
/// 0 of no values.
pub(super) fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = sorted.len().saturating_sub(1) as f64 * part;
    let at = |index: f64| sorted.get(index as usize).or(sorted.last()).copied().unwrap_or(0.0);
    let (low, high) = (at(place.floor()), at(place.floor() + 1.0));
    let share = place - place.floor();
    low * (1.0 - share) + high * share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_are_those_of_type_7() {
        // R 4: quantile(c(1, 2, 4, 8, 16, 32), type = 7) is 1, 2.5, 6, 14, 32.
        let values = sorted(&[8.0, 1.0, 32.0, 2.0, 16.0, 4.0]);
        let found: Vec<f64> = [0.0, 0.25, 0.5, 0.75, 1.0].iter().map(|part| quantile(&values, *part)).collect();
        assert_eq!(found, [1.0, 2.5, 6.0, 14.0, 32.0]);
        assert_eq!((quantile(&[7.0], 0.25), quantile(&[], 0.5)), (7.0, 0.0));
        assert!(quantile(&[-1e300, 1e300], 0.5).abs() < 1.0);
    }
}
