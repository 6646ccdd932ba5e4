//! Hotspot: choose places on a picture.

use super::part::{self, Part};
use super::picture::{self, Picture};
use crate::finding::Findings;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::hotspot::wire::{Key, Prompt};
use kerege::exercise::wire::Task;

/// A picture of which places are to be chosen.
#[derive(Clone, Debug)]
pub struct Hotspot {
    picture: Picture<bool>,
    multiple: bool,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Hotspot> {
    let forced = fields.truth("multiple", findings).unwrap_or(false);
    let right =
        |fields: &mut Fields<'_>, findings: &mut Findings| Some(fields.truth("right", findings).unwrap_or(false));
    let picture = picture::read(fields, findings, right)?;
    let right = picture.spots.iter().filter(|spot| spot.more).count();
    if right == 0 || picture.spots.len() < 2 {
        let help = "give at least two `spots`, and `right: true` to the right one, or to each of them";
        let problem = if right == 0 { "no place is right" } else { "there is nothing to choose from" };
        findings.wrong(fields.place, problem, help);
        return None;
    }
    Some(Hotspot { picture, multiple: forced || right > 1 })
}

impl Hotspot {
    /// How many parts can be right.
    pub(super) fn parts(&self) -> u32 {
        if self.multiple { self.right().count() as u32 } else { 1 }
    }

    /// The places.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        self.picture.spots.iter().map(|spot| &spot.part)
    }

    fn right(&self) -> impl Iterator<Item = &Part> {
        self.picture.spots.iter().filter(|spot| spot.more).map(|spot| &spot.part)
    }

    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let picture = self.picture.write(writer);
        let right = self.right().map(|part| (&part.id).into()).collect();
        let feedback = part::feedback(self.all(), writer);
        Task::Hotspot { prompt: Prompt { picture, multiple: self.multiple }, key: Key { right, feedback } }
    }
}
