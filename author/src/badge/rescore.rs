//! Scores a learner's records again. A digest or a signature proves who wrote points down, not that they were earned.

use kerege::completion::{Standing, standing};
use kerege::content::unit::Exercise;
use kerege::content::{Id, Module, Unit};
use kerege::exercise::mark;
use kerege::json;
use kerege::progress::envelope::{self, Unreadable};
use kerege::progress::{Answer, Event, Progress, Record, fold};
use kerege::session::{Scene, assessment_exercises};
use std::fmt;

/// Why records are not endorsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The file is no export of the player.
    Unreadable,
    /// It is of another module.
    OtherModule(String),
    /// Some records cannot be read: so many.
    Lost(usize),
    /// A sitting answers an exercise that it was not asked.
    NotAsked(Id),
    /// A sitting leaves out an exercise that it was asked.
    LeftOut(Id),
    /// An exercise was changed since: it cannot be scored again.
    OtherRevision(Id),
    /// The points that were written down are not those that the answer earns.
    Points(Id, u32, u32),
    /// The track's rule is not met by what was scored again.
    NotMet,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::Unreadable => f.write_str("this is no file that the player saves"),
            Doubt::OtherModule(id) => write!(f, "the records are of the module {id}"),
            Doubt::Lost(n) => write!(f, "{n} records cannot be read"),
            Doubt::NotAsked(id) => write!(f, "the exercise {id} was answered in a test that did not ask it"),
            Doubt::LeftOut(id) => write!(f, "the exercise {id} was asked in a test and is missing from it"),
            Doubt::OtherRevision(id) => {
                write!(f, "the exercise {id} was changed since: use the folder of the edition that was learnt from")
            }
            Doubt::Points(id, said, earned) => {
                write!(f, "for the exercise {id}, {said} points were written down; the answer earns {earned}")
            }
            Doubt::NotMet => f.write_str("what was answered does not meet the rule of any track"),
        }
    }
}

impl std::error::Error for Doubt {}

/// Records of a module from what the player saved.
///
/// # Errors
/// Where the file is none, or a part of it cannot be read.
pub fn read(bytes: &[u8], module: &Module) -> Result<Vec<Record>, Doubt> {
    let value = json::read(bytes).map_err(|_| Doubt::Unreadable)?;
    let is_export = value.get("type").and_then(json::Value::as_str) == Some("export");
    let stored = value.get("stored").and_then(json::Value::as_array).filter(|_| is_export).ok_or(Doubt::Unreadable)?;
    let mut records = Vec::new();
    for text in stored.iter().filter_map(json::Value::as_str) {
        let opened = match envelope::read(text) {
            Ok(opened) => opened,
            Err(Unreadable::Damaged | Unreadable::Newer) => return Err(Doubt::Unreadable),
        };
        if opened.envelope.module != module.id {
            return Err(Doubt::OtherModule(opened.envelope.module.to_string()));
        }
        if opened.lost > 0 {
            return Err(Doubt::Lost(opened.lost));
        }
        records.extend(opened.envelope.records);
    }
    Ok(records)
}

/// What was earned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    /// Position of the track.
    pub track: usize,
    /// The highest award level.
    pub award: Id,
    /// Progress, from what was scored again.
    pub progress: Progress,
}

