use core::fmt;
use core::ops::Deref;
use std::rc::Rc;

/// Words that many data share, kept once: a series, a category, a unit. Copying one copies no letters.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Name(Option<Rc<str>>);

impl Name {
    /// Whether this and another are one and the same, without a look at their letters; two that were made apart are not.
    pub fn is(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => Rc::ptr_eq(own, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl From<&str> for Name {
    fn from(words: &str) -> Self {
        Self(if words.is_empty() { None } else { Some(words.into()) })
    }
}

impl From<String> for Name {
    fn from(words: String) -> Self {
        words.as_str().into()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
