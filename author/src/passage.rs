//! Files, places in them, and pieces of text that know where they stand.

use std::ops::Range;

/// A file that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(usize);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
}

/// A file's name, as people know it, and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the module's folder, with `/`.
    pub name: String,
    /// Its text: UTF-8, line feeds only.
    pub text: String,
}

/// All files that were read, so that a place can be shown.
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<SourceFile>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, text: String) -> FileId {
        self.0.push(SourceFile { name: name.into(), text });
        FileId(self.0.len() - 1)
    }

    /// A file's name and text.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.0.get(id.0)
    }

    /// The whole text of a file as a passage.
    pub fn passage(&self, id: FileId) -> Passage {
        let text = self.get(id).map(|file| file.text.clone()).unwrap_or_default();
        Passage { text, file: id, marks: vec![(0, 0)] }
    }

    /// Line and column of a place's start, both from 1, columns in characters.
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let text = self.get(place.file).map_or("", |file| file.text.as_str());
        let before = text.get(..place.start.min(text.len())).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
        (line, column)
    }
}

impl FileId {
    /// The very beginning of the file: for what is said of the whole of it.
    pub fn start(self) -> Place {
        Place { file: self, start: 0, end: 0 }
    }
}

/// A piece of text from a file, perhaps without its line prefixes, that knows where each of its parts stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The text.
    pub text: String,
    file: FileId,
    /// (offset in the text, offset in the file), rising; between two marks both run alike.
    marks: Vec<(usize, usize)>,
}

impl Passage {
    /// A text that stands as a whole at a place, such as a quoted YAML text with escapes in it.
    pub fn at(text: String, place: Place) -> Passage {
        Passage { text, file: place.file, marks: vec![(0, place.start)] }
    }

    /// A text put together from pieces: each begins at an offset of the text and one of the file.
    pub fn joined(text: String, file: FileId, marks: Vec<(usize, usize)>) -> Passage {
        let marks = if marks.is_empty() { vec![(0, 0)] } else { marks };
        Passage { text, file, marks }
    }

    /// The file it comes from.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// Where an offset of the text stands in the file.
    pub fn offset(&self, at: usize) -> usize {
        let mark = self.marks.iter().rev().find(|(text, _)| *text <= at).or(self.marks.first());
        mark.map_or(at, |(text, file)| file + at.saturating_sub(*text))
    }

    /// Where a part of the text stands.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = self.offset(range.start);
        let end = if range.end > range.start { self.offset(range.end - 1) + 1 } else { start };
        Place { file: self.file, start, end: end.max(start) }
    }

    /// Where all of it stands.
    pub fn all(&self) -> Place {
        self.place(0..self.text.len())
    }

    /// A part of it, which must lie on character boundaries; empty where it does not.
    pub fn part(&self, range: Range<usize>) -> Passage {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let mut marks = vec![(0, self.offset(range.start))];
        let inner = self.marks.iter().filter(|(at, _)| *at > range.start && *at < range.end);
        marks.extend(inner.map(|(at, file)| (at - range.start, *file)));
        Passage { text, file: self.file, marks }
    }

    /// It without white space at its ends.
    pub fn trimmed(&self) -> Passage {
        let start = self.text.len() - self.text.trim_start().len();
        self.part(start..start + self.text.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::{Files, Passage};

    #[test]
    fn a_joined_passage_knows_where_its_parts_stand() {
        let mut files = Files::default();
        let id = files.add("a.md", "> one\n> two\n".into());
        let passage = Passage::joined("one two".into(), id, vec![(0, 2), (3, 5), (4, 8)]);
        let place = passage.place(4..7);
        assert_eq!((place.start, place.end), (8, 11));
        assert_eq!(files.line_and_column(place), (2, 3));
        assert_eq!(passage.part(4..7).place(0..1).start, 8);
        assert_eq!(passage.trimmed(), passage);
    }
}
