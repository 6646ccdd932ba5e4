//! Writes `kerege.lock`: one line an entry, in the order of the numbers, so that a change is a small difference.

use super::Lock;
use std::fmt::Write as _;

/// The file as text.
pub fn write(lock: &Lock) -> String {
    let mut out =
        String::from("# Written by `kerege build`. Keep this file with the module, and never edit it.\nkerege: 1\n");
    let _ = writeln!(out, "next: {{ page: {}, exercise: {} }}", lock.pages.next, lock.exercises.next);
    out += "pages:\n";
    let mut pages: Vec<(u32, &String)> = lock.pages.entries.iter().map(|(id, (number, ()))| (*number, id)).collect();
    pages.sort();
    for (number, id) in pages {
        let _ = writeln!(out, "  {id}: {number}");
    }
    out += "exercises:\n";
    let mut exercises: Vec<_> = lock.exercises.entries.iter().map(|(id, (number, kept))| (*number, id, kept)).collect();
    exercises.sort_by_key(|(number, ..)| *number);
    for (number, id, kept) in exercises {
        let (revision, fingerprint) = (kept.revision, &kept.fingerprint);
        let _ = writeln!(out, "  {id}: {{ ordinal: {number}, revision: {revision}, fingerprint: {fingerprint} }}");
    }
    out
}
