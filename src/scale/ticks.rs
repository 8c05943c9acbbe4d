use crate::geom::within;

/// Round values from `low` to `high`, both ends included where they are round, in steps near to one `about`-th of
/// the way: 1, 2 or 5 times a power of ten, or 25, 250, 2500 … (after Heckbert, "Nice numbers for graph labels",
/// 1990). They ascend, whichever bound comes first. Empty when a bound is not finite or there is nothing between them.
pub fn ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let (low, high) = (low.min(high), low.max(high));
    let Some(step) = Step::near(low, high, about) else {
        return Vec::new();
    };
    step.between((step.count(low) - SLACK).ceil(), (step.count(high) + SLACK).floor())
}

/// The same round values, and one more on either side where it takes that to hold `low` and `high`:
/// the domain of an axis, and its ticks. Empty as [`ticks`] is.
pub fn ticks_around(low: f64, high: f64, about: usize) -> Vec<f64> {
    let (low, high) = (low.min(high), low.max(high));
    let Some(step) = Step::near(low, high, about) else {
        return Vec::new();
    };
    step.between((step.count(low) + SLACK).floor(), (step.count(high) - SLACK).ceil())
}

/// The domain widened to whole steps of its ticks; unchanged where it has none.
pub fn nice(low: f64, high: f64, about: usize) -> (f64, f64) {
    let around = ticks_around(low, high, about);
    match (around.first(), around.last()) {
        (Some(&first), Some(&last)) => (first, last),
        _ => (low, high),
    }
}

/// How far from a whole step a bound may lie and still count as on it, in steps: what rounding leaves.
const SLACK: f64 = 1e-9;

/// A round step: `lead` times ten to the power.
struct Step {
    lead: f64,
    power: i32,
}

impl Step {
    /// The round step nearest, as a ratio, to the span cut in so many parts.
    fn near(low: f64, high: f64, about: usize) -> Option<Self> {
        let parts = about.clamp(1, 100) as f64;
        let rough = high / parts - low / parts;
        // Below 1e-290 a power of ten loses digits; above 1e14 steps from zero, neighbours cannot be told apart.
        if !rough.is_finite() || rough < 1e-290 || low.abs().max(high.abs()) / rough > 1e14 {
            return None;
        }
        let mut power = rough.log10().floor() as i32;
        let mut lead = shift(rough, -power);
        // The logarithm may be a hair off at a power of ten.
        if lead >= 10.0 {
            lead /= 10.0;
            power += 1;
        } else if lead < 1.0 {
            lead *= 10.0;
            power -= 1;
        }
        // From one lead to the next at their geometric mean. 2.5 only where it needs no digit after the mark.
        let lead = if lead * lead < 2.0 {
            1.0
        } else if power > 0 && lead * lead >= 5.0 && lead * lead < 12.5 {
            2.5
        } else if lead * lead < 10.0 {
            2.0
        } else if lead * lead < 50.0 {
            5.0
        } else {
            10.0
        };
        Some(Self { lead, power })
    }

    /// How many steps from zero a value is.
    fn count(&self, value: f64) -> f64 {
        shift(value, -self.power) / self.lead
    }

    /// The multiples of the step, from one count to another.
    fn between(&self, first: f64, last: f64) -> Vec<f64> {
        let count = within(last - first, 0.0, 1000.0) as usize;
        let all = (0..=count).map(|i| shift((first + i as f64) * self.lead, self.power));
        // Adding zero turns a negative zero into zero.
        all.map(|value| value + 0.0).filter(|value| first <= last && value.is_finite()).collect()
    }
}

/// A value times ten to the power. Divided by a whole power where that is negative, so that 3 tenths are 0.3.
fn shift(value: f64, power: i32) -> f64 {
    if power < 0 { value / 10_f64.powi(-power) } else { value * 10_f64.powi(power) }
}
