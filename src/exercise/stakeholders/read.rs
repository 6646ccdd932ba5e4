//! Reads stakeholders, and what a learner placed.

use super::{Given, Key, LONGEST_NAME, MOST_OWN, Own, Place, Prompt, most_tolerance};
use crate::content::Problem;
use crate::content::read::{At, Findings};
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let named = read::items(prompt, "named", findings)?;
    let levels = u8::try_from(prompt.count_or("levels", 4, findings)).unwrap_or(u8::MAX);
    let own = prompt.count_or("own", 5, findings);
    if !(2..=5).contains(&levels) || own > MOST_OWN {
        prompt.say(findings, Problem::OutOfRange("2 to 5 levels, at most 20 own"));
        return None;
    }
    let most = most_tolerance(levels);
    let tolerance = u8::try_from(key.count_or("tolerance", most.into(), findings)).unwrap_or(u8::MAX);
    if tolerance > most {
        key.say(findings, Problem::OutOfRange("a tolerance that leaves wrong places"));
        return None;
    }
    let map = key.need("places", findings)?;
    let places: Option<Vec<_>> = named
        .iter()
        .map(|item| {
            let at = map.under(&item.id, findings)?;
            Some((item.id.clone(), place(&at, levels, findings)?))
        })
        .collect();
    let why = read::feedback(key, findings);
    Some(Task::Stakeholders(Prompt { named, levels, own }, Key { places: places?, tolerance, why }))
}

/// `[power, interest]`.
fn place(at: &At, levels: u8, findings: &mut Findings) -> Option<Place> {
    let place = pair(at, findings)?;
    at.expect(place.fits(levels).then_some(place), "a place on the map", findings)
}

fn pair(at: &At, findings: &mut Findings) -> Option<Place> {
    let items = at.items(findings);
    let numbers: Vec<u8> = items.iter().filter_map(|at| at.count(findings)?.try_into().ok()).collect();
    match (items.len(), numbers.as_slice()) {
        (2, [power, interest]) => Some(Place { power: *power, interest: *interest }),
        _ => at.expect(None, "power and interest", findings),
    }
}

impl Given {
    /// Reads the form that records carry.
    pub(in crate::exercise) fn from_json(at: &At, findings: &mut Findings) -> Given {
        let placed = read::pairs_in(at, "placed", findings, pair);
        let own = at.each("own", findings, |at, findings| {
            let name = at.need("name", findings)?.text(findings)?;
            let place = match at.field("at") {
                Some(at) => Some(pair(&at, findings)?),
                None => None,
            };
            Some(Own { name: name.chars().take(LONGEST_NAME as usize).collect(), place })
        });
        Given { placed, own }
    }
}
