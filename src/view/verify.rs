//! The verify screen: is this certificate real, what does it say, and who vouches. It works in any copy of the player, and
//! without a network once it is open.

mod outline;

use super::Player;
use super::actions::{Touch, Touched};
use super::prose::element::{Build, el, refill};
use super::ui::{button, list, p, spawn, text, title};
use super::vouch::Trouble;
use crate::certificate::account::{Account, Beside, Part, Tone, Words, account};
use crate::certificate::checked::Brought;
use crate::i18n::Texts;
use crate::port::Moment;
use js_sys::Uint8Array;
use leptos::prelude::document;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// What somebody brought; empty before that.
pub(super) type Desk = Rc<RefCell<Vec<u8>>>;

/// The screen; what was brought already is looked at.
pub(super) fn screen(player: Player, brought: &Desk) -> Vec<Element> {
    let main = el("main", "column verify").set("id", "main").put(title(&player.t("Verify a certificate")));
    let main = main.each(in_english(player, "Verify a certificate"));
    let found = el("div", "").set("id", "found").set("role", "status");
    let known = el("p", "small muted");
    let main = main.put(caution(player)).put(found.clone()).all(form(player)).put(known.clone());
    if !brought.borrow().is_empty() {
        look(player, brought.clone(), found);
    }
    tell_known(player, known);
    vec![main]
}

/// The same in English, where the reader reads something else: who asks may read neither.
fn in_english(player: Player, english: &str) -> Option<Element> {
    let is_other = player.state().texts().language() != "en";
    is_other.then(|| text("p", "english", english).set("lang", "en"))
}

/// What a verifier has to know before anything else.
fn caution(player: Player) -> Element {
    let words = player.t(
        "Before you believe this page: is the address at the top of the browser the one at which you know the organiser? A forged code leads to a forger’s page, which says whatever they like. If in doubt, open the organiser’s address yourself and paste the code there.",
    );
    text("p", "notice", &words)
}

/// Where a certificate is put.
fn form(player: Player) -> Vec<Element> {
    let label = text("label", "", &player.t("The link or code of the certificate")).set("for", "code");
    let field = el("textarea", "")
        .set("id", "code")
        .set("rows", "4")
        .set("spellcheck", "false")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("maxlength", "60000");
    let way = player.t("Scan the QR code with the phone’s camera, or paste here what it says.");
    let way = text("p", "small muted", &way).set("id", "code-way");
    let field = field.set("aria-describedby", "code-way");
    let file = el("input", "unseen")
        .set("type", "file")
        .set("id", "file")
        .set("data-act", "verify-file")
        .set("accept", ".cose,.txt,.json,.jwt,.svg,.png");
    let open = el("label", "button").set("for", "file").say(&player.t("Open a file"));
    let actions = el("p", "actions").put(button("primary", "verify", &player.t("Check")));
    let what = player.t("A certificate, or an Open Badge (.json, .jwt, or its picture).");
    vec![
        el("div", "field").put(label).put(field).put(way),
        actions.put(file).put(open).put(text("span", "small muted", &what)),
        p(&player
            .t("Everything is checked on this device. Nothing is sent anywhere, and nobody learns that you look.")),
    ]
}

/// Which organiser this site knows.
fn tell_known(player: Player, into: Element) {
    spawn(Box::pin(async move {
        let state = player.state();
        let words = match state.know().await {
            Ok((None, _)) => player.t(
                "This site knows no organiser (it has no organiser.json). It can show what a certificate says, and confirm none.",
            ),
            Ok((Some(known), _)) => player.fill(
                "This site knows the keys of one organiser: {name} ({domain}).",
                &[("name", &known.name), ("domain", &known.domain)],
            ),
            Err(_) => return,
        };
        into.set_text_content(Some(&words));
    }));
}

