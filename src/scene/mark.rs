use super::{DatumId, Shape};

/// One shape, what it is for, and which datum it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is painted.
    pub shape: Shape,
    /// What it is for.
    pub role: Role,
    /// The datum it stands for.
    pub datum: Option<DatumId>,
}

/// What a mark is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Grid lines and the zero line.
    Grid,
    /// Tick labels and axis titles.
    Axis,
    /// What carries a value.
    Data,
    /// Words that name or value a datum.
    Label,
    /// Annotations: targets, references, notes with leaders.
    Note,
    /// Title, subtitle, key, notes, source (only in [`super::Setting::Picture`]).
    Words,
}
