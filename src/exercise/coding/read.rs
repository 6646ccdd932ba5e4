//! Reads coding.

use super::given::OWN;
use super::{Key, Prompt, Sentence, Turn};
use crate::content::Problem;
use crate::content::read::{At, Findings, excerpt};
use crate::exercise::{Task, read};
use crate::table::Set;

/// More sentences than this are refused: 5,000 words have some 400.
const MOST_SENTENCES: usize = 1000;

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let codes = read::items(prompt, "codes", findings)?;
    if let Some(code) = codes.iter().find(|code| code.id.as_str().starts_with(OWN)) {
        prompt.say(findings, Problem::BadId(code.id.to_string()));
        return None;
    }
    let means = read::by_id(prompt, "means", findings);
    let may_add = prompt.field("may-add").and_then(|at| at.truth(findings)).unwrap_or(false);
    let mut seen = Set::new();
    let turns: Vec<Turn> = prompt.each("turns", findings, |at, findings| {
        let sentence = |at: &At, findings: &mut Findings| {
            let id = at.need("id", findings)?.id(findings)?;
            let text = at.need("text", findings)?.text(findings)?.to_owned();
            if seen.insert(&id, ()) {
                return Some(Sentence { id, text });
            }
            at.say(findings, Problem::DoubleId(id.to_string()));
            None
        };
        Some(Turn {
            speaker: at.text_or_empty("speaker", findings),
            sentences: at.each("sentences", findings, sentence),
        })
    });
    if seen.is_empty() {
        prompt.say(findings, Problem::Missing("sentences"));
        return None;
    }
    if seen.len() > MOST_SENTENCES {
        prompt.say(findings, Problem::OutOfRange("at most 1000 sentences"));
        return None;
    }
    let prompt = Prompt { codes, means, may_add, turns };
    let given = key.need("codes", findings)?;
    for (name, at) in given.entries(findings) {
        if !seen.contains(name) {
            at.say(findings, Problem::UnknownId(excerpt(name)));
        }
    }
    // In the order of the transcript, whatever that of the file is.
    let coded =
        prompt.sentences().filter_map(|sentence| Some((sentence.id.clone(), given.field(sentence.id.as_str())?)));
    let codes: Vec<_> = coded
        .map(|(id, at)| {
            let known = at.items(findings).iter().filter_map(|at| read::known(at, &prompt.codes, findings)).collect();
            (id, known)
        })
        .collect();
    if codes.iter().all(|(_, codes): &(_, Vec<_>)| codes.is_empty()) {
        key.say(findings, Problem::Expected("at least one sentence with a code"));
        return None;
    }
    let why = read::by_id(key, "why", findings);
    Some(Task::Coding(prompt, Key { codes, why }))
}
