//! What a learner did: append-only records, folded into state.
//!
//! Merging sets of records is commutative, associative and idempotent, and [`compact()`] does not change what any later
//! merge folds to.

pub mod compact;
pub mod envelope;
pub mod export;
pub mod fold;
pub mod log;
pub mod record;

pub use compact::compact;
pub use fold::{Certified, ExerciseProgress, Given, Places, Progress, Sitting, Sittings, fold, page_key};
pub use log::Log;
pub use record::{Answer, Event, Place, Record, RecordId, SURE};
