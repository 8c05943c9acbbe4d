//! Keys by which others draw what misleads readers, with the reason why there is none of it here, and a way that works.

use super::meaning::bare;

/// The keys as [`bare`] leaves them, the reason, and what to do instead.
const REFUSED: [(&[&str], &str, &str); 4] = [
    (
        &["y2", "yaxi2", "y2axi", "dualaxi", "dualaxe", "rightaxi", "secondaxi", "secondaryaxi", "secondary", "axe"],
        "there is one axis of values: where two cross is the author's choice, and readers take it for a fact",
        "draw two charts, use \"facet\" with \"free\", or write both as an index",
    ),
    (
        &["3d", "threed", "is3d", "depth", "perspective", "tilt"],
        "charts are flat: depth says nothing and hides lengths",
        "leave it out",
    ),
    (
        &["smooth", "smoothing", "curve", "interpolate", "interpolation", "tension", "spline"],
        "lines are straight from value to value: a smooth one shows values that nobody has measured",
        "leave it out",
    ),
    (
        &["rotate", "rotation", "angle", "labelangle", "tickangle", "labelrotation", "tickrotation", "textangle"],
        "words stand upright: at an angle they are not read",
        "leave it out: labels wrap or are thinned out; long names have room in kind \"bar\"",
    ),
];

/// Why there is no such key, and what to do instead; `None` of a key that is only unknown.
pub(super) fn refused(key: &str) -> Option<(&'static str, &'static str)> {
    let key = bare(key);
    let (_, reason, hint) = REFUSED.iter().find(|(keys, ..)| keys.contains(&key.as_str()))?;
    Some((reason, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_misleads_is_refused_however_it_is_spelt() {
        for key in
            ["y2", "Y2", "dual-axes", "dualAxis", "secondaryAxis", "axes", "3D", "smooth", "labelAngle", "rotate"]
        {
            assert!(refused(key).is_some(), "{key}");
        }
        for key in ["y", "colour", "subtitel", "smoth", "data", "scale"] {
            assert!(refused(key).is_none(), "{key}");
        }
    }

    #[test]
    fn keys_are_spelt_as_they_are_compared() {
        for key in REFUSED.iter().flat_map(|(keys, ..)| keys.iter()) {
            assert_eq!(bare(key), *key);
        }
    }
}
