//! The desk: what is coded, what is selected, and what a learner's hand does there.

use super::later::CLOSED;
use super::{keys, own, point, transcript};
use crate::content::Id;
use crate::exercise::Response;
use crate::exercise::coding::pick::{Pick, Spot, n_words};
use crate::exercise::coding::{Given, Prompt, Words};
use crate::view::Player;
use crate::view::exercise::sheet::Sheet;
use crate::view::exercise::whole;
use crate::view::prose::element::Build;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// What is coded and selected. It holds no elements, so that nothing keeps a transcript that was drawn anew.
pub(super) struct Desk {
    pub(super) player: Player,
    /// Names its elements.
    pub(super) name: String,
    pub(super) prompt: Prompt,
    pub(super) language: String,
    /// Words of each sentence.
    pub(super) lengths: Vec<u32>,
    pub(super) given: RefCell<Given>,
    pub(super) pick: RefCell<Pick>,
    /// Where the keys are.
    pub(super) cursor: Cell<Spot>,
    /// Where a selection began that goes on.
    pub(super) anchor: Cell<Option<Spot>>,
    /// Whether words are selected, not sentences.
    pub(super) by_word: Cell<bool>,
    /// Whether the selection was given a code: the next one begins anew.
    is_given: Cell<bool>,
    /// Whether the next click ends a drag that was taken in.
    was_dragged: Cell<bool>,
}

/// An event on the desk, and where it was.
pub(super) struct Act<'a> {
    pub(super) desk: &'a Desk,
    pub(super) root: Element,
    pub(super) target: Element,
    pub(super) event: &'a Event,
}

impl Desk {
    pub(super) fn new(sheet: &Sheet, prompt: &Prompt, given: &Given) -> Desk {
        Desk {
            player: sheet.player,
            name: sheet.id.to_string(),
            prompt: prompt.clone(),
            language: sheet.player.language(),
            lengths: prompt.sentences().map(|sentence| n_words(&sentence.text)).collect(),
            given: RefCell::new(given.clone()),
            pick: RefCell::default(),
            cursor: Cell::default(),
            anchor: Cell::default(),
            by_word: Cell::default(),
            is_given: Cell::default(),
            was_dragged: Cell::default(),
        }
    }

    /// The sentence at a position.
    pub(super) fn sentence(&self, at: usize) -> Option<&Id> {
        self.prompt.sentences().nth(at).map(|sentence| &sentence.id)
    }

    /// Whether everything that is selected carries a code.
    pub(super) fn carries(&self, code: &Id) -> bool {
        let (pick, given) = (self.pick.borrow(), self.given.borrow());
        let is_marked = |at: usize| {
            self.sentence(at)
                .is_some_and(|id| given.marks.iter().any(|mark| mark.sentence == *id && mark.code == *code))
        };
        !pick.spans().is_empty() && pick.spans().iter().all(|span| is_marked(span.sentence))
    }
}

