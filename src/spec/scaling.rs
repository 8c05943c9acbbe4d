/// How an axis spreads its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scaling {
    /// Evenly.
    #[default]
    Linear,
    /// By their logarithm: of values above zero.
    Log,
    /// By the logarithm of their size on either side of zero, evenly near it.
    Symlog,
}

impl Scaling {
    /// Every word for it in a spec.
    pub const ALL: [(&'static str, Self); 3] = [("linear", Self::Linear), ("log", Self::Log), ("symlog", Self::Symlog)];

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(word, _)| *word == name).map(|(_, scaling)| *scaling)
    }
}
