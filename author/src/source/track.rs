//! Reads tracks and their awards.

use super::rule::{self, Rule};
use super::value::unique;
use crate::finding::Findings;
use crate::markdown::{Leaf, plain_leaf};
use crate::passage::Place;
use crate::yaml::Fields;
use kerege::content::Id;

/// A track.
#[derive(Clone, Debug)]
pub struct Track {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// Title.
    pub title: Leaf,
    /// One sentence.
    pub summary: Option<Leaf>,
    /// Minutes it takes.
    pub minutes: u32,
    /// What has to be done.
    pub rule: Rule,
    /// Award levels.
    pub awards: Vec<Award>,
    /// What the certificate says.
    pub certificate: Option<Leaf>,
}

/// An award level.
#[derive(Clone, Debug)]
pub struct Award {
    /// Its id.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// Title.
    pub title: Leaf,
    /// What it needs beyond the track's rule.
    pub rule: Option<Rule>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Track> {
    let id = fields.need_id("id", findings);
    let title = fields.need_text("title", findings).map(plain_leaf);
    let summary = fields.text("summary", findings).map(plain_leaf);
    let minutes = fields.count("minutes", findings).unwrap_or_default();
    let rule = fields.need("rule", findings).and_then(|node| rule::read(node, findings));
    fields.need("awards", findings);
    let awards = unique(fields.list("awards", findings), "this award", award, |a| (&a.id, a.place), findings);
    let certificate = fields.text("certificate", findings).map(plain_leaf);
    let (id, place) = id?;
    Some(Track { id, place, title: title?, summary, minutes, rule: rule?, awards, certificate })
}

fn award(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Award> {
    let id = fields.need_id("id", findings);
    let title = fields.need_text("title", findings).map(plain_leaf);
    let rule = match fields.get("rule") {
        Some(node) => Some(rule::read(node, findings)?),
        None => None,
    };
    let (id, place) = id?;
    Some(Award { id, place, title: title?, rule })
}
