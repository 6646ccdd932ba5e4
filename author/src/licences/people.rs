//! A cohort: people from a CSV file with a column `name` and, where names are not enough to tell them apart, `id`.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Somebody who is given a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What tells them apart: the `id`, else the name.
    pub key: String,
    /// The name or pseudonym on the licence.
    pub label: String,
}

/// Why a file of people cannot be used.
#[derive(Debug)]
pub enum PeopleError {
    /// It cannot be read.
    Unreadable(PathBuf, String),
    /// It has no column `name`.
    NoName(PathBuf),
    /// A line has no name that can be printed.
    Nameless(u64),
    /// Two lines are about the same person.
    Twice(u64, u64, String),
}

impl fmt::Display for PeopleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, problem) => {
                write!(f, "{} cannot be read as CSV in UTF-8: {problem}", path.display())
            }
            Self::NoName(path) => write!(
                f,
                "{} has no column `name`: let its first line be `name`, or `id,name` where two people share a name",
                path.display()
            ),
            Self::Nameless(line) => write!(f, "line {line} has no name of 1 to 80 characters"),
            Self::Twice(first, second, key) => write!(
                f,
                "lines {first} and {second} are both about {key:?}: remove one, or add a column `id` that tells them apart"
            ),
        }
    }
}

impl std::error::Error for PeopleError {}

/// Reads a file of people. Nothing is issued where one line of it is wrong.
///
/// # Errors
/// [`PeopleError`], the first that is found.
pub fn read(path: &Path) -> Result<Vec<Person>, PeopleError> {
    let unreadable = |error: csv::Error| PeopleError::Unreadable(path.to_owned(), error.to_string());
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_path(path).map_err(unreadable)?;
    let headers = reader.headers().map_err(unreadable)?;
    let column = |name: &str| headers.iter().position(|header| header.trim_start_matches('\u{feff}') == name);
    let (id, name) = (column("id"), column("name").ok_or_else(|| PeopleError::NoName(path.to_owned()))?);
    let (mut people, mut lines) = (Vec::new(), BTreeMap::new());
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let label = record.get(name).and_then(kerege::certificate::name).ok_or(PeopleError::Nameless(line))?;
        let key = id.and_then(|id| record.get(id)).filter(|id| !id.is_empty());
        let key = key.map_or_else(|| label.clone(), str::to_owned);
        if let Some(first) = lines.insert(key.clone(), line) {
            return Err(PeopleError::Twice(first, line, key));
        }
        people.push(Person { key, label });
    }
    Ok(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(csv: &str) -> Result<Vec<Person>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        std::fs::write(&path, csv).unwrap();
        read(&path).map_err(|error| error.to_string())
    }

    #[test]
    fn people_are_told_apart_by_id_or_else_by_name() {
        let person = |key: &str, label: &str| Person { key: key.into(), label: label.into() };
        let named = people("name\nӘсел Нұрланқызы\n\"Maisuradze, Giorgi\"\n\n").unwrap();
        assert_eq!(
            named,
            [person("Әсел Нұрланқызы", "Әсел Нұрланқызы"), person("Maisuradze, Giorgi", "Maisuradze, Giorgi")]
        );
        let with_id = people("\u{feff}id,name,town\n1,Anna,Osh\n2,Anna,Almaty\n").unwrap();
        assert_eq!(with_id, [person("1", "Anna"), person("2", "Anna")]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        assert!(people("Имя\nА\n").unwrap_err().contains("no column `name`"));
        assert!(people("name\nAnna\nBoris\nAnna\n").unwrap_err().starts_with("lines 2 and 4"));
        assert!(people("id,name\n1,\n").unwrap_err().starts_with("line 2 has no name"));
        assert!(people("name\n\"Anna").is_ok());
    }
}
