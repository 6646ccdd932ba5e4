//! Writes what an author wrote as the format's prose, in one language.

mod blocks;
mod known;

pub use known::Known;

use crate::finding::Findings;
use crate::markdown::{Beside, Block, Document, Leaf, Link, inline};
use crate::media::Media;
use crate::passage::{Passage, Place};
use crate::source::page::place_of;
use crate::translate::{Said, Translator};
use kerege::content::Id;
use kerege::content::wire::{self, Node, Prose};

/// A writer in one language.
pub struct Writer<'a> {
    module: &'a Id,
    known: &'a Known,
    media: &'a mut Media,
    translator: &'a mut Translator,
    findings: &'a mut Findings,
    /// What the footnotes of the text say, and whether somebody referred to them.
    notes: Vec<(String, Vec<Block>, bool)>,
    in_note: bool,
    gaps_allowed: bool,
    marks_allowed: bool,
    verbatim: bool,
}

impl<'a> Writer<'a> {
    /// A writer in the translator's language.
    pub fn new(
        module: &'a Id,
        known: &'a Known,
        media: &'a mut Media,
        translator: &'a mut Translator,
        findings: &'a mut Findings,
    ) -> Writer<'a> {
        let notes = Vec::new();
        Writer {
            module,
            known,
            media,
            translator,
            findings,
            notes,
            in_note: false,
            gaps_allowed: false,
            marks_allowed: false,
            verbatim: false,
        }
    }

    /// The module's id.
    pub fn module(&self) -> &'a Id {
        self.module
    }

    /// The language of what is written.
    pub fn language(&self) -> &str {
        &self.translator.language
    }

    /// A text without marks, such as a title.
    pub fn words(&mut self, leaf: &Leaf) -> String {
        self.say(&leaf.source, None).text.text
    }

    /// A text of blocks; a single paragraph is not wrapped.
    pub fn short(&mut self, document: &Document) -> Prose {
        self.with_notes(document, |writer| match document.blocks.as_slice() {
            [Block::Paragraph(leaf) | Block::Tight(leaf)] => Prose::new(writer.leaf(leaf)),
            blocks => Prose::Nodes(writer.blocks(blocks)),
        })
    }

    /// A text of blocks.
    pub fn prose(&mut self, document: &Document) -> Prose {
        self.with_notes(document, |writer| Prose::Nodes(writer.blocks(&document.blocks)))
    }

    /// A text of blocks in which gaps may stand.
    pub fn with_gaps(&mut self, document: &Document) -> Prose {
        let before = std::mem::replace(&mut self.gaps_allowed, true);
        let prose = self.prose(document);
        self.gaps_allowed = before;
        prose
    }

    /// A text of blocks in which words may be marked.
    pub fn with_marks(&mut self, document: &Document) -> Prose {
        let before = std::mem::replace(&mut self.marks_allowed, true);
        let prose = self.prose(document);
        self.marks_allowed = before;
        prose
    }

    /// Writes what is written in one language only, as it stands.
    pub fn verbatim<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.verbatim, true);
        let written = write(self);
        self.verbatim = before;
        written
    }

    /// The words for true and false.
    pub fn truth(&mut self, truth: bool, place: Place) -> String {
        let [yes, no] = match self.translator.source.as_str() {
            "ru" => ["Верно", "Неверно"],
            _ => ["True", "False"],
        };
        let word = Passage::at((if truth { yes } else { no }).to_owned(), place);
        self.say(&word, None).text.text
    }

    /// The accepted forms of a typed gap: one message, one form a line.
    pub fn forms(&mut self, context: &str, forms: &[String], place: Place) -> Vec<String> {
        let source = Passage::at(forms.join("\n"), place);
        let said = self.say(&source, Some(context)).text.text;
        let own: Vec<String> = said.lines().map(str::trim).filter(|form| !form.is_empty()).map(str::to_owned).collect();
        if own.is_empty() { forms.to_vec() } else { own }
    }

    /// A text in the writer's language.
    fn say(&mut self, source: &Passage, context: Option<&str>) -> Said {
        if self.verbatim {
            return Said { text: source.clone(), foreign: false };
        }
        self.translator.say(source, context, self.findings)
    }

    /// The nodes of a leaf.
    pub(crate) fn leaf(&mut self, leaf: &Leaf) -> Vec<Node> {
        let Said { text: said, foreign } = self.say(&leaf.source, None);
        let found = inline(&said.text, self);
        for (range, problem, help) in found.faults {
            self.findings.wrong(said.place(range), problem, help);
        }
        for (range, link) in found.links {
            let place = said.place(range);
            match &link {
                Link::Blank(id) if !self.gaps_allowed => {
                    let help = "gaps stand in the `text` of a `blanks` exercise; write `\\[` where a bracket is meant";
                    self.findings.wrong(place, format!("`[[{id}]]` is a gap outside an exercise"), help);
                }
                Link::Mark(id) if !self.marks_allowed => {
                    let help = "words to mark stand in the `text` of a `marking` exercise";
                    self.findings.wrong(place, format!("`mark:{id}` stands outside an exercise"), help);
                }
                Link::Note(label) if self.in_note => {
                    let help = "say it in the first note, or beside it in the text";
                    self.findings.wrong(place, format!("the footnote `{label}` stands in another footnote"), help);
                }
                Link::Blank(_) | Link::Mark(_) | Link::Note(_) => {}
                Link::Page(_) | Link::Term(_) | Link::Citation(_) | Link::Data(_) => {
                    // A translation has to have the links of its source; whether they lead somewhere is said once.
                    if self.verbatim || self.translator.is_source() {
                        self.known.check(&link, place, self.findings);
                    }
                }
            }
        }
        if !foreign || found.nodes.is_empty() {
            return found.nodes;
        }
        // A screen reader has to know that this is another language.
        vec![Node::Span { span: Prose::new(found.nodes), lang: self.translator.source.clone() }]
    }

    /// Writes with the footnotes of a text at hand.
    pub(crate) fn with_notes<T>(&mut self, document: &Document, write: impl FnOnce(&mut Self) -> T) -> T {
        if document.notes.is_empty() {
            return write(self);
        }
        let notes = document.notes.iter().map(|(label, blocks)| (label.clone(), blocks.clone(), false));
        let before = std::mem::replace(&mut self.notes, notes.collect());
        let written = write(self);
        let notes = std::mem::replace(&mut self.notes, before);
        for (label, blocks, used) in notes {
            if let (false, Some(place)) = (used, blocks.first().and_then(place_of)) {
                let help = format!("write [^{label}] where it belongs, or remove it");
                self.findings.wrong(place, format!("nothing refers to the footnote `{label}`"), help);
            }
        }
        written
    }

    /// Writes with the footnotes of a text that is written elsewhere as well, where it is said which are not used.
    pub(crate) fn with_notes_of<T>(&mut self, document: &Document, write: impl FnOnce(&mut Self) -> T) -> T {
        let notes = document.notes.iter().map(|(label, blocks)| (label.clone(), blocks.clone(), false));
        let before = std::mem::replace(&mut self.notes, notes.collect());
        let written = write(self);
        self.notes = before;
        written
    }
}

impl Beside for Writer<'_> {
    fn note(&mut self, label: &str) -> Option<Prose> {
        let (_, blocks, used) = self.notes.iter_mut().find(|(known, ..)| known == label)?;
        *used = true;
        if std::mem::replace(&mut self.in_note, true) {
            return Some(Prose::default());
        }
        let blocks = blocks.clone();
        let prose = match blocks.as_slice() {
            [Block::Paragraph(leaf) | Block::Tight(leaf)] => Prose::new(self.leaf(leaf)),
            blocks => Prose::Nodes(self.blocks(blocks)),
        };
        self.in_note = false;
        Some(prose)
    }

    fn unit(&self, page: &str) -> Option<wire::Id> {
        self.known.unit(page).map(|unit| (&unit).into())
    }
}
