//! The author's command: reads a module's folder, checks it, and builds what the player reads.

pub mod badge;
pub mod build;
pub mod chart;
pub mod check;
pub mod cli;
pub mod day;
pub mod exercise;
pub mod finding;
pub mod guide;
pub mod licences;
pub mod lock;
pub mod markdown;
pub mod media;
pub mod new;
pub mod passage;
pub mod po;
pub mod preview;
pub mod serve;
pub mod site;
pub mod source;
pub mod stats;
pub mod translate;
pub mod vault;
pub mod write;
pub mod yaml;
