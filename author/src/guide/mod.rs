//! The facilitator's guide: a page to print, with what a group needs of each unit.

mod page;
mod prose;
mod words;

pub use page::MADE_BY;

use crate::build::Built;
use kerege::content::module::UnitSource;
use kerege::content::unit::BlockContent;
use kerege::content::{File, Node, Unit, UnitEntry, read};
use std::fmt;

/// Why there is no guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideError {
    /// The module does not speak this language; it speaks these.
    UnknownLanguage(Vec<String>),
    /// No unit has notes.
    NoNotes,
    /// What was built cannot be read.
    Unreadable,
}

impl fmt::Display for GuideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GuideError::UnknownLanguage(known) => write!(f, "the module is in {}: name one of these", known.join(", ")),
            GuideError::NoNotes => f.write_str("no unit has notes: write them into notes/<name of the unit's file>"),
            GuideError::Unreadable => f.write_str("what was built cannot be read; please report this"),
        }
    }
}

impl std::error::Error for GuideError {}

/// The guide as HTML; without a language, in that of the source.
///
/// # Errors
/// Where the module does not speak the language, or nothing is there to print.
pub fn guide(built: &Built, language: Option<&str>) -> Result<String, GuideError> {
    let (module, _) = built.read.as_ref().ok_or(GuideError::Unreadable)?;
    let source = module.languages.first().map(String::as_str).unwrap_or_default();
    let language = language.unwrap_or(source);
    if !module.languages.iter().any(|known| known == language) {
        return Err(GuideError::UnknownLanguage(module.languages.clone()));
    }
    if module.units.iter().all(|unit| unit.notes.is_empty()) {
        return Err(GuideError::NoNotes);
    }
    let chapters: Option<Vec<Chapter<'_>>> = module.units.iter().map(|entry| chapter(built, entry, language)).collect();
    Ok(page::html(module, &chapters.ok_or(GuideError::Unreadable)?, &built.files, language))
}

/// A unit in the guide.
#[derive(Debug)]
struct Chapter<'a> {
    entry: &'a UnitEntry,
    unit: Unit,
    /// Its notes; empty where it has none.
    notes: Vec<Node>,
}

fn chapter<'a>(built: &Built, entry: &'a UnitEntry, language: &str) -> Option<Chapter<'a>> {
    let unit = match &entry.source {
        UnitSource::Files(files) => read::unit(built.files.bytes(&file(files, language)?.path)?).value?,
        UnitSource::Inline(units) => units.iter().find(|(tag, _)| tag == language)?.1.as_ref().clone(),
    };
    let notes = match file(&entry.notes, language) {
        Some(file) => notes(read::unit(built.files.bytes(&file.path)?).value?),
        None => Vec::new(),
    };
    Some(Chapter { entry, unit, notes })
}

fn file<'a>(files: &'a [(String, File)], language: &str) -> Option<&'a File> {
    files.iter().find(|(tag, _)| tag == language).map(|(_, file)| file)
}

/// The text of notes, which are a unit of one page.
fn notes(unit: Unit) -> Vec<Node> {
    let blocks = unit.pages.into_iter().flat_map(|page| page.blocks);
    let texts = blocks.filter_map(|block| match block.content {
        BlockContent::Prose(prose) => Some(prose),
        BlockContent::Exercise { .. } | BlockContent::Pool(_) => None,
    });
    texts.flatten().collect()
}
