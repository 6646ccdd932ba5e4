//! Label: give each place on a picture its label.

use super::Seed;
use super::part::{self, Part};
use super::picture::{self, Picture, Spot};
use crate::finding::Findings;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::content::Id;
use kerege::exercise::label::wire::{Key, Prompt};
use kerege::exercise::wire::{Item, Task};

/// A picture whose places get labels.
#[derive(Clone, Debug)]
pub struct Label {
    picture: Picture<Id>,
    labels: Vec<Part>,
}

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Label> {
    fields.need("labels", findings);
    let labels = part::list(fields, "labels", "this label", findings, |f, x| Part::read(f, "text", x), |part| part);
    let right = |fields: &mut Fields<'_>, findings: &mut Findings| {
        let (id, place) = fields.need_id("right", findings)?;
        if labels.iter().any(|label| label.id == id) {
            return Some(id);
        }
        findings.wrong(place, format!("there is no label `{id}`"), "name one of the `labels`");
        None
    };
    let picture = picture::read(fields, findings, right)?;
    if labels.len() < 2 {
        findings.wrong(fields.place, "there is nothing to choose from", "give at least two `labels`");
        return None;
    }
    Some(Label { picture, labels })
}

impl Label {
    /// How many parts can be right.
    pub(super) fn parts(&self) -> u32 {
        self.picture.spots.len() as u32
    }

    /// Places and labels.
    pub fn all(&self) -> impl Iterator<Item = &Part> {
        self.picture.spots.iter().map(|spot| &spot.part).chain(&self.labels)
    }

    pub(super) fn write(&self, mut seed: Seed, writer: &mut Writer<'_>) -> Task {
        let picture = self.picture.write(writer);
        let mut labels: Vec<Item> = self.labels.iter().map(|part| part.write(writer)).collect();
        let spots = &self.picture.spots;
        // The order of the labels must not give away the order of the places.
        let places = |labels: &[Item]| {
            let place = |spot: &Spot<Id>| labels.iter().position(|label| label.id.0 == spot.more.as_str());
            spots.iter().filter_map(place).collect::<Vec<_>>()
        };
        seed.shuffle(&mut labels, |labels| places(labels).is_sorted());
        let right = spots.iter().map(|spot| ((&spot.part.id).into(), (&spot.more).into())).collect();
        let feedback = part::feedback(spots.iter().map(|spot| &spot.part), writer);
        Task::Label { prompt: Prompt { picture, labels }, key: Key { labels: right, feedback } }
    }
}
