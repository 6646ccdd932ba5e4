//! The module's own page: what it is, how far the learner is, what is still to be done.

use super::Player;
use super::bar::language_name;
use super::lattice::lattice;
use super::outline::{lock, of_unit, progress_words};
use super::prose::element::{Build, el, refill};
use super::ui::{follow, link, list, p, section, text, title};
use super::words::{Way, details, outstanding, ways};
use crate::completion::{Standing, standing};
use crate::content::{Finding, Module};
use crate::progress::Progress;
use crate::route::Route;
use leptos::prelude::untrack;
use web_sys::Element;

/// The screen of a module.
pub(super) fn screen(player: Player, module: &Module, findings: &[Finding]) -> Vec<Element> {
    let main = el("main", "column").set("id", "main").set("lang", &player.language());
    let lead = text("p", "lead", &player.of(&module.card.summary));
    let main = main.put(title(&player.of(&module.card.title))).put(lead);
    let main = if module.seal.is_empty() { main } else { main.put(licence(player)) };
    let shown = player.state().progress(|module, track, progress| content(player, module, track, progress));
    // Where the outline is sealed, nothing is known but the card.
    let shown = if module.outline.is_some() { audience(player, module) } else { shown.unwrap_or_default() };
    let main = main.all(shown).all(resources(player, module));
    let edition = player.fill(
        "Edition {n}, {date}. Organiser: {organiser}.",
        &[
            ("n", &module.edition.number.to_string()),
            ("date", &player.date(&module.edition.date)),
            ("organiser", &player.of(&module.card.organiser)),
        ],
    );
    vec![main.put(text("p", "small muted", &edition)).all(details(player, findings))]
}

/// What the module costs, or that it is open; once that part is there.
fn licence(player: Player) -> Element {
    let place = el("div", "");
    let into = place.clone();
    follow(Box::new(move || {
        if let Some(part) = player.state().licence_part() {
            untrack(|| refill(&into, vec![(part.card)(player)]));
        }
    }));
    place
}

fn content(player: Player, module: &Module, track: usize, progress: &Progress) -> Vec<Element> {
    let ways = ways(module, track, progress);
    let (seen, all) = (ways.iter().map(|way| way.seen).sum(), ways.iter().map(|way| way.counts.pages).sum());
    let words = progress_words(player, seen, all);
    let groups = ways.iter().map(|way| of_unit(player, way)).collect();
    let start = if progress.last.is_some() { player.t("Continue") } else { player.t("Start") };
    let names: Vec<String> = module.languages.iter().map(|tag| language_name(player, tag)).collect();
    let minutes = module.tracks.get(track).map_or(0, |track| track.minutes);
    let chips = [player.minutes(minutes), player.count("{n} page", "{n} pages", all), names.join(" · ")];
    let actions = el("p", "actions").put(link("button primary", &player.state().beginning(), &start));
    let mut shown = vec![
        lattice(544, groups, &words),
        actions.put(text("span", "muted", &words)),
        el("p", "chips").all(chips.iter().map(|chip| text("span", "chip", chip)).collect()),
    ];
    shown.extend(tracks(player, module, track));
    shown.extend(audience(player, module));
    let objectives = module.objectives.iter().map(|objective| text("span", "", &player.of(&objective.text)));
    shown.extend(section(&player.t("What you will be able to do"), some(objectives.collect())));
    shown.extend(section(&player.t("Units"), units(player, &ways)));
    shown.extend(section(&player.t("Certificate"), certificate(player, module, track, progress)));
    shown
}

/// Whom the module is for.
fn audience(player: Player, module: &Module) -> Vec<Element> {
    let audience = player.of(&module.card.audience);
    let audience = if audience.is_empty() { Vec::new() } else { vec![p(&audience)] };
    section(&player.t("For whom"), audience)
}

/// A list, or nothing where there is nothing to list.
fn some(items: Vec<Element>) -> Vec<Element> {
    if items.is_empty() { items } else { vec![list("ul", "", items)] }
}

/// The tracks to choose from; nothing where there is only one.
fn tracks(player: Player, module: &Module, chosen: usize) -> Vec<Element> {
    if module.tracks.len() < 2 {
        return Vec::new();
    }
    let option = |(number, track): (usize, &crate::content::module::Track)| {
        let radio = el("input", "").set("type", "radio").set("name", "track").set("value", track.id.as_str());
        let radio = radio.set("data-act", "track").flag("checked", number == chosen);
        let name = [player.of(&track.title), player.minutes(track.minutes)].join(" · ");
        let words = el("span", "").put(text("b", "", &name)).put(el("br", "")).say(&player.of(&track.summary));
        el("label", "choice").put(radio).put(words)
    };
    let options = module.tracks.iter().enumerate().map(option).collect();
    let legend = text("legend", "", &player.t("How much time do you have?"));
    let note = text("p", "small muted", &player.t("You can change this at any time. What you have done stays."));
    vec![el("fieldset", "choices").put(legend).all(options).put(note)]
}

fn units(player: Player, ways: &[Way]) -> Vec<Element> {
    let line = |way: &Way| {
        let route = Route::Page(way.entry.id.clone(), None);
        let state = match (way.seen, way.counts.pages) {
            (0, all) => player.count("{n} page", "{n} pages", all),
            (seen, all) if seen >= all => player.t("all pages opened"),
            (seen, all) => progress_words(player, seen, all),
        };
        let mut facts = vec![state];
        if way.entry.minutes > 0 {
            facts.push(player.minutes(way.entry.minutes));
        }
        if way.counts.points > 0 {
            facts.push(player.t("with assessment"));
        }
        let facts = text("span", "small muted block", &facts.join(" · "));
        let line = el("span", "").put(link("", &route, &player.of(&way.entry.title))).put(facts);
        line.all(lock(player, way).into_iter().collect())
    };
    if ways.is_empty() { Vec::new() } else { vec![list("ol", "plain-units", ways.iter().map(line).collect())] }
}

/// What is outstanding for the certificate, or the way to it.
fn certificate(player: Player, module: &Module, track: usize, progress: &Progress) -> Vec<Element> {
    let Some(entry) = module.tracks.get(track) else { return Vec::new() };
    match standing(&entry.rule, module, track, progress) {
        Standing::Met => {
            let words = player.t("Everything that the course asks for is done.");
            vec![p(&words), el("p", "").put(link("button", &Route::Certificate, &player.t("To the certificate")))]
        }
        Standing::Open(open) => vec![p(&player.t("Still to be done:")), outstanding(player, &open)],
    }
}

fn resources(player: Player, module: &Module) -> Vec<Element> {
    let data = module.resources.data.iter().map(|data| {
        let link = text("a", "data", &player.of(&data.title)).set("download", &data.name);
        player.source(link, "href", &data.file)
    });
    let mut shown = section(&player.t("Data sets"), some(data.collect()));
    let mut more = Vec::new();
    if !module.resources.glossary.is_empty() {
        more.push(link("", &Route::Glossary, &player.t("Glossary")));
    }
    if !module.resources.bibliography.is_empty() {
        more.push(link("", &Route::Sources, &player.t("Sources")));
    }
    shown.extend(section(&player.t("To look things up"), some(more)));
    shown
}
