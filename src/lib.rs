//! Kerege: a course player that runs wholly in the learner's browser.
//!
//! The core (everything but `edge` and `view`) does no I/O, reads no clock and draws no random number.

pub mod content;
pub mod exercise;
