//! The transcript while it is coded: sentences as a list to select in, codes as buttons below.

use super::desk::{Act, Desk};
use super::{name, own};
use crate::content::prose::words as plain;
use crate::exercise::coding::{Mark, Sentence};
use crate::view::prose::element::{Build, el, emptied};
use leptos::prelude::document;
use web_sys::Element;

/// All that a learner codes with.
pub(super) fn surface(desk: &Desk) -> Element {
    let player = desk.player;
    let by = |value: &str, label: &str| {
        let tick = el("input", "")
            .set("type", "radio")
            .set("name", &[&desk.name, "/by"].concat())
            .set("data-by", value)
            .flag("checked", (value == "word") == desk.by_word.get());
        el("label", "pill").put(tick).put(el("span", "").say(label))
    };
    let unit = el("fieldset", "by")
        .put(el("legend", "").say(&player.t("Select")))
        .put(by("sentence", &player.t("sentence by sentence")))
        .put(by("word", &player.t("word by word")));
    let mut at = 0;
    let turns = desk.prompt.turns.iter().map(|turn| {
        let sentences = turn.sentences.iter().map(|sentence| {
            let made = option(desk, at, sentence);
            at += 1;
            made
        });
        let said = el("p", "").each(sentences);
        // A turn of nobody is a paragraph of the list.
        if turn.speaker.is_empty() {
            return el("div", "turn").set("role", "presentation").put(said.set("role", "presentation"));
        }
        let who = el("p", "speaker").set("aria-hidden", "true").say(&turn.speaker);
        let group = el("div", "turn").set("role", "group").set("aria-label", &turn.speaker);
        group.put(who).put(said.set("role", "presentation"))
    });
    let list = el("div", "transcript")
        .set("role", "listbox")
        .set("aria-multiselectable", "true")
        .set("aria-label", &player.t("Transcript"))
        .each(turns);
    let picked = el("p", "pick-said").set("role", "status").say(&player.t("Nothing is selected."));
    let drop = el("button", "quiet drop-pick").set("type", "button").flag("hidden", true);
    let drop = drop.say(&player.t("Clear the selection"));
    let codes = el("div", "codes").set("role", "group").set("aria-label", &player.t("Codes")).each(codes(desk));
    let tools = el("div", "tools").put(el("div", "picked-line").put(picked).put(drop)).put(codes);
    let root = el("div", "desk").put(unit).put(list).put(tools);
    if desk.prompt.may_add { root.put(own::panel(desk)) } else { root }
}

/// A button for each code.
fn codes(desk: &Desk) -> Vec<Element> {
    let given = desk.given.borrow();
    let book = desk.prompt.codes.iter().map(|code| (&code.id, plain(&code.text)));
    let all = book.chain(given.own.iter().map(|own| (&own.id, own.name.clone())));
    let button = |(code, name): (&crate::content::Id, String)| {
        el("button", "code")
            .set("type", "button")
            .set("data-code", code.as_str())
            .set("aria-pressed", if desk.carries(code) { "true" } else { "false" })
            .say(&name)
    };
    all.map(button).collect()
}

/// A sentence.
fn option(desk: &Desk, at: usize, sentence: &Sentence) -> Element {
    let here = desk.cursor.get().sentence == at;
    let made = el("span", "sentence")
        .set("id", &id(desk, at))
        .set("role", "option")
        .set("data-at", &at.to_string())
        .set("tabindex", if here { "0" } else { "-1" });
    fill(desk, made, at, sentence)
}

fn id(desk: &Desk, at: usize) -> String {
    ["x-", &desk.name, "/", &at.to_string()].concat()
}

/// The element of a sentence.
pub(super) fn element(act: &Act, at: usize) -> Option<Element> {
    document().get_element_by_id(&id(act.desk, at))
}

/// Draws a sentence again.
pub(super) fn redraw(act: &Act, at: usize) {
    if let (Some(made), Some(sentence)) = (element(act, at), act.desk.prompt.sentences().nth(at)) {
        fill(act.desk, emptied(&made), at, sentence);
    }
}

