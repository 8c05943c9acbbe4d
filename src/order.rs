//! One sort for the whole crate.

use core::cmp::Ordering;

/// The numbers from 0 to `count` in the order that a comparison of two of them gives; equal ones keep theirs.
///
/// A merge sort that is compiled once: each use of the library's own sort is a copy of 3 KB in the WebAssembly. It merges
/// what is in order already, so that sorted data are looked at once and a few sorted series a few times.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    // Where each stretch that is in order begins, and the end of the last.
    let mut starts = vec![0];
    starts.extend((1..count).filter(|&at| compare(at - 1, at) == Ordering::Greater));
    starts.push(count);
    while starts.len() > 2 {
        let mut merged = Vec::with_capacity(count);
        let mut joined = vec![0];
        for ends in starts.windows(3).step_by(2) {
            let [from, middle, till] = *ends else { continue };
            let mut left = sorted.get(from..middle).unwrap_or_default();
            let mut right = sorted.get(middle..till).unwrap_or_default();
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
            joined.push(till);
        }
        // The last stretch of an odd number waits for the next round.
        if joined.last() != Some(&count) {
            merged.extend_from_slice(sorted.get(merged.len()..).unwrap_or_default());
            joined.push(count);
        }
        (sorted, starts) = (merged, joined);
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
            // And a few that are sorted already, one after the other.
            let parts: Vec<u8> = keys.chunks(17).flat_map(|part| { let mut part = part.to_vec(); part.sort_unstable(); part }).collect();
            let mut expected: Vec<usize> = (0..parts.len()).collect();
            expected.sort_by_key(|&place| parts[place]);
            prop_assert_eq!(order(parts.len(), &|a, b| parts[a].cmp(&parts[b])), expected);
        }
    }
}
