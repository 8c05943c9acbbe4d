//! The command line: `indicator-chart render | check | kinds | schema | snippet`.
fn main() {}
