/// Moves labels apart so that none overlaps: `wanted` are their middles, `heights` their heights, `low` and `high`
/// the edges they should stay within, all in CSS pixels. Gives the new middles, in the order given.
///
/// The sum of squared moves is the least that keeps the labels in the order of their wanted places: an isotonic
/// regression of what each wants less the room taken before it, solved by pooling adjacent violators (Ayer et al.,
/// 1955) and cut to the edges. Labels too many for the room start at `low` and pass `high`.
pub fn spread(wanted: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = Vec::with_capacity(wanted.len());
    let want = |i: usize| wanted.get(i).copied().filter(|y| y.is_finite()).unwrap_or(low);
    let height = |i: usize| heights.get(i).copied().unwrap_or(0.0);
    for i in 0..wanted.len() {
        order.insert(order.partition_point(|&other| want(other) <= want(i)), i);
    }
    // Blocks of labels that touch: the sum of what they want, and how many they are.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    let mut taken = 0.0;
    for &i in &order {
        let mut block = (want(i) - taken - height(i) / 2.0, 1);
        taken += height(i);
        while let Some(&(sum, count)) = blocks.last() {
            if sum / count as f64 <= block.0 / block.1 as f64 {
                break;
            }
            blocks.pop();
            block = (block.0 + sum, block.1 + count);
        }
        blocks.push(block);
    }
    let mut places = wanted.to_vec();
    let mut before = 0.0;
    let mut order = order.into_iter();
    for (sum, count) in blocks {
        let start = (sum / count as f64).min(high - taken).max(low);
        for i in order.by_ref().take(count) {
            if let Some(place) = places.get_mut(i) {
                *place = start + before + height(i) / 2.0;
            }
            before += height(i);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::spread;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay() {
        assert_eq!(spread(&[10.0, 50.0, 30.0], &[10.0; 3], 0.0, 100.0), [10.0, 50.0, 30.0]);
    }

    #[test]
    fn two_that_collide_move_alike() {
        assert_eq!(spread(&[50.0, 52.0], &[10.0; 2], 0.0, 100.0), [46.0, 56.0]);
        assert_eq!(spread(&[2.0, 2.0], &[10.0; 2], 0.0, 100.0), [5.0, 15.0]);
    }

    proptest! {
        #[test]
        fn no_overlap_order_kept_inside_when_they_fit(
            labels in prop::collection::vec((-50.0..350.0_f64, 1.0..20.0_f64), 0..15)
        ) {
            let wanted: Vec<f64> = labels.iter().map(|l| l.0).collect();
            let heights: Vec<f64> = labels.iter().map(|l| l.1).collect();
            let places = spread(&wanted, &heights, 0.0, 300.0);
            let mut order: Vec<usize> = (0..labels.len()).collect();
            order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
            for pair in order.windows(2) {
                let room = places[pair[1]] - places[pair[0]];
                prop_assert!(room >= (heights[pair[0]] + heights[pair[1]]) / 2.0 - 1e-6);
            }
            if heights.iter().sum::<f64>() <= 300.0 {
                for (place, height) in places.iter().zip(&heights) {
                    prop_assert!(place - height / 2.0 >= -1e-6 && place + height / 2.0 <= 300.0 + 1e-6);
                }
            }
        }
    }
}
