//! Which exercises stand where: fixed ones, and those that a sitting has drawn from pools.

use super::Scene;
use crate::content::unit::{BlockContent, Mode, Page};
use crate::content::{Block, Exercise, Id};
use crate::exercise::Kind;
use crate::exercise::draw::draw;
use crate::table::Set;

/// The exercises that a pool gives in the open sitting (or the last one), in order; none before a sitting began.
pub fn drawn(scene: &Scene, pool: &Id) -> Vec<Id> {
    let sittings = scene.progress.sittings.get(&scene.unit.id);
    let seed = sittings.and_then(|all| all.last()).and_then(|(_, sitting)| sitting.seed);
    match (scene.unit.pool(pool), seed) {
        (Some(pool), Some(seed)) => draw(pool, seed),
        _ => Vec::new(),
    }
}

/// The exercises that stand on a page, in order, those drawn from pools included.
pub fn exercises_on<'a>(scene: &Scene<'a>, page: &'a Page) -> Vec<&'a Exercise> {
    let Some(track) = scene.track_id() else { return Vec::new() };
    page.blocks_in(track).flat_map(|block| in_block(scene, block)).collect()
}

/// The exercises of the unit's assessment in the open sitting, in order and each once, also where one stands on pages
/// in parts.
pub fn assessment_exercises<'a>(scene: &Scene<'a>) -> Vec<&'a Exercise> {
    let Some(track) = scene.track_id() else { return Vec::new() };
    let blocks = scene.unit.pages_in(track).flat_map(|page| page.blocks_in(track));
    let mut once = Set::new();
    let assessed = blocks.flat_map(|block| in_block(scene, block)).filter(|exercise| exercise.mode == Mode::Assessment);
    assessed.filter(|exercise| once.insert(&exercise.id, ())).collect()
}

pub(super) fn in_block<'a>(scene: &Scene<'a>, block: &Block) -> Vec<&'a Exercise> {
    let ids = match &block.content {
        BlockContent::Prose(_) | BlockContent::Exercise { unit: Some(_), .. } => Vec::new(),
        BlockContent::Exercise { exercise, .. } => vec![exercise.clone()],
        BlockContent::Pool(pool) => drawn(scene, pool),
    };
    let found = ids.iter().filter_map(|id| scene.unit.exercise(id));
    found.filter(|exercise| !is_section(block, exercise)).collect()
}

/// Whether a block is a section of a plan, which is answered where the plan stands whole.
pub fn is_section(block: &Block, exercise: &Exercise) -> bool {
    let has_part = matches!(&block.content, BlockContent::Exercise { part: Some(_), .. });
    has_part && exercise.task.kind() == Kind::Plan
}
