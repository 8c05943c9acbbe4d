use super::bend;
use super::sketch::Sketch;
use super::value;
use crate::each::each;
use crate::locale::power;
use crate::scale::{Bend, ticks, ticks_around};
use crate::spec::{Checked, Quantity};

/// What a value axis covers, and where it is ticked.
pub(super) struct Extent {
    /// The domain in data units, smaller end first.
    pub(super) domain: (f64, f64),
    /// The ticks, ascending, within the domain; may be none where the numbers are beyond all measure.
    pub(super) ticks: Vec<f64>,
    /// How the values are spread over the domain.
    pub(super) bend: Bend,
}

/// A change of less than this part of the values may not fill the plot …
pub(super) const SLIGHT: f64 = 0.01;
/// … which then covers this part of them.
pub(super) const CALM: f64 = 0.05;
/// Where the lowest value is less than this part of the highest, the axis starts at zero.
const NEAR_ZERO: f64 = 0.3;

/// Chooses the axis for values that run from `low` to `high` (finite; the target and the base are taken in here),
/// with about as many steps. `zero` says that it must hold zero: columns.
pub(super) fn extent(checked: &Checked, low: f64, high: f64, zero: bool, about: usize) -> Extent {
    let (mut low, mut high) = checked.hold.widen((low.min(high), high.max(low)));
    let target = checked.target.as_ref();
    for reference in [target.map(|t| t.value), target.and_then(|t| t.upper), checked.base].into_iter().flatten() {
        (low, high) = (low.min(reference), high.max(reference));
    }
    if checked.measure == Quantity::Rank && !zero {
        return ranks(checked, high, about);
    }
    let bend = bend::of(checked, false);
    if !zero && bend != Bend::Straight {
        return bend::extent(bend, (low, high), checked.domain, about);
    }
    let (floor, roof) = (low, high);
    if zero {
        (low, high) = (low.min(0.0), high.max(0.0));
    } else {
        (low, high) = calm(low, high);
    }
    if low == high {
        high = if low == 0.0 { 1.0 } else { low + low.abs() * CALM };
    }
    let mut ticks_found = ticks_around(low, high, about);
    // Rounding the step down and the ends outward can bring many more ticks than were asked for.
    for fewer in (1..about).rev().take_while(|fewer| *fewer > 1) {
        if ticks_found.len() <= about + 2 {
            break;
        }
        ticks_found = ticks_around(low, high, fewer);
    }
    // Long numbers are written short ("1.2M"): steps are tried until that leaves no digit out.
    if high.abs().max(low.abs()) >= COMPACT && !ticks_found.iter().all(|tick| is_short(*tick)) {
        let others = [about.saturating_sub(1), about + 1, about + 2].map(|about| ticks_around(low, high, about));
        if let Some(better) = others.into_iter().find(|list| list.iter().all(|tick| is_short(*tick))) {
            ticks_found = better;
        }
    }
    let summit = high;
    if let (Some(first), Some(last)) = (ticks_found.first(), ticks_found.last()) {
        (low, high) = (*first, *last);
    }
    high = trim(&mut ticks_found, summit).unwrap_or(high);
    // Nothing is promised that cannot be: no negative count, no share above the whole.
    if floor >= 0.0 {
        low = low.max(0.0);
    }
    if checked.measure == Quantity::Share && roof <= 100.0 {
        high = high.min(100.0);
    }
    // The author's ends; those of columns only widen, and never leave zero out.
    let (wanted_low, wanted_high) = checked.domain;
    let (own_low, own_high) = (wanted_low.unwrap_or(low), wanted_high.unwrap_or(high));
    if zero {
        (low, high) = (low.min(own_low), high.max(own_high));
    } else if own_low < own_high.min(high) && own_high > low {
        // Ends that leave every value out would leave an empty plot: they are not taken.
        (low, high) = (own_low, own_high);
    }
    if wanted_low.is_some() || wanted_high.is_some() {
        ticks_found = ticks(low, high, about);
    }
    ticks_found.retain(|tick| *tick >= low && *tick <= high);
    Extent { domain: (low, high), ticks: ticks_found, bend: Bend::Straight }
}

