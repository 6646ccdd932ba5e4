//! Completion rules, as written. See [`crate::content::rule`].

use super::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What has to be done: an object with one member that names the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// So many percent of the pages were seen.
    Pages(Share),
    /// So many percent of the exercises were answered.
    Answered(Share),
    /// So many percent of the assessment's points were earned.
    Score(Share),
    /// Every one of these.
    All(Vec<Rule>),
    /// One of these.
    Any(Vec<Rule>),
    /// At least `n` of these.
    AtLeast(AtLeast),
}

/// A share of a unit, or of everything in the track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// 0 to 100.
    #[schemars(range(max = 100))]
    pub percent: u8,
    /// Only this unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Id>,
}

/// Some of several rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AtLeast {
    /// How many.
    pub n: u32,
    /// Of which.
    pub of: Vec<Rule>,
}
