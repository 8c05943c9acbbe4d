/// The places of the keys, smallest key first; equal keys keep their order.
pub(super) fn order(keys: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    let key = |place: usize| keys.get(place).copied().unwrap_or(0.0);
    places.sort_by(|&a, &b| key(a).total_cmp(&key(b)));
    places
}
