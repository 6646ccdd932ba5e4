//! The page around the frame: what it asks for, and whether the learner lets it know how far they are.

use super::Player;
use super::app::focus_soon;
use super::prose::element::{Build, el, refill};
use super::screen::Told;
use super::state::{Course, State};
use super::ui::{button, follow, p, section, text};
use crate::embed::{Asked, Consent, News, Report, Theme};
use crate::json::quoted;
use crate::route::Route;
use crate::settings::THEMES;
use leptos::prelude::{ArcTrigger, Notify as _, Track as _, untrack};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// What is known of the page around.
#[derive(Default)]
pub(super) struct Met {
    /// The language that it would like.
    language: RefCell<Option<String>>,
    /// Whether it would like reports.
    asks: Cell<bool>,
    /// What the learner said, where the browser keeps nothing.
    unkept: Cell<Consent>,
    /// It greeted, or the learner answered.
    changed: ArcTrigger,
}

impl State {
    fn asked(self: &Rc<Self>, asked: Asked) {
        match asked {
            Asked::Hello { language, theme, reports } => {
                self.met.asks.set(reports);
                self.met.changed.notify();
                self.dress(theme);
                let is_other = language.as_ref().is_some_and(|wanted| *wanted != *self.language.borrow());
                self.met.language.replace(language);
                if is_other {
                    // The learner did nothing: the focus stays.
                    self.open_in_language(Told::First);
                }
            }
            // The edge has told the style.
            Asked::Viewport(_) => {}
            Asked::Open(route) => self.world.window.go(&route.href(), false),
        }
    }

    /// The language that the page around would like.
    pub(super) fn hosted_language(&self) -> Option<String> {
        self.met.language.borrow().clone()
    }

    /// Takes the colours of the page around, unless the learner has chosen others.
    fn dress(&self, theme: Option<Theme>) {
        let wanted = match theme {
            Some(Theme::Light) => 1,
            Some(Theme::Dark) => 2,
            None => 0,
        };
        if self.settings.borrow().theme == 0 {
            for (number, name) in THEMES.into_iter().enumerate() {
                self.world.window.class(name, number == wanted);
            }
        }
    }

    /// The name under which the learner's answer is kept.
    fn share_key(&self) -> Option<String> {
        let (origin, module) = (self.world.host.partner()?, self.module()?);
        Some(Consent::key(&origin, module.id.as_str()))
    }

    /// What the learner said to the page around about this module.
    fn consent(&self) -> Consent {
        let kept = self.share_key().and_then(|key| self.world.window.recall(&key));
        kept.map_or(self.met.unkept.get(), |kept| Consent::read(kept.as_str().unwrap_or_default()))
    }

    /// Keeps the learner's answer.
    fn share(&self, consent: Consent) {
        let Some(key) = self.share_key() else { return };
        self.world.window.keep(&key, &quoted(consent.write()));
        let is_kept = self.world.window.recall(&key).is_some();
        self.met.unkept.set(if is_kept { Consent::Open } else { consent });
        self.met.changed.notify();
    }

    /// Forgets the learner's answer: everything was erased.
    pub(super) fn unshare(&self) {
        self.met.unkept.set(Consent::Open);
        self.met.changed.notify();
    }

    /// Hands on how far the learner is; it is told only after a yes.
    fn report(&self) {
        self.world.host.consent(self.consent());
        if let Some(report) = self.progress(Report::new).filter(|_| self.met.asks.get()) {
            self.world.host.report(&report);
        }
    }
}

/// Listens to the page around.
pub(super) fn meet(state: &Rc<State>) {
    let here = state.clone();
    state.world.host.listen(Box::new(move |asked| here.asked(asked)));
}

/// Keeps the page around informed, as far as the learner lets it.
pub(super) fn inform(player: Player) {
    follow(Box::new(move || {
        let state = player.state();
        state.met.changed.track();
        state.follow_progress();
        untrack(|| state.report());
    }));
    follow(Box::new(move || {
        let state = player.state();
        state.turned.track();
        let host = &state.world.host;
        match state.told.get() {
            Told::Went | Told::Erased => host.tell(News::Position(0)),
            Told::First | Told::Language => {}
        }
        host.tell(News::Navigated(Route::parse(&state.world.window.hash())));
    }));
}

/// The question whether the page around may know how far the learner is, once it would like to.
pub(super) fn question(player: Player) -> Element {
    let place = el("div", "notices");
    let into = place.clone();
    follow(Box::new(move || {
        player.state().met.changed.track();
        refill(&into, untrack(|| ask(player)));
    }));
    place
}

/// Who asks, where the page around would like reports of a module.
fn asker(state: &State) -> Option<String> {
    let is_module = matches!(&*state.course.borrow(), Course::Module(..));
    let origin = state.world.host.partner().filter(|_| is_module && state.met.asks.get())?;
    Some(origin.as_str().trim_start_matches("https://").to_owned())
}

fn ask(player: Player) -> Vec<Element> {
    let state = player.state();
    let Some(site) = asker(&state).filter(|_| state.consent() == Consent::Open) else { return Vec::new() };
    let heading = player.fill("May {site} know how far you are?", &[("site", &site)]);
    let yes = button("", "share", &player.t("Yes, share it"));
    let no = button("", "share-not", &player.t("No, keep it to myself"));
    let later = player.t("You can change this at any time in the settings.");
    let words = el("section", "notice").put(text("h2", "", &heading)).put(p(&shared(player))).put(p(&later));
    vec![words.put(el("p", "actions").put(yes).put(no))]
}

/// What would be shared, and what never is.
fn shared(player: Player) -> String {
    player.t("It would be told which page is open, how many pages you have opened, your points in the assessment and your award. Your answers, your notes and your name stay on this device.")
}

/// Takes in the learner's answer, and says what follows from it.
pub(super) fn answer(player: Player, consent: Consent) {
    player.state().share(consent);
    player.say(standing(player));
    // The button that had the focus is gone.
    focus_soon("h1");
}

/// What the page around is told at present.
fn standing(player: Player) -> String {
    if player.state().consent().is_given() {
        player.t("It is told how far you are.")
    } else {
        player.t("It is told nothing about you.")
    }
}

/// The part of the settings where the learner changes their mind; nothing where nobody asks.
pub(super) fn setting(player: Player) -> Vec<Element> {
    let state = player.state();
    let Some(site) = asker(&state) else { return Vec::new() };
    let heading = player.fill("What {site} knows", &[("site", &site)]);
    let place = el("div", "");
    let into = place.clone();
    follow(Box::new(move || {
        player.state().met.changed.track();
        refill(&into, untrack(|| answered(player)));
    }));
    section(&heading, vec![place])
}

fn answered(player: Player) -> Vec<Element> {
    let (act, label) = if player.state().consent().is_given() {
        ("share-not", player.t("Stop sharing"))
    } else {
        ("share", player.t("Share how far I am"))
    };
    vec![p(&standing(player)), p(&shared(player)), el("p", "actions").put(button("", act, &label))]
}
