//! Marking: the words are boxes to tick in the running text.

use super::sheet::Sheet;
use super::{blanks, words};
use crate::content::{Id, Node};
use crate::exercise::marking::Prompt;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

pub(super) fn controls(sheet: &Sheet, into: Element, prompt: &Prompt, marked: &[Id]) -> Element {
    let word = |id: &Id, text: &[Node]| {
        let tick = sheet.tick("checkbox", "", id.as_str(), marked.contains(id));
        let label = |class| el("label", class).put(tick).put(sheet.line("span", "", text));
        Some(match sheet.part(id) {
            Some(part) => label(&["phrase ", words::class(part.verdict)].concat()).put(sheet.mark(part)),
            None => label("phrase"),
        })
    };
    let text = Writer::with_gaps(sheet.player, &word).all(el("div", "prose"), &prompt.text);
    let said = prompt.words.iter().map(|word| (&word.id, sheet.line("b", "", &word.text)));
    into.put(text).put(blanks::remarks(sheet, said))
}

/// The text with the right words marked.
pub(super) fn model(sheet: &Sheet, into: Element, prompt: &Prompt, right: &[Id]) -> Element {
    let word = |id: &Id, text: &[Node]| {
        let tag = if right.contains(id) { "mark" } else { "span" };
        Some(sheet.line(tag, "", text))
    };
    into.put(Writer::with_gaps(sheet.player, &word).all(el("div", "prose"), &prompt.text))
}
