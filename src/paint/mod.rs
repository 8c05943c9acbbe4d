//! Paints a scene: a match on six shapes, nothing to decide. plotters is the brush.
