/// The value, or the end of `low..=high` that it passes; NaN stays NaN.
///
/// In place of `f64::clamp`, whose panic message carries the machinery that writes floating-point numbers:
/// 9 KB of the compressed WebAssembly. A low end above the high end wins.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    if value < low {
        low
    } else if value > high {
        high
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn only_what_passes_an_end_is_moved() {
        assert_eq!(within(0.5, 1.0, 2.0), 1.0);
        assert_eq!(within(1.5, 1.0, 2.0), 1.5);
        assert_eq!(within(f64::INFINITY, 1.0, 2.0), 2.0);
        assert!(within(f64::NAN, 1.0, 2.0).is_nan());
    }
}
