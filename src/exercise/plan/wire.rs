//! Plan, as written.

use crate::content::wire::{Id, Prose, no};
use crate::exercise::wire::Item;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// The heading of the document that it becomes.
    pub title: String,
    /// Where it stands whole; its sections may stand on other pages, also of other units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Its sections in order.
    #[schemars(length(min = 1))]
    pub sections: Vec<Section>,
    /// What to look for in one's own plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Item>,
}

/// A page of the module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its unit.
    pub unit: Id,
    /// The page.
    pub page: Id,
}

/// A section: what is filled in together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id; a block shows a section by naming it as its `part`.
    pub id: Id,
    /// Its heading.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its fields in order; ids are unique in the whole plan, which has at most 60.
    #[schemars(length(min = 1))]
    pub fields: Vec<Field>,
}

/// A field: a text, or rows where it has columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its id.
    pub id: Id,
    /// What is to be written in it, in a word or two.
    pub label: String,
    /// The same at length.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub help: Prose,
    /// Whether the plan is complete without it.
    #[serde(default, skip_serializing_if = "no")]
    pub optional: bool,
    /// Lines to begin with, of a text; 3 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 20))]
    pub lines: Option<u32>,
    /// Columns, where it has rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 8))]
    pub columns: Vec<Column>,
    /// So many rows at least make it complete; 1 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 40))]
    pub least: Option<u32>,
    /// The most rows (12 where it is left out, at most 40), or the most characters of a text (1500, at most 5000).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5000))]
    pub most: Option<u32>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its id, unique in its field.
    pub id: Id,
    /// Its heading.
    pub label: String,
    /// Whether a row is complete without it.
    #[serde(default, skip_serializing_if = "no")]
    pub optional: bool,
    /// The most characters of a cell; 200 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5000))]
    pub most: Option<u32>,
}

/// What is shown after writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// One good plan among many.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub model: Prose,
}
