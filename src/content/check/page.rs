//! Pages: something stands on each, for tracks that exist, and what is handed in can be.

use super::{Fault, Remark, Subject, say};
use crate::content::unit::{BlockContent, Mode};
use crate::content::{Id, Module, Unit};

pub(super) fn check(module: &Module, unit: &Unit, remarks: &mut Vec<Remark>) {
    for page in &unit.pages {
        let subject = || Subject::Page(page.id.clone());
        if page.blocks.is_empty() {
            say(remarks, subject(), Fault::EmptyPage);
        }
        unknown(module, &page.tracks, subject, remarks);
        for block in &page.blocks {
            let of_block = || match &block.content {
                BlockContent::Exercise { exercise, .. } => Subject::Exercise(exercise.clone()),
                BlockContent::Prose(_) | BlockContent::Pool(_) => subject(),
            };
            unknown(module, &block.tracks, of_block, remarks);
            if let BlockContent::Pool(pool) = &block.content
                && unit.pool(pool).is_none()
            {
                say(remarks, subject(), Fault::UnknownPool(pool.clone()));
            }
        }
    }
    attempts(module, unit, remarks);
}

fn unknown(module: &Module, tracks: &[Id], subject: impl Fn() -> Subject, remarks: &mut Vec<Remark>) {
    for track in tracks {
        if !module.tracks.iter().any(|known| known.id == *track) {
            say(remarks, subject(), Fault::UnknownTrack(track.clone()));
        }
    }
}

fn attempts(module: &Module, unit: &Unit, remarks: &mut Vec<Remark>) {
    let attempts = module.unit(&unit.id).map_or(0, |(_, entry)| entry.attempts);
    let mut assessed = unit.exercises.iter().filter(|exercise| exercise.mode == Mode::Assessment);
    if attempts == 0 {
        for exercise in assessed {
            say(remarks, Subject::Exercise(exercise.id.clone()), Fault::NoAttempts);
        }
    } else if assessed.next().is_none() {
        say(remarks, Subject::Unit(unit.id.clone()), Fault::NothingToHandIn);
    }
}
