//! The stages of a page's case, as they open: with the work, since nothing opens before the first answer.

use super::Player;
use super::prose::element::{Build as _, emptied};
use super::state::{Loaded, State};
use super::ui::{follow, text};
use crate::content::Id;
use crate::session::open_stage;
use leptos::prelude::Owner;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};

/// A block of a page that belongs to a stage of its case.
pub(super) struct Staged {
    /// Where it is made.
    pub(super) place: Element,
    /// Its place among the blocks that the learner's track has of the page.
    pub(super) at: usize,
    /// The stages of all those blocks, in order; 0 for what stands outside the case.
    pub(super) stages: Vec<u32>,
    /// Its unit.
    pub(super) unit: Rc<Loaded>,
    /// Its page.
    pub(super) page: Id,
    /// Makes it, in its place. For the first stage that was done.
    pub(super) make: Box<dyn Fn()>,
}

/// Shows a block when its stage opens, and leaves it open. The first block of a later stage says which one it is; that of
/// the first stands on the screen before this part is there, and would move under the reader's eyes.
pub(super) fn follow_stage(player: Player, staged: Rc<Staged>) {
    let (stage, before) = (staged.stage(staged.at), staged.at.checked_sub(1).map_or(0, |at| staged.stage(at)));
    let begins = before < stage;
    if stage == 1 {
        return;
    }
    let (owner, is_made, is_waiting) = (Owner::current(), Cell::new(false), Cell::new(false));
    follow(Box::new(move || {
        let state = player.state();
        state.follow_progress();
        state.follow_sitting();
        if is_made.get() {
            return;
        }
        let open = staged.open(&state);
        let place = emptied(&staged.place);
        if open < stage {
            let is_next = begins && before <= open;
            let waits = || {
                let words = player.t("The case goes on here once the questions above are answered.");
                text("p", "waits", &[&staged.words(player), ". ", &words].concat())
            };
            place.each(is_next.then(waits));
            return is_waiting.set(is_next);
        }
        is_made.set(true);
        if is_waiting.get() {
            player.say(player.t("The case goes on below."));
        }
        if let Some(owner) = &owner {
            owner.with(|| (staged.make)());
        }
        label(player, &staged, begins);
    }));
}

/// Puts above a block which stage of how many begins with it.
fn label(player: Player, staged: &Staged, begins: bool) {
    if !begins {
        return;
    }
    let label = text("p", "label stage", &staged.words(player));
    let (place, label): (&Node, &Node) = (staged.place.unchecked_ref(), label.unchecked_ref());
    // Refused only where the place has gone.
    let _ = place.insert_before(label, place.first_child().as_ref());
}

impl Staged {
    /// Which stage it is, of how many.
    fn words(&self, player: Player) -> String {
        let mut stages = self.stages.clone();
        stages.retain(|stage| *stage > 0);
        stages.dedup();
        let number = stages.iter().filter(|stage| **stage <= self.stage(self.at)).count().to_string();
        player.fill("Stage {n} of {of}", &[("n", &number), ("of", &stages.len().to_string())])
    }

    fn stage(&self, at: usize) -> u32 {
        self.stages.get(at).copied().unwrap_or(0)
    }

    /// The last stage that is open.
    fn open(&self, state: &State) -> u32 {
        let open = state.scene(&self.unit.unit, |scene| {
            let page = scene.unit.pages.iter().find(|one| one.id == self.page)?;
            Some(open_stage(&scene, page))
        });
        open.flatten().unwrap_or(1)
    }
}
