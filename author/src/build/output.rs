//! The files of a build, before they are on the disk.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// A file of a build.
#[derive(Debug)]
pub enum Output {
    /// Made by the build.
    Bytes(Vec<u8>),
    /// Copied as it is.
    Copy(PathBuf),
}

/// Files by path, with `/` between folders.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Output>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) {
        self.0.insert(path.to_owned(), Output::Bytes(bytes));
    }

    /// Adds a file that is copied.
    pub fn copy(&mut self, path: &str, from: PathBuf) {
        self.0.insert(path.to_owned(), Output::Copy(from));
    }

    /// The bytes of a file that the build has made.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self.0.get(path)? {
            Output::Bytes(bytes) => Some(bytes),
            Output::Copy(_) => None,
        }
    }

    /// The bytes of a file, read from the disk where it is copied; `None` where it is not there.
    pub fn load(&self, path: &str) -> Option<Vec<u8>> {
        match self.0.get(path)? {
            Output::Bytes(bytes) => Some(bytes.clone()),
            Output::Copy(from) => std::fs::read(from).ok(),
        }
    }

    /// Takes a file out, with its bytes.
    ///
    /// # Errors
    /// Where one that is copied cannot be read: its path and why.
    pub fn take(&mut self, path: &str) -> Result<Vec<u8>, (PathBuf, io::Error)> {
        match self.0.remove(path) {
            Some(Output::Bytes(bytes)) => Ok(bytes),
            Some(Output::Copy(from)) => std::fs::read(&from).map_err(|error| (from, error)),
            None => Err((path.into(), io::ErrorKind::NotFound.into())),
        }
    }

    /// All paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Writes them below a folder.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, output) in &self.0 {
            let target = folder.join(path);
            if let Some(parent) = target.parent() {
                std::fs::create_dir_all(parent)?;
            }
            match output {
                Output::Bytes(bytes) => std::fs::write(&target, bytes)?,
                Output::Copy(from) => {
                    std::fs::copy(from, &target)?;
                }
            }
        }
        Ok(())
    }
}
