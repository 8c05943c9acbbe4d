//! One sort for the whole crate.

use core::cmp::Ordering;

/// The numbers from 0 to `count` in the order that a comparison of two of them gives; equal ones keep theirs.
///
/// A merge sort that is compiled once: each use of the library's own sort is a copy of 3 KB in the WebAssembly.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let ([a, rest @ ..], [b, others @ ..]) = (left, right) {
                if compare(*a, *b) == Ordering::Greater {
                    merged.push(*b);
                    right = others;
                } else {
                    merged.push(*a);
                    left = rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        sorted = merged;
        run *= 2;
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_the_library_sorts(keys in prop::collection::vec(0_u8..20, 0..70)) {
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|&place| keys[place]);
            prop_assert_eq!(order(keys.len(), &|a, b| keys[a].cmp(&keys[b])), expected);
        }
    }
}
