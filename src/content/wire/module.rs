//! `module.json`, as written. See [`crate::content::module`].

use super::{Body, ByLanguage, File, Id, Localised, Rule, Unit, resource::Resources, zero};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// A module's outline. Its size does not grow with pages or exercises. Where it is sealed itself, there is a card and
/// `seal.outline`, and neither units nor tracks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = json!([
    { "required": ["units", "tracks"] },
    { "required": ["seal"], "properties": { "seal": { "required": ["outline"] } } },
])))]
pub struct Module {
    /// Permanent neutral id.
    pub id: Id,
    /// This edition.
    pub edition: Edition,
    /// Languages it comes in; the first is the source.
    #[schemars(length(min = 1))]
    pub languages: Vec<String>,
    /// The public card: what may be shown of a sealed module.
    pub card: Card,
    /// Learning objectives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective>,
    /// Units in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub units: Vec<UnitEntry>,
    /// Tracks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub tracks: Vec<Track>,
    /// Glossary, bibliography, data sets.
    #[serde(default, skip_serializing_if = "Resources::is_empty")]
    pub resources: Resources,
    /// What opens the sealed files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

impl Body for Module {
    const TYPE: &'static str = "module";
}

/// What opens the sealed files of a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// The edition's content key, wrapped under the key of each course that the module belongs to.
    pub keys: Vec<WrappedKey>,
    /// The whole outline, where it is sealed itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<File>,
}

/// A content key, wrapped under the key of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrappedKey {
    /// The course.
    pub course: Id,
    /// The key by AES key wrap (RFC 3394), in base64url.
    #[schemars(regex(pattern = "^[A-Za-z0-9_-]{54}$"))]
    pub key: String,
}

/// An edition of a module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Counts up from 1.
    pub number: u32,
    /// `YYYY-MM-DD`.
    #[serde(default)]
    pub date: String,
}

/// What everybody may know of a module.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Title.
    pub title: Localised,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub summary: Localised,
    /// For whom it is.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub audience: Localised,
    /// Name of the organiser who vouches.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub organiser: Localised,
    /// Address of the organiser (`https:`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^https://"))]
    pub url: Option<String>,
}

/// A learning objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Its id.
    pub id: Id,
    /// A sentence beginning with a verb.
    pub text: Localised,
}

/// What the outline knows of a unit. Its pages are in `files` or, for small modules, in `inline`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// Minutes it takes.
    #[serde(default, skip_serializing_if = "zero")]
    pub minutes: u32,
    /// How often its assessment may be handed in; 0 where it has none.
    #[serde(default, skip_serializing_if = "zero")]
    pub attempts: u32,
    /// Counts by track, in the order of the module's tracks.
    pub counts: Vec<Counts>,
    /// One file a language, fetched when needed.
    #[serde(default, skip_serializing_if = "ByLanguage::is_empty")]
    pub files: ByLanguage<File>,
    /// The unit itself, one a language.
    #[serde(default, skip_serializing_if = "ByLanguage::is_empty")]
    pub inline: ByLanguage<Unit>,
    /// Facilitator's notes by language: a unit file without exercises.
    #[serde(default, skip_serializing_if = "ByLanguage::is_empty")]
    pub notes: ByLanguage<File>,
}

/// What a track holds of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Pages.
    pub pages: u32,
    /// Exercises a learner meets, those drawn from pools included.
    #[serde(default)]
    pub exercises: u32,
    /// Points of its assessment.
    #[serde(default)]
    pub points: u32,
}

/// A module's cut by time and audience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// One sentence.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub summary: Localised,
    /// Minutes it takes.
    #[serde(default, skip_serializing_if = "zero")]
    pub minutes: u32,
    /// What has to be done for a certificate.
    pub rule: Rule,
    /// Award levels, lowest first.
    #[schemars(length(min = 1))]
    pub awards: Vec<Award>,
    /// What the certificate says of its holder.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub certificate: Localised,
}

/// An award level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Award {
    /// Its id.
    pub id: Id,
    /// Title.
    pub title: Localised,
    /// What it needs beyond the track's rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
}
