//! What a track holds of a unit.

use kerege::content::wire::Id;
use kerege::content::wire::module::Counts;
use kerege::content::wire::unit::{Block, Mode, Unit};

/// Pages, exercises that a learner meets, and points of the assessment.
pub(super) fn counts(unit: Option<&Unit>, track: &Id) -> Counts {
    let mut counts = Counts::default();
    let Some(unit) = unit else { return counts };
    let within = |tracks: &[Id]| tracks.is_empty() || tracks.contains(track);
    for page in unit.pages.iter().filter(|page| within(&page.tracks)) {
        counts.pages += 1;
        for block in &page.blocks {
            match block {
                // A section of a plan is answered where the plan stands whole.
                Block::Exercise { exercise, part: None, tracks, .. } if within(tracks) => {
                    counts.exercises += 1;
                    let found = unit.exercises.iter().find(|one| one.id == *exercise);
                    let assessed = found.filter(|one| one.mode == Mode::Assessment);
                    counts.points += assessed.map_or(0, |one| one.points);
                }
                Block::Pool { pool, tracks, .. } if within(tracks) => {
                    if let Some(pool) = unit.pools.iter().find(|one| one.id == *pool) {
                        let drawn = pool.draw.min(pool.exercises.len() as u32);
                        counts.exercises += drawn;
                        counts.points += drawn * pool.points;
                    }
                }
                Block::Prose { .. } | Block::Exercise { .. } | Block::Pool { .. } => {}
            }
        }
    }
    counts
}
