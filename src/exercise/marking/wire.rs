//! Marking, as written.

use crate::content::wire::{Id, Prose};
use crate::exercise::wire::PartFeedback;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Text with `mark` nodes.
    pub body: Prose,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The words to be marked.
    #[schemars(length(min = 1))]
    pub right: Vec<Id>,
    /// Feedback by word.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
