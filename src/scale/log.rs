use super::{nice, ticks};
use crate::geom::within;

/// How values are spread along a scale.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum Bend {
    /// Evenly: the same difference is the same distance.
    #[default]
    Straight,
    /// By their logarithm: the same ratio is the same distance. Of values above zero only.
    Log,
    /// By the logarithm of their size on either side of zero, and evenly near it: within this size, in data units,
    /// above 0 (Webber, "A bi-symmetric log transformation for wide-range data", 2013).
    Symlog(f64),
}

/// The leads of round numbers between two powers of ten.
const LEADS: [f64; 3] = [1.0, 2.0, 5.0];
/// Every so many powers of ten may be ticked where there are too many for each.
const EVERY: [i32; 9] = [1, 2, 3, 5, 10, 20, 50, 100, 200];
/// A symmetric logarithm reaches over so many powers of ten on a side at the most: what is smaller is near zero.
const DECADES: i32 = 5;
/// What rounding leaves of a ratio.
const SLACK: f64 = 1e-9;

impl Bend {
    /// A symmetric logarithm for values of these sizes (above 0, in data units): even as far as the smallest of them,
    /// but not so near to zero that nothing else is seen.
    pub fn symlog(smallest: f64, largest: f64) -> Self {
        let power = power_below(smallest).max(power_below(largest) + 1 - DECADES);
        Self::Symlog(power_of_ten(power).max(f64::MIN_POSITIVE))
    }

    /// A value in the units along which the scale is even. Of a logarithm, minus infinity for what is not above zero.
    pub fn of(self, value: f64) -> f64 {
        match self {
            Self::Straight => value,
            Self::Log if value > 0.0 => value.log10(),
            Self::Log => f64::NEG_INFINITY,
            // The largest number by a small one is beyond all numbers.
            Self::Symlog(even) => (1.0 + (value.abs() / even).min(f64::MAX)).log10().copysign(value),
        }
    }

    /// Ticks that people would choose from `low` to `high`, ascending, about as many as asked for: 1, 2, 5, 10 over
    /// a few powers of ten, 1, 10, 100 over more, 1, 100, 10,000 over many; over less than one as on an even scale.
    /// On both sides of zero, and zero, where the logarithm is symmetric.
    pub fn ticks(self, low: f64, high: f64, about: usize) -> Vec<f64> {
        let (low, high) = (low.min(high), low.max(high));
        let even = match self {
            Self::Straight => return ticks(low, high, about),
            Self::Log => 0.0,
            Self::Symlog(even) => even,
        };
        if !low.is_finite() || !high.is_finite() || (even == 0.0 && low <= 0.0) {
            return Vec::new();
        }
        let most = about.clamp(1, 100) + 2;
        let mut found = self.round(low, high, even, &LEADS, 1);
        for every in EVERY {
            if found.len() <= most {
                break;
            }
            found = self.round(low, high, even, &[1.0], every);
            // Next to zero is no room for the first power: 0, 10, 100.
            if found.len() > most && even > 0.0 {
                found = self.round(low, high, even * 10.0, &[1.0], every);
            }
        }
        // No closer to zero than to one another.
        let room = (self.of(high) - self.of(low)) * 0.4 / about.max(1) as f64;
        found.retain(|tick| *tick == 0.0 || even == 0.0 || self.of(tick.abs()) >= room);
        // Over less than a power of ten, or within what is even.
        if found.len() < 3 && self.of(high) - self.of(low) < 1.0 {
            let others = ticks(low, high, about);
            if others.len() > found.len() {
                return others;
            }
        }
        found
    }

    /// Round numbers, lead times a power of ten, at least `least` in size, and zero where the logarithm is symmetric.
    fn round(self, low: f64, high: f64, least: f64, leads: &[f64], every: i32) -> Vec<f64> {
        let mut found = Vec::new();
        let largest = high.abs().max(low.abs());
        let smallest = if low > 0.0 {
            low.max(least)
        } else if high < 0.0 {
            high.abs().max(least)
        } else {
            least
        };
        let (first, last) = (power_below(smallest), power_below(largest));
        for power in (first..=last).filter(|power| power.rem_euclid(every) == 0) {
            for lead in leads {
                let size = shift(*lead, power);
                if size.is_finite() && size >= least * (1.0 - SLACK) {
                    found.push(size);
                }
            }
        }
        let mut all = Vec::with_capacity(found.len() * 2 + 1);
        if matches!(self, Self::Symlog(_)) {
            all.extend(found.iter().rev().map(|size| -size));
            all.push(0.0);
        }
        all.append(&mut found);
        // What rounding leaves of an end still counts as on it.
        all.retain(|tick| *tick >= low - low.abs() * SLACK && *tick <= high + high.abs() * SLACK);
        all
    }

    /// The domain widened to round ends: 1, 2 or 5 times a power of ten, or zero where the logarithm is symmetric;
    /// over less than a power of ten as on an even scale. Unchanged where there are none.
    pub fn nice(self, low: f64, high: f64, about: usize) -> (f64, f64) {
        let (low, high) = (low.min(high), low.max(high));
        let even = match self {
            Self::Straight => return nice(low, high, about),
            Self::Log => 0.0,
            Self::Symlog(even) => even,
        };
        if !low.is_finite() || !high.is_finite() || (even == 0.0 && low <= 0.0) {
            return (low, high);
        }
        // Adding zero turns a negative zero into zero.
        let (from, to) = (round_down(low, even) + 0.0, 0.0 - round_down(-high, even));
        let (span, wide) = (self.of(high) - self.of(low), self.of(to) - self.of(from));
        // Round ends must not leave most of the axis empty.
        if wide > 2.0 * span && span < 0.5 {
            let (near, far) = nice(low, high, about);
            if near > 0.0 || even > 0.0 {
                return (near, far);
            }
        }
        if to.is_finite() && from.is_finite() { (from, to) } else { (low, high) }
    }
}

/// The largest round number that is not above a value; zero for what is smaller than `even`.
fn round_down(value: f64, even: f64) -> f64 {
    let size = value.abs();
    if size == 0.0 || (value > 0.0 && size < even * (1.0 - SLACK)) {
        return 0.0;
    }
    let upward = value < 0.0;
    let power = power_below(size);
    // One power lower and higher, for the ends of rounding.
    let mut best = if upward { f64::INFINITY } else { 0.0 };
    for near in power - 1..=power + 1 {
        for lead in LEADS {
            let round = shift(lead, near);
            let beyond = if upward { round >= size * (1.0 - SLACK) } else { round <= size * (1.0 + SLACK) };
            if beyond && (round < best) == upward {
                best = round;
            }
        }
    }
    if upward { -best } else { best }
}

/// The greatest power of ten that is not above a size (data units, above 0).
fn power_below(size: f64) -> i32 {
    if size <= 0.0 {
        return -324;
    }
    let power = within(size.log10().floor(), -324.0, 308.0) as i32;
    // The logarithm may be a hair off at a power of ten.
    if power < 308 && power_of_ten(power + 1) <= size * (1.0 + SLACK) { power + 1 } else { power }
}

fn power_of_ten(power: i32) -> f64 {
    shift(1.0, power)
}

/// A number times a power of ten, as near as floating point comes. In two steps for the smallest.
fn shift(value: f64, power: i32) -> f64 {
    if power < -300 {
        value / 1e300 / 10_f64.powi(-power - 300)
    } else if power < 0 {
        value / 10_f64.powi(-power)
    } else {
        value * 10_f64.powi(power)
    }
}
