//! A record: one thing that happened.

use crate::content::Id;
use crate::exercise::Response;
use crate::port::Moment;

/// One thing that happened. Records are never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Who wrote it, and which of theirs it is.
    pub id: RecordId,
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// Identifies a record in the whole world.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The writer: one for each open tab.
    pub writer: String,
    /// Counts up from 1 for each writer.
    pub seq: u32,
}

/// Where in the module something happened.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The unit.
    pub unit: Id,
    /// Tracks that the page belongs to; empty for all.
    pub tracks: Vec<Id>,
}

/// How sure somebody is who is sure.
pub const SURE: u32 = 3;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A page was opened.
    Seen {
        /// Where.
        place: Place,
        /// The page.
        page: Id,
    },
    /// A practice exercise was checked.
    Answered {
        /// Where.
        place: Place,
        /// The `n`th answer of this writer to this exercise, from 1.
        n: u32,
        /// The answer.
        answer: Answer,
    },
    /// Something was entered and not checked or handed in yet.
    Draft {
        /// The unit.
        unit: Id,
        /// The exercise.
        exercise: Id,
        /// The sitting of the assessment that it belongs to; 0 for practice.
        sitting: u32,
        /// What was entered.
        response: Response,
    },
    /// The learner said how sure they are of an answer.
    Rated {
        /// The exercise.
        exercise: Id,
        /// The sitting of the assessment that it belongs to; 0 for practice.
        sitting: u32,
        /// From 1 (a guess) to [`SURE`].
        sure: u32,
    },
    /// Hints were opened, `count` in all.
    Hinted {
        /// The exercise.
        exercise: Id,
        /// How many are open now.
        count: u32,
    },
    /// The model answer of a practice exercise was shown.
    Shown {
        /// The exercise.
        exercise: Id,
    },
    /// It was drawn in which order this learner sees options that are mixed.
    Mixed {
        /// What they are mixed with.
        seed: u32,
    },
    /// A sitting of a unit's assessment began.
    Began {
        /// The unit.
        unit: Id,
        /// Counts up from 1.
        sitting: u32,
        /// What its pools are drawn with.
        seed: u32,
    },
    /// A sitting was handed in.
    HandedIn {
        /// Where.
        place: Place,
        /// Which sitting.
        sitting: u32,
        /// Every drawn exercise, answered or not, with its points.
        answers: Vec<Answer>,
    },
    /// The model answers of a unit's assessment were shown: later sittings do not count.
    Revealed {
        /// The unit.
        unit: Id,
    },
    /// A track was chosen.
    Chosen {
        /// The track.
        track: Id,
    },
    /// A certificate was made.
    Certified {
        /// The name as typed.
        name: String,
        /// The track.
        track: Id,
        /// The award level.
        award: Id,
        /// The certificate as it was signed, in base64url; `None` where there was no licence to sign with.
        signed: Option<String>,
    },
}

/// An answer that was scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The exercise.
    pub exercise: Id,
    /// Its revision at that time.
    pub revision: u32,
    /// The response; `None` where an assessment was handed in without one.
    pub response: Option<Response>,
    /// Points earned.
    pub earned: u32,
    /// Full points.
    pub of: u32,
}

/// The records in the order in which they happened, each once: by time, and by id where the time is the same.
pub(super) fn in_order(mut records: Vec<&Record>) -> Vec<&Record> {
    records.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    records.dedup_by(|a, b| a.id == b.id);
    records
}
