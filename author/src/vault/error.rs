//! What can go wrong with keys, and what to do about it.

use std::path::PathBuf;
use std::{fmt, io};

/// Why keys cannot be used.
#[derive(Debug)]
pub enum VaultError {
    /// There are no keys in the folder.
    NoKeys(PathBuf),
    /// There are keys already.
    Taken(PathBuf),
    /// A file of the folder is not there.
    Lost(PathBuf),
    /// There is no ledger.
    NoLedger(PathBuf),
    /// A file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file is not what it should be.
    Damaged(PathBuf),
    /// The passphrase is another one.
    OtherPassphrase(PathBuf),
    /// No passphrase was given.
    NoPassphrase(String),
    /// The passphrase is too short.
    ShortPassphrase,
    /// The two passphrases differ.
    Differ,
    /// A key that was made before begins later.
    Earlier,
    /// No key is in use now.
    NoneInUse,
    /// Somebody else is at work in the folder.
    Busy(PathBuf),
    /// The computer gives no random numbers.
    NoChance(String),
    /// The disk refuses.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKeys(folder) => {
                write!(f, "there are no keys in {}: `kerege key new` makes them", folder.display())
            }
            Self::Taken(folder) => write!(
                f,
                "there are keys in {} already: without --name and --url, a further key is added to them",
                folder.display()
            ),
            Self::Lost(path) => {
                write!(f, "{} is not there: put back the copy that you keep elsewhere", path.display())
            }
            Self::NoLedger(path) => write!(
                f,
                "{} is not there: without it, somebody could be issued two licences. Put back the copy that you keep \
                 elsewhere; where there is none, or nothing was ever issued, begin a new one with --new-ledger",
                path.display()
            ),
            Self::Unreadable(path, problem) => write!(f, "{} cannot be read: {problem}", path.display()),
            Self::Damaged(path) => {
                write!(f, "{} is damaged: put back the copy that you keep elsewhere", path.display())
            }
            Self::OtherPassphrase(path) => {
                write!(f, "{} does not open with this passphrase: look at the keyboard's language", path.display())
            }
            Self::NoPassphrase(why) => write!(
                f,
                "no passphrase could be asked for ({why}): name a file with --passphrase-file, or set {}",
                super::passphrase::VARIABLE
            ),
            Self::ShortPassphrase => write!(
                f,
                "the passphrase is too short: take at least {} characters, such as six words drawn with dice",
                super::passphrase::SHORTEST
            ),
            Self::Differ => f.write_str("the two passphrases differ: nothing was made"),
            Self::Earlier => f.write_str("an earlier key begins at that time or later: choose a later day with --from"),
            Self::NoneInUse => f.write_str("no key is in use now: look at the days that `kerege key show` shows"),
            Self::Busy(folder) => {
                write!(f, "another kerege is at work with the keys in {}: wait for it to end", folder.display())
            }
            Self::NoChance(problem) => write!(f, "no random key could be drawn: {problem}"),
            Self::Disk(path, problem) => write!(f, "{} cannot be written: {problem}", path.display()),
        }
    }
}

impl std::error::Error for VaultError {}
