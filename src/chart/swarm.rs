//! Dots along a line, moved aside just as far as it takes for none to cover another.

use super::order::order;

/// How far from its line each dot stands (CSS pixels; above is negative), for dots at these places along it that take
/// `room` pixels each way; none is further than `most`. `None` where they are too many for that.
///
/// Each dot in the order of the line takes the nearest place that those before it leave: on the line, or touching one
/// of them (the greedy bee swarm of Wilkinson, "Dot plots", 1999, in two dimensions).
pub(super) fn swarm(along: &[f64], room: f64, most: f64) -> Option<Vec<f64>> {
    let mut aside = vec![0.0; along.len()];
    let sorted = order(along);
    // Those before it that are near enough to be touched.
    let mut near: Vec<(f64, f64)> = Vec::new();
    for at in sorted {
        let x = along.get(at).copied()?;
        near.retain(|(other, _)| x - other < room);
        let clear = |y: f64| near.iter().all(|(ox, oy)| (x - ox).powi(2) + (y - oy).powi(2) >= (room - 1e-6).powi(2));
        let mut best: Option<f64> = clear(0.0).then_some(0.0);
        for (ox, oy) in &near {
            let reach = (room * room - (x - ox).powi(2)).max(0.0).sqrt();
            for y in [oy - reach, oy + reach] {
                if best.is_none_or(|best| y.abs() < best.abs()) && clear(y) {
                    best = Some(y);
                }
            }
        }
        let y = best.filter(|y| y.abs() <= most)?;
        *aside.get_mut(at)? = y;
        near.push((x, y));
    }
    Some(aside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_has_room_stays_on_the_line() {
        assert_eq!(swarm(&[0.0, 10.0, 30.0], 10.0, 50.0), Some(vec![0.0; 3]));
        assert_eq!(swarm(&[], 10.0, 50.0), Some(Vec::new()));
        assert_eq!(swarm(&[5.0; 9], 10.0, 30.0), None);
    }

    proptest! {
        #[test]
        fn none_covers_another(along in prop::collection::vec(0.0..300.0_f64, 0..60)) {
            let aside = swarm(&along, 9.0, 1e9).unwrap();
            for (i, (x, y)) in along.iter().zip(&aside).enumerate() {
                for (ox, oy) in along.iter().zip(&aside).skip(i + 1) {
                    prop_assert!((x - ox).hypot(y - oy) >= 9.0 - 1e-4);
                }
                // No further than it takes: on the line, or touching another.
                let touches = along.iter().zip(&aside).any(|(ox, oy)| ((x - ox).hypot(y - oy) - 9.0).abs() < 1e-3);
                prop_assert!(*y == 0.0 || touches);
            }
        }
    }
}
