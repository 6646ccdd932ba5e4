//! Kerege: a course player that runs wholly in the learner's browser.
//!
//! The core (everything but `edge` and `view`) does no I/O, reads no clock and draws no random number.

pub mod certificate;
pub mod chart;
pub mod completion;
pub mod content;
pub mod document;
pub mod embed;
pub mod exercise;
pub mod i18n;
pub mod json;
#[cfg(feature = "trust")]
pub mod licence;
pub mod port;
pub mod progress;
pub mod route;
#[cfg(feature = "trust")]
pub mod seal;
pub mod session;
pub mod settings;
pub mod table;
pub mod trust;

#[cfg(feature = "web")]
pub mod edge;
#[cfg(feature = "web")]
pub mod view;
