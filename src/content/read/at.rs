//! A place in a JSON document, and the findings made there.

use crate::content::{FileSeal, Finding, Id, Localised, Problem, file, language};
use crate::exercise::read::Rare;
use crate::json::Value;
use crate::table::Set;

/// Findings, collected while reading.
///
/// A finding remembers the value that it is about; its JSON pointer is looked up at the end, so that a document without
/// faults, which is nearly every one, pays nothing for pointers.
#[derive(Debug, Default)]
pub struct Findings {
    found: Vec<(*const Value, Problem)>,
    /// Whether a kind of exercise was met that this reader leaves to another.
    pub(crate) is_short: bool,
    /// The readers of what is rare in a text, where they are there.
    pub(crate) rare: Option<Rare>,
}

impl Findings {
    /// More findings than this are not kept: nobody reads them, and a hostile file could make millions.
    const MOST: usize = 100;

    /// The readers of what is rare in a text. They come with those of the large kinds; where they are missing, that is noted.
    pub(crate) fn rare(&mut self) -> Option<Rare> {
        self.is_short |= self.rare.is_none();
        self.rare
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Everything that was found in a document, in the order of reading.
    pub fn in_document(self, root: &Value) -> Vec<Finding> {
        let mut found = Vec::with_capacity(self.found.len());
        for (place, problem) in self.found {
            let mut pointer = String::new();
            trace(root, place, &mut pointer);
            found.push(Finding { pointer, problem });
        }
        found
    }

    fn add(&mut self, place: &Value, problem: Problem) {
        if self.found.len() < Findings::MOST {
            self.found.push((place, problem));
        }
    }
}

/// Makes `pointer` lead from `here` to the value at the address `place`; false, and nothing added, where it is not below.
fn trace(here: &Value, place: *const Value, pointer: &mut String) -> bool {
    if std::ptr::eq(here, place) {
        return true;
    }
    let before = pointer.len();
    match here {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                step(pointer, &index.to_string());
                if trace(item, place, pointer) {
                    return true;
                }
                pointer.truncate(before);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                step(pointer, name);
                if trace(value, place, pointer) {
                    return true;
                }
                pointer.truncate(before);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    false
}

/// Adds a step to a JSON pointer (RFC 6901, section 3). A hostile name could be megabytes long; no more than the
/// beginning of it is repeated.
fn step(pointer: &mut String, name: &str) {
    pointer.push('/');
    for c in name.chars().take(MOST_NAMED) {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

/// A place in a document: a value, and the language of the document.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The value here.
    pub value: &'a Value,
    /// The source language, where it is known: it comes first among others.
    source: Option<&'a str>,
}

impl<'a> At<'a> {
    /// The whole document.
    pub fn root(value: &'a Value) -> At<'a> {
        At { value, source: None }
    }

    /// The same place in a document of this source language.
    pub fn in_source(self, source: Option<&'a str>) -> At<'a> {
        At { source, ..self }
    }

    /// Notes a problem here.
    pub fn say(&self, findings: &mut Findings, problem: Problem) {
        findings.add(self.value, problem);
    }

    /// A field of an object, where it is there and not null.
    pub fn field(&self, name: &str) -> Option<At<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(At { value, ..*self })
    }

    /// A field that has to be there.
    pub fn need(&self, name: &'static str, findings: &mut Findings) -> Option<At<'a>> {
        let field = self.field(name);
        if field.is_none() {
            self.say(findings, Problem::Missing(name));
        }
        field
    }

    /// What an object holds under an id that has to be there.
    pub fn under(&self, id: &Id, findings: &mut Findings) -> Option<At<'a>> {
        let found = self.field(id.as_str());
        if found.is_none() {
            self.say(findings, Problem::UnknownId(id.to_string()));
        }
        found
    }

    /// The text here.
    pub fn text(&self, findings: &mut Findings) -> Option<&'a str> {
        self.expect(self.value.as_str(), "a text", findings)
    }

    /// The whole number here, 0 to 2³²−1.
    pub fn count(&self, findings: &mut Findings) -> Option<u32> {
        self.expect(self.value.as_u64().and_then(|n| n.try_into().ok()), "a whole number", findings)
    }

    /// True or false.
    pub fn truth(&self, findings: &mut Findings) -> Option<bool> {
        self.expect(self.value.as_bool(), "true or false", findings)
    }

    /// The id here.
    pub fn id(&self, findings: &mut Findings) -> Option<Id> {
        let text = self.text(findings)?;
        let id = Id::new(text);
        if id.is_none() {
            self.say(findings, Problem::BadId(excerpt(text)));
        }
        id
    }

    /// The members of an array; none where it is none.
    pub fn items(&self, findings: &mut Findings) -> Vec<At<'a>> {
        let Some(items) = self.expect(self.value.as_array(), "a list", findings) else { return Vec::new() };
        items.iter().map(|value| At { value, ..*self }).collect()
    }

    /// The members of an object; none where it is none.
    pub fn entries(&self, findings: &mut Findings) -> Vec<(&'a str, At<'a>)> {
        let Some(object) = self.expect(self.value.as_object(), "an object", findings) else { return Vec::new() };
        object.iter().map(|(name, value)| (name.as_str(), At { value, ..*self })).collect()
    }

    /// The language tag here.
    pub fn tag(&self, findings: &mut Findings) -> Option<&'a str> {
        let text = self.text(findings)?;
        self.expect(language::is_tag(text).then_some(text), "a language tag", findings)
    }

    /// The members of an object by language, that of the source first; none where it is none.
    pub fn by_language(&self, findings: &mut Findings) -> Vec<(&'a str, At<'a>)> {
        let mut entries = self.entries(findings);
        if let Some(at) = entries.iter().position(|(tag, _)| Some(*tag) == self.source) {
            // JSON objects have no order.
            entries.get_mut(..=at).unwrap_or_default().rotate_right(1);
        }
        entries
    }

    /// Reads each member of the array in field `name`, leaving out what cannot be read; empty where there is no field.
    pub fn each<T>(
        &self,
        name: &str,
        findings: &mut Findings,
        mut read: impl FnMut(&At<'a>, &mut Findings) -> Option<T>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        let Some(list) = self.field(name) else { return all };
        for item in list.items(findings) {
            all.extend(read(&item, findings));
        }
        all
    }

    /// Reads each member of the array in field `name`, and refuses a second one with the same id.
    pub fn each_once<T>(
        &self,
        name: &str,
        findings: &mut Findings,
        mut read: impl FnMut(&At<'a>, &mut Findings) -> Option<T>,
        id: fn(&T) -> &Id,
    ) -> Vec<T> {
        let mut seen = Set::new();
        self.each(name, findings, |at, findings| {
            let found = read(at, findings)?;
            if seen.insert(id(&found), ()) {
                return Some(found);
            }
            at.say(findings, Problem::DoubleId(id(&found).to_string()));
            None
        })
    }

    /// The ids in the array of field `name`.
    pub fn ids(&self, name: &str, findings: &mut Findings) -> Vec<Id> {
        self.each(name, findings, |at, findings| at.id(findings))
    }

    /// Text of a field that may be missing.
    pub fn text_or_empty(&self, name: &str, findings: &mut Findings) -> String {
        self.field(name).and_then(|at| at.text(findings)).unwrap_or_default().to_owned()
    }

    /// Number of a field that may be missing.
    pub fn count_or(&self, name: &str, default: u32, findings: &mut Findings) -> u32 {
        self.field(name).and_then(|at| at.count(findings)).unwrap_or(default)
    }

    /// Texts by language in a field; empty where it is missing.
    pub fn localised(&self, name: &str, findings: &mut Findings) -> Localised {
        let entries = self.field(name).map(|at| at.by_language(findings)).unwrap_or_default();
        let texts = entries.into_iter().filter_map(|(tag, at)| Some((tag.to_owned(), at.text(findings)?.to_owned())));
        Localised(texts.collect())
    }

    /// The file here.
    pub fn file(&self, findings: &mut Findings) -> Option<crate::content::File> {
        let path = self.need("path", findings)?;
        let sha256 = self.need("sha256", findings)?.text(findings)?;
        let size = self.need("size", findings)?.size(findings)?;
        let text = path.text(findings)?;
        if !file::is_inside(text) {
            path.say(findings, Problem::Forbidden(excerpt(text)));
            return None;
        }
        if !is_sha256(sha256) {
            self.say(findings, Problem::Expected("a SHA-256 in lower-case hexadecimal"));
            return None;
        }
        // A sealed file whose seal cannot be read is left out: its bytes must not be taken for open ones.
        let seal = match self.field("seal") {
            Some(at) => Some(at.seal(findings)?),
            None => None,
        };
        Some(crate::content::File { path: text.to_owned(), sha256: sha256.to_owned(), size, seal })
    }

    fn seal(&self, findings: &mut Findings) -> Option<FileSeal> {
        let sha256 = self.need("sha256", findings)?;
        let text = sha256.text(findings)?;
        sha256.expect(Some(()).filter(|()| is_sha256(text)), "a SHA-256 in lower-case hexadecimal", findings)?;
        let packed = match self.field("packed") {
            Some(at) => Some(at.size(findings)?),
            None => None,
        };
        Some(FileSeal {
            packed,
            file: self.need("file", findings)?.text(findings)?.to_owned(),
            language: self.text_or_empty("language", findings),
            sha256: text.to_owned(),
        })
    }

    /// How many bytes a file has.
    fn size(&self, findings: &mut Findings) -> Option<u64> {
        let size = self.expect(self.value.as_u64(), "a size in bytes", findings)?;
        if size > file::LARGEST {
            self.say(findings, Problem::OutOfRange("the file is larger than 8 MiB"));
        }
        Some(size).filter(|size| *size <= file::LARGEST)
    }

    /// Files by language in a field.
    pub fn files(&self, name: &str, findings: &mut Findings) -> Vec<(String, crate::content::File)> {
        let entries = self.field(name).map(|at| at.by_language(findings)).unwrap_or_default();
        entries.into_iter().filter_map(|(tag, at)| Some((tag.to_owned(), at.file(findings)?))).collect()
    }

    /// A value found here, or a finding that says what was expected.
    pub fn expect<T>(&self, value: Option<T>, what: &'static str, findings: &mut Findings) -> Option<T> {
        if value.is_none() {
            self.say(findings, Problem::Expected(what));
        }
        value
    }
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The first text in the list of field `name`.
pub(super) fn first<'a>(at: &At<'a>, name: &str) -> Option<&'a str> {
    at.value.get(name)?.as_array()?.first()?.as_str()
}

/// No more characters of a file are repeated in a finding.
const MOST_NAMED: usize = 60;

/// The beginning of a text of a file, for a finding.
pub(crate) fn excerpt(text: &str) -> String {
    text.chars().take(MOST_NAMED).collect()
}
