//! What of a long coding is done when its verdict is on the screen: the transcript goes, and the comparison comes.

use crate::content::Id;
use crate::exercise::{Prompt, Response};
use crate::session::{Phase, View};
use crate::view::Player;
use crate::view::exercise::pieces;
use crate::view::exercise::sheet::Sheet;
use crate::view::prose::element::Build;
use crate::view::screen::Screen;
use leptos::prelude::{set_timeout, untrack, window};
use std::time::Duration;
use web_sys::Element;

/// Marks a desk that nobody codes on any more.
pub(super) const CLOSED: &str = "data-closed";

/// Puts the comparison in place of the desk once the next frame is painted. Until then nobody codes there any more.
pub(super) fn compare(sheet: &Sheet, place: &Element, desk: &Element) -> Element {
    let (player, id) = (sheet.player, sheet.id.clone());
    // Not `inert`: the style of hundreds of sentences would be reckoned anew for it.
    let (here, desk) = (place.clone(), desk.clone().flag(CLOSED, true));
    pieces::draw(vec![Box::new(move || {
        // Whoever went on, or tries again already, has another desk.
        let screen = player.state().screen.borrow().clone();
        if let (Screen::Page(loaded, _), true) = (&*screen, desk.is_connected()) {
            let kept = Kept::of(&here);
            untrack(|| player.present(&loaded.unit, &id, &mut |view| draw(player, &id, &here, &view)));
            kept.restore();
        }
        false
    })]);
    place.clone()
}

fn draw(player: Player, id: &Id, place: &Element, view: &View) {
    let (Phase::Checked(feedback), Prompt::Coding(prompt), Response::Coding(given)) =
        (&view.phase, &view.prompt, &view.response)
    else {
        return;
    };
    let Some(comparison) = &feedback.comparison else { return };
    let sheet = Sheet {
        player,
        id,
        kind: view.response.kind(),
        section: None,
        is_locked: true,
        parts: &feedback.parts,
        earlier: None,
        judged: None,
        order: &[],
        comparison: Some(comparison),
    };
    super::compared(&sheet, place, prompt, given, comparison);
}

/// What the learner looks at below something that will have another height: it stays where it is on the screen.
struct Kept {
    below: Option<Element>,
    top: f64,
}

impl Kept {
    fn of(place: &Element) -> Kept {
        let below = place.closest("form").ok().flatten().and_then(|form| form.query_selector(".panel").ok().flatten());
        let top = below.as_ref().map_or(0.0, |below| below.get_bounding_client_rect().top());
        Kept { below, top }
    }

    /// Browsers that anchor scrolling have done it already.
    fn restore(self) {
        let Some(below) = self.below else { return };
        let moved = below.get_bounding_client_rect().top() - self.top;
        if moved.abs() >= 1.0 {
            window().scroll_by_with_x_and_y(0.0, moved);
        }
    }
}

/// Has the first comparison gone through beforehand, when the learner has begun to look at the transcript.
pub(super) fn rehearse(player: Player) {
    let rehearse = move || {
        if let Some(work) = untrack(|| player.state().work()) {
            (work.rehearse)(player);
        }
    };
    set_timeout(rehearse, Duration::from_millis(700));
}
