//! Folds records into progress. State is always derived from records, never stored.

use super::record::in_order;
use super::{Answer, Event, Place, Record};
use crate::content::Id;
use crate::exercise::Response;
use crate::port::Moment;
use crate::table::{Set, Table};

/// Everything that is known of a learner's work in one module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Pages that were opened, by [`page_key`], with the places they were seen at.
    pub seen: Table<Places>,
    /// The page that was opened last: unit and page.
    pub last: Option<(Id, Id)>,
    /// Practice exercises that were worked on.
    pub exercises: Table<ExerciseProgress>,
    /// How sure the learner was of an answer, by exercise: the sitting (0 for practice), and from 1 to 3.
    pub sure: Table<(u32, u32)>,
    /// Those of them that were answered, by unit.
    pub answered: Table<Set>,
    /// What options are mixed with, outside of sittings; the first draw stays.
    pub mix: Option<u32>,
    /// Sittings of assessments, by unit.
    pub sittings: Table<Sittings>,
    /// When the model answers of a unit's assessment were shown.
    pub revealed: Table<Moment>,
    /// The track that was chosen last.
    pub track: Option<Id>,
    /// Certificates made, in order.
    pub certified: Vec<Certified>,
}

/// A certificate that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The name as typed.
    pub name: String,
    /// The track.
    pub track: Id,
    /// The award level.
    pub award: Id,
    /// When.
    pub at: Moment,
    /// The certificate as it was signed, in base64url; `None` where there was no licence to sign with.
    pub signed: Option<String>,
}

/// Places, in order and each once; there are only a few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<Place>);

/// The sittings of a unit, by number, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sittings(Vec<(u32, Sitting)>);

/// The key of a page in [`Progress::seen`].
pub fn page_key(unit: &Id, page: &str) -> String {
    [unit.as_str(), "/", page].concat()
}

/// What was done with a practice exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExerciseProgress {
    /// Where it was answered.
    pub places: Places,
    /// The latest answer that was checked.
    pub latest: Option<Given>,
    /// How often it was checked.
    pub tries: u32,
    /// What was entered after the latest answer.
    pub draft: Option<Response>,
    /// How many hints are open.
    pub hints: u32,
    /// Whether the model answer was shown.
    pub shown: bool,
}

/// An answer and when it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// When.
    pub at: Moment,
}

/// A sitting of a unit's assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// What its pools are drawn with; `None` before it began.
    pub seed: Option<u32>,
    /// What is entered so far, by exercise.
    pub drafts: Table<Response>,
    /// The answers as handed in, where it was, and when.
    pub handed_in: Option<HandedIn>,
}

/// A sitting as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// Where.
    pub place: Place,
    /// Every drawn exercise.
    pub answers: Vec<Answer>,
    /// When.
    pub at: Moment,
}

impl HandedIn {
    /// Points earned and full points.
    pub fn points(&self) -> (u32, u32) {
        let add = |(earned, of): (u32, u32), answer: &Answer| {
            (earned.saturating_add(answer.earned), of.saturating_add(answer.of))
        };
        self.answers.iter().fold((0, 0), add)
    }
}

impl Places {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }

    /// Whether a place is among them.
    pub fn contains(&self, place: &Place) -> bool {
        self.0.contains(place)
    }

    fn insert(&mut self, place: &Place) {
        if let Err(at) = self.0.binary_search(place) {
            self.0.insert(at, place.clone());
        }
    }
}

impl Sittings {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Sitting> {
        self.0.iter().map(|(_, sitting)| sitting)
    }

    /// The last one and its number.
    pub fn last(&self) -> Option<(u32, &Sitting)> {
        self.0.last().map(|(number, sitting)| (*number, sitting))
    }

    /// A sitting, begun where there is none of this number.
    fn row(&mut self, number: u32) -> &mut Sitting {
        let at = self.0.partition_point(|(known, _)| *known < number);
        if self.0.get(at).is_none_or(|(known, _)| *known != number) {
            self.0.insert(at, (number, Sitting::default()));
        }
        &mut self.0[at].1
    }
}

impl Progress {
    /// How many sittings of a unit were handed in.
    pub fn attempts(&self, unit: &Id) -> u32 {
        let sittings = self.sittings.get(unit);
        sittings.map_or(0, |all| all.iter().filter(|sitting| sitting.handed_in.is_some()).count() as u32)
    }

    /// The sitting that counts: the best of those handed in before the answers were shown.
    pub fn counting(&self, unit: &Id) -> Option<&HandedIn> {
        let revealed = self.revealed.get(unit);
        let sittings = self.sittings.get(unit)?.iter().filter_map(|sitting| sitting.handed_in.as_ref());
        let before = sittings.filter(|sitting| revealed.is_none_or(|shown| sitting.at < *shown));
        // Of equal ones the earlier counts, so `rev` before `max_by`, which keeps the last.
        let all: Vec<&HandedIn> = before.collect();
        all.into_iter().rev().max_by(|a, b| {
            let ((a, of_a), (b, of_b)) = (a.points(), b.points());
            (u64::from(a) * u64::from(of_b.max(1))).cmp(&(u64::from(b) * u64::from(of_a.max(1))))
        })
    }

