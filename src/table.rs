//! A map from ids to anything.
//!
//! Each kind of map costs four thousand bytes of WebAssembly. So there is one kind, from a text to the number of a row,
//! and all tables share it.

use crate::content::Id;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound;

/// Rows by id, or by several ids one after the other.
#[derive(Clone)]
pub struct Table<T> {
    index: Index,
    rows: Vec<T>,
}

/// A set of ids.
pub type Set = Table<()>;

#[derive(Clone, Default)]
struct Index(BTreeMap<Box<str>, usize>);

impl Index {
    fn find(&self, key: &str) -> Option<usize> {
        self.0.get(key).copied()
    }

    /// The row of a key; `next` for one that was not there.
    fn place(&mut self, key: &str, next: usize) -> usize {
        match self.find(key) {
            Some(at) => at,
            None => {
                self.0.insert(key.into(), next);
                next
            }
        }
    }
}

impl<T> Table<T> {
    /// An empty table.
    pub fn new() -> Table<T> {
        Table { index: Index::default(), rows: Vec::new() }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn get(&self, key: &(impl Borrow<str> + ?Sized)) -> Option<&T> {
        self.rows.get(self.index.find(key.borrow())?)
    }

    /// Whether there is such a row.
    pub fn contains(&self, key: &(impl Borrow<str> + ?Sized)) -> bool {
        self.index.find(key.borrow()).is_some()
    }

    /// Puts a row there; whether there was none.
    pub fn insert(&mut self, key: &(impl Borrow<str> + ?Sized), row: T) -> bool {
        let at = self.index.place(key.borrow(), self.rows.len());
        match self.rows.get_mut(at) {
            Some(old) => {
                *old = row;
                false
            }
            None => {
                self.rows.push(row);
                true
            }
        }
    }

    /// Forgets all rows.
    pub fn clear(&mut self) {
        self.index.0.clear();
        self.rows.clear();
    }

    /// Rows in order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.index.0.iter().filter_map(|(key, at)| Some((&**key, self.rows.get(*at)?)))
    }

    /// Rows whose keys begin with `start`, in order.
    pub fn starting<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a T> {
        let begun = self
            .index
            .0
            .range::<str, _>((Bound::Included(start), Bound::Unbounded))
            .take_while(move |(key, _)| key.starts_with(start));
        begun.filter_map(|(_, at)| self.rows.get(*at))
    }

    /// Rows in the order in which they came.
    pub fn rows(&self) -> &[T] {
        &self.rows
    }
}

impl Set {
    /// A set of these ids.
    pub fn of<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Set {
        let mut set = Set::new();
        for id in ids {
            set.insert(id, ());
        }
        set
    }
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table::new()
    }
}

impl<T: Default> Table<T> {
    /// A row, made where there is none.
    pub fn row(&mut self, key: &(impl Borrow<str> + ?Sized)) -> &mut T {
        let at = self.index.place(key.borrow(), self.rows.len());
        if at == self.rows.len() {
            self.rows.push(T::default());
        }
        // The index names only rows that are there.
        &mut self.rows[at]
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    /// The same rows under the same keys, whenever they came.
    fn eq(&self, other: &Table<T>) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for Table<T> {}

impl<T: fmt::Debug> fmt::Debug for Table<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Set, Table};
    use crate::content::Id;

    #[test]
    fn rows_are_found_by_key_and_go_in_order_of_keys() {
        let mut table = Table::new();
        for (key, row) in [("b/2", 2), ("a", 1), ("b/1", 3), ("ba", 4)] {
            assert!(table.insert(key, row));
        }
        assert!(!table.insert("a", 5));
        assert_eq!(table.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [5, 3, 2, 4]);
        assert_eq!(table.starting("b/").copied().collect::<Vec<_>>(), [3, 2]);
        assert_eq!((table.get("ba"), table.get("c"), table.len()), (Some(&4), None, 4));
        *table.row("c") += 7;
        assert_eq!(table.get("c"), Some(&7));
    }

    #[test]
    fn the_order_of_coming_makes_no_difference() {
        let set = |keys: &[&str]| Set::of(&keys.iter().filter_map(|key| Id::new(key)).collect::<Vec<_>>());
        assert_eq!(set(&["a", "b"]), set(&["b", "a", "b"]));
        assert_ne!(set(&["a"]), set(&["b"]));
    }
}
