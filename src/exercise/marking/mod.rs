//! Marking: choose words in a running text.

pub(super) mod read;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::{Id, Prose};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Text with `Mark` nodes.
    pub text: Prose,
    /// The words that can be marked, in the order of the text.
    pub words: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The words to be marked; at least one.
    pub right: Vec<Id>,
    /// Feedback by word, for a wrong one that was marked and a right one that was not.
    pub feedback: PartFeedback,
}
