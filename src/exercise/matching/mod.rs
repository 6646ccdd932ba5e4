//! Matching: each item on the left belongs to one on the right.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Items that need a partner.
    pub left: Vec<Item>,
    /// Partners, in the order to show; some may be nobody's.
    pub right: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Left → right, complete, in the order of the prompt.
    pub pairs: Vec<(Id, Id)>,
    /// Feedback by item on the left.
    pub feedback: PartFeedback,
}
