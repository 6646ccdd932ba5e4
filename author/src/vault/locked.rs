//! Files that only a passphrase opens: JWE (RFC 7516) with PBES2, readable by nobody else on the computer.

use super::{Passphrase, VaultError};
use kerege::seal::Key;
use kerege::seal::jwe::{self, Locked};
use kerege::seal::native::{Drawn, Native, lock, ready_now};
use std::fs::{self, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use zeroize::Zeroizing;

/// Rounds of PBKDF2 for a passphrase that a person thought of.
const ROUNDS: u32 = 600_000;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Everybody,
    /// The owner (mode 600).
    Owner,
}

/// Opens a locked file.
///
/// # Errors
/// Where it is not there, damaged, or locked with another passphrase.
pub fn read(path: &Path, passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => VaultError::Lost(path.to_owned()),
        ErrorKind::InvalidData => VaultError::Damaged(path.to_owned()),
        _ => VaultError::Unreadable(path.to_owned(), error),
    })?;
    match ready_now(jwe::unlock(&Native, text.trim(), passphrase.bytes())) {
        Some(Ok(bytes)) => Ok(bytes),
        Some(Err(Locked::OtherCode)) => Err(VaultError::OtherPassphrase(path.to_owned())),
        Some(Err(Locked::Unreadable | Locked::Unavailable)) | None => Err(VaultError::Damaged(path.to_owned())),
    }
}

/// Locks bytes into a file, all at once.
///
/// # Errors
/// Where the disk refuses.
pub fn write(path: &Path, bytes: &[u8], passphrase: &Passphrase) -> Result<(), VaultError> {
    let drawn = Drawn { salt: random()?, key: Key::new(random()?), nonce: random()? };
    let jwe =
        lock(bytes, passphrase.bytes(), ROUNDS, &drawn).map_err(|error| VaultError::NoChance(error.to_string()))?;
    put(path, format!("{jwe}\n").as_bytes(), Who::Owner)
}

/// Writes a file all at once: a crash leaves the old one or the new one, never half of one.
///
/// # Errors
/// Where the disk refuses.
pub fn put(path: &Path, bytes: &[u8], who: Who) -> Result<(), VaultError> {
    written(path, bytes, who, true)
}

/// The same for one of many files that can be made again: nobody waits for the disk.
///
/// # Errors
/// Where the disk refuses.
pub fn put_quickly(path: &Path, bytes: &[u8], who: Who) -> Result<(), VaultError> {
    written(path, bytes, who, false)
}

fn written(path: &Path, bytes: &[u8], who: Who, is_synced: bool) -> Result<(), VaultError> {
    let disk = |error| VaultError::Disk(path.to_owned(), error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".kerege-").tempfile_in(folder).map_err(disk)?;
    file.write_all(bytes).map_err(disk)?;
    if is_synced {
        file.as_file().sync_all().map_err(disk)?;
    }
    mode(file.path(), who).map_err(disk)?;
    file.persist(path).map_err(|error| disk(error.error))?;
    Ok(())
}

/// Makes a folder that only its owner may look into; one that is there already stays as it is. Either way files can be
/// written there.
///
/// # Errors
/// Where the disk refuses.
pub fn make_folder(folder: &Path) -> Result<(), VaultError> {
    let disk = |error| VaultError::Disk(folder.to_owned(), error);
    if folder.is_dir() {
        return tempfile::Builder::new().prefix(".kerege-").tempfile_in(folder).map(drop).map_err(disk);
    }
    fs::create_dir_all(folder).map_err(disk)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(disk)?;
    }
    Ok(())
}

#[cfg(unix)]
fn mode(path: &Path, who: Who) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = match who {
        Who::Everybody => 0o644,
        Who::Owner => 0o600,
    };
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn mode(_: &Path, _: Who) -> std::io::Result<()> {
    // There a new file is its owner's.
    Ok(())
}

/// The door of a folder: one command at a time works there. It opens again with the end of the command, also of one that
/// crashed.
#[derive(Debug)]
pub struct Door {
    _locked: fs::File,
}

impl Door {
    /// Enters a folder.
    ///
    /// # Errors
    /// Where another command is at work there.
    pub fn enter(folder: &Path) -> Result<Door, VaultError> {
        let path = folder.join("at-work.lock");
        let disk = |error| VaultError::Disk(path.clone(), error);
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path).map_err(disk)?;
        match file.try_lock() {
            Ok(()) => Ok(Door { _locked: file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::Busy(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(VaultError::Disk(path, error)),
        }
    }
}

/// Random bytes.
///
/// # Errors
/// Where the computer gives none.
pub fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| VaultError::NoChance(error.to_string()))?;
    Ok(bytes)
}
