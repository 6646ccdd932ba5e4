//! The units whose points a track certifies.

use crate::content::{Id, Module, Rule, UnitEntry};

/// The units of a track (its position in the module) whose points count: those that its rules ask for, or all of them
/// where a rule asks for points of the whole track or none asks for points.
pub(super) fn units(module: &Module, track: usize) -> impl Iterator<Item = &UnitEntry> {
    let asked = asked(module, track);
    module.units_in(track).map(|(unit, _)| unit).filter(move |unit| match &asked {
        Some(asked) => asked.contains(&&unit.id),
        None => true,
    })
}

/// The units that the rules of a track and of its awards ask points of; `None` for all.
fn asked(module: &Module, track: usize) -> Option<Vec<&Id>> {
    let entry = module.tracks.get(track)?;
    let rules = entry.awards.iter().filter_map(|award| award.rule.as_ref());
    let mut scores = Vec::new();
    std::iter::once(&entry.rule).chain(rules).for_each(|rule| collect(rule, &mut scores));
    let asked: Option<Vec<&Id>> = scores.into_iter().collect();
    asked.filter(|units| !units.is_empty())
}

/// Each `score` in a rule: its unit, or `None` for the whole track.
fn collect<'a>(rule: &'a Rule, scores: &mut Vec<Option<&'a Id>>) {
    match rule {
        Rule::Pages { .. } | Rule::Answered { .. } => {}
        Rule::Score { unit, .. } => scores.push(unit.as_ref()),
        Rule::All(rules) | Rule::Any(rules) | Rule::AtLeast { of: rules, .. } => {
            rules.iter().for_each(|rule| collect(rule, scores));
        }
    }
}
