//! Glossary and bibliography.

use super::Player;
use super::prose::element::{Build, el};
use super::prose::inline;
use super::ui::{list, p, text, title};
use crate::content::resource::{Reference, Term};
use std::cmp::Ordering;
use web_sys::Element;

/// The screen of the glossary.
pub(super) fn glossary(player: Player, terms: &[Term]) -> Vec<Element> {
    let main = column(player, &player.t("Glossary"));
    if terms.is_empty() {
        return vec![main.put(p(&player.t("This course has no glossary.")))];
    }
    let mut terms: Vec<&Term> = terms.iter().collect();
    // A translation has its words in another order than the source.
    let (state, language) = (player.state(), player.language());
    let order = |one: &&Term, other: &&Term| state.outlet(|out| Some(out.compare(&one.term, &other.term, &language)));
    terms.sort_by(|one, other| order(one, other).unwrap_or(Ordering::Equal));
    let entries = terms.into_iter().flat_map(|term| [text("dt", "", &term.term), inline("dd", "", &term.text)]);
    vec![main.put(el("dl", "terms").all(entries.collect()))]
}

/// The screen of the bibliography.
pub(super) fn sources(player: Player, sources: &[Reference]) -> Vec<Element> {
    let main = column(player, &player.t("Sources"));
    if sources.is_empty() {
        return vec![main.put(p(&player.t("This course has no list of sources.")))];
    }
    vec![main.put(list("ul", "sources", sources.iter().map(reference).collect()))]
}

fn column(player: Player, heading: &str) -> Element {
    el("main", "column").set("id", "main").set("lang", &player.language()).put(title(heading))
}

fn reference(source: &Reference) -> Element {
    let line = el("span", "");
    let line = if source.authors.is_empty() { line } else { line.say(&source.authors).say(" ") };
    let line = if source.year.is_empty() { line } else { line.say("(").say(&source.year).say("). ") };
    // A title that is a question ends with its own mark.
    let end = if source.title.ends_with(['.', '?', '!', '…']) { " " } else { ". " };
    let line = line.put(text("cite", "", &source.title)).say(end).say(&source.container);
    match &source.url {
        Some(url) => {
            let short = url.trim_start_matches("https://");
            line.say(" ")
                .put(text("a", "", short).set("href", url).set("rel", "noreferrer noopener").set("target", "_blank"))
        }
        None => line,
    }
}
