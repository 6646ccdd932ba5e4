//! A unit in one language, as written. See [`crate::content::unit`].

use super::data::Data;
use super::{Body, Id, Prose, none, zero};
pub use crate::exercise::wire::{Credit, Exercise, Feedback, Mode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One unit in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// The language of its text.
    pub language: String,
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Exercises that the unit's blocks and pools refer to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Exercise>,
    /// Pools to draw from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// Data sets that its exercises compute with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<Data>,
}

impl Body for Unit {
    const TYPE: &'static str = "unit";
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its id.
    pub id: Id,
    /// Small permanent number, never reused in the module.
    pub ordinal: u32,
    /// Title.
    #[serde(default, skip_serializing_if = "Prose::is_empty")]
    pub title: Prose,
    /// Tracks it belongs to; left out for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Id>,
    /// Blocks in order.
    pub blocks: Vec<Block>,
}

/// A part of a page: text, an exercise, or the exercises drawn from a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum Block {
    /// Text to read.
    Prose {
        /// The text.
        prose: Prose,
        /// Tracks it belongs to; left out for all.
        #[serde(default, skip_serializing_if = "none")]
        tracks: Vec<Id>,
        /// The stage of the page's case that it belongs to; left out for a block outside it.
        #[serde(default, skip_serializing_if = "zero")]
        stage: u32,
    },
    /// An exercise, or one part of an exercise that spans pages.
    Exercise {
        /// The exercise.
        exercise: Id,
        /// The unit that holds the exercise, where it is another one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<Id>,
        /// Only this part of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<Id>,
        /// Tracks it belongs to; left out for all.
        #[serde(default, skip_serializing_if = "none")]
        tracks: Vec<Id>,
        /// The stage of the page's case that it belongs to; left out for a block outside it.
        #[serde(default, skip_serializing_if = "zero")]
        stage: u32,
    },
    /// The exercises drawn from a pool.
    Pool {
        /// The pool.
        pool: Id,
        /// Tracks it belongs to; left out for all.
        #[serde(default, skip_serializing_if = "none")]
        tracks: Vec<Id>,
        /// The stage of the page's case that it belongs to; left out for a block outside it.
        #[serde(default, skip_serializing_if = "zero")]
        stage: u32,
    },
}

/// A pool of equivalent assessment exercises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
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
