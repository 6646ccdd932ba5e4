//! Resources of a whole module: data sets, glossary, bibliography.

use super::{File, Id, Localised, Prose};

/// What a module brings along beside its units. Glossary and bibliography are files of their own, fetched when asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// Data sets that a learner may download.
    pub data: Vec<DataSet>,
    /// Glossary by language.
    pub glossary: Vec<(String, File)>,
    /// Bibliography by language.
    pub bibliography: Vec<(String, File)>,
}

/// A data set.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: Id,
    /// The word.
    pub term: String,
    /// What it means.
    pub text: Prose,
}

/// An entry of the bibliography.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its id.
    pub id: Id,
    /// Authors as printed.
    pub authors: String,
    /// Year as printed.
    pub year: String,
    /// Title.
    pub title: String,
    /// Journal, book or publisher.
    pub container: String,
    /// Where to read it: `https:`, or made from the DOI.
    pub url: Option<String>,
}
