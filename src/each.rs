//! One way to make a list of another.

/// What `make` makes of each item, in their order.
///
/// `items.iter().map(make).collect()` is compiled anew for each `make`; this once for each pair of types.
#[inline(never)]
pub fn each<'a, A, B>(items: &'a [A], make: &mut dyn FnMut(&'a A) -> B) -> Vec<B> {
    let mut made = Vec::with_capacity(items.len());
    for item in items {
        made.push(make(item));
    }
    made
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn in_their_order() {
        assert_eq!(each(&["a", "bc"], &mut |text| text.len()), [1, 2]);
    }
}
