//! From data to pixels: linear, band and period scales, and ticks that people would choose.

mod band;
mod linear;
mod period;
mod ticks;

pub use band::Band;
pub use linear::Linear;
pub use period::{PeriodScale, place};
pub use ticks::{nice, ticks, ticks_around};
