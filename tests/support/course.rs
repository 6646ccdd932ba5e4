//! A small course and a learner who works on it.

use super::{exercise, id, ids};
use kerege::content::module::{Award, Card, Counts, Edition, Track, UnitSource};
use kerege::content::resource::Resources;
use kerege::content::unit::{BlockContent, Mode, Pool};
use kerege::content::{Block, Exercise, Id, Localised, Module, Page, Rule, Unit, UnitEntry, prose};
use kerege::exercise::Task;
use kerege::port::Moment;
use kerege::progress::{Log, Progress};
use kerege::session::{self, Command, Notice, Scene, SittingView, View};

/// A learner at work in one unit.
pub(crate) struct Learner {
    pub(crate) module: Module,
    pub(crate) unit: Unit,
    pub(crate) track: usize,
    pub(crate) log: Log,
    now: i64,
    chance: u32,
    /// What options are mixed with until that is recorded.
    pub(crate) mix: u32,
}

impl Learner {
    /// A learner who begins with this unit; its assessment may be handed in three times.
    pub(crate) fn new(unit: Unit) -> Learner {
        let module = module(vec![entry(unit.id.as_str(), (2, 4, 8))], vec![track("full", Rule::All(Vec::new()))]);
        Learner { module, unit, track: 0, log: Log::new("w", 0, Vec::new()), now: 0, chance: 0, mix: 1 }
    }

    /// What a decision is made about.
    pub(crate) fn scene(&self) -> Scene<'_> {
        Scene {
            module: &self.module,
            track: self.track,
            unit: &self.unit,
            progress: self.log.progress(),
            mix: self.mix,
        }
    }

    /// Does something, an hour after the last thing.
    pub(crate) fn act(&mut self, command: Command) -> Option<Notice> {
        self.now += 3_600_000;
        self.chance = self.chance.wrapping_add(1);
        let decision = session::decide(&self.scene(), command, self.chance);
        self.log.append(decision.events, Moment(self.now));
        decision.notice
    }

    /// What a view shows of an exercise.
    pub(crate) fn view(&self, name: &str) -> View<'_> {
        let exercise = self.unit.exercise(&id(name)).expect("an exercise of the unit");
        session::present(&self.scene(), exercise)
    }

    /// The unit's assessment.
    pub(crate) fn sitting(&self) -> SittingView {
        session::sitting(&self.scene()).expect("an assessment")
    }

    /// The exercises of the open sitting.
    pub(crate) fn paper(&self) -> Vec<String> {
        session::assessment_exercises(&self.scene()).iter().map(|exercise| exercise.id.to_string()).collect()
    }

    pub(crate) fn progress(&self) -> &Progress {
        self.log.progress()
    }
}

/// A text in English.
pub(crate) fn english(text: &str) -> Localised {
    Localised(vec![("en".into(), text.into())])
}

/// A module with these units and tracks.
pub(crate) fn module(units: Vec<UnitEntry>, tracks: Vec<Track>) -> Module {
    Module {
        id: id("k7m2q9x4ta"),
        edition: Edition { number: 1, date: "2026-11-20".into() },
        languages: vec!["en".into()],
        card: Card {
            title: english("Data Analysis"),
            summary: english(""),
            audience: english(""),
            organiser: english("Organiser"),
            url: None,
        },
        objectives: Vec::new(),
        units,
        tracks,
        resources: Resources::default(),
        seal: Vec::new(),
        outline: None,
    }
}

/// A unit with so many pages, exercises and points in the first track; three attempts.
pub(crate) fn entry(name: &str, (pages, exercises, points): (u32, u32, u32)) -> UnitEntry {
    UnitEntry {
        id: id(name),
        title: english(name),
        minutes: 10,
        attempts: 3,
        counts: vec![Counts { pages, exercises, points }],
        source: UnitSource::Files(Vec::new()),
        notes: Vec::new(),
    }
}

/// A track with this rule and one award.
pub(crate) fn track(name: &str, rule: Rule) -> Track {
    Track {
        id: id(name),
        title: english(name),
        summary: english(""),
        minutes: 60,
        rule,
        awards: vec![Award { id: id("completed"), title: english("Completed"), rule: None }],
        certificate: english("Knows."),
    }
}

/// A unit `u1` of these pages and exercises.
pub(crate) fn unit(pages: Vec<Page>, exercises: Vec<Exercise>, pools: Vec<Pool>) -> Unit {
    Unit { id: id("u1"), language: "en".into(), pages, exercises, pools }
}

/// A page with these exercises and pools; pools begin with `*`. It belongs to all tracks.
pub(crate) fn page(name: &str, holds: &str) -> Page {
    let block = |name: &str| {
        let content = match name.strip_prefix('*') {
            Some(pool) => BlockContent::Pool(id(pool)),
            None => BlockContent::Exercise { unit: None, exercise: id(name), part: None },
        };
        Block { tracks: Vec::new(), stage: 0, content }
    };
    let blocks = holds.split_whitespace().map(block).collect();
    Page { id: id(name), ordinal: 1, title: prose::plain(name), tracks: Vec::new(), blocks }
}

/// An assessment exercise worth 4 points.
pub(crate) fn assessed(name: &str, task: Task) -> Exercise {
    Exercise { mode: Mode::Assessment, ..exercise(name, task) }
}

/// A pool that draws `draw` of these.
pub(crate) fn pool(name: &str, draw: u32, exercises: &str) -> Pool {
    Pool { id: id(name), draw, points: 4, exercises: ids(exercises) }
}

/// Ids of tracks.
pub(crate) fn in_tracks(tracks: &str) -> Vec<Id> {
    ids(tracks)
}
