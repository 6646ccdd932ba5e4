//! Data sets, as written. See [`crate::content::data`].

use super::{Id, zero};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// Its id.
    pub id: Id,
    /// Its columns, each with a cell for every case.
    #[schemars(length(min = 1, max = 60))]
    pub columns: Vec<Column>,
}

/// A column. Its cells are one text: a space between them, `-` for a missing value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum Column {
    /// Words.
    Words {
        /// Its id.
        id: Id,
        /// Its heading.
        name: String,
        /// The words that there are.
        values: Vec<String>,
        /// The position of each case's word.
        #[schemars(regex(pattern = "^([0-9]+|-)( ([0-9]+|-))*$"))]
        words: String,
    },
    /// Numbers.
    Numbers {
        /// Its id.
        id: Id,
        /// Its heading.
        name: String,
        /// How many of the digits are decimals.
        #[serde(default, skip_serializing_if = "zero")]
        #[schemars(range(max = 6))]
        decimals: u32,
        /// Each case's number without its decimal point.
        #[schemars(regex(pattern = "^(-?[0-9]+|-)( (-?[0-9]+|-))*$"))]
        numbers: String,
    },
}
