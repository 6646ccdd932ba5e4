//! The plan as it leaves: on paper, as a file for word processors, as text.

use super::field::press;
use crate::content::Id;
use crate::document::{Block, Document, docx, sign, text};
use crate::exercise::plan::{Entry, Prompt, Words, document};
use crate::view::exercise::card::Card;
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::{Build, el, emptied, focus};
use leptos::prelude::{document as page, window_event_listener_untyped};
use std::cell::Cell;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTextAreaElement};

/// A document of word processors (ECMA-376).
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// On the root while the plan and nothing else is to be printed.
const PRINTS: &str = "prints-paper";
/// So many empty rows more stand on a form that is filled in by hand.
const SPARE_ROWS: usize = 3;

thread_local! {
    static WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// The buttons below the whole plan, and room for what they show.
pub(super) fn actions(sheet: &Sheet) -> Element {
    let player = sheet.player;
    let button = |act: &str, words: String| press(act, &words, &words);
    let buttons = [
        button("docx", player.t("Save as a document (DOCX)")),
        button("print", player.t("Print")),
        button("blank", player.t("Print an empty form")),
        button("text", player.t("Show as text")),
    ];
    el("div", "leaves").put(el("p", "actions").each(buttons)).put(el("div", "as-text"))
}

/// Has the plan leave in one of its ways.
pub(super) fn leave(card: &Card, prompt: &Prompt, entries: &[(Id, Entry)], met: &[Id], what: &str) {
    let player = card.player;
    let words =
        Words { criteria: player.t("What to look for"), leftover: player.t("From an earlier edition of this plan") };
    let (entries, met) = if what == "blank" { (&[][..], &[][..]) } else { (entries, met) };
    let document = document(prompt, entries, met, &card.unit.language, words);
    let state = player.state();
    match what {
        "docx" => {
            state.outlet(|outlet| outlet.save(&[card.id.as_str(), ".docx"].concat(), DOCX, &docx(&document)));
            saved(card);
        }
        "text" => show(card, &text(&document)),
        _ => {
            let spare = if what == "blank" { SPARE_ROWS } else { 0 };
            print(paper(&document, spare));
            state.world.window.class(PRINTS, true);
            state.outlet(|outlet| outlet.print());
        }
    }
}

/// Says where a file went. Browsers inside of other apps drop files and say nothing, so this names the other way too.
fn saved(card: &Card) {
    let Ok(Some(place)) = card.body.query_selector(".as-text") else { return };
    let words = card.player.t(
        "The file is where your browser keeps downloads. If there is none, choose “Show as text” and copy the plan from there.",
    );
    drop(emptied(&place).put(el("p", "more").say(&words)));
    card.player.say(words);
}

/// Shows the plan as text, selected: this leaves also where a browser saves no files.
fn show(card: &Card, text: &str) {
    let Ok(Some(place)) = card.body.query_selector(".as-text") else { return };
    let name = card.player.t("The plan as text");
    let how = card.player.t("Copy it into a message or a note to yourself: that works in every browser.");
    let area = el("textarea", "").set("readonly", "").set("rows", "8").set("aria-label", &name).say(text);
    emptied(&place).put(el("p", "explains").say(&how)).put(area.clone());
    focus(&area);
    if let Some(area) = area.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    }
}

/// Puts the sheet beside the player, where only paper shows it.
fn print(sheet: Element) {
    clear();
    if let Some(body) = page().body() {
        body.unchecked_into::<Element>().put(sheet);
    }
    if !WATCHING.replace(true) {
        window_event_listener_untyped("afterprint", |_| clear());
    }
}

/// Afterwards the page prints as itself again.
fn clear() {
    if let Ok(Some(sheet)) = page().query_selector("body > .paper") {
        sheet.remove();
    }
    if let Some(root) = page().document_element() {
        let _ = root.class_list().remove_1(PRINTS);
    }
}

fn paper(document: &Document, spare: usize) -> Element {
    let sheet = el("section", "paper").set("lang", &document.language).put(el("h1", "").say(&document.title));
    sheet.each(document.blocks.iter().map(|block| match block {
        Block::Heading(heading) => el("h2", "").say(heading),
        Block::Text { label, text, lines } => {
            let written = match text.is_empty() {
                true => el("div", "room").each((0..lines + 1).map(|_| el("div", "rule"))),
                false => el("p", "").say(text),
            };
            el("div", "entry").each((!label.is_empty()).then(|| el("h3", "").say(label))).put(written)
        }
        Block::Table { label, head, rows } => {
            let row = |tag: &str, cells: &[String]| el("tr", "").each(cells.iter().map(|cell| el(tag, "").say(cell)));
            let none = vec![String::new(); head.len()];
            let head = el("thead", "").put(row("th", head));
            let rows = rows.iter().chain(std::iter::repeat_n(&none, spare)).map(|cells| row("td", cells));
            el("div", "entry")
                .put(el("h3", "").say(label))
                .put(el("table", "").put(head).put(el("tbody", "").each(rows)))
        }
        Block::Checks(items) => {
            let item = |(is_met, item): &(bool, String)| el("li", "").say(sign(*is_met)).say(" ").say(item);
            el("ul", "checks").each(items.iter().map(item))
        }
    }))
}
