//! A data table, as written. Words stand as their positions in the column's `values`, numbers as texts.

use crate::content::wire::{Id, Prose};
use crate::exercise::numeric::wire::Number;
use crate::exercise::wire::{Measure, PartFeedback};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The data set of the unit.
    pub data: Id,
    /// The columns to work with; all of them where it is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Id>,
    /// What is asked.
    #[schemars(length(min = 1, max = 200))]
    pub ask: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// Its text.
    pub text: Prose,
    /// How it is answered.
    pub by: By,
    /// A unit that may follow a number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// By a number.
    Number,
    /// By naming a cell of one's own table.
    Cell,
    /// By one's own table.
    Table,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// By question, all but those that are answered by a table.
    pub answers: BTreeMap<Id, Answer>,
    /// The table that answers the questions.
    #[serde(default, skip_serializing_if = "Setup::is_nothing")]
    pub setup: Setup,
    /// Feedback by question, for what does not hold.
    #[serde(default, skip_serializing_if = "PartFeedback::is_empty")]
    pub feedback: PartFeedback,
}

/// What is right in one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Answer {
    /// A number.
    Number(Measure),
    /// A cell: what holds for its cases, by column.
    Cell(BTreeMap<Id, Test>),
}

/// What has to hold for a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Test {
    /// It is one of these words.
    Is(Vec<u16>),
    /// It is not missing: `true`.
    Known(bool),
    /// It lies in a range.
    Range(Range),
}

/// A range of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The smallest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Number>,
    /// All are below this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Number>,
}

/// Other values for a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Recode {
    /// Words with the same number are one group.
    Merge(Vec<u16>),
    /// A new group begins at each of these numbers.
    Cut(#[schemars(length(min = 1))] Vec<Number>),
}

/// What stands in the cells of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Show {
    /// How many cases.
    #[default]
    Count,
    /// Their share in the row.
    Row,
    /// Their share in the column.
    Column,
    /// Their share in all cases of the table.
    All,
    /// The mean of another column.
    Mean,
    /// The median of another column.
    Median,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// What stands in the cells.
    #[serde(default)]
    pub show: Show,
    /// The column of the data set whose values are the rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<Id>,
    /// The column of the data set whose values are the columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Id>,
    /// The column that is averaged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// Which cases, by column.
    #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
    pub filter: BTreeMap<Id, Test>,
    /// Other values, by column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub recode: BTreeMap<Id, Recode>,
}

impl Setup {
    fn is_nothing(&self) -> bool {
        *self == Setup::default()
    }
}
