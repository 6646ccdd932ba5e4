//! Choice, as written.

use crate::content::wire::{Id, no};
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Options in the order to show.
    #[schemars(length(min = 1))]
    pub options: Vec<Item>,
    /// Whether several may be chosen.
    #[serde(default, skip_serializing_if = "no")]
    pub multiple: bool,
    /// Whether the options are mixed for each sitting.
    #[serde(default, skip_serializing_if = "no")]
    pub shuffle: bool,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The right options.
    #[schemars(length(min = 1))]
    pub right: Vec<Id>,
    /// Feedback by option.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