/// Scores every sitting again, and gives the highest award that is then reached: in the track that was chosen, else in
/// the first whose rule is met.
///
/// # Errors
/// Every [`Doubt`] that there is.
pub fn rescore(module: &Module, units: &[Unit], records: &[Record]) -> Result<Earned, Vec<Doubt>> {
    let known: Vec<Record> = records.iter().filter(|record| is_known(units, record)).cloned().collect();
    let progress = fold(&known);
    let mut doubts = Vec::new();
    for record in records {
        if let Event::HandedIn { place, sitting, answers } = &record.event {
            match units.iter().find(|unit| unit.id == place.unit) {
                Some(unit) => doubts.extend(sitting_doubts(module, unit, *sitting, answers, records)),
                None => doubts.push(Doubt::NotAsked(place.unit.clone())),
            }
        }
    }
    if !doubts.is_empty() {
        return Err(doubts);
    }
    let chosen = module.track_index(progress.track.as_ref());
    let tracks = std::iter::once(chosen).chain(0..module.tracks.len());
    let mut reached = tracks.filter_map(|track| {
        let entry = module.tracks.get(track)?;
        let is_met = standing(&entry.rule, module, track, &progress) == Standing::Met;
        let award = kerege::certificate::award(module, track, &progress).filter(|_| is_met)?;
        Some((track, award.id.clone()))
    });
    match reached.next() {
        Some((track, award)) => Ok(Earned { track, award, progress }),
        None => Err(vec![Doubt::NotMet]),
    }
}

/// Whether the module has what a record speaks of: a page that it has not, or has no longer, counts for nothing.
fn is_known(units: &[Unit], record: &Record) -> bool {
    let Event::Seen { place, page } = &record.event else { return true };
    units.iter().any(|unit| unit.id == place.unit && unit.pages.iter().any(|known| known.id == *page))
}

/// What is wrong with a sitting: it asked what its seed draws, and every answer earns what was written down.
fn sitting_doubts(module: &Module, unit: &Unit, sitting: u32, answers: &[Answer], records: &[Record]) -> Vec<Doubt> {
    let track = answers_track(module, unit, sitting, answers, records);
    let mut doubts: Vec<Doubt> = Vec::new();
    for answer in answers {
        match track.iter().find(|exercise| exercise.id == answer.exercise) {
            Some(exercise) => doubts.extend(answer_doubt(exercise, answer)),
            None => doubts.push(Doubt::NotAsked(answer.exercise.clone())),
        }
    }
    let is_missing = |exercise: &&&Exercise| !answers.iter().any(|answer| answer.exercise == exercise.id);
    doubts.extend(track.iter().filter(is_missing).map(|exercise| Doubt::LeftOut(exercise.id.clone())));
    doubts
}

/// The exercises that a sitting asked: in the track in which most of them were answered, since a sitting does not say in
/// which track it was taken.
fn answers_track<'a>(
    module: &'a Module,
    unit: &'a Unit,
    sitting: u32,
    answers: &[Answer],
    records: &[Record],
) -> Vec<&'a Exercise> {
    // Only what draws this very sitting: a later one would draw anew.
    let begins = records.iter().filter(|record| match &record.event {
        Event::Began { unit: begun, sitting: number, .. } => *begun == unit.id && *number == sitting,
        _ => false,
    });
    let begins: Vec<Record> = begins.cloned().collect();
    let progress = fold(&begins);
    let asked = (0..module.tracks.len()).map(|track| {
        let scene = Scene { module, track, unit, progress: &progress, mix: 0 };
        let ids: Vec<Id> = assessment_exercises(&scene).iter().map(|exercise| exercise.id.clone()).collect();
        ids
    });
    let fitting = asked.max_by_key(|ids| {
        let n_same = ids.iter().filter(|id| answers.iter().any(|answer| answer.exercise == **id)).count();
        (n_same * 2).saturating_sub(ids.len())
    });
    fitting.unwrap_or_default().iter().filter_map(|id| unit.exercise(id)).collect()
}

fn answer_doubt(exercise: &Exercise, answer: &Answer) -> Option<Doubt> {
    let id = || exercise.id.clone();
    if answer.revision != exercise.revision {
        return Some(Doubt::OtherRevision(id()));
    }
    let earned = match &answer.response {
        Some(response) => mark(exercise, response).map_or(0, |score| score.earned),
        None => 0,
    };
    let is_right = answer.earned == earned && answer.of == exercise.points;
    (!is_right).then(|| Doubt::Points(id(), answer.earned, earned))
}
