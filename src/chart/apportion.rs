//! Whole numbers in proportion to values.

use super::order::order;
use crate::each::each;

/// Shares `total` out in proportion to the values (finite, not negative), in whole numbers that add up to it: each gets
/// its quota without the fraction, and what is left goes to the largest fractions (Hamilton's method of largest
/// remainders, 1792). All are 0 where the values add up to nothing.
pub(super) fn apportion(values: &[f64], total: usize) -> Vec<usize> {
    let sum: f64 = values.iter().sum();
    if sum <= 0.0 {
        return vec![0; values.len()];
    }
    let quotas = each(values, &mut |value| value / sum * total as f64);
    let mut counts = each(&quotas, &mut |quota| (*quota + 1e-9) as usize);
    let left = total.saturating_sub(counts.iter().sum());
    let fractions = each(&quotas, &mut |quota| -(quota - quota.floor()));
    for at in order(&fractions).into_iter().take(left) {
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::apportion;
    use proptest::prelude::*;

    #[test]
    fn what_is_left_goes_to_the_largest_fractions() {
        assert_eq!(apportion(&[33.4, 33.3, 33.3], 100), [34, 33, 33]);
        assert_eq!(apportion(&[47.0, 16.0, 15.8, 12.0, 6.1, 3.1], 10), [5, 2, 1, 1, 1, 0]);
        assert_eq!(apportion(&[0.0, 0.0], 100), [0, 0]);
        assert_eq!(apportion(&[], 100), [0; 0]);
        assert_eq!(apportion(&[1e300, 1e300], 3), [2, 1]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_none_is_off_by_one(values in prop::collection::vec(0.0..1e6_f64, 1..12), total in 0..500usize) {
            let counts = apportion(&values, total);
            let sum: f64 = values.iter().sum();
            prop_assume!(sum > 0.0);
            prop_assert_eq!(counts.iter().sum::<usize>(), total);
            for (count, value) in counts.iter().zip(&values) {
                prop_assert!((*count as f64 - value / sum * total as f64).abs() < 1.0 + 1e-6);
            }
        }
    }
}
