//! Findings: what is wrong with a file, and where.

use std::fmt;

/// One thing that a reader or the checker has to say about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// JSON pointer (RFC 6901) to the place; empty for the whole file.
    pub pointer: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong with a file when it is read. The words for people are made by the view; `Display` is for logs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The bytes are not JSON; the byte where reading ended.
    NotJson(usize),
    /// The file is of a newer version of the format.
    NewerVersion(u64),
    /// The file is something else than expected.
    OtherKind(String),
    /// A field is missing.
    Missing(&'static str),
    /// A value has another shape than expected.
    Expected(&'static str),
    /// An id is malformed.
    BadId(String),
    /// An id stands twice where it must be unique.
    DoubleId(String),
    /// An id refers to nothing.
    UnknownId(String),
    /// A name of a kind, block or node that this version does not know.
    Unknown(String),
    /// A link or file path that is not allowed.
    Forbidden(String),
    /// A number is outside its range.
    OutOfRange(&'static str),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{place}: {}", self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotJson(at) => write!(f, "not JSON from byte {at} on"),
            Problem::NewerVersion(version) => write!(f, "format version {version} is newer than this player"),
            Problem::OtherKind(kind) => write!(f, "this is a {kind:?} file"),
            Problem::Missing(field) => write!(f, "{field:?} is missing"),
            Problem::Expected(what) => write!(f, "expected {what}"),
            Problem::BadId(id) => write!(f, "{id:?} is not an id"),
            Problem::DoubleId(id) => write!(f, "the id {id:?} stands twice"),
            Problem::UnknownId(id) => write!(f, "{id:?} refers to nothing"),
            Problem::Unknown(name) => write!(f, "{name:?} is not known"),
            Problem::Forbidden(what) => write!(f, "{what:?} is not allowed here"),
            Problem::OutOfRange(what) => write!(f, "out of range: {what}"),
        }
    }
}
