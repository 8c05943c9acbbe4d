//! What the author may say, and the check of it against the table.

mod annotation;
mod brand;
mod broken;
#[cfg(not(target_arch = "wasm32"))]
mod catalogue;
mod check;
mod checked;
#[cfg(not(target_arch = "wasm32"))]
mod declaration;
mod form;
mod key;
mod kind;
mod locate;
#[cfg(not(target_arch = "wasm32"))]
mod manual;
mod meaning;
mod nearest;
mod parse;
mod parts;
mod qualifier;
mod quantity;
mod refusal;
mod remark;
mod row;
mod said;
mod scaling;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod shown;
mod target;

pub use annotation::{Annotation, At, Spot};
pub use brand::{Brand, Hues, brand};
pub use broken::broken;
#[cfg(not(target_arch = "wasm32"))]
pub use catalogue::catalogue;
pub use check::{check, check_to_draw, review};
pub use checked::{Checked, Face, Highlight, Hold, MOST_PANELS, Sort, Source, is_round, largest, round};
#[cfg(not(target_arch = "wasm32"))]
pub use declaration::declaration;
pub use form::{FORMS, Form, Layout};
pub use key::{KEYS, Key, Shape};
pub use kind::Kind;
pub use locate::{broken_at, locate};
#[cfg(not(target_arch = "wasm32"))]
pub use manual::manual;
pub use parse::parse;
pub(crate) use parts::{lacking, wholes};
pub use qualifier::Qualifier;
pub use quantity::{Better, Quantity};
pub use remark::Remark;
pub use row::Row;
pub use said::{Data, Goal, Spec};
pub use scaling::Scaling;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use shown::{Display, Shown};
pub use target::Target;
