use super::Locale;

/// A number too large or too small to be written out, with a power of ten: 1.2×10³⁰⁰. `None` for all others.
pub fn power(locale: &dyn Locale, value: f64) -> Option<String> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let size = value.abs();
    if size == 0.0 || (1e-6..1e15).contains(&size) || !size.is_finite() {
        return None;
    }
    // In two steps, for powers beyond 308 are infinite.
    let scaled = |power: i32| value / 10_f64.powi(power / 2) / 10_f64.powi(power - power / 2);
    let mut power = size.log10().floor() as i32;
    let mut lead = (scaled(power) * 100.0).round() / 100.0;
    if lead.abs() >= 10.0 {
        power += 1;
        lead = 1.0_f64.copysign(lead);
    }
    let is_whole = |digits: &u8| {
        let scaled = lead * 10_f64.powi(i32::from(*digits));
        (scaled - scaled.round()).abs() < 1e-6
    };
    let mut words = [&locale.number(lead, (0..2).find(is_whole).unwrap_or(2)), "×10"].concat();
    if power < 0 {
        words.push('⁻');
    }
    for digit in power.unsigned_abs().to_string().bytes() {
        words.extend(RAISED.get(usize::from(digit - b'0')));
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::super::native;
    use super::*;

    #[test]
    fn only_what_cannot_be_written_out_gets_a_power() {
        assert_eq!(power(native("en").as_ref(), 1e300).as_deref(), Some("1×10³⁰⁰"));
        assert_eq!(power(native("en").as_ref(), -2.54e-9).as_deref(), Some("−2.54×10⁻⁹"));
        assert_eq!(power(native("en").as_ref(), 9.999e20).as_deref(), Some("1×10²¹"));
        assert!(power(native("en").as_ref(), f64::from_bits(1)).is_some_and(|words| words.ends_with("×10⁻³²⁴")));
        for value in [0.0, 1e14, -0.001, 47.9, f64::INFINITY] {
            assert_eq!(power(native("en").as_ref(), value), None);
        }
    }
}
