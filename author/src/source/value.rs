//! Values that several files of an author have: dates, languages, addresses, lists of things with ids.

use crate::finding::Findings;
use crate::passage::{Passage, Place};
use crate::yaml::{Fields, Node};
use kerege::content::Id;
use kerege::content::language::is_tag;
use std::collections::BTreeSet;

/// A date, as written; says where it is none.
pub(super) fn date(text: &Passage, findings: &mut Findings) -> String {
    let parts: Vec<&str> = text.text.split('-').collect();
    let number = |at: usize, length: usize| -> Option<u32> {
        parts.get(at).filter(|part| part.len() == length).and_then(|part| part.parse().ok())
    };
    let month = number(1, 2).is_some_and(|month| (1..=12).contains(&month));
    let day = number(2, 2).is_some_and(|day| (1..=31).contains(&day));
    if number(0, 4).is_none_or(|year| year == 0) || !month || !day || parts.len() != 3 {
        findings.wrong(text.all(), format!("`{}` is no date", text.text), "write year-month-day, such as 2026-11-20");
    }
    text.text.clone()
}

/// A language's tag.
pub(super) fn language(text: &Passage, findings: &mut Findings) -> Option<(String, Place)> {
    if !is_tag(&text.text) {
        findings.wrong(
            text.all(),
            format!("`{}` is not a language", text.text),
            "write a tag such as en, ru, kk or uz-Latn",
        );
        return None;
    }
    Some((text.text.clone(), text.all()))
}

/// An address that begins with `https:`.
pub(super) fn https(text: &Passage, findings: &mut Findings) -> Option<String> {
    let good = text
        .text
        .strip_prefix("https://")
        .is_some_and(|rest| rest.split('/').next().is_some_and(|host| host.contains('.')));
    let good = good && kerege::content::prose::Target::address(&text.text).is_some();
    if !good {
        findings.wrong(
            text.all(),
            format!("`{}` is no web address", text.text),
            "write all of it, beginning with https://",
        );
    }
    good.then(|| text.text.clone())
}

/// Reads a list of things with ids; a second one with the same id is left out.
pub(super) fn unique<T>(
    nodes: &[Node],
    what: &'static str,
    read: fn(&mut Fields<'_>, &mut Findings) -> Option<T>,
    id: fn(&T) -> (&Id, Place),
    findings: &mut Findings,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for node in nodes {
        let Some(mut fields) = Fields::of(node, what, findings) else { continue };
        let one = read(&mut fields, findings);
        fields.finish(findings);
        let Some(one) = one else { continue };
        let (name, place) = id(&one);
        if seen.insert(name.clone()) {
            found.push(one);
        } else {
            findings.wrong(place, format!("the id `{name}` stands twice"), "give each of them an id of its own");
        }
    }
    found
}
