//! The certificate while it is made: the name to print, whether a licence signs it, and what to do with it.

use super::sheet::{Mark, facts, proves, sheet};
use super::signing::{Licence, Signed};
use super::{reached, signing};
use crate::certificate::{Certificate, LONGEST_NAME};
use crate::content::Id;
use crate::view::Player;
use crate::view::prose::element::{Build, el, refill};
use crate::view::result::row;
use crate::view::ui::{button, follow, p, text};
use crate::view::vouch::Trouble;
use leptos::prelude::{ArcRwSignal, Get as _, GetUntracked as _, Set as _, untrack};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

/// The certificate on the screen.
#[derive(Clone)]
pub(super) struct Paper {
    pub(super) player: Player,
    /// What it is signed with.
    pub(super) licence: ArcRwSignal<Licence>,
    /// The certificate that was signed, if one was.
    pub(super) token: ArcRwSignal<Option<String>>,
    /// The signed certificate that is shown, once it was looked at.
    pub(super) signed: ArcRwSignal<Option<Rc<Signed>>>,
    /// Why it was not signed.
    pub(super) trouble: ArcRwSignal<Option<Trouble>>,
    /// Whether it is just being signed.
    pub(super) is_busy: ArcRwSignal<bool>,
}

/// The screen once the rule is met.
pub(super) fn open(player: Player) -> Vec<Element> {
    let paper = Paper {
        player,
        licence: ArcRwSignal::new(Licence::Asking),
        token: ArcRwSignal::new(None),
        signed: ArcRwSignal::new(None),
        trouble: ArcRwSignal::new(None),
        is_busy: ArcRwSignal::new(false),
    };
    signing::begin(&paper);
    let (intro, place, below, list) = (el("div", ""), el("div", "sheet-frame"), el("div", ""), el("dl", "facts"));
    let shown = vec![intro.clone(), place.clone(), below.clone(), list.clone()];
    let above = paper.clone();
    follow(Box::new(move || refill(&intro, above.intro())));
    follow(Box::new(move || {
        let (made, mark) = paper.now();
        refill(&place, made.iter().map(|made| sheet(paper.player, made, mark.as_ref())).collect());
        refill(&below, paper.below(made.as_ref(), mark.as_ref()));
        refill(&list, made.iter().flat_map(|made| fields(paper.player, made)).collect());
    }));
    shown
}

impl Paper {
    /// What stands above the sheet: what is done, who signs, and the name.
    fn intro(&self) -> Vec<Element> {
        let player = self.player;
        let state = player.state();
        state.follow_progress();
        let licence = self.licence.get();
        let signed = self.signed.get();
        let level = self.award().map(|(title, _)| title).unwrap_or_default();
        let done = player.fill("Everything that the course asks for is done: {award}.", &[("award", &level)]);
        let mut shown = vec![p(&done)];
        let will_be = matches!(licence, Licence::Signs(_));
        // What will be signed is no news once it is.
        let words = signing::words(player, &licence).filter(|_| !will_be || signed.is_none());
        shown.extend(words.map(|words| text("p", if will_be { "" } else { "notice" }, &words)));
        if self.token.get().is_some() && signed.is_none() {
            shown.extend(self.coming());
            return shown;
        }
        match (&licence, &signed) {
            (Licence::Asking, _) => shown.push(p(&player.t("One moment: your licence is being looked at."))),
            (Licence::Signs(_), Some(_)) if licence.bound().is_none() => {
                let summary = text("summary", "", &player.t("Make it again with another name"));
                shown.push(el("details", "").put(summary).all(self.naming(&licence)));
            }
            (_, Some(_)) => {}
            (_, None) => shown.extend(self.naming(&licence)),
        }
        shown
    }

    /// What is said until the certificate that was signed is there.
    fn coming(&self) -> Vec<Element> {
        let player = self.player;
        match self.trouble.get() {
            None => vec![p(&player.t("One moment: your certificate is being looked at."))],
            Some(trouble) => {
                let paper = self.clone();
                let again = button("", "", &player.t("Try again"));
                let again = again.on("click", Box::new(move |_| signing::show_again(&paper)));
                let safe = player.t("Your certificate is signed and kept on this device.");
                vec![p(&safe), p(&signing::trouble(player, trouble)), el("p", "actions").put(again)]
            }
        }
    }

    /// The name to print, and the button that signs.
    fn naming(&self, licence: &Licence) -> Vec<Element> {
        let player = self.player;
        let state = player.state();
        let field = match licence.bound() {
            Some(name) => {
                let words = player.fill("The name is the one on your licence: {name}.", &[("name", name)]);
                state.typed.set(name.to_owned());
                vec![p(&words)]
            }
            None => self.field(),
        };
        let Licence::Signs(_) = licence else { return field };
        let paper = self.clone();
        let sign = button("primary", "", &player.t("Sign the certificate"));
        let sign = sign.on("click", Box::new(move |_| signing::sign(&paper)));
        let wait = el("p", "waits").set("role", "status");
        let into = wait.clone();
        let paper = self.clone();
        follow(Box::new(move || {
            let words = match (paper.is_busy.get(), paper.trouble.get()) {
                (true, _) => player.t("One moment: it is being signed."),
                (false, Some(error)) => signing::trouble(player, error),
                (false, None) => String::new(),
            };
            into.set_text_content(Some(&words));
        }));
        let note = player.t("Look at the sheet below first: what is signed cannot be changed.");
        let actions = el("p", "actions").put(sign).put(text("span", "small muted", &note));
        field.into_iter().chain([actions, wait]).collect()
    }

