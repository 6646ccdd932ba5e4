//! Stakeholders: a map of power and interest, on which named and own stakeholders are placed. The author's places are a
//! judgement with reasons, so a place near the author's holds as well.

pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

use super::{Item, PartFeedback, pairs};
use crate::content::Id;
use crate::json;

/// The most stakeholders that a learner may add.
pub const MOST_OWN: u32 = 20;
/// The longest name of a stakeholder that a learner added, in characters.
pub const LONGEST_NAME: u32 = 60;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The named stakeholders; at least one.
    pub named: Vec<Item>,
    /// How many steps each axis has, 2 to 5.
    pub levels: u8,
    /// How many stakeholders a learner may add.
    pub own: u32,
}

/// The author's places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Stakeholder → place, complete, in the order of the prompt.
    pub places: Vec<(Id, Place)>,
    /// So many steps off still holds, in each direction.
    pub tolerance: u8,
    /// The author's reasons by stakeholder.
    pub why: PartFeedback,
}

/// A place on the map. Steps count from 1, the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How much power.
    pub power: u8,
    /// How much interest.
    pub interest: u8,
}

/// What a learner placed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Named stakeholders and their places.
    pub placed: Vec<(Id, Place)>,
    /// Stakeholders that the learner added.
    pub own: Vec<Own>,
}

/// A stakeholder that a learner added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its name.
    pub name: String,
    /// Its place; `None` before it was placed.
    pub place: Option<Place>,
}

/// Who on the map is meant: a named stakeholder, or the learner's own by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A named one.
    Named(Id),
    /// The learner's own, counted from 0.
    Own(usize),
}

impl Who {
    /// Reads the form that [`Who::name`] writes.
    pub fn parse(name: &str) -> Option<Who> {
        match name.strip_prefix('+') {
            Some(number) => number.parse().ok().map(Who::Own),
            None => Id::new(name).map(Who::Named),
        }
    }

    /// A name for controls.
    pub fn name(&self) -> String {
        match self {
            Who::Named(id) => id.to_string(),
            Who::Own(at) => ["+", &at.to_string()].concat(),
        }
    }
}

impl Place {
    /// Reads `power/interest`.
    pub fn parse(text: &str) -> Option<Place> {
        let (power, interest) = text.split_once('/')?;
        Some(Place { power: power.parse().ok()?, interest: interest.parse().ok()? })
    }

    /// Whether it is on a map of so many steps.
    pub fn fits(self, levels: u8) -> bool {
        (1..=levels).contains(&self.power) && (1..=levels).contains(&self.interest)
    }

    /// Whether another place is no more than so many steps off.
    pub fn is_near(self, other: Place, tolerance: u8) -> bool {
        self.power.abs_diff(other.power) <= tolerance && self.interest.abs_diff(other.interest) <= tolerance
    }
}

impl Given {
    /// Writes the form that records carry.
    pub(super) fn write(&self, out: &mut String) {
        let once = |at: usize, id: &Id| self.placed.iter().take(at).all(|(earlier, _)| earlier != id);
        let placed = self.placed.iter().enumerate().filter(|(at, (id, _))| once(*at, id));
        out.push_str("{\"placed\":");
        json::object(out, placed.map(|(_, (id, place))| (id.as_str(), *place)), write_place);
        out.push_str(",\"own\":");
        json::list(out, &self.own, |out, own| {
            out.push_str("{\"name\":");
            json::text(out, &own.name);
            if let Some(place) = own.place {
                out.push_str(",\"at\":");
                write_place(out, place);
            }
            out.push('}');
        });
        out.push('}');
    }

    /// Where somebody stands.
    pub fn place(&self, who: &Who) -> Option<Place> {
        match who {
            Who::Named(id) => pairs::get(&self.placed, id).copied(),
            Who::Own(at) => self.own.get(*at)?.place,
        }
    }

    /// Places somebody, or takes them off the map with `None`.
    pub fn set(&mut self, who: &Who, place: Option<Place>) {
        match who {
            Who::Named(id) => pairs::set(&mut self.placed, id, place),
            Who::Own(at) => {
                if let Some(own) = self.own.get_mut(*at) {
                    own.place = place;
                }
            }
        }
    }

    /// Adds a stakeholder of the learner's; false where the name is empty or there already, or there are enough.
    pub fn add(&mut self, name: &str, most: u32) -> bool {
        let name: String = name.trim().chars().take(LONGEST_NAME as usize).collect();
        let is_new = !name.is_empty() && !self.own.iter().any(|own| own.name == name);
        let may = is_new && self.own.len() < most as usize;
        if may {
            self.own.push(Own { name, place: None });
        }
        may
    }
}

fn write_place(out: &mut String, place: Place) {
    json::list(out, [place.power, place.interest], json::number);
}

/// The most steps off that may still hold: one in the middle of a small map would be right with everybody.
pub fn most_tolerance(levels: u8) -> u8 {
    u8::from(levels >= 4)
}

/// The author's places as a response.
pub(super) fn model(key: &Key) -> Given {
    Given { placed: key.places.clone(), own: Vec::new() }
}
