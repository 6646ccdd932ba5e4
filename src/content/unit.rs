//! A unit in one language: pages, blocks, exercises, pools.

use super::{Id, Prose};
use crate::exercise::Task;

/// One unit in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// The language of its text.
    pub language: String,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Exercises that the unit's blocks and pools refer to.
    pub exercises: Vec<Exercise>,
    /// Pools to draw from.
    pub pools: Vec<Pool>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its id.
    pub id: Id,
    /// Small permanent number, never reused in the module.
    pub ordinal: u32,
    /// Title.
    pub title: Prose,
    /// Tracks it belongs to; empty for all.
    pub tracks: Vec<Id>,
    /// Blocks in order.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Tracks it belongs to; empty for all.
    pub tracks: Vec<Id>,
    /// The stage of the page's case that it belongs to; 0 for a block outside it.
    pub stage: u32,
    /// What it is.
    pub content: BlockContent,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockContent {
    /// Text to read.
    Prose(Prose),
    /// An exercise, or one part of an exercise that spans pages.
    Exercise {
        /// The unit that holds the exercise, where it is another one.
        unit: Option<Id>,
        /// The exercise.
        exercise: Id,
        /// Only this part of it.
        part: Option<Id>,
    },
    /// The exercises drawn from a pool.
    Pool(Id),
}

/// A pool of equivalent assessment exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pool {
    /// Its id.
    pub id: Id,
    /// How many are drawn for a sitting.
    pub draw: u32,
    /// Points of each.
    pub points: u32,
    /// The exercises.
    pub exercises: Vec<Id>,
}

/// An exercise: what all kinds have in common, and the task of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Its id, unique in the module.
    pub id: Id,
    /// Small permanent number, never reused in the module.
    pub ordinal: u32,
    /// Goes up when the structure or the key changes; not when words do.
    pub revision: u32,
    /// Practice or assessment.
    pub mode: Mode,
    /// Full points.
    pub points: u32,
    /// How points are given.
    pub credit: Credit,
    /// Whether the learner is asked how sure they are.
    pub confidence: bool,
    /// Objectives that it exercises.
    pub objectives: Vec<Id>,
    /// The question.
    pub text: Prose,
    /// Hints, shown one at a time.
    pub hints: Vec<Prose>,
    /// Feedback by score.
    pub feedback: Feedback,
    /// Why the right answer is right; shown with the model answer.
    pub answer: Prose,
    /// The task of its kind: prompt and key.
    pub task: Task,
}

/// What an exercise is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Any number of tries, feedback at once, never in the certified score.
    Practice,
    /// Handed in with the unit's assessment; feedback after that.
    Assessment,
}

/// How points are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credit {
    /// A share of the points for each part that holds, by the rule of the kind.
    Parts,
    /// All the points or none.
    AllOrNothing,
}

/// What is said to a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// All points.
    pub right: Prose,
    /// Some points.
    pub partly: Prose,
    /// No points.
    pub wrong: Prose,
}

impl Unit {
    /// An exercise by id.
    pub fn exercise(&self, id: &Id) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == *id)
    }

    /// A pool by id.
    pub fn pool(&self, id: &Id) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.id == *id)
    }

    /// The pages of a track, in order.
    pub fn pages_in<'a>(&'a self, track: &'a Id) -> impl Iterator<Item = &'a Page> {
        self.pages.iter().filter(move |page| in_track(&page.tracks, track))
    }
}

impl Page {
    /// The blocks of a track, in order.
    pub fn blocks_in<'a>(&'a self, track: &'a Id) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(move |block| block.is_in(track))
    }
}

impl Block {
    /// Whether a track holds it.
    pub fn is_in(&self, track: &Id) -> bool {
        in_track(&self.tracks, track)
    }
}

fn in_track(tracks: &[Id], track: &Id) -> bool {
    tracks.is_empty() || tracks.contains(track)
}
