//! What a learner sees: Leptos views. One file a screen; no rules and no keys here.

mod app;
mod exercise;
mod failure;
mod keep;
mod load;
mod player;
mod prose;
mod screen;
mod start;
mod state;
mod words;

pub use player::{Player, player};
pub use start::start;
