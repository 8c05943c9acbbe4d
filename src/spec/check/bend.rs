//! Whether a logarithmic scale tells the truth here.

use super::super::said::Spec;
use super::super::{Checked, FORMS, Kind, Layout, Quantity, Scaling, key};
use crate::problem::{Place, Problem};
use crate::table::plain;

/// Kinds without an axis of values: a scale has nothing to bend there.
fn has_axis(kind: Kind) -> bool {
    use Kind::*;
    !matches!(kind, Number | Sparkline | Donut | Grid | ElectionDonut | Rank | Bump | Timeline | Table)
}

/// Holds the scale against the kind and the data. Marks whose length or area is the value refuse a bent one; a
/// logarithm of what is not above zero is drawn on both sides of zero instead. Both are said.
pub(super) fn bend(spec: &Spec, checked: &mut Checked, problems: &mut Vec<Problem>) {
    const PLACE: &str = "/scale";
    if spec.scale == (Scaling::Linear, Scaling::Linear) {
        return;
    }
    let mut warn = |kind: &'static str, message: String, hint: &str| {
        problems.push(Problem::warning(kind, Place::spec(PLACE), message, hint.into()));
    };
    let heeded = FORMS.iter().any(|form| form.kind == spec.kind && form.heeds & key::SCALE != 0);
    checked.scale = (Scaling::Linear, Scaling::Linear);
    if !heeded && has_axis(spec.kind) {
        let message =
            "its marks are measured from zero, and a logarithmic scale has no zero: lengths would mean nothing";
        let hint = "use kind \"line\", \"slope\", \"strip\" or \"scatter\", or leave \"scale\" out";
        problems.push(Problem::error("scale-without-zero", Place::spec(PLACE), message.into(), hint.into()));
        return;
    }
    if !heeded {
        return warn("unused-key", "\"scale\" has no effect here".into(), "leave it out");
    }
    if checked.measure == Quantity::Rank {
        return warn("unused-key", "places in an order are drawn evenly".into(), "leave \"scale\" out");
    }
    checked.scale = spec.scale;
    let both = spec.kind.layout() == Layout::Relation;
    if !both {
        if spec.scale.0 != spec.scale.1 {
            warn("too-many-scales", "there is one axis of values".into(), "write one word; a list is for \"scatter\"");
        }
        checked.scale.0 = Scaling::Linear;
    }
    let target = checked.target.as_ref().map(|target| target.value);
    let low_end = checked.domain.0.filter(|low| checked.scale.1 == Scaling::Log && *low <= 0.0);
    let values = || checked.rows.iter().filter_map(|row| row.value);
    let across = || checked.rows.iter().filter_map(|row| row.across);
    let upright = values().chain(target).chain(checked.base).find(|value| *value <= 0.0);
    let (wide, high) = (across().find(|value| *value <= 0.0), upright);
    let hint = "write \"scale\": \"symlog\", as it is drawn now, or leave such values out";
    for (scaling, found) in [(&mut checked.scale.0, wide), (&mut checked.scale.1, high)] {
        if let (Scaling::Log, Some(value)) = (*scaling, found) {
            *scaling = Scaling::Symlog;
            let message = ["a logarithmic scale has no place for ", &plain(value)].concat();
            problems.push(Problem::warning("not-above-zero", Place::spec(PLACE), message, hint.into()));
        }
    }
    if low_end.is_some() && checked.scale.1 == Scaling::Log {
        checked.domain.0 = None;
        let message = "a logarithmic scale has no zero to begin at".into();
        let hint = "begin the domain above zero, or leave its lower end to the chart".into();
        problems.push(Problem::warning("not-above-zero", Place::spec("/domain"), message, hint));
    }
}
