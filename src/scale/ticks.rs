/// Round values from `low` to `high`, both ends included where they are round, about as many as asked for
/// (steps of 1, 2 or 5 times a power of ten, as Heckbert, "Nice numbers for graph labels", 1990).
/// Empty when the bounds are not finite or the wrong way round.
pub fn ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let step = step(low, high, about);
    if step <= 0.0 {
        return Vec::new();
    }
    let (first, last) = ((low / step - 1e-9).ceil(), (high / step + 1e-9).floor());
    let count = (last - first).min(1000.0) as usize;
    (0..=count).map(|i| clean((first + i as f64) * step, step)).filter(|v| v.is_finite()).collect()
}

/// The domain widened to whole steps of its ticks.
pub fn nice(low: f64, high: f64, about: usize) -> (f64, f64) {
    let step = step(low, high, about);
    if step <= 0.0 {
        return (low, high);
    }
    ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step)
}

/// A round step that gives about that many ticks; 0 where there is none.
fn step(low: f64, high: f64, about: usize) -> f64 {
    let rough = (high - low) / about.max(1) as f64;
    if !rough.is_finite() || rough <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let lead = rough / power;
    let round = if lead < 1.5 {
        1.0
    } else if lead < 3.5 {
        2.0
    } else if lead < 7.5 {
        5.0
    } else {
        10.0
    };
    round * power
}

/// Takes the last bits of rounding away: 0.30000000000000004 → 0.3.
fn clean(value: f64, step: f64) -> f64 {
    let scale = 10_f64.powf((2.0 - step.log10()).floor());
    let rounded = (value * scale).round() / scale;
    if rounded.is_finite() { rounded } else { value }
}
