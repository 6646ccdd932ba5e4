//! Settings: language, text size, colours, motion, and the learner's data.

use super::Player;
use super::bar::{language_name, offered};
use super::keep::Kept as Saved;
use super::prose::element::{Build, el, refill};
use super::ui::{ask, button, follow, p, section, spawn, text, title};
use super::{brought, consent};
use crate::port::StoreError;
use crate::trust::Kept;
use leptos::prelude::{GetUntracked as _, untrack};
use web_sys::Element;

/// The screen of the settings.
pub(super) fn screen(player: Player) -> Vec<Element> {
    let state = player.state();
    let settings = state.settings.borrow().clone();
    let languages: Vec<(String, String)> =
        offered(player).into_iter().map(|tag| (language_name(player, &tag), tag)).collect();
    let now = player.language();
    let numbered = |numbers: [usize; 4], names: [String; 4]| {
        names.into_iter().zip(numbers.map(|number| number.to_string())).collect::<Vec<_>>()
    };
    let sizes = [player.t("Small"), player.t("Usual"), player.t("Large"), player.t("Very large")];
    let themes = [player.t("As on the device"), player.t("Light"), player.t("Dark"), player.t("High contrast")];
    let choices = vec![
        choices("language", &player.t("Language"), &languages, &now),
        choices("size", &player.t("Size of the text"), &numbered([1, 0, 2, 3], sizes), &settings.size.to_string()),
        choices("theme", &player.t("Colours"), &numbered([0, 1, 2, 3], themes), &settings.theme.to_string()),
    ];
    let still = el("input", "").set("type", "checkbox").set("data-act", "still").flag("checked", settings.still);
    let still = el("label", "choice").put(still).put(text("span", "", &player.t("Nothing moves by itself")));
    let main = el("main", "column").set("id", "main").put(title(&player.t("Settings"))).all(choices).put(still);
    vec![
        main.all(section(&player.t("What you have done, on this device"), data(player)))
            .all(consent::setting(player))
            .put(licences(player)),
        erase(player),
    ]
}

/// The licences on this device, where there are any or a course asks for one.
fn licences(player: Player) -> Element {
    let place = el("div", "");
    let state = player.state();
    let is_sealed = state.module().is_some_and(|module| !module.seal.is_empty());
    if is_sealed || state.world.window.recall(Kept::NAME).is_some() {
        let (into, loading) = (place.clone(), state.clone());
        spawn(Box::pin(async move {
            let _ = loading.load_licences().await;
        }));
        follow(Box::new(move || {
            if let Some(part) = player.state().licence_part() {
                untrack(|| refill(&into, (part.setting)(player)));
            }
        }));
    }
    place
}

/// A group of choices, one of which is made: name and value of each.
fn choices(act: &str, legend: &str, all: &[(String, String)], chosen: &str) -> Element {
    let option = |(name, value): &(String, String)| {
        let radio = el("input", "").set("type", "radio").set("name", act).set("data-act", act).set("value", value);
        let radio = radio.flag("checked", chosen == value);
        el("label", "choice").put(radio).put(text("span", "", name))
    };
    let options = all.iter().map(option).collect();
    el("fieldset", "choices inline").put(text("legend", "", legend)).all(options)
}

fn data(player: Player) -> Vec<Element> {
    let kept = player.state().kept.get_untracked();
    let words = match kept {
        Saved::Saved => player.t("Everything is saved in this browser and nowhere else."),
        Saved::Not(StoreError::Full) => {
            player.t("There is no room left on this device: what you did last is not saved.")
        }
        Saved::Not(StoreError::Forbidden | StoreError::Erased) => {
            player.t("This browser does not let the page save anything: when you close it, it forgets what you did.")
        }
    };
    let is_module = player.state().module().is_some();
    let save = is_module.then(|| button("", "export", &player.t("Save as a file")));
    let actions = el("p", "actions").all(save.into_iter().collect());
    let erase = button("danger", "open", &player.t("Erase my data")).set("data-arg", "erase");
    let shown = vec![p(&words), actions.put(erase)];
    if is_module { shown.into_iter().chain(brought::field(player)).collect() } else { shown }
}

fn erase(player: Player) -> Element {
    let what = player.t(
        "Answers, progress, certificates and settings of all courses are removed from this device, in all open tabs.",
    );
    let safe = player.t("There is no copy anywhere else, so it cannot be undone.");
    let body = vec![p(&what), p(&safe)];
    ask(player, "erase", &player.t("Erase everything?"), body, "erase", &player.t("Erase everything"))
}
