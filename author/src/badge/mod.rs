//! Open Badges 3.0: what an organiser endorses, after scoring the learner's records again.

pub mod bake;
pub mod canon;
pub mod credential;
pub mod jwt;
pub mod proof;
pub mod rescore;
pub mod shape;
pub mod verify;

pub use canon::CanonError;
