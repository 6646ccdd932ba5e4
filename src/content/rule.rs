//! Completion rules, as an author declares them.

use super::Id;

/// What has to be done. Evaluated by [`crate::completion`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// So many percent of the pages were seen.
    Pages {
        /// Only this unit; else everything in the track.
        unit: Option<Id>,
        /// 0 to 100.
        percent: u8,
    },
    /// So many percent of the exercises were answered.
    Answered {
        /// Only this unit; else everything in the track.
        unit: Option<Id>,
        /// 0 to 100.
        percent: u8,
    },
    /// So many percent of the assessment's points were earned.
    Score {
        /// Only this unit; else everything in the track.
        unit: Option<Id>,
        /// 0 to 100.
        percent: u8,
    },
    /// Every one of these.
    All(Vec<Rule>),
    /// One of these.
    Any(Vec<Rule>),
    /// At least `n` of these.
    AtLeast {
        /// How many.
        n: usize,
        /// Of which.
        of: Vec<Rule>,
    },
}
