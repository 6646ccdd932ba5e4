//! The session: the only place that decides what a learner's command leads to, and what a view may see.
//!
//! [`decide`] turns a command into events (to be appended to the log) and a notice (to be said). [`present`] makes
//! what a view shows of an exercise, without its key.

mod decide;
mod drawn;
mod overview;
mod present;
mod sitting;
mod sure;

pub use decide::{Command, Decision, Notice, assesses, decide};
pub use drawn::{assessment_exercises, drawn, exercises_on, is_section};
pub use overview::{PageView, Tally, asks_for_answers, open_stage, overview, page_view, waiting};
pub use present::{Change, Feedback, Grade, Model, Phase, View, present, untouched};
pub use sitting::{SittingPhase, SittingView, sitting};
pub use sure::sure_and_wrong;

use crate::content::{Id, Module, Unit};
use crate::progress::Progress;

/// What a decision is made about.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The module.
    pub module: &'a Module,
    /// Position of the chosen track.
    pub track: usize,
    /// The open unit.
    pub unit: &'a Unit,
    /// What the learner did so far.
    pub progress: &'a Progress,
    /// A random number, drawn once: options are mixed with it, and first sittings drawn, until that is recorded.
    pub mix: u32,
}

impl<'a> Scene<'a> {
    /// The id of the chosen track, where there is one.
    pub fn track_id(&self) -> Option<&'a Id> {
        self.module.tracks.get(self.track).map(|track| &track.id)
    }

    /// How often the unit's assessment may be handed in.
    pub fn attempts(&self) -> u32 {
        self.module.unit(&self.unit.id).map_or(0, |(_, entry)| entry.attempts)
    }
}
