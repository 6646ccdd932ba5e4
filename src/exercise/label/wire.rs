//! Label, as written.

use crate::content::wire::Id;
use crate::exercise::picture::wire::Picture;
use crate::exercise::wire::{Item, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The picture with its places.
    pub picture: Picture,
    /// Labels; some may belong nowhere.
    #[schemars(length(min = 1))]
    pub labels: Vec<Item>,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Place → label, complete.
    pub labels: BTreeMap<Id, Id>,
    /// Feedback by place.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}
