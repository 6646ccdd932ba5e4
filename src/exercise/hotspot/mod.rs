//! Hotspot: choose places on a picture.

pub(super) mod read;
#[cfg(feature = "author")]
pub mod wire;

use super::PartFeedback;
use super::picture::Picture;
use crate::content::Id;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The picture with its places.
    pub picture: Picture,
    /// Whether several may be chosen.
    pub multiple: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The right places; at least one.
    pub right: Vec<Id>,
    /// Feedback by place, for a wrong one that was chosen and a right one that was not.
    pub feedback: PartFeedback,
}
