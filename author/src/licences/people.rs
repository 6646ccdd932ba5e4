//! A cohort: people from a CSV file with a column `name` and, where names are not enough to tell them apart, `id`.
//!
//! Spreadsheets write what their country does: commas, semicolons or tabs; a mark at the beginning, or none.

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
    /// It is in some other encoding.
    NotUtf8(PathBuf),
    /// It has no column `name`; these are its columns.
    NoName(PathBuf, Vec<String>),
    /// Nobody is in it.
    Nobody(PathBuf),
    /// Lines of it are wrong.
    Lines(PathBuf, Vec<Fault>),
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: u64,
    /// What is wrong, and how to mend it.
    pub what: String,
}

/// So many faults are written out.
const SHOWN: usize = 20;

impl fmt::Display for PeopleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, problem) => write!(f, "{} cannot be read: {problem}", path.display()),
            Self::NotUtf8(path) => write!(
                f,
                "{} is not in UTF-8: in the spreadsheet, save it as “CSV UTF-8”, or choose the encoding UTF-8",
                path.display()
            ),
            Self::NoName(path, columns) => {
                let columns: Vec<String> = columns.iter().map(|column| format!("`{column}`")).collect();
                let there = if columns.is_empty() { "it is empty".to_owned() } else { columns.join(", ") };
                write!(
                    f,
                    "{} has no column `name` ({there}): call the column with the names `name`; where two people share a \
                     name, add a column `id`",
                    path.display()
                )
            }
            Self::Nobody(path) => write!(f, "nobody is in {}: write one person a line below `name`", path.display()),
            Self::Lines(path, faults) => {
                write!(f, "nobody was issued anything: {} has lines to mend", path.display())?;
                for Fault { line, what } in faults.iter().take(SHOWN) {
                    write!(f, "\n  line {line}: {what}")?;
                }
                match faults.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, "\n  and {more} more"),
                }
            }
        }
    }
}

impl std::error::Error for PeopleError {}

/// Reads a file of people. Nothing is issued where one line of it is wrong.
///
/// # Errors
/// [`PeopleError`], with everything that is wrong in the lines.
pub fn read(path: &Path) -> Result<Vec<Person>, PeopleError> {
    let unreadable = |problem: String| PeopleError::Unreadable(path.to_owned(), problem);
    let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| PeopleError::NotUtf8(path.to_owned()))?;
    let text = text.trim_start_matches('\u{feff}');
    if let Some(fault) = unpaired(text) {
        return Err(PeopleError::Lines(path.to_owned(), vec![fault]));
    }
    let separator = separator(text);
    let mut reader = reader(text, separator);
    let headers = reader.headers().map_err(|error| unreadable(error.to_string()))?.clone();
    let column = |name: &str| headers.iter().position(|header| header.eq_ignore_ascii_case(name));
    let Some(name) = column("name") else {
        let columns = headers.iter().filter(|header| !header.is_empty()).map(str::to_owned).collect();
        return Err(PeopleError::NoName(path.to_owned(), columns));
    };
    let mut rows = Rows { name, id: column("id"), width: headers.len(), ..Rows::default() };
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(error.to_string()))?;
        if !record.iter().all(str::is_empty) {
            rows.take(&record);
        }
    }
    match (rows.faults.is_empty(), rows.people.is_empty()) {
        (false, _) => Err(PeopleError::Lines(path.to_owned(), rows.faults)),
        (true, true) => Err(PeopleError::Nobody(path.to_owned())),
        (true, false) => Ok(rows.people),
    }
}

/// The rows of a table, as they are taken in.
#[derive(Default)]
struct Rows {
    name: usize,
    id: Option<usize>,
    width: usize,
    people: Vec<Person>,
    faults: Vec<Fault>,
    /// In which line somebody stands.
    lines: BTreeMap<String, u64>,
}

impl Rows {
    fn take(&mut self, record: &csv::StringRecord) {
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().skip(self.width).any(|field| !field.is_empty()) {
            let what =
                "it has more columns than the first line: put a name with a separator in it between quotation marks";
            return self.faults.push(Fault { line, what: what.to_owned() });
        }
        let Some(label) = record.get(self.name).and_then(kerege::certificate::name) else {
            return self.faults.push(Fault { line, what: "a name has 1 to 80 characters that can be seen".to_owned() });
        };
        let key = self.id.and_then(|id| record.get(id)).filter(|id| !id.is_empty());
        let key = key.map_or_else(|| label.clone(), str::to_owned);
        if let Some(first) = self.lines.get(&key) {
            let what = format!(
                "{key} stands in line {first} already: remove one of them, or add a column `id` that tells them apart"
            );
            return self.faults.push(Fault { line, what });
        }
        self.lines.insert(key.clone(), line);
        self.people.push(Person { key, label });
    }
}

