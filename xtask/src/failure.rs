//! Why a task failed, in words for the person at the terminal.

use std::fmt;
use std::io;
use std::path::Path;

/// A sentence that says what is wrong and what to do.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure with these words.
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// A file that could not be read or written.
    pub(crate) fn file(path: &Path, problem: &io::Error) -> Self {
        Self(format!("{}: {problem}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
