//! Reads `kerege.lock` and says where it was damaged.

use super::{Lock, Numbers, Revision};
use crate::finding::Findings;
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields, Node, Value};
use std::collections::BTreeMap;

/// How to mend a damaged file.
const RESTORE: &str = "take kerege.lock back from your version history; nobody edits it by hand";

/// Reads the file.
pub fn read(source: &Passage, findings: &mut Findings) -> Lock {
    let mut lock = Lock { place: Some(source.file().start()), ..Lock::default() };
    let Some(node) = yaml::parse(source, findings) else { return lock };
    let Some(mut fields) = Fields::of(&node, "kerege.lock", findings) else { return lock };
    fields.text("kerege", findings);
    let next = fields.need("next", findings).and_then(|node| Fields::of(node, "`next`", findings));
    let (mut next_page, mut next_exercise) = (None, None);
    if let Some(mut next) = next {
        next_page = next.count("page", findings);
        next_exercise = next.count("exercise", findings);
        next.finish(findings);
    }
    lock.pages =
        numbers(fields.get("pages"), next_page, "page", findings, |node, findings| Some((count(node, findings)?, ())));
    lock.exercises = numbers(fields.get("exercises"), next_exercise, "exercise", findings, revision);
    fields.finish(findings);
    lock
}

fn count(node: &Node, findings: &mut Findings) -> Option<u32> {
    let number = node.scalar().and_then(|text| text.text.parse().ok()).filter(|number| *number > 0);
    if number.is_none() {
        findings.wrong(node.place, "a number from 1 is expected here", RESTORE);
    }
    number
}

fn revision(node: &Node, findings: &mut Findings) -> Option<(u32, Revision)> {
    let mut fields = Fields::of(node, "this entry", findings)?;
    let ordinal = fields.need("ordinal", findings).and_then(|node| count(node, findings));
    let revision = fields.need("revision", findings).and_then(|node| count(node, findings));
    let fingerprint = fields.need_text("fingerprint", findings).map(|text| text.text.clone());
    fields.finish(findings);
    Some((ordinal?, Revision { revision: revision?, fingerprint: fingerprint? }))
}

fn numbers<T>(
    node: Option<&Node>,
    next: Option<u32>,
    what: &str,
    findings: &mut Findings,
    read: impl Fn(&Node, &mut Findings) -> Option<(u32, T)>,
) -> Numbers<T> {
    let mut found = Numbers::default();
    let mut places: BTreeMap<u32, Place> = BTreeMap::new();
    let mut damaged = false;
    let entries: &[(Passage, Node)] = match node.map(|node| &node.value) {
        Some(Value::Map(entries)) => entries,
        Some(Value::Nothing | Value::Scalar(_) | Value::List(_)) | None => &[],
    };
    for (name, node) in entries {
        let Some((number, kept)) = read(node, findings) else {
            damaged = true;
            continue;
        };
        if places.insert(number, name.all()).is_some() {
            damaged = true;
            findings.wrong(name.all(), format!("the {what} number {number} stands twice in kerege.lock"), RESTORE);
        }
        found.entries.insert(name.text.clone(), (number, kept));
    }
    let highest = places.keys().next_back().copied().unwrap_or(0);
    let end = node.map(|node| node.place);
    if let (Some(next), Some(place)) = (next, end) {
        if next <= highest {
            findings.wrong(
                place,
                format!("the next {what} number would be {next}, but {highest} is used already"),
                RESTORE,
            );
        }
        let lost = (1..next.min(highest + 2)).find(|number| !places.contains_key(number));
        if let Some(lost) = lost.filter(|_| !damaged) {
            findings.wrong(
                place,
                format!("the {what} number {lost} is lost: its line has gone from kerege.lock"),
                RESTORE,
            );
        }
    }
    found.next = next.unwrap_or(1).max(highest + 1);
    found
}