/// A quotation mark that is never closed would make one person of all who follow.
fn unpaired(text: &str) -> Option<Fault> {
    let marks = |text: &str| text.bytes().filter(|byte| *byte == b'"').count();
    let is_odd = |line: &&str| marks(line) % 2 == 1;
    let line = text.lines().position(|line| is_odd(&line)).filter(|_| marks(text) % 2 == 1)?;
    let what =
        "a quotation mark is opened and never closed: write each twice inside of a name, or remove it".to_owned();
    Some(Fault { line: line as u64 + 1, what })
}

/// What stands between two columns: the separator that makes a column `name` of the first line, else the commonest there.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let has_name = |separator: &u8| {
        let mut reader = reader(first, *separator);
        reader.headers().is_ok_and(|headers| headers.iter().any(|header| header.eq_ignore_ascii_case("name")))
    };
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let all = *b",;\t";
    all.into_iter().find(has_name).or_else(|| all.into_iter().max_by_key(count)).unwrap_or(b',')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).trim(csv::Trim::All).flexible(true).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(csv: impl AsRef<[u8]>) -> Result<Vec<Person>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        std::fs::write(&path, csv).unwrap();
        read(&path).map_err(|error| error.to_string())
    }

    fn person(key: &str, label: &str) -> Person {
        Person { key: key.into(), label: label.into() }
    }

    #[test]
    fn people_are_told_apart_by_id_or_else_by_name() {
        let named = people("name\nӘсел Нұрланқызы\n\"Maisuradze, Giorgi\"\n\n").unwrap();
        assert_eq!(
            named,
            [person("Әсел Нұрланқызы", "Әсел Нұрланқызы"), person("Maisuradze, Giorgi", "Maisuradze, Giorgi")]
        );
        let with_id = people("\u{feff}id,name,town\n1,Anna,Osh\n2,Anna,Almaty\n").unwrap();
        assert_eq!(with_id, [person("1", "Anna"), person("2", "Anna")]);
    }

    #[test]
    fn a_table_is_taken_as_spreadsheets_write_it() {
        let expected = [person("1", "Анна"), person("2", "Иванова, Вера")];
        for csv in [
            "id,name\n1,Анна\n2,\"Иванова, Вера\"\n",
            "\u{feff}id;name\r\n1;Анна\r\n2;Иванова, Вера\r\n",
            "ID\tName\r\n1\tАнна\r\n2\tИванова, Вера\r\n",
            "name;id;\nАнна;1;\nИванова, Вера;2;\n;;\n",
        ] {
            assert_eq!(people(csv).unwrap(), expected, "{csv}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_said_with_its_line() {
        let said = people("name\nAnna\nBoris\nAnna\nMaisuradze, Giorgi\n\u{200b}\n").unwrap_err();
        for words in ["line 4: Anna stands in line 2 already", "line 5: it has more columns", "line 6: a name has"] {
            assert!(said.contains(words), "{said}");
        }
        assert!(people("id,name\n1,\n").unwrap_err().contains("line 2: a name has"));
        let many = people(format!("name\n{}", "Anna\n".repeat(40))).unwrap_err();
        assert!(many.ends_with("and 19 more"), "{many}");
    }

    #[test]
    fn nobody_is_lost_to_a_quotation_mark() {
        let said = people("name\nAnna\n\"Boris\nVera\nGleb\n").unwrap_err();
        assert!(said.contains("line 3: a quotation mark is opened"), "{said}");
        assert_eq!(people("name\nAnna \"Anya\" K\n").unwrap()[0].label, "Anna \"Anya\" K");
    }

    #[test]
    fn a_table_without_names_says_what_it_has_instead() {
        assert!(people("Имя;Город\nА;Ош\n").unwrap_err().contains("(`Имя`, `Город`)"));
        assert!(people("").unwrap_err().contains("it is empty"));
        assert!(people("name\n\n").unwrap_err().starts_with("nobody is in"));
        for bytes in [&b"name\n\xc0\xed\xed\xe0\n"[..], b"\xff\xfen\0a\0m\0e\0"] {
            assert!(people(bytes).unwrap_err().contains("save it as “CSV UTF-8”"));
        }
    }
}
