//! `kerege new`: a small module that is healthy from the beginning.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// The outline of the new module; `ID` and `SLUG` are filled in.
const MODULE: &str = include_str!("new/module.yaml");

/// Its first unit.
const UNIT: &str = include_str!("new/1-first.md");

/// 32 signs that are not mistaken for one another.
const SIGNS: &[u8; 32] = b"abcdefghjkmnpqrstvwxyz0123456789";

/// Why no module was made.
#[derive(Debug)]
pub enum NewError {
    /// Something is there already.
    Taken(PathBuf),
    /// The disk refuses.
    Disk(PathBuf, io::Error),
    /// The computer gives no random numbers.
    NoChance(String),
}

impl fmt::Display for NewError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(folder) => write!(f, "{} is not empty: name a new folder", folder.display()),
            Self::Disk(path, problem) => write!(f, "{} cannot be written: {problem}", path.display()),
            Self::NoChance(problem) => write!(f, "no random id could be drawn: {problem}"),
        }
    }
}

impl std::error::Error for NewError {}

/// Makes a module in a new folder.
///
/// # Errors
/// Where the folder is not empty, or the disk refuses.
pub fn new(folder: &Path) -> Result<(), NewError> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(NewError::Taken(folder.to_owned()));
    }
    let module = MODULE.replace("ID", &id()?).replace("SLUG", &slug(folder));
    fs::create_dir_all(folder).map_err(|error| NewError::Disk(folder.to_owned(), error))?;
    for (name, text) in [("module.yaml", module.as_str()), ("1-first.md", UNIT)] {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| NewError::Disk(path, error))?;
    }
    Ok(())
}

/// A permanent id that says nothing about the module: 10 signs, 50 bits.
fn id() -> Result<String, NewError> {
    let mut bytes = [0; 10];
    getrandom::fill(&mut bytes).map_err(|error| NewError::NoChance(error.to_string()))?;
    let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).copied().map(char::from);
    Ok(bytes.iter().filter_map(sign).collect())
}

/// An address after the folder's name.
fn slug(folder: &Path) -> String {
    let name = folder.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(40).collect();
    if slug.is_empty() { "module".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{id, new, slug};
    use crate::check::check;
    use std::path::Path;

    #[test]
    fn a_new_module_has_nothing_to_mend_and_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("My First Module");
        new(&path).unwrap();
        let checked = check(&path, false);
        assert!(checked.findings.is_empty(), "{:?}", checked.findings);
        assert_eq!(checked.built.unwrap().entry.slug, "my-first-module");
        assert!(new(&path).is_err());
    }

    #[test]
    fn ids_are_neutral_and_differ() {
        let (one, two) = (id().unwrap(), id().unwrap());
        assert_eq!(one.len(), 10);
        assert_ne!(one, two);
        assert_eq!(slug(Path::new("x/Чай")), "module");
    }
}
