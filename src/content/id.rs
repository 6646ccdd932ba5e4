//! Identifiers: permanent names that all languages share.

use std::borrow::Borrow;
use std::fmt;

/// An id of a module, unit, page, exercise, part, option, objective, award or track.
///
/// 1 to 40 characters of `a-z`, `0-9` and `-`, beginning with a letter or a digit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// The longest id that is accepted, in characters.
    pub const MAX: usize = 40;

    /// Reads an id; `None` where the text is not one.
    pub fn new(text: &str) -> Option<Id> {
        let first = text.bytes().next()?;
        let fits = text.len() <= Id::MAX
            && first != b'-'
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        fits.then(|| Id(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn accepts_only_small_latin_letters_digits_and_hyphens() {
        for good in ["a", "u3-q2", "7", "k7m2q9x4ta"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in ["", "-a", "A", "é", "a b", "a/b", "a.b", &"x".repeat(41)] {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
    }
}
