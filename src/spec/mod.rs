//! What the author may say, and the check of it against the table.

mod checked;
mod kind;
mod qualifier;
mod quantity;
mod row;
mod target;

pub use checked::{Checked, Highlight, Sort, Source};
pub use kind::Kind;
pub use qualifier::Qualifier;
pub use quantity::{Better, Quantity};
pub use row::Row;
pub use target::Target;
