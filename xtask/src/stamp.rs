//! Remembers what something was built from, so that it is built again only when that has changed.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;

/// The state of some sources, kept in a file beside what was built from them.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    state: String,
}

impl Stamp {
    /// The present state of `sources` (files and folders), to be kept in `file`.
    pub(crate) fn of(sources: &[PathBuf], file: PathBuf) -> Result<Self, Failure> {
        let mut hash = Sha256::new();
        for source in sources {
            add(&mut hash, source).map_err(|e| Failure::file(source, &e))?;
        }
        Ok(Self { file, state: hex(&hash.finalize()) })
    }

    /// Whether what is there was built from the sources as they are.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.state)
    }

    /// Says that it is being built: until `keep`, nothing counts as fresh.
    pub(crate) fn forget(&self) {
        let _ = fs::remove_file(&self.file);
    }

    /// Says that it was built from this state.
    pub(crate) fn keep(&self) -> Result<(), Failure> {
        fs::write(&self.file, &self.state).map_err(|e| Failure::file(&self.file, &e))
    }
}

/// The first characters of a hash of some bytes: enough to tell a file's versions apart.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)).chars().take(12).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Adds name, size and time of a file, or of all files below a folder; what is absent adds its name only.
fn add(hash: &mut Sha256, path: &Path) -> io::Result<()> {
    hash.update(path.to_string_lossy().as_bytes());
    let Ok(data) = fs::metadata(path) else { return Ok(()) };
    if data.is_dir() {
        let mut inside = fs::read_dir(path)?.map(|e| Ok(e?.path())).collect::<io::Result<Vec<_>>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| add(hash, path));
    }
    let changed = data.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    hash.update(data.len().to_le_bytes());
    hash.update(changed.as_nanos().to_le_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_fresh_until_a_source_changes() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("src")).unwrap();
        let now = || Stamp::of(&[folder.join("src"), folder.join("absent")], folder.join("stamp")).unwrap();
        assert!(!now().is_fresh());
        now().keep().unwrap();
        assert!(now().is_fresh());
        fs::write(folder.join("src/a"), "a").unwrap();
        assert!(!now().is_fresh());
        fs::remove_dir_all(folder).unwrap();
    }
}
