//! The screen that takes a licence in, and what the settings say of licences.

use super::super::Player;
use super::super::actions::{Touch, Touched};
use super::super::app::focus_soon;
use super::super::failure::Failure;
use super::super::prose::element::{Build, el, focus, refill};
use super::super::state::{Course, State};
use super::super::ui::{button, follow, link, list, p, section, spawn, text, title};
use super::check::{ask, begin, know};
use super::kept::close;
use super::panel::{facts, forgotten, heading, opened};
use super::unlock::{refusal, said_of, try_licence};
use super::words;
use crate::content::{Module, read};
use crate::json::Value;
use crate::route::Route;
use crate::trust::{About, Ask, Half, Message};
use leptos::prelude::{Notify as _, Set as _, Track as _, document, set_timeout, untrack};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// The screen that takes a licence in.
pub(super) fn screen(player: Player) -> Vec<Element> {
    let state = player.state();
    let main = el("main", "column licence").set("id", "main").put(title(&player.t("Open with a licence")));
    let result = el("div", "").set("role", "status");
    let (into, form) = (result.clone(), el("div", ""));
    let around = form.clone();
    follow(Box::new(move || {
        let state = player.state();
        state.lock.changed.track();
        untrack(|| {
            renew(&into, outcome(player));
            around.set_attribute("class", if state.lock.is_open.get() { "unneeded" } else { "" }).unwrap_or_default();
        });
    }));
    if let Some(text) = state.outlet(|out| out.arrived()) {
        take(&state, text, None);
    }
    get_ready(player);
    let never = player.t("A licence stays on this device. It is never sent anywhere.");
    vec![main.put(result).put(form.all(ways_in(player))).put(text("p", "small muted", &never))]
}

/// Shows what came of a licence. What says the same as before stays as it is, with what was typed there; where something
/// is drawn anew, the focus stays where it was: the list of revoked licences is looked up while somebody reads.
fn renew(into: &Element, shown: Vec<Element>) {
    let words: String = shown.iter().filter_map(|element| element.text_content()).collect();
    if into.text_content().is_some_and(|before| before == words && !words.is_empty()) {
        return;
    }
    let focused = document().active_element().filter(|active| into.contains(Some(active)));
    let tag = focused.map(|active| active.tag_name());
    refill(into, shown);
    let again = tag.and_then(|tag| into.query_selector(&tag).ok().flatten());
    again.iter().for_each(focus);
}

/// Gets ready what a press of *Open* needs, once the screen is drawn: what opens seals, and the browser's words for days,
/// which take it longer the first time than everything else that the press asks for.
fn get_ready(player: Player) {
    let ready = move || {
        let state = player.state();
        let _ = state.outlet(|out| out.day(state.now(), &player.language()));
        spawn(Box::pin(async move {
            if let Ok(trust) = state.trust().await {
                // What fails now is asked for again with the licence.
                let _ = trust.fetch(Half::Seals).await;
            }
        }));
    };
    set_timeout(ready, Duration::from_millis(50));
}

/// The ways in which a licence comes.
fn ways_in(player: Player) -> Vec<Element> {
    let pasted = el("textarea", "").set("id", "licence").set("rows", "4").set("autocomplete", "off");
    let pasted = pasted.set("spellcheck", "false").set("autocapitalize", "off").set("dir", "ltr");
    let label = text("label", "", &player.t("The link or the text of your licence")).set("for", "licence");
    let file = el("input", "").set("type", "file").set("id", "licence-file").set("accept", ".txt,text/plain");
    let file = file.set("data-act", "licence-file");
    let file_label = text("label", "", &player.t("Or the file that you got")).set("for", "licence-file");
    let card = player.t(
        "On a printed card: point the camera of your phone at the square code. It shows a link; open that, and this page takes the licence in by itself.",
    );
    vec![
        el("p", "field").put(label).put(pasted),
        el("p", "actions").put(button("primary", "licence-open", &player.t("Open"))),
        el("p", "field").put(file_label).put(file),
        p(&card),
    ]
}

/// What came of a licence.
fn outcome(player: Player) -> Vec<Element> {
    let state = player.state();
    let Some(said) = state.lock.said.borrow().clone() else { return Vec::new() };
    if let Some(trouble) = said.get("trouble").and_then(Value::as_str) {
        return vec![el("div", "notice").put(p(&trouble_words(player, trouble))).put(again(player))];
    }
    let mut shown = match refusal(&said) {
        "" if state.lock.is_open.get() => {
            let wanted = state.lock.wanted.borrow().clone().unwrap_or_else(|| state.beginning());
            let mut shown = opened(player);
            shown.push(el("p", "actions").put(link("button primary", &wanted, &player.t("Continue the course"))));
            return vec![el("section", "locked").all(shown)];
        }
        "" => return found(player, &said),
        _ => words::refused(player, &said),
    };
    if matches!(refusal(&said), "needs-code" | "no-code" | "other-code") {
        let input = el("input", "").set("id", "code").set("autocomplete", "off").set("autocapitalize", "characters");
        let input = input.set("spellcheck", "false").set("dir", "ltr").set("placeholder", "0000-0000-0000-0000");
        let label = text("label", "", &player.t("Code")).set("for", "code");
        shown.push(el("p", "field").put(label).put(input));
        shown.push(el("p", "actions").put(button("primary", "licence-code", &player.t("Unlock"))));
    }
    vec![el("div", "notice").all(shown)]
}

