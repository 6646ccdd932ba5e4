//! Reads blanks.

use super::{Blank, BlankKey, Key, Prompt};
use crate::content::prose::each;
use crate::content::read::{At, Findings, prose};
use crate::content::{NodeKind, Problem};
use crate::exercise::{Task, read};
use crate::table::Set;

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    if !read::is_bounded(prompt, "blanks", findings) {
        return None;
    }
    let text = prose(&prompt.need("body", findings)?, findings);
    let blanks: Vec<Blank> = prompt.each("blanks", findings, |at, findings| {
        Some(Blank {
            id: at.need("id", findings)?.id(findings)?,
            options: if at.field("options").is_some() { read::items(at, "options", findings)? } else { Vec::new() },
            width: at.count_or("width", 8, findings).min(60),
        })
    });
    let bank = if prompt.field("bank").is_some() { read::items(prompt, "bank", findings)? } else { Vec::new() };
    let mut named = Vec::new();
    each(&text, &mut |node| {
        if let NodeKind::Blank(id) = &node.kind {
            named.push(id);
        }
    });
    let in_list = Set::of(blanks.iter().map(|blank| &blank.id));
    let in_text = Set::of(named.iter().copied());
    let is_once = in_text.len() == named.len() && in_list.len() == blanks.len();
    let consistent = !blanks.is_empty() && is_once && in_text == in_list;
    if !consistent {
        prompt.say(findings, Problem::Expected("each gap once in the text and once in the list"));
        return None;
    }
    let map = key.need("blanks", findings)?;
    let keys: Option<Vec<_>> = blanks
        .iter()
        .map(|blank| {
            let at = map.under(&blank.id, findings)?;
            let choices = if blank.options.is_empty() { &bank } else { &blank.options };
            let key = if choices.is_empty() {
                let form = |at: &At| at.text(findings).filter(|form| !form.trim().is_empty()).map(str::to_owned);
                let forms: Vec<String> = at.items(&mut Findings::default()).iter().filter_map(form).collect();
                if forms.is_empty() {
                    at.say(findings, Problem::Expected("at least one form"));
                    return None;
                }
                BlankKey::Forms(forms)
            } else {
                BlankKey::Option(read::known(&at, choices, findings)?)
            };
            Some((blank.id.clone(), key))
        })
        .collect();
    let feedback = read::feedback(key, findings);
    Some(Task::Blanks(Prompt { text, blanks, bank }, Key { blanks: keys?, feedback }))
}
