//! Compaction: drops records that no merge can ever need.
//!
//! The law, held by a property test: for all sets of records a and b,
//! `fold(merge(compact(a), b)) == fold(merge(a, b))`.

use super::record::in_time;
use super::{Event, Place, Record};
use crate::content::Id;
use std::collections::{BTreeMap, BTreeSet};

/// The records of `records` that still matter, in the order of time and each once.
pub fn compact(records: &[Record]) -> Vec<Record> {
    let mut sorted: Vec<&Record> = records.iter().collect();
    sorted.sort_by(|a, b| in_time(a, b));
    sorted.dedup_by(|a, b| a.id == b.id);
    // The last record under each slot is kept; a record may stand in several slots.
    let mut last: BTreeMap<Slot, usize> = BTreeMap::new();
    let mut keep = vec![false; sorted.len()];
    for (index, record) in sorted.iter().enumerate() {
        match &record.event {
            Event::Seen { place, page } => {
                last.insert(Slot::Seen(place, page), index);
            }
            Event::Answered { place, answer, .. } => {
                last.insert(Slot::Answered(&answer.exercise), index);
                last.insert(Slot::AnsweredAt(place, &answer.exercise), index);
            }
            Event::Draft { unit, exercise, sitting, .. } => {
                last.insert(Slot::Draft(unit, exercise, *sitting), index);
            }
            Event::Chosen { .. } => {
                last.insert(Slot::Chosen, index);
            }
            Event::Hinted { .. } | Event::Shown { .. } | Event::Began { .. } | Event::HandedIn { .. } => {}
            Event::Revealed { .. } | Event::Certified { .. } => {}
        }
    }
    for index in last.into_values() {
        mark(&mut keep, index);
    }
    for index in most(&sorted) {
        mark(&mut keep, index);
    }
    let handed_in: BTreeSet<(&Id, u32)> = sorted.iter().filter_map(|record| handed_in(record)).collect();
    let mut shown = BTreeSet::new();
    let kept = sorted.iter().zip(keep).filter(|(record, keep)| match &record.event {
        // Drafts of a sitting that was handed in are folded away.
        Event::Draft { unit, sitting, .. } => *keep && (*sitting == 0 || !handed_in.contains(&(unit, *sitting))),
        // The first one is enough.
        Event::Shown { exercise } => shown.insert(exercise),
        Event::Seen { .. } | Event::Answered { .. } | Event::Chosen { .. } | Event::Hinted { .. } => *keep,
        Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } | Event::Certified { .. } => true,
    });
    kept.map(|(record, _)| (*record).clone()).collect()
}

/// The sitting that a record hands in.
fn handed_in(record: &Record) -> Option<(&Id, u32)> {
    match &record.event {
        Event::HandedIn { place, sitting, .. } => Some((&place.unit, *sitting)),
        Event::Seen { .. } | Event::Answered { .. } | Event::Draft { .. } | Event::Hinted { .. } => None,
        Event::Shown { .. } | Event::Began { .. } | Event::Revealed { .. } | Event::Chosen { .. } => None,
        Event::Certified { .. } => None,
    }
}

/// What a later record of the same slot replaces.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Slot<'a> {
    Seen(&'a Place, &'a Id),
    Answered(&'a Id),
    AnsweredAt(&'a Place, &'a Id),
    Draft(&'a Id, &'a Id, u32),
    Chosen,
}

/// Records that hold the largest count: answers of each writer to each exercise, hints of each exercise.
fn most(sorted: &[&Record]) -> Vec<usize> {
    let mut best: BTreeMap<(&Id, Option<&str>), (u32, usize)> = BTreeMap::new();
    for (index, record) in sorted.iter().enumerate() {
        let (key, n) = match &record.event {
            Event::Answered { n, answer, .. } => ((&answer.exercise, Some(record.id.writer.as_str())), *n),
            Event::Hinted { exercise, count } => ((exercise, None), *count),
            _ => continue,
        };
        let entry = best.entry(key).or_insert((n, index));
        if n > entry.0 {
            *entry = (n, index);
        }
    }
    best.into_values().map(|(_, index)| index).collect()
}

fn mark(keep: &mut [bool], index: usize) {
    if let Some(keep) = keep.get_mut(index) {
        *keep = true;
    }
}
