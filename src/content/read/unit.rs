//! Reads a unit: pages, blocks, exercises, pools.

use super::at::{At, Findings, excerpt};
use super::prose::prose_field;
use crate::content::data::Data;
use crate::content::unit::{BlockContent, Credit, Feedback, Mode, Pool};
use crate::content::{Block, Exercise, Id, Page, Problem, Unit};
use crate::exercise;
use crate::exercise::read::Tasks;
use crate::table::Set;
use std::sync::Arc;

pub(super) fn unit(at: &At, tasks: Tasks, findings: &mut Findings) -> Option<Unit> {
    let sets = at.each_once("data", findings, |at, findings| tasks.data(at, findings), |data| &data.id);
    let sets: Vec<Arc<Data>> = sets.into_iter().map(Arc::new).collect();
    let exercise = |at: &At, findings: &mut Findings| exercise(at, tasks, &sets, findings);
    let exercises = at.each_once("exercises", findings, exercise, |exercise| &exercise.id);
    let known = Set::of(exercises.iter().map(|exercise| &exercise.id));
    let pools = at.each_once("pools", findings, |at, findings| pool(at, &known, findings), |pool| &pool.id);
    let named = Named { exercises: known, pools: Set::of(pools.iter().map(|pool| &pool.id)) };
    let pages = at.each_once("pages", findings, |at, findings| page(at, &named, findings), |page| &page.id);
    Some(Unit {
        id: at.need("id", findings)?.id(findings)?,
        language: at.need("language", findings)?.tag(findings)?.to_owned(),
        pages,
        exercises,
        pools,
    })
}

/// What the blocks of a unit may name.
struct Named {
    exercises: Set,
    pools: Set,
}

/// An id here that is one of these.
fn one_of(at: &At, these: &Set, findings: &mut Findings) -> Option<Id> {
    let id = at.id(findings)?;
    if these.contains(&id) {
        return Some(id);
    }
    at.say(findings, Problem::UnknownId(id.to_string()));
    None
}

fn page(at: &At, named: &Named, findings: &mut Findings) -> Option<Page> {
    Some(Page {
        id: at.need("id", findings)?.id(findings)?,
        ordinal: at.need("ordinal", findings)?.count(findings)?,
        title: prose_field(at, "title", findings),
        tracks: at.ids("tracks", findings),
        blocks: at.each("blocks", findings, |at, findings| block(at, named, findings)),
    })
}

fn block(at: &At, named: &Named, findings: &mut Findings) -> Option<Block> {
    let content = if at.field("prose").is_some() {
        BlockContent::Prose(prose_field(at, "prose", findings))
    } else if let Some(exercise) = at.field("exercise") {
        let unit = match at.field("unit") {
            Some(at) => Some(at.id(findings)?),
            None => None,
        };
        let exercise = match &unit {
            Some(_) => exercise.id(findings)?,
            None => one_of(&exercise, &named.exercises, findings)?,
        };
        BlockContent::Exercise { unit, exercise, part: at.field("part").and_then(|at| at.id(findings)) }
    } else if let Some(pool) = at.field("pool") {
        BlockContent::Pool(one_of(&pool, &named.pools, findings)?)
    } else {
        at.say(findings, Problem::Expected("prose, exercise or pool"));
        return None;
    };
    Some(Block { tracks: at.ids("tracks", findings), stage: at.count_or("stage", 0, findings), content })
}

fn pool(at: &At, known: &Set, findings: &mut Findings) -> Option<Pool> {
    let mut once = Set::new();
    let exercises = at.each("exercises", findings, |at, findings| {
        let id = one_of(at, known, findings)?;
        if once.insert(&id, ()) {
            return Some(id);
        }
        at.say(findings, Problem::DoubleId(id.to_string()));
        None
    });
    Some(Pool {
        id: at.need("id", findings)?.id(findings)?,
        draw: at.need("draw", findings)?.count(findings)?,
        points: at.need("points", findings)?.count(findings)?,
        exercises,
    })
}

/// Points above this are refused: nobody means them, and sums must not overflow.
const MOST_POINTS: u32 = 1000;

fn exercise(at: &At, tasks: Tasks, sets: &[Arc<Data>], findings: &mut Findings) -> Option<Exercise> {
    let mode = at.field("mode").and_then(|at| at.text(findings)).unwrap_or("practice");
    let credit = at.field("credit").and_then(|at| at.text(findings)).unwrap_or("parts");
    let points = at.need("points", findings)?;
    let feedback = at.field("feedback");
    let by_score = |name: &str, findings: &mut Findings| {
        feedback.as_ref().map(|at| prose_field(at, name, findings)).unwrap_or_default()
    };
    let mut read = Exercise {
        id: at.need("id", findings)?.id(findings)?,
        ordinal: at.need("ordinal", findings)?.count(findings)?,
        revision: at.count_or("revision", 1, findings),
        mode: match mode {
            "practice" => Mode::Practice,
            "assessment" => Mode::Assessment,
            other => return unknown(at, other, findings),
        },
        points: points.count(findings)?,
        credit: match credit {
            "parts" => Credit::Parts,
            "all-or-nothing" => Credit::AllOrNothing,
            other => return unknown(at, other, findings),
        },
        confidence: at.field("confidence").and_then(|at| at.truth(findings)).unwrap_or(false),
        objectives: at.ids("objectives", findings),
        text: prose_field(at, "text", findings),
        hints: at.each("hints", findings, |at, findings| Some(super::prose(at, findings))),
        feedback: Feedback {
            right: by_score("right", findings),
            partly: by_score("partly", findings),
            wrong: by_score("wrong", findings),
        },
        answer: prose_field(at, "answer", findings),
        task: exercise::read::task(at, tasks, sets, findings)?,
    };
    if read.points > MOST_POINTS {
        points.say(findings, Problem::OutOfRange("at most 1000 points"));
        return None;
    }
    if !read.task.kind().is_scored() && read.points > 0 {
        points.say(findings, Problem::OutOfRange("no points where nothing is right"));
        read.points = 0;
    }
    Some(read)
}

fn unknown<T>(at: &At, name: &str, findings: &mut Findings) -> Option<T> {
    at.say(findings, Problem::Unknown(excerpt(name)));
    None
}