    /// Pages of a unit that were seen and belong to a track.
    pub fn pages_seen(&self, unit: &Id, track: &Id) -> u32 {
        let start = page_key(unit, "");
        self.seen.starting(&start).filter(|places| places.iter().any(|place| in_track(place, track))).count() as u32
    }

    /// Exercises of a unit that were answered and belong to a track: practice, and those of the counting sitting.
    pub fn answered(&self, unit: &Id, track: &Id) -> u32 {
        let is_here = |place: &Place| place.unit == *unit && in_track(place, track);
        let mut practice = 0;
        for (exercise, ()) in self.answered.get(unit).into_iter().flat_map(Set::iter) {
            let is_here = self.exercises.get(exercise).is_some_and(|one| one.places.iter().any(is_here));
            practice += usize::from(is_here);
        }
        let sitting = self.counting(unit).filter(|sitting| in_track(&sitting.place, track));
        let assessed = sitting.map_or(0, |sitting| sitting.answers.iter().filter(|a| a.response.is_some()).count());
        (practice + assessed) as u32
    }
}

fn in_track(place: &Place, track: &Id) -> bool {
    place.tracks.is_empty() || place.tracks.contains(track)
}

/// Folds records, in any order and with any repetition, into progress.
pub fn fold<'a>(records: impl IntoIterator<Item = &'a Record>) -> Progress {
    let sorted = in_order(records.into_iter().collect());
    let mut progress = Progress::default();
    // The tries of each writer are counted up to the largest number that is left of them.
    let mut known: Table<u32> = Table::new();
    for record in sorted {
        let mut more_tries = 0;
        if let Event::Answered { n, answer, .. } = &record.event {
            let known = known.row(&[answer.exercise.as_str(), " ", &record.id.writer].concat());
            more_tries = n.saturating_sub(*known);
            *known = (*known).max(*n);
        }
        take(&mut progress, record, more_tries);
    }
    progress
}

/// Takes in one record that happened after all others. An answer stands for so many more tries.
pub(super) fn take(progress: &mut Progress, record: &Record, more_tries: u32) {
    match &record.event {
        Event::Seen { place, page } => {
            progress.last = Some((place.unit.clone(), page.clone()));
            progress.seen.row(&page_key(&place.unit, page.as_str())).insert(place);
        }
        Event::Answered { place, answer, .. } => {
            let one = progress.exercises.row(&answer.exercise);
            one.places.insert(place);
            one.latest = Some(Given { answer: answer.clone(), at: record.at });
            one.draft = None;
            one.tries = one.tries.saturating_add(more_tries);
            progress.answered.row(&place.unit).insert(&answer.exercise, ());
        }
        Event::Draft { exercise, sitting: 0, response, .. } => {
            progress.exercises.row(exercise).draft = Some(response.clone());
        }
        Event::Draft { unit, exercise, sitting, response } => {
            let sitting = progress.sittings.row(unit).row(*sitting);
            if sitting.handed_in.is_none() {
                sitting.drafts.insert(exercise, response.clone());
            }
        }
        Event::Rated { exercise, sitting, sure } => drop(progress.sure.insert(exercise, (*sitting, *sure))),
        Event::Hinted { exercise, count } => {
            let one = progress.exercises.row(exercise);
            one.hints = one.hints.max(*count);
        }
        Event::Shown { exercise } => progress.exercises.row(exercise).shown = true,
        Event::Mixed { seed } => drop(progress.mix.get_or_insert(*seed)),
        Event::Began { unit, sitting, seed } => {
            progress.sittings.row(unit).row(*sitting).seed.get_or_insert(*seed);
        }
        Event::HandedIn { place, sitting, answers } => {
            let sitting = progress.sittings.row(&place.unit).row(*sitting);
            if sitting.handed_in.is_none() {
                let (place, answers) = (place.clone(), answers.clone());
                sitting.handed_in = Some(HandedIn { place, answers, at: record.at });
                sitting.drafts.clear();
            }
        }
        Event::Revealed { unit } => {
            if !progress.revealed.contains(unit) {
                progress.revealed.insert(unit, record.at);
            }
        }
        Event::Chosen { track } => progress.track = Some(track.clone()),
        Event::Certified { name, track, award, signed } => {
            let (name, track, award, at) = (name.clone(), track.clone(), award.clone(), record.at);
            progress.certified.push(Certified { name, track, award, at, signed: signed.clone() });
        }
    }
}
