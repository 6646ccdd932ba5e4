//! What a learner sees: Leptos views. One file a screen; no rules and no keys here.

mod player;
mod state;

pub use player::{Player, player};
