//! The ports: what the core needs from the world, implemented by `edge`.

use crate::content::Id;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A point in time: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

/// Something that will be done; not `Send`, since a browser tab has one thread.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Where the learner's progress is kept. Every write is confirmed: what the learner is told is saved, is saved.
pub trait Store {
    /// Everything that is stored for a module, one text for each writer.
    fn load<'a>(&'a self, module: &'a Id) -> Soon<'a, Result<Vec<Stored>, StoreError>>;
    /// Replaces what this writer has stored for a module.
    fn save<'a>(&'a self, module: &'a Id, writer: &'a str, text: String) -> Soon<'a, Result<(), StoreError>>;
    /// Forgets everything, of every module and writer, and begins a new epoch.
    fn erase(&self) -> Soon<'_, Result<(), StoreError>>;
}

/// What one writer stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The writer: one for each open tab.
    pub writer: String,
    /// What it stored; see [`crate::progress::envelope`].
    pub text: String,
}

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser forbids storage here (private window, blocked frame).
    Forbidden,
    /// There is no room left.
    Full,
    /// Another tab erased everything since; what was to be written belongs to before.
    Erased,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Forbidden => "the browser forbids storage here",
            StoreError::Full => "there is no room left to store",
            StoreError::Erased => "everything was erased in another tab",
        })
    }
}

impl std::error::Error for StoreError {}

/// What time it is.
pub trait Clock {
    /// Now.
    fn now(&self) -> Moment;
}

/// The site's files.
pub trait Fetch {
    /// The bytes of a file at `path`, relative to the site's root. With `expected`, its size and SHA-256 are checked.
    fn get<'a>(&'a self, path: &'a str, expected: Option<&'a crate::content::File>) -> Soon<'a, Result<Vec<u8>, FetchError>>;
}

/// Why a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// No answer: there is no network, or it broke.
    Offline,
    /// The site has no such file, or an error of its own (HTTP status).
    Status(u16),
    /// It is larger than the player takes, or than the outline said.
    TooLarge,
    /// Its bytes are not the ones that the outline names.
    Altered,
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FetchError::Offline => f.write_str("no answer from the site"),
            FetchError::Status(status) => write!(f, "the site answered {status}"),
            FetchError::TooLarge => f.write_str("the file is larger than it may be"),
            FetchError::Altered => f.write_str("the file is not the one that the module names"),
        }
    }
}

impl std::error::Error for FetchError {}

/// The page or learning platform around the player. The default does nothing.
pub trait Host {
    /// Tells the host how far the learner is, if the learner agreed to that.
    fn report(&self, _report: &crate::embed::Report) {}
}

/// No host: the player stands alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Host for Alone {}
