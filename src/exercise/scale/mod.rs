//! Scale: where one stands. No right answer.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Lowest point.
    pub from: i32,
    /// Highest point; at most 10 above the lowest.
    pub to: i32,
    /// What the lowest point means.
    pub from_label: String,
    /// What the highest point means.
    pub to_label: String,
    /// The exercise that was answered earlier, to be compared with.
    pub after: Option<Id>,
}
