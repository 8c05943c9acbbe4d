use super::sketch::Sketch;

/// Not drawn yet.
pub(super) fn draw(_sketch: &mut Sketch) {}