/// On the catalogue's page: where a licence leads.
fn found(player: Player, said: &Value) -> Vec<Element> {
    let about = said.get("licence").and_then(About::read).unwrap_or_default();
    let modules = of_licence(&player.state(), &about);
    let root = player.state().world.place.root.clone();
    let link = |(slug, name): &(String, String)| text("a", "", name).set("href", &[&root, slug.as_str(), "/"].concat());
    let all: Vec<Element> = modules.iter().map(link).collect();
    let mut shown = vec![heading(&player.t("This licence opens:")), list("ul", "", all), facts(player, &about)];
    shown.push(text("p", "small muted", &words::standing(player, said)));
    shown.extend(forgotten(player));
    vec![el("section", "locked").all(shown)]
}

fn trouble_words(player: Player, trouble: &str) -> String {
    match trouble {
        "forged" => player.t("This course is not what its organiser signed, so it was not opened. Try again in another network. If it stays like this, tell the organiser of the course."),
        _ => player.t("What opens licences could not be fetched. Check the connection, then try again; the licence is still here."),
    }
}

fn again(player: Player) -> Element {
    el("p", "actions").put(button("", "licence-again", &player.t("Try again")))
}

/// Slug and title of the modules that a licence names, on the catalogue's page.
fn of_licence(state: &State, about: &About) -> Vec<(String, String)> {
    let Course::Catalogue(catalogue, _) = &*state.course.borrow() else { return Vec::new() };
    let is_named = |id: &str| about.opens.iter().any(|open| open == id);
    let language = state.language.borrow().clone();
    let all = catalogue.modules.iter().filter(|module| {
        let of_course = catalogue.courses.iter().filter(|course| course.modules.contains(&module.id));
        is_named(module.id.as_str()) || of_course.map(|course| course.id.as_str()).any(is_named)
    });
    all.map(|module| (module.slug.clone(), module.title.get(&language).to_owned())).collect()
}

/// Does what a control of a licence is for.
pub(super) fn act(state: &Rc<State>, touched: &Touched) -> bool {
    let tried = state.lock.tried.borrow().clone();
    match (touched.touch, touched.name.as_str()) {
        (Touch::Click, "licence-open") => take(state, typed("licence"), None),
        (Touch::Click, "licence-code") => take(state, tried, Some(typed("code"))),
        (Touch::Click, "licence-again") => take(state, tried, None),
        (Touch::Change, "licence-file") => file(state, &touched.control),
        (Touch::Click, "licence-remove") => remove(state, &touched.arg),
        (Touch::Click, "clock-right") => put_right(state, touched.player),
        _ => return false,
    }
    true
}

fn typed(id: &str) -> String {
    let element = document().get_element_by_id(id);
    let area = element.as_ref().and_then(|it| it.dyn_ref::<HtmlTextAreaElement>()).map(HtmlTextAreaElement::value);
    let input = || element.as_ref()?.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    area.or_else(input).unwrap_or_default()
}

/// Reads a licence's file.
fn file(state: &Rc<State>, control: &Element) {
    let file = control.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files).and_then(|files| files.get(0));
    let Some(file) = file else { return };
    let state = state.clone();
    spawn(Box::pin(async move {
        let read = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok();
        // Whoever has a link has it on a line of its own among other words.
        let text = read.and_then(|text| text.as_string()).unwrap_or_default();
        let line = text.lines().find(|line| line.contains("#licence/")).map(str::to_owned);
        take(&state, line.unwrap_or(text), None);
    }));
}

/// Takes a licence in.
fn take(state: &Rc<State>, text: String, code: Option<String>) {
    let state = state.clone();
    state.lock.tried.replace(text.clone());
    spawn(Box::pin(async move {
        state.waiting.set(true);
        let taken = taken(&state, &text, code.as_deref()).await;
        state.waiting.set(false);
        if let Err(failure) = taken {
            let trouble = if failure.is_forged() { "forged" } else { "absent" };
            let said = Message::new().text("trouble", trouble).end();
            state.lock.said.replace(crate::json::read(said.as_bytes()).ok());
            state.lock.tried.replace(text);
        }
        state.lock.changed.notify();
        let needs_code = state
            .lock
            .said
            .borrow()
            .as_ref()
            .is_some_and(|said| matches!(refusal(said), "needs-code" | "no-code" | "other-code"));
        focus_soon(if needs_code { "#code" } else { "main h2" });
    }));
}

