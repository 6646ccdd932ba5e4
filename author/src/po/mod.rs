//! Gettext PO files: read with places, written in a stable order.
//!
//! No crate is used for it: the one that is maintained panics on damaged files and loses obsolete entries, previous texts
//! and line numbers, all of which translators and findings need.

mod merge;
mod read;
mod write;

pub use merge::merge;
pub use read::read;
pub use write::write;

use crate::passage::Passage;
use std::collections::BTreeMap;

/// A PO file.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Comments above the header.
    pub comments: Vec<String>,
    /// The header's fields, in order.
    pub header: Vec<(String, String)>,
    /// Messages in the order of the file.
    pub messages: Vec<Entry>,
    /// Messages whose text is no longer in the source.
    pub obsolete: Vec<Entry>,
    index: BTreeMap<(Option<String>, String), usize>,
    missing: bool,
}

/// A message and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the translator noted (`# …`).
    pub comments: Vec<String>,
    /// Where the text stands in the source (`#: …`).
    pub references: Vec<String>,
    /// Whether the translation has to be looked at.
    pub fuzzy: bool,
    /// Other flags.
    pub flags: Vec<String>,
    /// The text that a fuzzy translation was made for.
    pub previous: Option<String>,
    /// What tells equal texts apart.
    pub context: Option<String>,
    /// The text of the source.
    pub id: String,
    /// The translation; empty where there is none.
    pub text: Passage,
}

impl Catalogue {
    /// A catalogue for a language whose file does not exist.
    pub fn missing() -> Catalogue {
        Catalogue { missing: true, ..Catalogue::default() }
    }

    /// This catalogue, with a header where it has none.
    pub fn with_header(mut self, header: Vec<(String, String)>) -> Catalogue {
        if self.header.is_empty() {
            self.header = header;
        }
        self
    }

    /// Whether there is no file: one finding says so, not one for each message.
    pub fn is_missing(&self) -> bool {
        self.missing
    }

    /// The message of a text.
    pub fn find(&self, context: Option<&str>, id: &str) -> Option<&Entry> {
        let key = (context.map(str::to_owned), id.to_owned());
        self.messages.get(*self.index.get(&key)?)
    }

    /// Adds a message; false where it is there already.
    pub fn add(&mut self, entry: Entry) -> bool {
        let key = (entry.context.clone(), entry.id.clone());
        if self.index.contains_key(&key) {
            return false;
        }
        self.index.insert(key, self.messages.len());
        self.messages.push(entry);
        true
    }
}
