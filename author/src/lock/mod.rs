//! `kerege.lock`: small permanent numbers of pages and exercises, and the revision of each exercise.
//!
//! The file is written by `kerege build` and kept with the module. A number is never used again, not even when its page
//! or exercise has gone.

mod read;
mod write;

pub use read::read;
pub use write::write;

use crate::passage::Place;
use std::collections::BTreeMap;

/// The file's name.
pub const FILE: &str = "kerege.lock";

/// The numbers of a module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Pages by id.
    pub pages: Numbers<()>,
    /// Exercises by id.
    pub exercises: Numbers<Revision>,
    /// Where the file begins; `None` where there is none yet.
    pub place: Option<Place>,
}

/// Numbers by id, and the next that is free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers<T> {
    /// The next free number.
    pub next: u32,
    /// Number of each id, and what else is kept of it.
    pub entries: BTreeMap<String, (u32, T)>,
}

/// How often an exercise's structure or key has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Counts up from 1.
    pub revision: u32,
    /// What the structure and key were then, as a hash.
    pub fingerprint: String,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Numbers { next: 1, entries: BTreeMap::new() }
    }
}

impl<T> Numbers<T> {
    /// The number of an id; a new one where it has none.
    fn number(&mut self, id: &str, what: impl FnOnce() -> T) -> &mut (u32, T) {
        let next = &mut self.next;
        self.entries.entry(id.to_owned()).or_insert_with(|| {
            let number = *next;
            *next += 1;
            (number, what())
        })
    }
}

impl Lock {
    /// The number of a page.
    pub fn page(&mut self, id: &str) -> u32 {
        self.pages.number(id, || ()).0
    }

    /// The number of an exercise and its revision, which goes up where the fingerprint is another.
    pub fn exercise(&mut self, id: &str, fingerprint: &str) -> (u32, u32) {
        let first = || Revision { revision: 1, fingerprint: fingerprint.to_owned() };
        let (number, known) = self.exercises.number(id, first);
        if known.fingerprint != fingerprint {
            known.revision += 1;
            known.fingerprint = fingerprint.to_owned();
        }
        (*number, known.revision)
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;

    #[test]
    fn numbers_stay_and_revisions_rise_only_with_the_key() {
        let mut lock = Lock::default();
        assert_eq!((lock.page("a"), lock.page("b"), lock.page("a")), (1, 2, 1));
        assert_eq!(lock.exercise("x", "f1"), (1, 1));
        assert_eq!(lock.exercise("x", "f1"), (1, 1));
        assert_eq!(lock.exercise("x", "f2"), (1, 2));
        lock.pages.entries.remove("b");
        assert_eq!(lock.page("c"), 3, "a number is never used again");
    }
}
