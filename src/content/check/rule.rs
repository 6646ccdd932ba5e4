//! Rules: each can be met, and each asks for something.

use super::{Fault, Remark, Subject, say};
use crate::content::module::{Counts, Track};
use crate::content::{Id, Module, Rule};

pub(super) fn check(module: &Module, index: usize, track: &Track, remarks: &mut Vec<Remark>) {
    let mut checker = Checker { module, index, track: &track.id, award: None, path: Vec::new(), remarks };
    checker.rule(&track.rule);
    for award in &track.awards {
        checker.award = Some(&award.id);
        if let Some(rule) = &award.rule {
            checker.rule(rule);
        }
    }
}

struct Checker<'a> {
    module: &'a Module,
    index: usize,
    track: &'a Id,
    award: Option<&'a Id>,
    path: Vec<usize>,
    remarks: &'a mut Vec<Remark>,
}

impl Checker<'_> {
    fn rule(&mut self, rule: &Rule) {
        match rule {
            Rule::Pages { unit, percent } => self.share(unit.as_ref(), *percent, |counts| counts.pages, None),
            Rule::Answered { unit, percent } => {
                self.share(unit.as_ref(), *percent, |counts| counts.exercises, Some(Fault::NothingToAnswer));
            }
            Rule::Score { unit, percent } => {
                self.share(unit.as_ref(), *percent, |counts| counts.points, Some(Fault::NothingToScore));
            }
            Rule::All(rules) | Rule::Any(rules) => self.each(rules),
            Rule::AtLeast { n, of } => {
                if *n > of.len() {
                    self.say(Fault::AsksTooMuch(*n, of.len()));
                } else if *n == 0 {
                    self.say(Fault::AsksNothing);
                }
                self.each(of);
            }
        }
    }

    fn each(&mut self, rules: &[Rule]) {
        for (position, rule) in rules.iter().enumerate() {
            self.path.push(position);
            self.rule(rule);
            self.path.pop();
        }
    }

    /// A share of something: of a unit that the track has, and of more than nothing.
    fn share(&mut self, unit: Option<&Id>, percent: u8, of: fn(Counts) -> u32, none: Option<Fault>) {
        let all: u32 = match unit {
            Some(id) => {
                let Some((_, entry)) = self.module.unit(id) else {
                    self.say(Fault::UnknownUnit(id.clone()));
                    return;
                };
                let counts = entry.counts.get(self.index).copied().unwrap_or_default();
                if counts.pages == 0 {
                    self.say(Fault::UnitNotInTrack(id.clone()));
                    return;
                }
                of(counts)
            }
            None => self.module.units_in(self.index).map(|(_, counts)| of(counts)).sum(),
        };
        if percent == 0 {
            self.say(Fault::AsksNothing);
        } else if let (0, Some(fault)) = (all, none) {
            self.say(fault);
        }
    }

    fn say(&mut self, fault: Fault) {
        let (track, award, path) = (self.track.clone(), self.award.cloned(), self.path.clone());
        say(self.remarks, Subject::Rule { track, award, path }, fault);
    }
}
