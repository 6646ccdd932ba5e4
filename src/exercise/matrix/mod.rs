//! Matrix: the same columns for each of several rows; one of them, or several, for each row.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Columns, the same for each row.
    pub columns: Vec<Item>,
    /// Rows.
    pub rows: Vec<Item>,
    /// Whether several columns may be chosen in a row.
    pub multiple: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Row → its right columns, complete, in the order of the prompt; at least one for each row.
    pub rows: Vec<(Id, Vec<Id>)>,
    /// Feedback by row.
    pub feedback: PartFeedback,
}
