//! The whole of a module or one of its tracks, counted.

use super::words_of;
use kerege::content::module::Track;
use kerege::content::unit::{Block, BlockContent, Exercise};
use kerege::content::{Id, Module, Page, Unit};
use kerege::exercise::Kind;
use std::collections::BTreeSet;

/// What a module or a track holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// `module`, or the track's id.
    pub name: String,
    /// Units.
    pub units: usize,
    /// Pages.
    pub pages: usize,
    /// Words of the pages' titles and texts; those of exercises are not among them.
    pub words: usize,
    /// Minutes: of all units, or what the track says of itself.
    pub minutes: u32,
    /// Exercises, with all that a pool may draw.
    pub exercises: usize,
    /// Exercises that a learner meets, with those that are drawn from pools; `None` for the whole module.
    pub met: Option<u32>,
    /// Points of the assessments; `None` for the whole module.
    pub points: Option<u32>,
    kinds: Vec<Kind>,
    objectives: Vec<Id>,
}

impl Column {
    /// The whole module.
    pub(super) fn whole(module: &Module, units: &[Unit]) -> Column {
        let mut column = Column::new("module", units, None);
        column.minutes = module.units.iter().map(|unit| unit.minutes).sum();
        column
    }

    /// A track, by its position.
    pub(super) fn track(module: &Module, units: &[Unit], at: usize, track: &Track) -> Column {
        let mut column = Column::new(track.id.as_str(), units, Some(&track.id));
        column.minutes = track.minutes;
        let counts = || module.units_in(at).map(|(_, counts)| counts);
        column.met = Some(counts().map(|counts| counts.exercises).sum());
        column.points = Some(counts().map(|counts| counts.points).sum());
        column
    }

    fn new(name: &str, units: &[Unit], track: Option<&Id>) -> Column {
        let exercises = exercises(units, track);
        let pages = || units.iter().flat_map(|unit| pages(unit, track));
        Column {
            name: name.to_owned(),
            units: units.iter().filter(|unit| pages_of(unit, track) > 0).count(),
            pages: pages().count(),
            words: pages().map(|page| page_words(page, track)).sum(),
            minutes: 0,
            exercises: exercises.len(),
            met: None,
            points: None,
            kinds: exercises.iter().map(|exercise| exercise.task.kind()).collect(),
            objectives: exercises.iter().flat_map(|exercise| exercise.objectives.clone()).collect(),
        }
    }

    /// Exercises of a kind.
    pub fn of_kind(&self, kind: Kind) -> usize {
        self.kinds.iter().filter(|known| **known == kind).count()
    }

    /// Exercises that name an objective.
    pub fn of_objective(&self, objective: &Id) -> usize {
        self.objectives.iter().filter(|known| *known == objective).count()
    }
}

/// Whether something that lists its tracks is in a track; without a track, everything is.
fn is_within(tracks: &[Id], track: Option<&Id>) -> bool {
    tracks.is_empty() || track.is_none_or(|track| tracks.contains(track))
}

fn pages<'a>(unit: &'a Unit, track: Option<&'a Id>) -> impl Iterator<Item = &'a Page> {
    unit.pages.iter().filter(move |page| is_within(&page.tracks, track))
}

fn pages_of(unit: &Unit, track: Option<&Id>) -> usize {
    pages(unit, track).count()
}

fn blocks<'a>(page: &'a Page, track: Option<&'a Id>) -> impl Iterator<Item = &'a Block> {
    page.blocks.iter().filter(move |block| is_within(&block.tracks, track))
}

fn page_words(page: &Page, track: Option<&Id>) -> usize {
    let text = |block: &Block| match &block.content {
        BlockContent::Prose(prose) => words_of(prose),
        BlockContent::Exercise { .. } | BlockContent::Pool(_) => 0,
    };
    words_of(&page.title) + blocks(page, track).map(text).sum::<usize>()
}

/// The exercises on the pages, each once.
fn exercises<'a>(units: &'a [Unit], track: Option<&Id>) -> Vec<&'a Exercise> {
    let mut found: BTreeSet<&Id> = BTreeSet::new();
    for unit in units {
        for block in pages(unit, track).flat_map(|page| blocks(page, track)) {
            match &block.content {
                BlockContent::Prose(_) => {}
                BlockContent::Exercise { exercise, .. } => {
                    found.extend(units.iter().find_map(|unit| unit.exercise(exercise)).map(|one| &one.id));
                }
                BlockContent::Pool(pool) => found.extend(unit.pool(pool).iter().flat_map(|pool| &pool.exercises)),
            }
        }
    }
    found.into_iter().filter_map(|id| units.iter().find_map(|unit| unit.exercise(id))).collect()
}