    fn field(&self) -> Vec<Element> {
        let player = self.player;
        let state = player.state();
        let label = text("label", "", &player.t("Your name, as it is to be printed")).set("for", "name");
        let example = text(
            "p",
            "small muted",
            &player.t("Letters of any script, for example Әсел Нұрланқызы, გიორგი or Jana Nováková"),
        );
        let typing = player.state();
        let field = el("input", "")
            .set("id", "name")
            .set("autocomplete", "name")
            .set("aria-describedby", "name-example")
            .set("maxlength", &LONGEST_NAME.to_string())
            .set("value", &state.typed.get_untracked())
            .on(
                "input",
                Box::new(move |event: Event| {
                    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                    typing.typed.set(field.map(|field| field.value()).unwrap_or_default());
                }),
            );
        vec![el("div", "field").put(label).put(field).put(example.set("id", "name-example"))]
    }

    /// The certificate as it would be made now, or as it was signed.
    fn now(&self) -> (Option<Certificate>, Option<Mark>) {
        let player = self.player;
        let state = player.state();
        state.follow_progress();
        let typed = state.typed.get();
        let licence = self.licence.get();
        if let Some(signed) = self.signed.get() {
            return (state.as_signed(&signed), Some(Mark::Signed(signed)));
        }
        if self.token.get().is_some() {
            return (None, None);
        }
        let levels = licence.levels();
        let made = state.certificate(&typed, levels.as_deref());
        let made = made.or_else(|| state.certificate(&player.t("Your name"), levels.as_deref()));
        let mark = matches!(licence, Licence::Signs(_) | Licence::Asking).then_some(Mark::Draft);
        (made, mark)
    }

    /// The highest award level that can be made: its title and id.
    pub(super) fn award(&self) -> Option<(String, Id)> {
        let levels = self.licence.get_untracked().levels();
        let found = self.player.state().progress(|module, track, progress| {
            let award = reached(module, track, progress, levels.as_deref())?;
            Some((untrack(|| self.player.of(&award.title)), award.id.clone()))
        });
        found.flatten()
    }

    /// What can be done with it, and what it is worth.
    fn below(&self, made: Option<&Certificate>, mark: Option<&Mark>) -> Vec<Element> {
        let player = self.player;
        match mark {
            Some(Mark::Signed(signed)) => self.below_signed(signed),
            Some(Mark::Draft) => Vec::new(),
            None if made.is_none() => Vec::new(),
            None => {
                let is_named = crate::certificate::name(&player.state().typed.get()).is_some();
                let words = if is_named { String::new() } else { player.t("Write your name first.") };
                let what = player.t("It shows what the course asks for, and how much of it was done here.");
                vec![
                    self.actions(None),
                    text("p", "waits", &words).set("role", "status"),
                    text("p", "notice", &[&proves(player), " ", &what].concat()),
                ]
            }
        }
    }

    fn below_signed(&self, signed: &Rc<Signed>) -> Vec<Element> {
        let player = self.player;
        let mut shown = vec![self.actions(Some(signed))];
        let number = player.fill("Short number: {number}.", &[("number", &signed.checked.number)]);
        match signed.link(player) {
            Some(link) => {
                let words = player.t("Whoever gets it scans the code, or opens this link:");
                let link_text = [link.split('#').next().unwrap_or_default(), "#certificate/…"].concat();
                let anchor = text("a", "", &link_text).set("href", &link).set("rel", "noreferrer");
                shown.push(el("p", "").say(&words).say(" ").put(anchor));
            }
            None => shown.push(p(&player.t(
                "The organiser has named no address for verifying. Whoever gets it opens Verify in any copy of the player, and scans the code, pastes it, or opens the file.",
            ))),
        }
        let summary = text("summary", "", &player.t("The code as text"));
        let code = text("p", "digits", &signed.digits).set("lang", "zxx");
        shown.push(el("details", "").put(summary).put(code));
        shown.push(p(&number));
        let worth = player.t(
            "It is signed under your licence, which is signed by the organiser. Anybody can check it without a network, and it stays good when the licence has ended.",
        );
        shown.push(text("p", "small muted", &worth));
        shown
    }

    fn actions(&self, signed: Option<&Rc<Signed>>) -> Element {
        let player = self.player;
        let act = |class: &str, words: String, then: fn(&Paper)| {
            let paper = self.clone();
            button(class, "", &words).on("click", Box::new(move |_| then(&paper)))
        };
        let actions = el("p", "actions").put(act("primary", player.t("Print"), Paper::print)).put(act(
            "",
            player.t("Save as a picture"),
            Paper::save_picture,
        ));
        match signed {
            Some(_) => actions.put(act("", player.t("Save the certificate as a file"), Paper::save_token)),
            None => actions.put(act("quiet", player.t("Save what it says"), Paper::save_fields)),
        }
    }
}

/// Everything that the sheet says, as a list.
fn fields(player: Player, made: &Certificate) -> Vec<Element> {
    let rows = [
        row(&player.t("Course"), &made.title),
        row(&player.t("Level"), &made.award),
        row(&player.t("Holder"), &made.statement),
        row(&player.t("Result"), &facts(player, made)),
        row(&player.t("Organiser"), &made.organiser),
        row(&player.t("Date"), &player.state().outlet(|out| out.day(made.at, &player.language()))),
    ];
    rows.into_iter().flatten().collect()
}
