//! The keys: arrows move by sentence or by word, Shift selects on the way, the space bar selects, Escape lets go.

use super::desk::Act;
use super::{own, transcript};
use crate::exercise::coding::pick::{Pick, Spot};
use crate::view::prose::element::{Build, focus};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

pub(super) fn pressed(act: &Act) {
    let Some(event) = act.event.dyn_ref::<KeyboardEvent>() else { return };
    let key = event.key();
    if act.target.get_attribute("data-own").as_deref() == Some("name") {
        if key == "Enter" {
            event.prevent_default();
            own::add(act);
        }
        return;
    }
    let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
    if !is_plain || act.target.closest(".sentence").ok().flatten().is_none() {
        return;
    }
    let desk = act.desk;
    let here = desk.cursor.get();
    match key.as_str() {
        " " | "Enter" => act.tap(here, event.shift_key()),
        "Escape" => {
            desk.anchor.set(None);
            act.select(Pick::default());
        }
        key => {
            let Some(there) = step(act, here, key) else { return };
            put_cursor(act, there, true);
            if event.shift_key() {
                let anchor = desk.anchor.get().unwrap_or(here);
                desk.anchor.set(Some(anchor));
                act.select(match desk.by_word.get() {
                    true => Pick::between(anchor, there, &desk.lengths),
                    false => Pick::sentences(anchor.sentence, there.sentence, &desk.lengths),
                });
            }
        }
    }
    event.prevent_default();
}

/// Where a key leads; `None` for other keys.
fn step(act: &Act, here: Spot, key: &str) -> Option<Spot> {
    let lengths = &act.desk.lengths;
    let last = lengths.len().saturating_sub(1);
    let words = |sentence: usize| lengths.get(sentence).copied().unwrap_or_default();
    let at = |sentence: usize| Spot { sentence: sentence.min(last), word: 0 };
    Some(match (key, act.desk.by_word.get()) {
        ("ArrowRight", true) if here.word + 1 < words(here.sentence) => Spot { word: here.word + 1, ..here },
        ("ArrowLeft", true) if here.word > 0 => Spot { word: here.word - 1, ..here },
        ("ArrowLeft", true) if here.sentence > 0 => {
            let sentence = here.sentence - 1;
            Spot { sentence, word: words(sentence).saturating_sub(1) }
        }
        ("ArrowLeft", true) => here,
        ("ArrowRight", true) if here.sentence >= last => here,
        ("ArrowDown" | "ArrowRight", _) => at(here.sentence + 1),
        ("ArrowUp" | "ArrowLeft", _) => at(here.sentence.saturating_sub(1)),
        ("Home", _) => at(0),
        ("End", _) => at(last),
        _ => return None,
    })
}

/// Moves the cursor; with it the focus, where the keys moved it.
pub(super) fn put_cursor(act: &Act, there: Spot, moves_focus: bool) {
    let desk = act.desk;
    let before = desk.cursor.replace(there);
    if let Some(old) = transcript::element(act, before.sentence) {
        let _ = old.set("tabindex", "-1");
    }
    let Some(new) = transcript::element(act, there.sentence).map(|new| new.set("tabindex", "0")) else { return };
    if moves_focus {
        focus(&new);
    }
    if desk.by_word.get() {
        transcript::redraw(act, before.sentence);
        transcript::redraw(act, there.sentence);
        if moves_focus {
            desk.player.say(transcript::words(desk, there.sentence, there.word, there.word + 1));
        }
    }
}
