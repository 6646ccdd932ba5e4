//! What can go wrong when the pages are written, and what to do about it.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a site could not be written.
#[derive(Debug)]
pub enum SiteError {
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// A file could not be written.
    Write(PathBuf, io::Error),
    /// There is no built player in the folder.
    NoPlayer(PathBuf),
    /// A file of the player does not say what it should.
    Player(PathBuf, String),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, problem) => write!(f, "{} cannot be read: {problem}", path.display()),
            Self::Write(path, problem) => write!(
                f,
                "{} cannot be written: {problem}. Is there room on the disk, and may you write there?",
                path.display()
            ),
            Self::NoPlayer(folder) => write!(
                f,
                "there is no player in {}. In the repository run `cargo xtask build` first; elsewhere name its folder with --player",
                folder.display()
            ),
            Self::Player(path, problem) => write!(f, "{}: {problem}. Build the player again", path.display()),
        }
    }
}

impl std::error::Error for SiteError {}
