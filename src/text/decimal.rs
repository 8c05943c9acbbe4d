use crate::geom::within;

/// A number as markup and CSS take it: at most two decimals, trailing zeros dropped, never an exponent or `-0`.
/// NaN gives 0; what is beyond ±10¹² is cut to it.
pub fn decimal(value: f64) -> String {
    let hundredths = (within(value, -1e12, 1e12) * 100.0).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let mut text = String::new();
    if hundredths < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        text.push('.');
        text.push((b'0' + (rest / 10) as u8) as char);
        if !rest.is_multiple_of(10) {
            text.push((b'0' + (rest % 10) as u8) as char);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn two_decimals_at_most() {
        let cases = [(1.0, "1"), (-0.001, "0"), (0.5, "0.5"), (-12.345, "-12.35"), (3.1, "3.1"), (0.049, "0.05")];
        for (value, text) in cases {
            assert_eq!(decimal(value), text);
        }
        assert_eq!(decimal(f64::NAN), "0");
        assert_eq!(decimal(f64::INFINITY), "1000000000000");
    }
}