impl Act<'_> {
    /// Selects something else, and draws what that changes.
    pub(super) fn select(&self, pick: Pick) {
        self.desk.is_given.set(false);
        let before = self.desk.pick.replace(pick);
        let now = self.desk.pick.borrow().clone();
        for span in before.spans().iter().filter(|span| !now.spans().contains(span)).chain(now.spans()) {
            transcript::redraw(self, span.sentence);
        }
        transcript::show_pick(self);
    }

    /// A tap on a sentence or on one of its words: by sentence it is selected or let go, by word the first tap begins
    /// and the second one ends.
    pub(super) fn tap(&self, spot: Spot, is_extended: bool) {
        let desk = self.desk;
        keys::put_cursor(self, spot, false);
        let anchor = desk.anchor.get().filter(|_| is_extended || (desk.by_word.get() && !desk.is_given.get()));
        let pick = match (desk.by_word.get(), anchor) {
            (true, Some(anchor)) => Pick::between(anchor, spot, &desk.lengths),
            (true, None) => Pick::between(spot, spot, &desk.lengths),
            (false, Some(anchor)) => Pick::sentences(anchor.sentence, spot.sentence, &desk.lengths),
            (false, None) => {
                let mut pick = if desk.is_given.get() { Pick::default() } else { desk.pick.borrow().clone() };
                pick.toggle(spot.sentence, desk.lengths.get(spot.sentence).copied().unwrap_or_default());
                pick
            }
        };
        // By word a selection has two ends; the third tap begins another one.
        let is_ended = desk.by_word.get() && anchor.is_some() && !is_extended;
        desk.anchor.set(Some(spot).filter(|_| !is_ended));
        self.select(pick);
    }

    /// Gives a code to what is selected, or takes it back where all of that carries it.
    fn give(&self, code: &Id) {
        let desk = self.desk;
        let spans = desk.pick.borrow().spans().to_vec();
        if spans.is_empty() {
            return transcript::ask_for_a_pick(self);
        }
        let takes_back = desk.carries(code);
        for span in &spans {
            let is_whole = span.from == 0 && desk.lengths.get(span.sentence) == Some(&span.to);
            let words = Words { from: span.from, to: span.to, language: desk.language.clone() };
            let mark = (!takes_back).then(|| Some(words).filter(|_| !is_whole));
            if let Some(sentence) = desk.sentence(span.sentence) {
                desk.given.borrow_mut().set(sentence, code, mark);
            }
            transcript::redraw(self, span.sentence);
        }
        desk.is_given.set(true);
        desk.anchor.set(None);
        self.keep();
        transcript::show_pick(self);
    }

    /// Puts the coding into the field that the card listens to.
    pub(super) fn keep(&self) {
        let mut text = String::new();
        Response::Coding(self.desk.given.borrow().clone()).write(&mut text);
        whole::keep(&self.root, &text);
    }

    /// An element of the desk.
    pub(super) fn find(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).ok().flatten()
    }

    fn pressed(&self) {
        let within = |selector: &str| self.target.closest(selector).ok().flatten();
        if let Some(code) = within("[data-code]").and_then(|button| Id::new(&button.get_attribute("data-code")?)) {
            self.give(&code);
        } else if within(".drop-pick").is_some() {
            self.desk.anchor.set(None);
            self.select(Pick::default());
        } else if let Some(button) = within("[data-own]") {
            own::pressed(self, &button);
        } else if let Some(sentence) = within(".sentence") {
            if self.desk.was_dragged.replace(false) {
                return;
            }
            let is_extended = point::property(self.event, "shiftKey").is_truthy();
            if let Some(spot) = point::clicked(self.event, &sentence) {
                self.tap(spot, is_extended);
            }
        }
    }

    /// What was selected with the mouse as text is selected here.
    fn dragged(&self) {
        self.desk.was_dragged.set(false);
        let Some((one, other)) = point::selected(&self.root) else { return };
        self.desk.was_dragged.set(self.target.closest(".sentence").ok().flatten().is_some());
        let pick = match self.desk.by_word.get() {
            true => Pick::between(one, other, &self.desk.lengths),
            false => Pick::sentences(one.sentence, other.sentence, &self.desk.lengths),
        };
        self.desk.anchor.set(None);
        self.select(pick);
    }

    fn changed(&self) {
        // Everything else on the desk is no part of the answer by itself.
        self.event.stop_propagation();
        if self.target.get_attribute("data-own").is_some() {
            own::changed(self);
        } else if let Some(by) = self.target.get_attribute("data-by") {
            self.desk.by_word.set(by == "word");
            self.desk.anchor.set(None);
            transcript::redraw(self, self.desk.cursor.get().sentence);
        }
    }
}

/// What is done at an event.
type Handle = fn(&Act);

/// Listens to the desk: one listener for each event.
pub(super) fn listen(desk: &Rc<Desk>, root: Element) -> Element {
    let events: [(&str, Handle); 4] = [
        ("click", |act| act.pressed()),
        ("mouseup", |act| act.dragged()),
        ("keydown", keys::pressed),
        ("input", |act| act.changed()),
    ];
    events.into_iter().fold(root, |root, (name, handle)| {
        let desk = desk.clone();
        root.on(
            name,
            Box::new(move |event| {
                let element =
                    |target: Option<web_sys::EventTarget>| target.and_then(|it| it.dyn_into::<Element>().ok());
                if let (Some(root), Some(target)) = (element(event.current_target()), element(event.target()))
                    && !root.has_attribute(CLOSED)
                {
                    handle(&Act { desk: &desk, root, target, event: &event });
                }
            }),
        )
    })
}