/// Looks at what was brought, and says what came of it.
fn look(player: Player, brought: Desk, into: Element) {
    refill(&into, vec![p(&player.t("One moment: it is being checked."))]);
    spawn(Box::pin(async move {
        let state = player.state();
        let bytes = brought.borrow().clone();
        let found = state.look(&bytes).await;
        let shown = match found {
            Ok((found, list)) => {
                let compared = outline::compared(&state, &found).await;
                verdict(player, &found, &Beside { list, compared })
            }
            Err(error) => el("section", "told open").all(trouble(player, error)),
        };
        refill(&into, vec![shown]);
    }));
}

/// Why nothing could be looked at.
fn trouble(player: Player, trouble: Trouble) -> Vec<Element> {
    let words = match trouble {
        Trouble::Absent => {
            player.t("The part that checks certificates could not be fetched. Check the connection, then try again.")
        }
        Trouble::Silent | Trouble::TooLong | Trouble::Refused => {
            player.t("This could not be checked. Load the page again, then try once more.")
        }
    };
    vec![p(&words), el("p", "actions").put(button("", "verify-again", &player.t("Try again")))]
}

/// What a verifier is told.
fn verdict(player: Player, found: &Brought, beside: &Beside) -> Element {
    let state = player.state();
    let texts: Rc<Texts> = state.texts();
    let day = |at: Moment| state.outlet(|out| out.day(at, texts.language()));
    let told = account(found, beside, &Words { texts: &texts, day: &day });
    let (class, sign) = match told.tone {
        Tone::Holds => ("told holds", "M5 12.5l4.5 4.5L19 7.5"),
        Tone::Open => ("told open", "M12 6v7M12 16.5v1"),
        Tone::Against => ("told against", "M7 7l10 10M17 7L7 17"),
    };
    let heading = text("h2", "", &told.verdict).set("tabindex", "-1");
    let head = el("div", "told-head").put(super::ui::icon(sign)).put(heading);
    let english = told.verdict_en.as_ref().map(|words| text("p", "english", words).set("lang", "en"));
    let reasons = told.reasons.iter().map(|words| p(words));
    let mut section = el("section", class).put(head).each(english).each(reasons);
    section = section.each(told.parts.iter().map(part));
    section.all(ends(player, &told))
}

fn part(part: &Part) -> Element {
    let rows = part.facts.iter().flat_map(|fact| {
        let value = el("dd", if fact.is_code { "exact" } else { "" }).say(&fact.value);
        [text("dt", "", &fact.name), value]
    });
    el("section", "").put(text("h3", "", &part.heading)).put(el("dl", "facts").each(rows))
}

fn ends(player: Player, told: &Account) -> Vec<Element> {
    let lines = |all: &[String]| all.iter().map(|words| text("span", "", words)).collect::<Vec<_>>();
    let of = |heading: String, all: &[String]| {
        (!all.is_empty()).then(|| el("section", "").put(text("h3", "", &heading)).put(list("ul", "", lines(all))))
    };
    let proven = of(player.t("What is proven"), &told.proven);
    let unproven = of(player.t("What is not proven"), &told.unproven);
    proven.into_iter().chain(unproven).collect()
}

/// Does what a control of the screen is for.
pub(super) fn act(touched: &Touched, brought: &Desk) {
    let Some(found) = document().get_element_by_id("found") else { return };
    let player = touched.player;
    match (touched.touch, touched.name.as_str()) {
        (Touch::Click, "verify") => {
            let field =
                document().get_element_by_id("code").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
            let pasted = field.map(|field| field.value()).unwrap_or_default();
            if pasted.trim().is_empty() {
                refill(&found, vec![p(&player.t("Paste the link or the code first, or open a file."))]);
                return super::app::focus_soon("#code");
            }
            brought.replace(pasted.into_bytes());
            look(player, brought.clone(), found);
        }
        (Touch::Click, "verify-again") => look(player, brought.clone(), found),
        (Touch::Change, "verify-file") => {
            let file = touched.control.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
            let Some(file) = file.and_then(|files| files.get(0)) else { return };
            let brought = brought.clone();
            spawn(Box::pin(async move {
                let bytes = JsFuture::from(file.array_buffer()).await;
                // A file that the browser cannot read holds nothing.
                brought.replace(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).unwrap_or_default());
                look(player, brought, found);
            }));
        }
        _ => {}
    }
}
