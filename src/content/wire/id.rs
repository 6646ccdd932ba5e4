//! Ids and references to files, as written.

use crate::content::{self, id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A permanent name that all languages share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Id(#[schemars(regex(pattern = "^[a-z0-9][a-z0-9-]{0,39}$"))] pub String);

impl From<&id::Id> for Id {
    fn from(id: &id::Id) -> Id {
        Id(id.as_str().to_owned())
    }
}

/// A file, named after its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Path relative to the folder of the file that names it: no scheme, no `..`, no leading slash.
    pub path: String,
    /// SHA-256 of the bytes as served, lower-case hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// Size of the bytes as served, at most 8 MiB.
    #[schemars(range(max = content::file::LARGEST))]
    pub size: u64,
    /// What it is, where the bytes are sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<FileSeal>,
}

/// What opens a sealed file, together with the module's content key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSeal {
    /// What the file is called in the module.
    pub file: String,
    /// Its language; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// SHA-256 of what was sealed, lower-case hexadecimal: the open bytes, or those that they were packed into.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// Where they were packed before (DEFLATE, RFC 1951): the size of the open bytes, at most 8 MiB.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(max = content::file::LARGEST))]
    pub packed: Option<u64>,
}
