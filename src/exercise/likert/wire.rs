//! Likert, as written.

use crate::content::wire::Id;
use crate::exercise::wire::Item;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Levels, from one end to the other; the same for each statement.
    #[schemars(length(min = 1))]
    pub levels: Vec<Item>,
    /// Statements.
    #[schemars(length(min = 1))]
    pub statements: Vec<Item>,
    /// The exercise that was answered earlier, to be compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Id>,
}
