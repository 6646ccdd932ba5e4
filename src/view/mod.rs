//! What a learner sees: Leptos views. One file a screen; no rules and no keys here.

mod actions;
mod app;
mod assessment;
mod bar;
mod catalogue;
mod certificate;
mod consent;
mod exercise;
mod failure;
mod home;
mod keep;
mod later;
mod lattice;
mod lists;
mod load;
mod notices;
mod outline;
mod page;
mod parts;
mod player;
mod prose;
mod reach;
mod result;
mod screen;
mod screens;
mod settings;
mod stages;
mod start;
mod state;
mod ui;
mod verify;
mod vouch;
mod words;
mod work;

pub use player::{Player, player};
pub use start::start;
