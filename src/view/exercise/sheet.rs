//! What the controls of an exercise are made with: rows, fields, verdicts. Shared by all kinds.

use super::{front, words};
use crate::content::{Id, Node};
use crate::exercise::coding::Comparison;
use crate::exercise::table::Judged;
use crate::exercise::{Item, Kind, Part, Response};
use crate::view::Player;
use crate::view::prose::Writer;
use crate::view::prose::element::{Build, el};
use web_sys::Element;

/// The sheet that an exercise's controls are written on.
pub(in crate::view) struct Sheet<'a> {
    pub(super) player: Player,
    /// The exercise: names its controls.
    pub(super) id: &'a Id,
    pub(super) kind: Kind,
    /// Whether the response can no longer be changed.
    pub(super) is_locked: bool,
    /// The only section that is shown of a plan; all where there is none.
    pub(super) section: Option<&'a Id>,
    /// How each part did; empty before it was checked.
    pub(super) parts: &'a [Part<'a>],
    /// What the learner said earlier, where the change since then is shown.
    pub(super) earlier: Option<&'a Response>,
    /// What of the learner's own table is as it should be, where one was asked for.
    pub(super) judged: Option<Judged>,
    /// The order of a choice's options, by their places; empty where it is the author's.
    pub(super) order: &'a [usize],
    /// Both codings, where that is the task and it was checked.
    pub(super) comparison: Option<&'a Comparison<'a>>,
}

impl<'a> Sheet<'a> {
    /// Prose in a line.
    pub(super) fn line(&self, tag: &str, class: &str, text: &[Node]) -> Element {
        Writer::new(self.player).line(el(tag, class), text)
    }

    /// An id for a control, unique on the page.
    pub(super) fn name(&self, parts: &[&str]) -> String {
        let section = self.section.map_or("", Id::as_str);
        [&["x", self.id.as_str(), section], parts].concat().join("/")
    }

    /// How a part did.
    pub(super) fn part(&self, id: &Id) -> Option<&'a Part<'a>> {
        self.parts.iter().find(|part| part.id == Some(id))
    }

    /// A radio button or a box to tick. `name` joins radio buttons; `part` is the part that is answered.
    pub(super) fn tick(&self, kind: &str, part: &str, value: &str, is_chosen: bool) -> Element {
        el("input", "")
            .set("type", kind)
            .set("name", &[self.id.as_str(), part].join("/"))
            .set("data-part", part)
            .set("value", value)
            .flag("checked", is_chosen)
            .flag("disabled", self.is_locked)
    }

    /// A field to type into.
    pub(super) fn field(&self, class: &str, part: &str, text: &str) -> Element {
        el("input", class)
            .set("type", "text")
            .set("data-part", part)
            .set("value", text)
            .set("autocomplete", "off")
            .set("autocapitalize", "off")
            .set("spellcheck", "false")
            .flag("readonly", self.is_locked)
    }

    /// A list to choose from, with nothing chosen at first. What was chosen stands as a text once it cannot be changed any
    /// more: a list would cut it to one line.
    pub(super) fn list<'i>(
        &self,
        part: &Id,
        label: &str,
        mut entries: impl Iterator<Item = (&'i Item, String)>,
        chosen: Option<&str>,
    ) -> Element {
        if self.is_locked {
            let found = entries.find(|(item, _)| chosen == Some(item.id.as_str()));
            let (id, name) = found.map_or(("", "–".to_owned()), |(item, name)| (item.id.as_str(), name));
            return el("data", "given").set("data-part", part.as_str()).set("value", id).say(&name);
        }
        let nothing = el("option", "").set("value", "").say(&self.player.t("Choose…"));
        let option = |(item, name): (&Item, String)| {
            let id = item.id.as_str();
            el("option", "").set("value", id).flag("selected", chosen == Some(id)).say(&name)
        };
        let list = el("select", "").set("data-part", part.as_str()).set("aria-label", label);
        list.put(nothing).each(entries.map(option))
    }

    /// A row: its control and text in `inside`, then how it did and what is said to that.
    pub(super) fn row(&self, tag: &str, inside: Element, part: Option<&Part>) -> Element {
        let Some(part) = part else { return el(tag, "row").put(inside) };
        let row = el(tag, &["row ", words::class(part.verdict)].concat()).put(inside.put(self.mark(part)));
        // What is said to the only part stands in the panel.
        row.each(self.said(part).filter(|_| part.id.is_some()))
    }

    /// How a part did, as a sign and a word.
    pub(super) fn mark(&self, part: &Part) -> Element {
        let (sign, word) = front::verdict(self.player, self.kind, part.verdict);
        sign.draw(el("span", "mark")).say(&word)
    }

    /// What has changed between an earlier answer and this one, in words.
    pub(super) fn change(&self, before: &str, now: &str) -> Option<String> {
        Some(if before == now {
            self.player.fill("As before: {now}", &[("now", now)])
        } else {
            self.player.fill("Before: {before}. Now: {now}.", &[("before", before), ("now", now)])
        })
    }

    /// That there is nothing to compare with, where an earlier answer was to be there.
    pub(super) fn nothing_before(&self, after: Option<&Id>) -> Option<Element> {
        let is_missing = self.is_locked && after.is_some() && self.earlier.is_none();
        let words = || self.player.t("The earlier question of this pair has no answer yet, so no change can be shown.");
        is_missing.then(|| el("p", "since").say(&words()))
    }

    /// What the author says to a part.
    pub(super) fn said(&self, part: &Part) -> Option<Element> {
        part.feedback.map(|text| self.line("div", "said", text))
    }
}
