//! What a module holds, counted: for the whole and for each track.

mod column;
mod table;

pub use column::Column;
pub use table::table;

use crate::build::Built;
use crate::markdown::marks;
use crate::po::Catalogue;
use crate::source::Source;
use crate::translate::Message;
use kerege::content::{Id, Unit, prose};
use kerege::exercise::Kind;
use std::collections::BTreeSet;

/// A module in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stats {
    /// The module's address.
    pub slug: String,
    /// The edition's number.
    pub edition: u32,
    /// All languages, the source first.
    pub languages: Vec<String>,
    /// The whole module, then each track.
    pub columns: Vec<Column>,
    /// Kinds of exercises that the module has.
    pub kinds: Vec<Kind>,
    /// Learning objectives, in order.
    pub objectives: Vec<Id>,
    /// Entries of the bibliography: those that a text cites, and all.
    pub sources: (usize, usize),
    /// Entries of the glossary: those that a text links to, and all.
    pub terms: (usize, usize),
    /// Words of all texts that can be translated, each text counted once.
    pub translatable: usize,
    /// Texts that can be translated.
    pub texts: usize,
    /// For each other language, how many of them are translated.
    pub translated: Vec<(String, usize)>,
}

/// Counts a module; `None` where its build cannot be read.
pub fn stats(source: &Source, built: &Built) -> Option<Stats> {
    let (module, units) = built.read.as_ref()?;
    let whole = Column::whole(module, units);
    let tracks = module.tracks.iter().enumerate().map(|(at, track)| Column::track(module, units, at, track));
    let columns: Vec<Column> = std::iter::once(whole).chain(tracks).collect();
    let used: BTreeSet<String> = built.messages.iter().flat_map(|message| marks(&message.id)).collect();
    let is_used = |mark: &str, id: &Id| used.contains(&format!("{mark}:{id}"));
    let works: Vec<&Id> = source.works.iter().flatten().map(|work| &work.id).collect();
    let terms: Vec<&Id> = source.glossary.iter().flatten().map(|term| &term.id).collect();
    let of = |mark: &str, ids: &[&Id]| (ids.iter().filter(|id| is_used(mark, id)).count(), ids.len());
    Some(Stats {
        slug: source.module.slug.clone(),
        edition: module.edition.number,
        languages: module.languages.clone(),
        kinds: Kind::ALL.into_iter().filter(|kind| units.iter().any(|unit| has(unit, *kind))).collect(),
        columns,
        objectives: module.objectives.iter().map(|objective| objective.id.clone()).collect(),
        sources: of("cite", &works),
        terms: of("term", &terms),
        translatable: built.messages.iter().map(|message| words(&message.id)).sum(),
        texts: built.messages.len(),
        translated: source
            .translations
            .iter()
            .map(|(tag, po)| (tag.clone(), translated(po, &built.messages)))
            .collect(),
    })
}

fn has(unit: &Unit, kind: Kind) -> bool {
    unit.exercises.iter().any(|exercise| exercise.task.kind() == kind)
}

/// How many texts have a translation that is used.
fn translated(po: &Catalogue, messages: &[Message]) -> usize {
    let is_good = |message: &&Message| {
        let entry = po.find(message.context.as_deref(), &message.id);
        entry.is_some_and(|entry| !entry.fuzzy && !entry.text.text.is_empty())
    };
    messages.iter().filter(is_good).count()
}

/// Words of a text: what stands between spaces and has a letter or a digit.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn words_of(prose: &[kerege::content::Node]) -> usize {
    words(&prose::words(prose))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_have_a_letter_or_a_digit() {
        for (text, expected) in [("", 0), ("Из 61 — сорок.", 3), ("75% (30 of 40)", 4), ("– × ÷", 0)] {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