/// The least and the greatest of some numbers, the first above the second where there are none.
pub(super) fn ends(values: &mut dyn Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
}

/// From where to where values reach that no tick stands beside: the least and the greatest of them, with the target, the
/// base and what else the chart must hold, or the author's ends. Places begin at the first.
pub(super) fn snug(checked: &Checked, low: f64, high: f64) -> (f64, f64) {
    if checked.measure == Quantity::Rank {
        return ranks(checked, checked.hold.widen((low, high)).1, 4).domain;
    }
    let (mut low, mut high) = checked.hold.widen((low, high));
    let target = checked.target.as_ref();
    for reference in [target.map(|t| t.value), target.and_then(|t| t.upper), checked.base].into_iter().flatten() {
        (low, high) = (low.min(reference), high.max(reference));
    }
    if high - low < high.abs().max(low.abs()) * SLIGHT {
        (low, high) = calm(low, high);
    }
    if low == high {
        (low, high) = if low > 0.0 { (low / 2.0, low * 1.5) } else { (low - 1.0, high + 1.0) };
    }
    let (from, to) = (checked.domain.0.unwrap_or(low), checked.domain.1.unwrap_or(high));
    // Ends that leave every value out would leave an empty plot: they are not taken.
    if from < to.min(high) && to > low { (from, to) } else { (low, high) }
}

/// What an axis covers that no target, base or end of the author's is meant for: round ends around the values.
pub(super) fn plain(low: f64, high: f64, about: usize) -> Extent {
    let (mut from, mut to) = calm(low.min(high), high.max(low));
    if from == to {
        to = if from == 0.0 { 1.0 } else { from + from.abs() * CALM };
    }
    let ticks = ticks_around(from, to, about);
    if let (Some(first), Some(last)) = (ticks.first(), ticks.last()) {
        (from, to) = (*first, *last);
    }
    if low.min(high) >= 0.0 {
        from = from.max(0.0);
    }
    Extent { domain: (from, to), ticks, bend: Bend::Straight }
}

/// Takes the last tick off where rounding up to it leaves much of an axis empty above the highest value: more than half
/// a step, and more than a seventh of the axis. Gives where the axis then ends, a little above that value.
pub(super) fn trim(ticks: &mut Vec<f64>, summit: f64) -> Option<f64> {
    let [first, .., before, last] = ticks.as_slice() else { return None };
    let (empty, rise) = (last - summit, summit - first);
    // Three numbers are left to read the values by, and one of them near the highest.
    if ticks.len() < 4 || empty <= (last - before) / 2.0 || empty <= (last - first) / 7.0 || summit <= *before {
        return None;
    }
    ticks.pop();
    Some(summit + rise * 0.03)
}

impl Extent {
    /// Takes the first tick off as [`trim`] does the last, where the author sets no end and nothing stands on it.
    pub(super) fn trim_foot(&mut self, lowest: f64) {
        let mut turned: Vec<f64> = self.ticks.iter().rev().map(|tick| -tick).collect();
        if self.bend == Bend::Straight
            && self.ticks.first() == Some(&self.domain.0)
            && let Some(end) = trim(&mut turned, -lowest)
        {
            self.ticks.remove(0);
            self.domain.0 = -end;
        }
    }
}

/// Widens a range in which next to nothing happens, and takes zero in where it is near.
fn calm(low: f64, high: f64) -> (f64, f64) {
    let size = high.abs().max(low.abs());
    if high - low < size * SLIGHT {
        let middle = low / 2.0 + high / 2.0;
        return (middle - size * CALM / 2.0, middle + size * CALM / 2.0);
    }
    if low > 0.0 && low < high * NEAR_ZERO {
        return (0.0, high);
    }
    if high < 0.0 && high > low * NEAR_ZERO {
        return (low, 0.0);
    }
    (low, high)
}

