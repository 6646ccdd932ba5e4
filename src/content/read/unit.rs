//! Reads a unit: pages, blocks, exercises, pools.

use super::at::{At, Findings};
use super::prose::prose_field;
use crate::content::unit::{BlockContent, Credit, Feedback, Mode, Pool};
use crate::content::{Block, Exercise, Id, Page, Problem, Unit};
use crate::exercise;
use std::collections::BTreeSet;

pub(super) fn unit(at: &At, findings: &mut Findings) -> Option<Unit> {
    let mut seen = BTreeSet::new();
    let exercises = at.each("exercises", findings, |at, findings| once(at, &mut seen, exercise, |e| &e.id, findings));
    let mut seen = BTreeSet::new();
    let pages = at.each("pages", findings, |at, findings| once(at, &mut seen, page, |p| &p.id, findings));
    Some(Unit {
        id: at.need("id", findings)?.id(findings)?,
        language: at.need("language", findings)?.text(findings)?.to_owned(),
        pages,
        exercises,
        pools: at.each("pools", findings, pool),
    })
}

/// Reads something that has an id, and refuses a second one with the same id.
fn once<T>(
    at: &At,
    seen: &mut BTreeSet<Id>,
    read: fn(&At, &mut Findings) -> Option<T>,
    id: fn(&T) -> &Id,
    findings: &mut Findings,
) -> Option<T> {
    let found = read(at, findings)?;
    if seen.insert(id(&found).clone()) {
        return Some(found);
    }
    at.say(findings, Problem::DoubleId(id(&found).to_string()));
    None
}

fn page(at: &At, findings: &mut Findings) -> Option<Page> {
    Some(Page {
        id: at.need("id", findings)?.id(findings)?,
        ordinal: at.need("ordinal", findings)?.count(findings)?,
        title: prose_field(at, "title", findings),
        tracks: at.ids("tracks", findings),
        blocks: at.each("blocks", findings, block),
    })
}

fn block(at: &At, findings: &mut Findings) -> Option<Block> {
    let content = if at.field("prose").is_some() {
        BlockContent::Prose(prose_field(at, "prose", findings))
    } else if let Some(exercise) = at.field("exercise") {
        BlockContent::Exercise {
            unit: at.field("unit").and_then(|at| at.id(findings)),
            exercise: exercise.id(findings)?,
            part: at.field("part").and_then(|at| at.id(findings)),
        }
    } else if let Some(pool) = at.field("pool") {
        BlockContent::Pool(pool.id(findings)?)
    } else {
        at.say(findings, Problem::Expected("prose, exercise or pool"));
        return None;
    };
    Some(Block { tracks: at.ids("tracks", findings), content })
}

fn pool(at: &At, findings: &mut Findings) -> Option<Pool> {
    Some(Pool {
        id: at.need("id", findings)?.id(findings)?,
        draw: at.need("draw", findings)?.count(findings)?,
        points: at.need("points", findings)?.count(findings)?,
        exercises: at.ids("exercises", findings),
    })
}

/// Points above this are refused: nobody means them, and sums must not overflow.
const MOST_POINTS: u32 = 1000;

fn exercise(at: &At, findings: &mut Findings) -> Option<Exercise> {
    let mode = at.field("mode").and_then(|at| at.text(findings)).unwrap_or("practice");
    let credit = at.field("credit").and_then(|at| at.text(findings)).unwrap_or("parts");
    let points = at.need("points", findings)?;
    let feedback = at.field("feedback");
    let by_score = |name: &str, findings: &mut Findings| {
        feedback.as_ref().map(|at| prose_field(at, name, findings)).unwrap_or_default()
    };
    let read = Exercise {
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
        objectives: at.ids("objectives", findings),
        text: prose_field(at, "text", findings),
        hints: at.each("hints", findings, |at, findings| Some(super::prose(at, findings))),
        feedback: Feedback {
            right: by_score("right", findings),
            partly: by_score("partly", findings),
            wrong: by_score("wrong", findings),
        },
        answer: prose_field(at, "answer", findings),
        task: exercise::read::task(at, findings)?,
    };
    if read.points > MOST_POINTS {
        points.say(findings, Problem::OutOfRange("at most 1000 points"));
        return None;
    }
    Some(read)
}

fn unknown<T>(at: &At, name: &str, findings: &mut Findings) -> Option<T> {
    at.say(findings, Problem::Unknown(name.chars().take(60).collect()));
    None
}
