//! Choice: one or several options, or true and false.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Options in the order to show.
    pub options: Vec<Item>,
    /// Whether several may be chosen.
    pub multiple: bool,
    /// Whether the options are mixed for each sitting.
    pub shuffle: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The right options; at least one.
    pub right: Vec<Id>,
    /// Feedback by option, for a wrong one that was chosen and a right one that was not.
    pub feedback: PartFeedback,
}
