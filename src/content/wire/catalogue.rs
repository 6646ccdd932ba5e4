//! `catalogue.json`, as written. See [`crate::content::catalogue`].

use super::{Body, File, Id, Localised};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The first thing that the player reads at a site's root.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The site's title.
    pub title: Localised,
    /// Courses, in the order to show.
    pub courses: Vec<Course>,
    /// Every module of every course.
    pub modules: Vec<CatalogueModule>,
}

impl Body for Catalogue {
    const TYPE: &'static str = "catalogue";
}

/// What is sold: one or more modules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Permanent id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub summary: Localised,
    /// Ids of its modules, in order.
    pub modules: Vec<Id>,
    /// Date (`YYYY-MM-DD`) from which it is released; left out where it is released already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// Price; left out where it is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    /// Where to buy it (`https:`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^https://"))]
    pub checkout: Option<String>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// Decimal amount as text, e.g. `75` or `75.50`.
    pub amount: String,
    /// ISO 4217 code.
    #[schemars(regex(pattern = "^[A-Z]{3}$"))]
    pub currency: String,
}

/// What the catalogue knows of a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueModule {
    /// Permanent neutral id.
    pub id: Id,
    /// Folder of the module's static page, relative to the site's root.
    pub slug: String,
    /// `module.json`; its path is relative to the site's root.
    pub file: File,
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub summary: Localised,
    /// Languages it comes in; the first is the source.
    #[schemars(length(min = 1))]
    pub languages: Vec<String>,
    /// Pages of the whole module.
    pub pages: u32,
    /// Minutes of the whole module.
    pub minutes: u32,
    /// Number of pages of each unit.
    pub units: Vec<u32>,
}