/// Places: from the first to the last, or to the author's last, ticked at 1 and at round places after it.
fn ranks(checked: &Checked, high: f64, about: usize) -> Extent {
    let low = checked.domain.0.unwrap_or(1.0).max(1.0);
    let high = checked.domain.1.unwrap_or(high).max(low + 1.0);
    let mut found: Vec<f64> = ticks(0.0, high, about).into_iter().filter(|tick| tick.fract() == 0.0).collect();
    let step = found.get(1).copied().unwrap_or(high);
    found.retain(|tick| *tick > low + step * 0.5);
    found.insert(0, low);
    Extent { domain: (low, high), ticks: found, bend: Bend::Straight }
}

/// From here numbers on an axis are written in the language's compact form.
const COMPACT: f64 = 1e5;

/// Whether the compact form, with its one digit after the mark, holds the whole number: two digits, then zeros.
fn is_short(value: f64) -> bool {
    let size = value.abs();
    if size < 1.0 {
        return size == 0.0;
    }
    let unit = 10_f64.powi(size.log10().floor() as i32 - 1);
    let digits = size / unit;
    (digits - digits.round()).abs() < 1e-6
}

/// The ticks in words, the unit left out: all with as many digits as the finest needs.
pub(super) fn tick_words(sketch: &Sketch, ticks: &[f64]) -> Vec<String> {
    let locale = sketch.env.locale;
    let size = ticks.iter().fold(0.0_f64, |size, tick| size.max(tick.abs()));
    if power(locale, size).is_some() {
        return each(ticks, &mut |tick| power(locale, *tick).unwrap_or_else(|| locale.number(*tick, 0)));
    }
    if size >= COMPACT && ticks.iter().all(|tick| is_short(*tick)) {
        return each(ticks, &mut |tick| locale.compact(*tick));
    }
    let decimals = ticks.iter().map(|tick| value::digits(*tick)).max().unwrap_or(0);
    each(ticks, &mut |tick| locale.number(*tick, if *tick == 0.0 { 0 } else { decimals }))
}

#[cfg(test)]
mod tests {
    use super::super::stage::checked;
    use super::*;
    use crate::spec::Kind;

    #[test]
    fn a_slight_change_does_not_fill_the_plot() {
        let (low, high) = calm(100.0, 100.5);
        assert!(low < 98.0 && high > 102.0);
        assert_eq!(calm(37.2, 37.9), (37.2, 37.9));
        assert_eq!(calm(10.0, 80.0), (0.0, 80.0));
        assert_eq!(calm(-80.0, -10.0), (-80.0, 0.0));
    }

    #[test]
    fn rounding_up_leaves_no_seventh_of_an_axis_empty() {
        let trimmed = |ticks: &[f64], summit| {
            let mut left = ticks.to_vec();
            (trim(&mut left, summit), left.len())
        };
        let tens = [0.0, 10.0, 20.0, 30.0];
        assert_eq!(trimmed(&tens, 21.0), (Some(21.0 + 21.0 * 0.03), 3));
        // Little is empty, or the summit is on a tick, or too few numbers would be left.
        assert_eq!(trimmed(&tens, 26.0), (None, 4));
        assert_eq!(trimmed(&tens, 20.0), (None, 4));
        assert_eq!(trimmed(&tens[..3], 11.0), (None, 3));
        let found = extent(&checked(Kind::Column, Vec::new()), 0.0, 21_933.0, true, 3);
        assert!(found.domain.1 > 21_933.0 && found.domain.1 < 23_000.0 && found.ticks == [0.0, 1e4, 2e4]);
    }

    #[test]
    fn an_axis_of_dots_begins_a_little_below_them() {
        let mut found = extent(&checked(Kind::Strip, Vec::new()), -1.6, 35.6, false, 3);
        assert_eq!(found.domain.0, -20.0);
        found.trim_foot(-1.6);
        assert!(
            found.domain.0 > -4.0 && found.domain.0 < -1.6 && found.ticks == [0.0, 20.0, 40.0],
            "{:?}",
            found.ticks
        );
        let held = found.domain;
        found.trim_foot(0.0);
        assert_eq!(found.domain, held);
    }

    #[test]
    fn short_numbers_are_whole_in_compact_form() {
        assert!(is_short(1_200_000.0) && is_short(250_000.0) && is_short(0.0));
        assert!(!is_short(1_250_000.0));
    }
}