/// Fills a sentence: its words in pieces that look alike, then its codes.
fn fill(desk: &Desk, made: Element, at: usize, sentence: &Sentence) -> Element {
    let given = desk.given.borrow();
    let marks: Vec<&Mark> = given.marks.iter().filter(|mark| mark.sentence == sentence.id).collect();
    let span = desk.pick.borrow().of(at);
    let cursor = desk.cursor.get();
    let is_marked = |word: u32| {
        marks.iter().any(|mark| match &mark.words {
            Some(words) if words.language == desk.language => (words.from..words.to).contains(&word),
            _ => true,
        })
    };
    let look = |word: u32| {
        let is_picked = span.is_some_and(|span| (span.from..span.to).contains(&word));
        let is_here = desk.by_word.get() && cursor.sentence == at && cursor.word == word;
        (is_marked(word), is_picked, is_here)
    };
    let mut pieces: Vec<(u32, (bool, bool, bool), String)> = Vec::new();
    for (word, text) in (0..).zip(sentence.text.split_whitespace()) {
        let now = look(word);
        match pieces.last_mut().filter(|(_, before, _)| *before == now) {
            Some((.., piece)) => piece.extend([text, " "]),
            None => pieces.push((word, now, [text, " "].concat())),
        }
    }
    let pieces = pieces.into_iter().map(|(from, (is_marked, is_picked, is_here), text)| {
        let class = [("marked", is_marked), ("picked", is_picked), ("here", is_here)];
        let class: Vec<&str> = class.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
        el("span", &class.join(" ")).set("data-from", &from.to_string()).say(&text)
    });
    let chips = marks.iter().map(|mark| el("span", "chip").say(&name(&desk.prompt, &given, mark.code.as_str())));
    let made = made.set("aria-selected", if span.is_some() { "true" } else { "false" }).each(pieces);
    // The chips have spaces between them for those who hear them.
    chips.fold(made, |made, chip| made.put(chip).say(" "))
}

/// Some words of a sentence.
pub(super) fn words(desk: &Desk, sentence: usize, from: u32, to: u32) -> String {
    let text = desk.prompt.sentences().nth(sentence).map_or("", |sentence| &sentence.text);
    let words: Vec<&str> = text.split_whitespace().skip(from as usize).take((to - from) as usize).collect();
    words.join(" ")
}

/// Says what is selected, and which codes it carries.
pub(super) fn show_pick(act: &Act) {
    let desk = act.desk;
    let pick = desk.pick.borrow();
    let said = match pick.spans() {
        [] => desk.player.t("Nothing is selected."),
        [one] if desk.by_word.get() => {
            let text = words(desk, one.sentence, one.from, one.to);
            desk.player.fill("Selected: “{text}”", &[("text", &text)])
        }
        spans => {
            let n = u32::try_from(spans.len()).unwrap_or(u32::MAX);
            desk.player.count("{n} sentence is selected.", "{n} sentences are selected.", n)
        }
    };
    tell(act, &said);
    if let Some(drop) = act.find(".drop-pick") {
        let _ = drop.toggle_attribute_with_force("hidden", pick.spans().is_empty());
    }
    if let Ok(buttons) = act.root.query_selector_all(".code") {
        for at in 0..buttons.length() {
            let button = buttons.get(at).and_then(|node| wasm_bindgen::JsCast::dyn_into::<Element>(node).ok());
            let code = button.as_ref().and_then(|it| crate::content::Id::new(&it.get_attribute("data-code")?));
            if let (Some(button), Some(code)) = (button, code) {
                let _ = button.set("aria-pressed", if desk.carries(&code) { "true" } else { "false" });
            }
        }
    }
}

/// Draws the buttons again, where a code came or went.
pub(super) fn draw_codes(act: &Act) {
    if let Some(place) = act.find(".codes") {
        emptied(&place).all(codes(act.desk));
    }
}

/// Says that something has to be selected first.
pub(super) fn ask_for_a_pick(act: &Act) {
    tell(act, &act.desk.player.t("Select a sentence or some words first, then choose a code."));
}

fn tell(act: &Act, text: &str) {
    if let Some(line) = act.find(".pick-said") {
        line.set_text_content(Some(text));
    }
}
