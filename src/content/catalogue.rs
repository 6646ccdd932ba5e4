//! The catalogue: which courses there are and which modules they are made of.

use super::{File, Id, Localised};

/// `catalogue.json`: the first thing that the player reads at a site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    /// The site's title.
    pub title: Localised,
    /// Courses, in the order to show.
    pub courses: Vec<Course>,
    /// Every module of every course.
    pub modules: Vec<CatalogueModule>,
}

/// What is sold: one or more modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Permanent id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    pub summary: Localised,
    /// Ids of its modules, in order.
    pub modules: Vec<Id>,
    /// Date (`YYYY-MM-DD`) from which it is released; `None` where it is released already.
    pub release: Option<String>,
    /// Price; `None` where it is free.
    pub price: Option<Price>,
    /// Where to buy it (`https:`).
    pub checkout: Option<String>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Decimal amount as text, e.g. `75` or `75.50`.
    pub amount: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// What the catalogue knows of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueModule {
    /// Permanent neutral id.
    pub id: Id,
    /// Folder of the module's static page, relative to the site's root.
    pub slug: String,
    /// `module.json`: its path is relative to the site's root.
    pub file: File,
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    pub summary: Localised,
    /// Languages it comes in; the first is the source.
    pub languages: Vec<String>,
    /// Pages of the whole module.
    pub pages: u32,
    /// Minutes of the whole module.
    pub minutes: u32,
    /// Number of pages of each unit, for the lattice.
    pub units: Vec<u32>,
}

impl Catalogue {
    /// The languages that the catalogue itself comes in.
    pub fn languages(&self) -> Vec<String> {
        self.title.0.iter().map(|(tag, _)| tag.clone()).collect()
    }
}
