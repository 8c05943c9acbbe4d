//! From data to pixels: linear, logarithmic, band and period scales, and ticks that people would choose.

mod band;
mod bent;
mod linear;
mod log;
mod period;
mod ticks;

pub use band::Band;
pub use bent::Scale;
pub use linear::Linear;
pub use log::Bend;
pub use period::{PeriodScale, place};
pub use ticks::{nice, ticks, ticks_around};
