//! Compaction: drops records that no merge can ever need.
//!
//! The law, held by a property test: for all sets of records a and b,
//! `fold(merge(compact(a), b)) == fold(merge(a, b))`.

use super::record::in_order;
use super::{Event, Place, Record};
use crate::content::Id;
use crate::table::{Set, Table};

/// The records of `records` that still matter, in the order of time and each once.
pub fn compact(records: &[Record]) -> Vec<Record> {
    let sorted = in_order(records.iter().collect());
    let slots = Slots::of(&sorted);
    let in_slot = slots.kept(sorted.len());
    let mut shown = Set::new();
    let mut is_mixed = false;
    let mut kept = Vec::new();
    for (record, in_slot) in sorted.into_iter().zip(in_slot) {
        let is_kept = match &record.event {
            // Drafts of a sitting that was handed in are folded away.
            Event::Draft { unit, sitting, .. } => {
                in_slot && (*sitting == 0 || !slots.handed_in.contains(&sitting_key(unit, *sitting)))
            }
            // The first one of these is enough.
            Event::Shown { exercise } => shown.insert(exercise, ()),
            Event::Mixed { .. } => !std::mem::replace(&mut is_mixed, true),
            Event::Seen { .. } | Event::Answered { .. } | Event::Chosen { .. } | Event::Hinted { .. } => in_slot,
            Event::Rated { .. } => in_slot,
            Event::Began { .. } | Event::HandedIn { .. } | Event::Revealed { .. } | Event::Certified { .. } => true,
        };
        if is_kept {
            kept.push(record.clone());
        }
    }
    kept
}

/// What a later record of the same slot replaces. A record may stand in several slots.
#[derive(Default)]
struct Slots {
    /// The last record of each slot.
    last: Table<usize>,
    /// The record with the largest count: answers of each writer to each exercise, hints of each exercise.
    most: Table<(u32, usize)>,
    /// Sittings that were handed in.
    handed_in: Set,
}

impl Slots {
    fn of(sorted: &[&Record]) -> Slots {
        let mut slots = Slots::default();
        for (index, record) in sorted.iter().enumerate() {
            slots.take(index, record);
        }
        slots
    }

    fn take(&mut self, index: usize, record: &Record) {
        match &record.event {
            Event::Seen { place, page } => self.last(["seen ", &place_key(place), page.as_str()], index),
            Event::Answered { place, n, answer } => {
                let exercise = answer.exercise.as_str();
                self.last(["answered ", exercise, ""], index);
                self.last(["answered ", &place_key(place), exercise], index);
                self.count(["answered ", exercise, " ", &record.id.writer], *n, index);
            }
            Event::Draft { unit, exercise, sitting, .. } => {
                self.last(["draft ", &sitting_key(unit, *sitting), exercise.as_str()], index);
            }
            Event::Rated { exercise, .. } => self.last(["rated ", exercise.as_str(), ""], index),
            Event::Chosen { .. } => self.last(["chosen", "", ""], index),
            Event::Hinted { exercise, count } => self.count(["hinted ", exercise.as_str(), "", ""], *count, index),
            Event::HandedIn { place, sitting, .. } => {
                self.handed_in.insert(&sitting_key(&place.unit, *sitting), ());
            }
            Event::Shown { .. } | Event::Mixed { .. } | Event::Began { .. } => {}
            Event::Revealed { .. } | Event::Certified { .. } => {}
        }
    }

    fn last(&mut self, key: [&str; 3], index: usize) {
        self.last.insert(&key.concat(), index);
    }

    /// Of equal counts the first stays.
    fn count(&mut self, key: [&str; 4], n: u32, index: usize) {
        let key = key.concat();
        if self.most.get(&key).is_none_or(|(most, _)| n > *most) {
            self.most.insert(&key, (n, index));
        }
    }

    /// Which of so many records stand in a slot.
    fn kept(&self, many: usize) -> Vec<bool> {
        let mut kept = vec![false; many];
        for index in self.last.rows().iter().chain(self.most.rows().iter().map(|(_, index)| index)) {
            if let Some(kept) = kept.get_mut(*index) {
                *kept = true;
            }
        }
        kept
    }
}

/// Ends with a space, which stands in no id.
fn place_key(place: &Place) -> String {
    let mut key = String::new();
    for id in [&place.unit].into_iter().chain(&place.tracks) {
        key.push_str(id.as_str());
        key.push(' ');
    }
    key
}

fn sitting_key(unit: &Id, sitting: u32) -> String {
    [unit.as_str(), " ", &sitting.to_string(), " "].concat()
}
