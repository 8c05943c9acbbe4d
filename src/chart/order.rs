/// The places of the keys, smallest key first; equal keys keep their order.
pub(super) fn order(keys: &[f64]) -> Vec<usize> {
    let key = |place: usize| keys.get(place).copied().unwrap_or(0.0);
    crate::order::order(keys.len(), &|a, b| key(a).total_cmp(&key(b)))
}