async fn taken(state: &Rc<State>, text: &str, code: Option<&str>) -> Result<(), Failure> {
    if state.module().is_some_and(|module| !module.seal.is_empty()) {
        begin(state.clone()).await?;
        state.lock.said.replace(None);
        if try_licence(state, text, code).await? {
            // Drawn first: what the list says comes after it.
            let state = state.clone();
            spawn(Box::pin(async move { super::check::look_up(&state).await }));
        }
        return Ok(());
    }
    // Elsewhere: the first module that it names says whether it is good.
    know(state).await?;
    let looked = ask(state, Ask::Look, Message::new().text("licence", text), Vec::new()).await?.value;
    let about = looked.get("licence").and_then(About::read);
    let path = about.as_ref().and_then(|about| module_of(state, about));
    let said = match path {
        Some(path) => {
            let bytes = state.fetch(&path, None).await?;
            super::check::signed(state, "module", &path, &bytes).await?;
            let module: Option<Module> = read::module_with(&bytes, state.tasks()).value;
            match module {
                Some(module) => said_of(state, &module, text, code).await?,
                None => looked,
            }
        }
        None if about.is_some() => with_refusal(&looked, "other-course"),
        None => looked,
    };
    state.lock.said.replace(Some(said));
    Ok(())
}

/// The outline of the first module of the catalogue that a licence names.
fn module_of(state: &State, about: &About) -> Option<String> {
    let (slug, _) = of_licence(state, about).into_iter().next()?;
    let Course::Catalogue(catalogue, _) = &*state.course.borrow() else { return None };
    catalogue.modules.iter().find(|module| module.slug == slug).map(|module| module.file.path.clone())
}

fn with_refusal(said: &Value, why: &str) -> Value {
    let about = said.get("licence").and_then(About::read).unwrap_or_default();
    let message = Message::new().within("licence", about.write()).text("refused", why).end();
    crate::json::read(message.as_bytes()).unwrap_or_else(|_| said.clone())
}

/// The learner says that the clock was wrong and is right now.
fn put_right(state: &Rc<State>, player: Player) {
    let state = state.clone();
    spawn(Box::pin(async move {
        let text = state.lock.tried.borrow().clone();
        let now = state.now();
        let about = Message::new().text("licence", &text).plain("now", now.0);
        let answer = ask(&state, Ask::PutRight, about, Vec::new()).await;
        let is_right = answer.is_ok_and(|answer| answer.value.get("right").and_then(Value::as_bool) == Some(true));
        if is_right {
            state.keep_licences(|kept| kept.seen = Some(now));
            take(&state, text, None);
        } else {
            player.say(player.t(
                "The clock still stands before the day on which your licence was issued. Set date and time right, then try again.",
            ));
        }
    }));
}

fn remove(state: &Rc<State>, id: &str) {
    let was_open = state.held(id).is_some_and(|held| *state.lock.tried.borrow() == held.text);
    state.keep_licences(|kept| kept.remove(id));
    if was_open {
        state.lock.said.replace(None);
        close(state);
    }
    state.follow_address();
}

/// What the settings say of licences; nothing where there are none.
pub(super) fn setting(player: Player) -> Vec<Element> {
    let all = player.state().licences(|kept| kept.licences.clone());
    let one = |held: &crate::trust::Held| {
        let mut lines = vec![text("b", "", &held.title), facts(player, &held.about)];
        lines.extend(
            held.revoked
                .map(|at| p(&player.fill("This licence was revoked on {date}", &[("date", &words::day(player, at))]))),
        );
        lines.push(text("p", "small muted", &player.fill("Number {number}", &[("number", &held.about.id)])));
        let name = player.fill("Remove the licence for {title}", &[("title", &held.title)]);
        let remove = button("", "licence-remove", &player.t("Remove")).set("data-arg", &held.about.id);
        lines.push(el("p", "actions").put(remove.set("aria-label", &name)));
        el("div", "").all(lines)
    };
    let mut shown = Vec::new();
    if !all.is_empty() {
        shown.push(list("ul", "plain-units", all.iter().map(one).collect()));
        shown.push(text(
            "p",
            "small muted",
            &player.t("A licence that is removed here can be opened again with its link, file or card."),
        ));
    }
    shown.push(el("p", "").put(link("button", &Route::Licence, &player.t("I have a licence"))));
    section(&player.t("Licences"), shown)
}
