//! Data sets, glossary and bibliography, as written. See [`crate::content::resource`].

use super::{Body, ByLanguage, File, Id, Localised, Prose};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a module brings along beside its units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resources {
    /// Data sets that a learner may download.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<DataSet>,
    /// Glossary by language.
    #[serde(default, skip_serializing_if = "ByLanguage::is_empty")]
    pub glossary: ByLanguage<File>,
    /// Bibliography by language.
    #[serde(default, skip_serializing_if = "ByLanguage::is_empty")]
    pub bibliography: ByLanguage<File>,
}

impl Resources {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.data.is_empty() && self.glossary.is_empty() && self.bibliography.is_empty()
    }
}

/// A data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSet {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// Name to save it under.
    pub name: String,
    /// The file (CSV).
    pub file: File,
}

/// A glossary file in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// Its entries.
    pub terms: Vec<Term>,
}

impl Body for Glossary {
    const TYPE: &'static str = "glossary";
}

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its id.
    pub id: Id,
    /// The word.
    pub term: String,
    /// What it means.
    pub text: Prose,
}

/// A bibliography file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bibliography {
    /// Its entries.
    pub references: Vec<Reference>,
}

impl Body for Bibliography {
    const TYPE: &'static str = "bibliography";
}

/// An entry of the bibliography.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Its id.
    pub id: Id,
    /// Authors as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub authors: String,
    /// Year as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// Title.
    pub title: String,
    /// Journal, book or publisher.
    #[serde(default, rename = "in", skip_serializing_if = "String::is_empty")]
    pub container: String,
    /// Where to read it: `https:`, or made from the DOI.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^https://"))]
    pub url: Option<String>,
}
