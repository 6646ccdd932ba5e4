//! Likert: how far one agrees with each of several statements. No right answer.

pub(super) mod read;
#[cfg(feature = "author")]
pub mod wire;

use super::Item;
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Levels, from one end to the other; the same for each statement.
    pub levels: Vec<Item>,
    /// Statements.
    pub statements: Vec<Item>,
    /// The exercise that was answered earlier, to be compared with.
    pub after: Option<Id>,
}
