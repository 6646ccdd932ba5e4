//! The root of the views: it follows the screen and the language, and builds everything anew when one changes.

use super::actions::{Touch, act};
use super::parts::{fill, fill_soon};
use super::player::Player;
use super::prose::element::{Build, el, focus, refill};
use super::screen::{Screen, Told};
use super::ui::{follow, text};
use super::{bar, failure, notices, page};
use leptos::prelude::{Get as _, Track as _, document, request_animation_frame, untrack, window};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

/// The whole player.
pub(super) fn app(player: Player) -> Element {
    let root = el("div", "player");
    let root = [("click", Touch::Click), ("change", Touch::Change), ("input", Touch::Input)].into_iter().fold(
        root,
        |root, (name, touch)| {
            root.on(
                name,
                Box::new(move |event: Event| {
                    if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                        // The address names a screen; a place on it has none.
                        if touch == Touch::Click && target.matches(".skip").unwrap_or(false) {
                            event.prevent_default();
                        }
                        act(player, touch, &target);
                    }
                }),
            )
        },
    );
    let into = root.clone();
    follow(Box::new(move || {
        let state = player.state();
        state.turned.track();
        untrack(|| {
            refill(&into, screen(player));
            arrive(player);
        });
    }));
    if player.state().world.place.is_framed {
        fill(player, Box::new(move |screens| (screens.inform)(player)));
    }
    let said = el("div", "unseen").set("role", "status");
    let into = said.clone();
    follow(Box::new(move || into.set_text_content(Some(&player.state().said.get()))));
    let waiting = el("div", "waiting").set("role", "status");
    let into = waiting.clone();
    follow(Box::new(move || {
        let is_waiting = player.state().waiting.get();
        let words = untrack(|| player.t("One moment: the next part is being fetched."));
        refill(&into, is_waiting.then(|| text("span", "", &words)).into_iter().collect());
    }));
    el("div", "").put(waiting).put(root).put(said)
}

fn screen(player: Player) -> Vec<Element> {
    let state = player.state();
    let screen = state.screen.borrow().clone();
    let course = state.course.borrow().clone();
    let shown = match &*screen {
        Screen::Page(loaded, id) => page::screen(player, loaded, id),
        other => match state.screens() {
            Some(screens) => (screens.draw)(player, other, &course),
            None => failure::cut(player),
        },
    };
    let mut all = vec![bar::bar(player), notices::notices(player)];
    if state.world.place.is_framed {
        let question = el("div", "");
        all.push(question.clone());
        fill(player, Box::new(move |screens| refill(&question, vec![(screens.question)(player)])));
    }
    all.extend(shown);
    all.push(menu(player));
    all
}

/// The menu; what is in it comes with the other screens.
fn menu(player: Player) -> Element {
    let menu = el("dialog", "drawer").set("id", "menu").set("aria-label", &player.t("Menu"));
    let place = menu.clone();
    fill_soon(player, &menu, Box::new(move |screens| refill(&place, (screens.menu)(player))));
    menu
}

/// What is to be done when a screen has appeared: title, language, focus, place.
fn arrive(player: Player) {
    let state = player.state();
    let heading = document().query_selector("h1").ok().flatten().and_then(|h1| h1.text_content());
    let heading = match &*state.screen.borrow().clone() {
        Screen::Page(loaded, id) => page::name(loaded, id),
        Screen::Result(loaded) => {
            let unit = page::unit_label(player, loaded).text_content().unwrap_or_default();
            [&unit, ": ", &heading.unwrap_or_default()].concat()
        }
        _ => heading.unwrap_or_default(),
    };
    let course = bar::course_title(player);
    let title = if heading == course { course } else { [heading.as_str(), " – ", &course].concat() };
    state.world.window.head(&title, state.texts().language());
    match state.told.get() {
        Told::First => {}
        Told::Went | Told::Erased => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            focus_soon("h1");
        }
        Told::Language => focus_soon(".language"),
    }
}

/// Moves the focus to the first such element once everything is drawn.
pub(super) fn focus_soon(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            focus(&element);
        }
    });
}
