//! Files that a module brings along: figures, sound, video, data.

mod size;
mod svg;

use crate::finding::Findings;
use crate::passage::Passage;
use kerege::content::file::{LARGEST, is_inside};
use kerege::content::wire::File;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files that were asked for so far; each is read once.
#[derive(Debug, Default)]
pub struct Media {
    folder: PathBuf,
    found: BTreeMap<String, Option<Found>>,
}

/// A file, under the name that it gets in the build.
#[derive(Clone, Debug)]
pub struct Found {
    /// Path in the build, hash, size.
    pub file: File,
    /// Width and height of an image.
    pub dimensions: Option<(u32, u32)>,
    /// Where it is on the author's computer.
    pub source: PathBuf,
}

impl Media {
    /// Files below the module's folder.
    pub fn new(folder: &Path) -> Media {
        Media { folder: folder.to_owned(), found: BTreeMap::new() }
    }

    /// The file that a path names; what is wrong with it is said where the path stands.
    pub fn file(&mut self, path: &Passage, findings: &mut Findings) -> Option<Found> {
        let name = path.text.trim();
        if let Some(known) = self.found.get(name) {
            if known.is_none() {
                self.read(path, findings);
            }
            return known.clone();
        }
        let found = self.read(path, findings);
        self.found.insert(name.to_owned(), found.clone());
        found
    }

    /// Everything that was asked for and is there.
    pub fn all(&self) -> impl Iterator<Item = &Found> {
        self.found.values().flatten()
    }

    fn read(&self, path: &Passage, findings: &mut Findings) -> Option<Found> {
        let name = path.text.trim();
        if !is_inside(name) {
            let help = "files lie in the module's folder; their names have Latin letters, digits, `-`, `_` and `.`";
            findings.wrong(path.all(), format!("`{name}` is no path inside the module"), help);
            return None;
        }
        let source = self.folder.join(name);
        let Ok(about) = std::fs::metadata(&source)
            .and_then(|about| if about.is_file() { Ok(about) } else { Err(std::io::ErrorKind::NotFound.into()) })
        else {
            findings.wrong(
                path.all(),
                format!("there is no file `{name}`"),
                "put it there, or correct the path; capitals count",
            );
            return None;
        };
        if about.len() > LARGEST {
            let size = about.len().div_ceil(1024 * 1024);
            let help = "learners have slow networks: make it smaller, or cut it into parts";
            findings.wrong(path.all(), format!("`{name}` is larger than 8 MiB ({size} MiB)"), help);
            return None;
        }
        let bytes = match std::fs::read(&source) {
            Ok(bytes) => bytes,
            Err(error) => {
                findings.wrong(
                    path.all(),
                    format!("`{name}` cannot be read: {error}"),
                    "look at the file's permissions",
                );
                return None;
            }
        };
        if name.ends_with(".svg") {
            svg::check(name, &bytes, path, findings);
        }
        Some(Found { file: named(name, &bytes), dimensions: size::of(name, &bytes), source })
    }
}

/// A file's entry: its path is named after its content.
fn named(path: &str, bytes: &[u8]) -> File {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = if folder.starts_with("data") { "data" } else { "media" };
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let stem = stem.to_ascii_lowercase().replace(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_', "-");
    hashed(&format!("{folder}/{stem}"), &extension.to_ascii_lowercase(), bytes)
}

/// The entry of a file `<path>.<hash>.<extension>`.
pub fn hashed(path: &str, extension: &str, bytes: &[u8]) -> File {
    let sha256 = sha256(bytes);
    let short = sha256.get(..8).unwrap_or_default();
    File { path: format!("{path}.{short}.{extension}"), size: bytes.len() as u64, sha256, seal: None }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
