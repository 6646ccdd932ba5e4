//! Pools: enough exercises, all for the same points, all of an assessment.

use super::{Fault, Remark, Subject, say};
use crate::content::Unit;
use crate::content::unit::{BlockContent, Mode};

pub(super) fn check(unit: &Unit, remarks: &mut Vec<Remark>) {
    for pool in &unit.pools {
        let subject = || Subject::Pool(unit.id.clone(), pool.id.clone());
        let has = pool.exercises.len() as u32;
        if pool.draw == 0 {
            say(remarks, subject(), Fault::DrawsNothing);
        }
        if pool.draw > has {
            say(remarks, subject(), Fault::TooFew(pool.draw, has));
        }
        let mut blocks = unit.pages.iter().flat_map(|page| &page.blocks);
        if !blocks.any(|block| matches!(&block.content, BlockContent::Pool(id) if *id == pool.id)) {
            say(remarks, subject(), Fault::PoolNowhere);
        }
        for exercise in pool.exercises.iter().filter_map(|id| unit.exercise(id)) {
            let of_exercise = || Subject::Exercise(exercise.id.clone());
            if exercise.mode == Mode::Practice {
                say(remarks, of_exercise(), Fault::PracticeInPool(pool.id.clone()));
            }
            if exercise.points != pool.points {
                say(remarks, of_exercise(), Fault::UnequalPoints(exercise.points, pool.points));
            }
        }
    }
}
