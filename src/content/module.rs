//! A module's outline: everything about it except its pages.

use super::resource::Resources;
use super::{File, Id, Localised, Rule, Unit};
use std::rc::Rc;

/// `module.json`. Its size does not grow with pages or exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Permanent neutral id: addresses, storage names, licences.
    pub id: Id,
    /// This edition.
    pub edition: Edition,
    /// Languages it comes in; the first is the source.
    pub languages: Vec<String>,
    /// The public card: what may be shown of a sealed module.
    pub card: Card,
    /// Learning objectives.
    pub objectives: Vec<Objective>,
    /// Units in order.
    pub units: Vec<UnitEntry>,
    /// Tracks; there is at least one.
    pub tracks: Vec<Track>,
    /// Glossary, bibliography, data sets.
    pub resources: Resources,
    /// What opens the sealed files; empty where nothing is sealed.
    pub seal: Vec<WrappedKey>,
    /// Where everything but the card is, where the author sealed the outline itself. Objectives, units, tracks and resources
    /// are then empty here; this file, opened, is the whole `module.json`.
    pub outline: Option<File>,
}

/// The edition's content key, wrapped under the key of a course that the module belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedKey {
    /// The course.
    pub course: Id,
    /// The key by AES key wrap (RFC 3394), in base64url.
    pub key: String,
}

/// An edition of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Counts up from 1.
    pub number: u32,
    /// `YYYY-MM-DD`.
    pub date: String,
}

/// What everybody may know of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    pub summary: Localised,
    /// For whom it is.
    pub audience: Localised,
    /// Name of the organiser who vouches.
    pub organiser: Localised,
    /// Address of the organiser (`https:`).
    pub url: Option<String>,
}

/// A learning objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its id.
    pub id: Id,
    /// A sentence beginning with a verb.
    pub text: Localised,
}

/// What the outline knows of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// Minutes it takes.
    pub minutes: u32,
    /// How often its assessment may be handed in; 0 where it has none.
    pub attempts: u32,
    /// Counts by track, in the order of [`Module::tracks`].
    pub counts: Vec<Counts>,
    /// Where its pages are.
    pub source: UnitSource,
    /// Facilitator's notes by language.
    pub notes: Vec<(String, File)>,
}

/// What a track holds of a unit. A unit with no pages in a track is not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages.
    pub pages: u32,
    /// Exercises a learner meets, those drawn from pools included.
    pub exercises: u32,
    /// Points of its assessment.
    pub points: u32,
}

/// Where the pages of a unit are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnitSource {
    /// One file a language, fetched when needed.
    Files(Vec<(String, File)>),
    /// In the outline itself, one a language: for small modules.
    Inline(Vec<(String, Rc<Unit>)>),
}

/// A module's cut by time and audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// One sentence.
    pub summary: Localised,
    /// Minutes it takes.
    pub minutes: u32,
    /// What has to be done for a certificate.
    pub rule: Rule,
    /// Award levels, lowest first; there is at least one.
    pub awards: Vec<Award>,
    /// What the certificate says of its holder.
    pub certificate: Localised,
}

/// An award level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// What it needs beyond the track's rule.
    pub rule: Option<Rule>,
}

impl Module {
    /// Whether this is the whole outline, of which `public` shows the card: a licence opens no other module's, and no
    /// other edition's.
    pub fn completes(&self, public: &Module) -> bool {
        self.outline.is_none()
            && (&self.id, self.edition.number, &self.seal) == (&public.id, public.edition.number, &public.seal)
    }

    /// Position and entry of a unit.
    pub fn unit(&self, id: &Id) -> Option<(usize, &UnitEntry)> {
        self.units.iter().enumerate().find(|(_, unit)| unit.id == *id)
    }

    /// Position of a track; the first one where the id is unknown.
    pub fn track_index(&self, id: Option<&Id>) -> usize {
        id.and_then(|id| self.tracks.iter().position(|track| track.id == *id)).unwrap_or(0)
    }

    /// Units that have pages in the track, with what the track holds of each.
    pub fn units_in(&self, track: usize) -> impl Iterator<Item = (&UnitEntry, Counts)> {
        self.units.iter().filter_map(move |unit| {
            let counts = unit.counts.get(track).copied().unwrap_or_default();
            (counts.pages > 0).then_some((unit, counts))
        })
    }
}
