//! Matching, as written.

use crate::content::wire::Id;
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Items that need a partner.
    #[schemars(length(min = 1))]
    pub left: Vec<Item>,
    /// Partners, in the order to show; some may be nobody's.
    #[schemars(length(min = 1))]
    pub right: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Left → right, complete.
    pub pairs: BTreeMap<Id, Id>,
    /// Feedback by item on the left.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
