//! Findings: what is wrong in an author's folder, where, and how to mend it.

use crate::passage::{Files, Place};
use crate::source::DataSets;
use std::fmt::Write as _;
use std::sync::Arc;

/// One thing that the command has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// Whether it stands in the way of a build.
    pub weight: Weight,
    /// What is wrong: one line.
    pub problem: String,
    /// How to mend it: one line.
    pub help: String,
}

/// Whether a finding stands in the way of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The module cannot be built like this.
    Wrong,
    /// The module can be built; something in it is not finished, such as a translation.
    Unfinished,
}

/// Findings, as they are collected while a module is read.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    found: Vec<Finding>,
    /// The module's data sets: a chart in any text may be drawn from one.
    pub(crate) data: Arc<DataSets>,
}

impl Findings {
    /// More than this is not kept: nobody reads it.
    const MOST: usize = 2000;

    /// Adds something that stands in the way of a build.
    pub fn wrong(&mut self, place: Place, problem: impl Into<String>, help: impl Into<String>) {
        self.add(Finding { place, weight: Weight::Wrong, problem: problem.into(), help: help.into() });
    }

    /// Adds something that is not finished.
    pub fn unfinished(&mut self, place: Place, problem: impl Into<String>, help: impl Into<String>) {
        self.add(Finding { place, weight: Weight::Unfinished, problem: problem.into(), help: help.into() });
    }

    /// Adds a finding, once.
    pub fn add(&mut self, finding: Finding) {
        if self.found.len() < Findings::MOST && !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Findings) {
        other.found.into_iter().for_each(|finding| self.add(finding));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether one of them stands in the way of a build.
    pub fn any_wrong(&self) -> bool {
        self.found.iter().any(|finding| finding.weight == Weight::Wrong)
    }

    /// Keeps what stands in the way of a build.
    pub fn keep_wrong(&mut self) {
        self.found.retain(|finding| finding.weight == Weight::Wrong);
    }

    /// In the order of the files.
    pub fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|finding| finding.place);
        self.found
    }
}

impl Finding {
    /// For a terminal: `file:line:column: problem`, how to mend it, and the line with a caret below the place.
    ///
    /// `folder` is put before the file's name, so that the address can be opened from where the command was started.
    pub fn show(&self, files: &Files, folder: &str) -> String {
        let (line, column) = files.line_and_column(self.place);
        let Some(file) = files.get(self.place.file) else { return format!("{}\n", self.problem) };
        let mut out = String::new();
        let _ = writeln!(out, "{folder}{}:{line}:{column}: {}", file.name, self.problem);
        let _ = writeln!(out, "  {}", self.help);
        if !file.text.is_empty() && self.place.end > 0 {
            out += &excerpt(&file.text, self.place);
        }
        out
    }
}

/// The first line of a place with a caret below it; of a long line, what stands around the caret.
fn excerpt(text: &str, place: Place) -> String {
    let start = floor(text, place.start);
    let (before, after) = text.split_at(start);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line_end = after.find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, place.end.clamp(start, line_end));
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().replace('\t', " ");
    let (left, middle, right) = (part(line_start, start), part(start, end), part(end, line_end));
    let left = ending(&left, 50);
    let middle = beginning(&middle, 60);
    let right = beginning(&right, 50);
    let number = (before.matches('\n').count() + 1).to_string();
    let margin = " ".repeat(number.len());
    let carets = "^".repeat(middle.chars().count().max(1));
    let indent = " ".repeat(left.chars().count());
    format!("{margin} |\n{number} | {left}{middle}{right}\n{margin} | {indent}{carets}\n")
}

/// The first characters of a text.
fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The last characters of a text.
fn ending(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most) {
        Some((at, c)) => format!("…{}", text.get(at + c.len_utf8()..).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Finding, Weight};
    use crate::passage::{Files, Place};

    #[test]
    fn a_finding_shows_the_line_and_a_caret() {
        let mut files = Files::default();
        let file = files.add("1-a.md", "one\nя promt: x\n".into());
        let place = Place { file, start: 7, end: 12 };
        let finding = Finding { place, weight: Weight::Wrong, problem: "no `promt`".into(), help: "Mend it.".into() };
        let shown = finding.show(&files, "m/");
        assert_eq!(shown, "m/1-a.md:2:3: no `promt`\n  Mend it.\n  |\n2 | я promt: x\n  |   ^^^^^\n");
    }

    #[test]
    fn long_lines_are_cut_around_the_caret() {
        let mut files = Files::default();
        let file = files.add("a.md", "x".repeat(300));
        let place = Place { file, start: 150, end: 290 };
        let finding = Finding { place, weight: Weight::Wrong, problem: "p".into(), help: "h".into() };
        assert!(finding.show(&files, "").lines().all(|line| line.chars().count() < 180));
    }
}
