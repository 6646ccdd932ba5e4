//! Hotspot, as written.

use crate::content::wire::{Id, no};
use crate::exercise::picture::wire::Picture;
use crate::exercise::wire::PartFeedback;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The picture with its places.
    pub picture: Picture,
    /// Whether several may be chosen.
    #[serde(default, skip_serializing_if = "no")]
    pub multiple: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The right places.
    #[schemars(length(min = 1))]
    pub right: Vec<Id>,
    /// Feedback by place.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
