//! Reads completion rules.

use super::at::{At, Findings, excerpt};
use crate::content::{Problem, Rule};

pub(super) fn rule(at: &At, findings: &mut Findings) -> Option<Rule> {
    let mut entries = at.entries(findings);
    let (name, inner) = if entries.len() == 1 {
        entries.remove(0)
    } else {
        at.say(findings, Problem::Expected("a rule"));
        return None;
    };
    // Where one part cannot be read, the whole cannot: without it the rule would be easier, or another.
    let rules = |at: &At, findings: &mut Findings| -> Option<Vec<Rule>> {
        let items = at.items(findings);
        if items.is_empty() {
            at.say(findings, Problem::Expected("at least one rule"));
            return None;
        }
        items.iter().map(|item| rule(item, findings)).collect()
    };
    Some(match name {
        "pages" => {
            let (unit, percent) = share(&inner, findings)?;
            Rule::Pages { unit, percent }
        }
        "answered" => {
            let (unit, percent) = share(&inner, findings)?;
            Rule::Answered { unit, percent }
        }
        "score" => {
            let (unit, percent) = share(&inner, findings)?;
            Rule::Score { unit, percent }
        }
        "all" => Rule::All(rules(&inner, findings)?),
        "any" => Rule::Any(rules(&inner, findings)?),
        "at-least" => {
            let n = inner.need("n", findings)?.count(findings)? as usize;
            let of = rules(&inner.need("of", findings)?, findings)?;
            Rule::AtLeast { n, of }
        }
        other => {
            at.say(findings, Problem::Unknown(excerpt(other)));
            return None;
        }
    })
}

fn share(at: &At, findings: &mut Findings) -> Option<(Option<crate::content::Id>, u8)> {
    let unit = match at.field("unit") {
        Some(at) => Some(at.id(findings)?),
        None => None,
    };
    let percent = at.need("percent", findings)?;
    let number = percent.count(findings)?;
    if number > 100 {
        percent.say(findings, Problem::OutOfRange("0 to 100 percent"));
        return None;
    }
    Some((unit, number as u8))
}
