//! Categorise: sort items into groups.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Groups.
    pub groups: Vec<Item>,
    /// Items to sort.
    pub items: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Item → group, complete, in the order of the prompt.
    pub groups: Vec<(Id, Id)>,
    /// Feedback by item.
    pub feedback: PartFeedback,
}
