//! Label: give each place on a picture its label.

pub(super) mod read;
#[cfg(feature = "author")]
pub mod wire;

use super::picture::Picture;
use super::{Item, PartFeedback};
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The picture with its places.
    pub picture: Picture,
    /// Labels; some may belong nowhere.
    pub labels: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Place → label, complete, in the order of the prompt.
    pub labels: Vec<(Id, Id)>,
    /// Feedback by place.
    pub feedback: PartFeedback,
}
