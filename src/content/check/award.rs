//! Award levels: each later one asks for more.

use super::{Fault, Remark, Subject, say};
use crate::content::module::Track;
use crate::content::{Id, Rule};

pub(super) fn check(track: &Track, remarks: &mut Vec<Remark>) {
    if track.awards.is_empty() {
        say(remarks, Subject::Track(track.id.clone()), Fault::NoAward);
    }
    let mut asked = Vec::new();
    demands(&track.rule, &mut asked);
    for (level, award) in track.awards.iter().enumerate() {
        let subject = || Subject::Award(track.id.clone(), award.id.clone());
        match &award.rule {
            None if level > 0 => say(remarks, subject(), Fault::AwardWithoutRule),
            None => {}
            Some(rule) => {
                let mut own = Vec::new();
                let plain = demands(rule, &mut own);
                if plain && own.iter().all(|demand| is_asked(demand, &asked)) {
                    say(remarks, subject(), Fault::AwardNotHarder);
                }
                asked.extend(own);
            }
        }
    }
}

/// A share that has to be reached: of what, of which unit, how many percent.
type Demand<'a> = (&'static str, Option<&'a Id>, u8);

/// The shares that a rule asks for in any case; false where it asks for others too, by choice.
fn demands<'a>(rule: &'a Rule, out: &mut Vec<Demand<'a>>) -> bool {
    match rule {
        Rule::Pages { unit, percent } => out.push(("pages", unit.as_ref(), *percent)),
        Rule::Answered { unit, percent } => out.push(("answered", unit.as_ref(), *percent)),
        Rule::Score { unit, percent } => out.push(("score", unit.as_ref(), *percent)),
        Rule::All(rules) => {
            // Each is looked at, also behind one that leaves a choice.
            let choices = rules.iter().filter(|rule| !demands(rule, out)).count();
            return choices == 0;
        }
        Rule::Any(_) | Rule::AtLeast { .. } => return false,
    }
    true
}

fn is_asked(demand: &Demand<'_>, asked: &[Demand<'_>]) -> bool {
    asked.iter().any(|(of, unit, percent)| (of, unit) == (&demand.0, &demand.1) && *percent >= demand.2)
}
