//! Stakeholders: who has how much power and interest.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::Fields;
use kerege::exercise::stakeholders::{MOST_OWN, most_tolerance, wire};
use kerege::exercise::wire::Task;

/// A map.
#[derive(Clone, Debug)]
pub struct Stakeholders {
    /// The named stakeholders.
    pub named: Vec<Named>,
    levels: Option<u32>,
    own: Option<u32>,
    tolerance: Option<u32>,
}

/// A named stakeholder with the author's place.
#[derive(Clone, Debug)]
pub struct Named {
    /// Id, name and reason.
    pub part: Part,
    power: (u32, Place),
    interest: (u32, Place),
}

/// What the player takes where nothing is said.
const LEVELS: u32 = 4;

pub(super) fn read(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Stakeholders> {
    let levels = part::within(fields, "levels", 2..=5, findings);
    let own = part::within(fields, "own", 0..=MOST_OWN, findings);
    let steps = levels.unwrap_or(LEVELS);
    let most = u8::try_from(steps).map_or(0, most_tolerance);
    let tolerance = part::within(fields, "tolerance", 0..=most.into(), findings);
    fields.need("stakeholders", findings);
    let before = findings.len();
    let named = part::list(fields, "stakeholders", "this stakeholder", findings, one, |named| &named.part);
    for (number, place) in named.iter().flat_map(|named| [named.power, named.interest]) {
        if !(1..=steps).contains(&number) {
            let help = "count the steps of each axis from 1, the lowest; `levels` says how many there are";
            findings.wrong(place, format!("the map has no step {number}: it has 1 to {steps}"), help);
        }
    }
    if named.is_empty() && findings.len() == before && fields.get("stakeholders").is_some() {
        findings.wrong(fields.place, "the map has no stakeholders", "name at least one below `stakeholders:`");
    }
    (!named.is_empty() && findings.len() == before).then_some(Stakeholders { named, levels, own, tolerance })
}

fn one(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Named> {
    let found = Part::read(fields, "name", findings);
    let power = step(fields, "power", findings);
    let interest = step(fields, "interest", findings);
    let feedback = part::markdown(fields, "why", findings);
    Some(Named { part: Part { feedback, ..found? }, power: power?, interest: interest? })
}

fn step(fields: &mut Fields<'_>, name: &'static str, findings: &mut Findings) -> Option<(u32, Place)> {
    let text = fields.need_text(name, findings)?;
    Some((fields.count(name, findings)?, text.all()))
}

impl Stakeholders {
    pub(super) fn write(&self, writer: &mut Writer<'_>) -> Task {
        let named = self.named.iter().map(|named| named.part.write(writer)).collect();
        let step = |(number, _): (u32, Place)| u8::try_from(number).unwrap_or(u8::MAX);
        let place = |named: &Named| ((&named.part.id).into(), [step(named.power), step(named.interest)]);
        let places = self.named.iter().map(place).collect();
        let feedback = part::feedback(self.named.iter().map(|named| &named.part), writer);
        let prompt = wire::Prompt { named, levels: self.levels, own: self.own };
        Task::Stakeholders { prompt, key: wire::Key { places, tolerance: self.tolerance, feedback } }
    }
}
