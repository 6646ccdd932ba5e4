//! Brings a language's file up to date with the source: nothing that a translator wrote is lost.

use super::{Catalogue, Entry};
use crate::passage::{FileId, Passage};
use crate::translate::Message;
use std::collections::BTreeSet;

/// So alike have two texts to be that the translation of one is a start for the other.
const ALIKE: f64 = 0.72;

/// The catalogue for `messages`, with all that `old` has for them.
///
/// `reference` writes a message's places. A message that is new, but much like one that went, takes its translation as
/// fuzzy. What went is kept as obsolete where it was translated.
pub fn merge(
    old: &Catalogue,
    messages: &[Message],
    file: FileId,
    reference: impl Fn(&Message) -> Vec<String>,
) -> Catalogue {
    let wanted: BTreeSet<(Option<&str>, &str)> =
        messages.iter().map(|m| (m.context.as_deref(), m.id.as_str())).collect();
    let is_wanted = |entry: &Entry| wanted.contains(&(entry.context.as_deref(), entry.id.as_str()));
    let mut spare: Vec<&Entry> = old.messages.iter().filter(|entry| !is_wanted(entry)).chain(&old.obsolete).collect();
    spare.retain(|entry| !entry.text.text.is_empty());
    let mut merged = Catalogue { comments: old.comments.clone(), header: old.header.clone(), ..Catalogue::default() };
    let mut used = BTreeSet::new();
    for message in messages {
        let mut entry = match old.find(message.context.as_deref(), &message.id) {
            Some(entry) => entry.clone(),
            None => take(message, &spare, &mut used).unwrap_or_else(|| empty(message, file)),
        };
        entry.references = reference(message);
        merged.add(entry);
    }
    for (index, entry) in spare.iter().enumerate() {
        // A text that came back is no longer obsolete.
        if !used.contains(&index) && !is_wanted(entry) {
            let references = Vec::new();
            merged.obsolete.push(Entry { references, ..(*entry).clone() });
        }
    }
    merged
}

/// The entry for a new message from those that nobody needs any more: the same text, or one much like it.
fn take(message: &Message, spare: &[&Entry], used: &mut BTreeSet<usize>) -> Option<Entry> {
    let same = spare.iter().position(|entry| entry.id == message.id && entry.context == message.context);
    if let Some(entry) = same.and_then(|at| spare.get(at)) {
        used.extend(same);
        return Some((*entry).clone());
    }
    let free = spare
        .iter()
        .enumerate()
        .filter(|(at, entry)| !used.contains(at) && entry.context.is_some() == message.context.is_some());
    let (alike, at) = free
        .filter(|(_, entry)| comparable(&entry.id, &message.id))
        .map(|(at, entry)| (strsim::sorensen_dice(&entry.id, &message.id), at))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    let entry = spare.get(at).filter(|_| alike >= ALIKE)?;
    used.insert(at);
    Some(Entry {
        fuzzy: true,
        previous: Some(entry.previous.clone().filter(|_| entry.fuzzy).unwrap_or_else(|| entry.id.clone())),
        context: message.context.clone(),
        id: message.id.clone(),
        ..(*entry).clone()
    })
}

/// Texts of very different length are not compared at all.
fn comparable(a: &str, b: &str) -> bool {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    short * 2 >= long
}

fn empty(message: &Message, file: FileId) -> Entry {
    Entry {
        comments: Vec::new(),
        references: Vec::new(),
        fuzzy: false,
        flags: Vec::new(),
        previous: None,
        context: message.context.clone(),
        id: message.id.clone(),
        text: Passage::at(String::new(), file.start()),
    }
}
