//! Reads completion rules.

use crate::finding::Findings;
use crate::passage::Place;
use crate::yaml::{self, Fields, Node, Value};
use kerege::content::wire::rule::{AtLeast, Share};
use kerege::content::wire::{self, Id};

/// A rule, and where each part of it stands.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The rule.
    pub rule: wire::Rule,
    /// Places by path: the positions to follow from the outermost rule inwards.
    pub places: Vec<(Vec<usize>, Place)>,
}

pub(super) fn read(node: &Node, findings: &mut Findings) -> Option<Rule> {
    let mut places = Vec::new();
    let rule = rule(node, &mut Vec::new(), &mut places, findings)?;
    Some(Rule { rule, places })
}

const NAMES: [&str; 6] = ["pages", "answered", "score", "all", "any", "at-least"];

fn rule(
    node: &Node,
    path: &mut Vec<usize>,
    places: &mut Vec<(Vec<usize>, Place)>,
    findings: &mut Findings,
) -> Option<wire::Rule> {
    let help = "a rule is one of pages, answered, score, all, any, at-least";
    let Value::Map(fields) = &node.value else {
        findings.wrong(node.place, format!("a rule is expected here; this is {}", node.shape()), help);
        return None;
    };
    let [(name, inner)] = fields.as_slice() else {
        findings.wrong(node.place, "a rule says one thing", "put several rules into `all: [ … ]` or `any: [ … ]`");
        return None;
    };
    places.push((path.clone(), name.all()));
    Some(match name.text.as_str() {
        "pages" => wire::Rule::Pages(share(inner, findings)?),
        "answered" => wire::Rule::Answered(share(inner, findings)?),
        "score" => wire::Rule::Score(share(inner, findings)?),
        "all" => wire::Rule::All(rules(yaml::items(inner, "all", findings), path, places, findings)?),
        "any" => wire::Rule::Any(rules(yaml::items(inner, "any", findings), path, places, findings)?),
        "at-least" => {
            let mut fields = Fields::of(inner, "`at-least`", findings)?;
            fields.need("n", findings);
            let n = fields.count("n", findings);
            fields.need("of", findings);
            let of = fields.list("of", findings);
            fields.finish(findings);
            let of = rules(of, path, places, findings)?;
            wire::Rule::AtLeast(AtLeast { n: n?, of })
        }
        other => {
            let near = yaml::closest(other, &NAMES).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            findings.wrong(name.all(), format!("there is no rule `{other}`{near}"), help);
            return None;
        }
    })
}

fn rules(
    nodes: &[Node],
    path: &mut Vec<usize>,
    places: &mut Vec<(Vec<usize>, Place)>,
    findings: &mut Findings,
) -> Option<Vec<wire::Rule>> {
    if nodes.is_empty()
        && let Some((_, place)) = places.last()
    {
        findings.wrong(*place, "this rule asks for nothing", "name at least one rule in its list");
    }
    let mut found = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        path.push(index);
        let one = rule(node, path, places, findings);
        path.pop();
        found.push(one);
    }
    found.into_iter().collect()
}

fn share(node: &Node, findings: &mut Findings) -> Option<Share> {
    let mut fields = Fields::of(node, "this rule", findings)?;
    fields.need("percent", findings);
    let percent = fields.count("percent", findings);
    let place = fields.text("percent", findings).map_or(fields.place, |text| text.all());
    let unit = match fields.get("unit") {
        Some(_) => Some(Id::from(&fields.need_id("unit", findings)?.0)),
        None => None,
    };
    fields.finish(findings);
    let percent = u8::try_from(percent?).ok().filter(|percent| *percent <= 100);
    if percent.is_none() {
        findings.wrong(place, "a percentage is 0 to 100", "write `percent: 70`");
    }
    Some(Share { percent: percent?, unit })
}
