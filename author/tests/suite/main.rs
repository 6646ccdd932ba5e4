//! The author's command as a whole: folders in, findings and files out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod badges;
mod build;
mod case;
mod certificates;
mod chart;
mod coding;
mod command;
mod conformance;
mod conversation;
mod courses;
mod editions;
mod folder;
mod guide;
mod keys;
mod kinds;
mod licences;
mod lock;
mod plan;
mod schema;
mod sealed_course;
mod sealing;
mod stakeholders;
mod stats;
mod stored;
mod table;
mod total;
mod translation;
mod wounds;
