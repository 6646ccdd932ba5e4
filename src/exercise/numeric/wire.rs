//! Numeric, as written. Numbers are texts, so that no digit is lost.

use crate::content::wire::Prose;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Unit, shown behind the field and accepted when typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The number.
    pub value: Number,
    /// How far off is still right; 0 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Number>,
    /// How far off is close, worth half the points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
}

/// A wider tolerance for half the points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// How far off is close.
    pub tolerance: Number,
    /// What is said to a close number.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub feedback: Prose,
}

/// A decimal number as a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Number(#[schemars(regex(pattern = r"^-?[0-9]+(\.[0-9]{1,9})?$"))] pub String);
