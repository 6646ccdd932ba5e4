//! A picture with places on it, for labels and for choosing places.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::markdown::{Block, Document};
use crate::passage::Passage;
use crate::write::Writer;
use crate::yaml::{self, Fields};
use kerege::exercise::picture::wire::{Picture as WirePicture, Spot as WireSpot};

/// A picture with places on it.
#[derive(Clone, Debug)]
pub(super) struct Picture<T> {
    image: Document,
    /// The places, each with what its kind of exercise says of it.
    pub spots: Vec<Spot<T>>,
}

/// A place on a picture.
#[derive(Clone, Debug)]
pub(super) struct Spot<T> {
    /// Id, name and feedback.
    pub part: Part,
    /// From the left and from the top, in per cent.
    at: (u32, u32),
    /// What its kind of exercise says of it.
    pub more: T,
}

/// Reads `image`, `alt` and `spots`; `more` reads what a kind of exercise says of a place.
pub(super) fn read<T>(
    fields: &mut Fields<'_>,
    findings: &mut Findings,
    mut more: impl FnMut(&mut Fields<'_>, &mut Findings) -> Option<T>,
) -> Option<Picture<T>> {
    fields.need("image", findings);
    let image = part::image(fields, findings);
    let place = fields.need("spots", findings).map(|node| node.place);
    let before = findings.len();
    let read = |fields: &mut Fields<'_>, findings: &mut Findings| {
        let found = Part::read(fields, "name", findings);
        let feedback = part::markdown(fields, "feedback", findings);
        let at = place_of(fields, findings);
        let more = more(fields, findings);
        Some(Spot { part: Part { feedback, ..found? }, at: at?, more: more? })
    };
    let spots = part::list(fields, "spots", "this spot", findings, read, |spot| &spot.part);
    if let (Some(place), true) = (place, spots.is_empty() && findings.len() == before) {
        findings.wrong(place, "there are no places on the picture", "give at least one of the `spots`");
    }
    let image = Document { blocks: vec![Block::Figure(image?)], ..Document::default() };
    (!spots.is_empty()).then_some(Picture { image, spots })
}

fn place_of(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<(u32, u32)> {
    let node = fields.need("at", findings)?;
    let numbers = yaml::items(node, "at", findings).iter();
    let percent = |text: &Passage| text.text.trim().parse().ok().filter(|percent: &u32| *percent <= 100);
    let numbers: Vec<u32> = numbers.filter_map(|node| node.scalar().and_then(percent)).collect();
    let [x, y] = numbers.as_slice() else {
        let help = "write how far it is from the left and from the top, in whole per cent, such as at: [25, 80]";
        findings.wrong(node.place, "`at` has to hold two numbers from 0 to 100", help);
        return None;
    };
    Some((*x, *y))
}

impl<T> Picture<T> {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> WirePicture {
        let image = writer.prose(&self.image);
        let spot = |spot: &Spot<T>| {
            let part = spot.part.write(writer);
            WireSpot { id: part.id, text: part.text, x: spot.at.0, y: spot.at.1 }
        };
        WirePicture { image, spots: self.spots.iter().map(spot).collect() }
    }
}
