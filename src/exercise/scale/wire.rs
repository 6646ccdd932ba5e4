//! Scale, as written.

use crate::content::wire::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Prompt {
    /// Lowest point.
    pub from: i32,
    /// Highest point; at most 10 above the lowest.
    pub to: i32,
    /// What the lowest point means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from_label: String,
    /// What the highest point means.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to_label: String,
    /// The exercise that was answered earlier, to be compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Id>,
}
