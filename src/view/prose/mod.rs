//! Prose: an author's tree of nodes as elements. Text becomes text; there is no HTML in it.

mod bins;
pub(in crate::view) mod chart;
pub(super) mod element;
pub(in crate::view) mod formula;
mod link;
mod media;
mod table;
mod term;

use super::parts::coming;
use super::ui::follow;
use super::{Player, player};
use crate::chart::Chart;
use crate::content::prose::{Formula, Tone};
use crate::content::{Id, Node, NodeKind};
use element::{Build, el, refill};
use std::cell::Cell;
use std::sync::Arc;
use term::{last_word, pop};
use web_sys::Element;

/// Prose as blocks.
pub(super) fn prose(nodes: &[Node]) -> Element {
    Writer::new(player()).all(el("div", "prose"), nodes)
}

/// Prose in a line: paragraphs give up their element.
pub(super) fn inline(tag: &str, class: &str, nodes: &[Node]) -> Element {
    Writer::new(player()).line(el(tag, class), nodes)
}

/// Makes the control of a gap, or of words that can be marked; `None` for one that is not known.
type Gap<'a> = dyn Fn(&Id, &[Node]) -> Option<Element> + 'a;

/// Writes prose into elements.
pub(super) struct Writer<'a> {
    player: Player,
    /// Makes the control of a gap.
    gap: Option<&'a Gap<'a>>,
    /// Footnotes so far.
    notes: Cell<u32>,
}

impl<'a> Writer<'a> {
    /// A writer of prose without gaps.
    pub(super) fn new(player: Player) -> Self {
        Writer { player, gap: None, notes: Cell::new(0) }
    }

    /// A writer of prose whose gaps `gap` makes.
    pub(super) fn with_gaps(player: Player, gap: &'a Gap<'a>) -> Self {
        Writer { player, gap: Some(gap), notes: Cell::new(0) }
    }

    /// Appends nodes to an element.
    pub(super) fn all(&self, into: Element, nodes: &[Node]) -> Element {
        nodes.iter().fold(into, |into, node| self.node(into, node))
    }

    /// Appends nodes to an element that is a line: paragraphs give up their element.
    pub(super) fn line(&self, into: Element, nodes: &[Node]) -> Element {
        nodes.iter().enumerate().fold(into, |into, (at, node)| match &node.kind {
            NodeKind::Paragraph(inner) if at == 0 && node.lang.is_none() => self.all(into, inner),
            NodeKind::Paragraph(_) => into.put(self.kind(el("span", "paragraph"), node)),
            _ => self.node(into, node),
        })
    }

    /// A child that holds nodes: a list item, a cell.
    fn child(&self, tag: &str, nodes: &[Node]) -> Element {
        match nodes {
            [Node { lang: None, kind: NodeKind::Paragraph(inner) }] => self.all(el(tag, ""), inner),
            nodes => self.all(el(tag, ""), nodes),
        }
    }

    fn node(&self, into: Element, node: &Node) -> Element {
        let tag = match &node.kind {
            NodeKind::Text(text) if node.lang.is_none() => return into.say(text),
            NodeKind::Text(_) | NodeKind::Span(_) => "span",
            NodeKind::Abbreviation(..) | NodeKind::Footnote(_) | NodeKind::Term(..) => "span",
            NodeKind::Blank(id) => {
                let made = self.gap.and_then(|gap| gap(id, &[]));
                return into.put(made.unwrap_or_else(|| el("span", "gap").say("…")));
            }
            NodeKind::Mark(id, inner) => {
                let made = self.gap.and_then(|gap| gap(id, inner));
                return into.put(made.unwrap_or_else(|| self.all(el("span", ""), inner)));
            }
            NodeKind::Paragraph(_) => "p",
            NodeKind::Heading(3, _) => "h3",
            NodeKind::Heading(..) => "h2",
            NodeKind::List(None, _) => "ul",
            NodeKind::List(Some(_), _) => "ol",
            NodeKind::Table(_) | NodeKind::Callout(..) | NodeKind::Formula(_) => "div",
            NodeKind::Quote(_) => "blockquote",
            NodeKind::CodeBlock(_) => "pre",
            NodeKind::Figure(_) | NodeKind::Audio(_) | NodeKind::Video(_) | NodeKind::Chart(_) => "figure",
            NodeKind::Definitions(_) => "dl",
            NodeKind::Emphasis(_) => "em",
            NodeKind::Strong(_) => "strong",
            NodeKind::Code(_) => "code",
            NodeKind::Link(..) | NodeKind::Citation(..) => "a",
            NodeKind::Break => "br",
        };
        let made = match &node.kind {
            NodeKind::Footnote(_) => last_word(&into),
            _ => el(tag, ""),
        };
        into.put(self.kind(made, node))
    }

    /// Fills the element of a node.
    fn kind(&self, made: Element, node: &Node) -> Element {
        let made = match &node.lang {
            Some(lang) => made.set("lang", lang),
            None => made,
        };
        match &node.kind {
            NodeKind::Text(text) | NodeKind::Code(text) => made.say(text),
            NodeKind::CodeBlock(text) => made.set("tabindex", "0").put(el("code", "").say(text)),
            NodeKind::Paragraph(inner)
            | NodeKind::Heading(_, inner)
            | NodeKind::Quote(inner)
            | NodeKind::Emphasis(inner)
            | NodeKind::Strong(inner)
            | NodeKind::Span(inner) => self.all(made, inner),
            NodeKind::List(start, items) => {
                let made = match start {
                    Some(start) if *start != 1 => made.set("start", &start.to_string()),
                    _ => made,
                };
                made.each(items.iter().map(|item| self.child("li", item)))
            }
            NodeKind::Table(table) => self.table(made, table),
            NodeKind::Callout(tone, inner) => self.callout(made, *tone, inner),
            NodeKind::Figure(figure) => self.figure(made, figure),
            NodeKind::Audio(media) => self.media(made, "audio", media),
            NodeKind::Video(media) => self.media(made, "video", media),
            NodeKind::Definitions(entries) => entries
                .iter()
                .fold(made, |made, (term, text)| made.put(self.child("dt", term)).put(self.child("dd", text))),
            NodeKind::Formula(formula) => coming_formula(self.player, made, formula),
            NodeKind::Chart(drawn) => coming_chart(self.player, made, drawn),
            NodeKind::Link(target, inner) => self.link(made, target, inner),
            NodeKind::Term(id, inner) => self.term(made, id, inner),
            NodeKind::Citation(_, inner) => self.all(made.set("class", "cite").set("href", "#/sources"), inner),
            NodeKind::Abbreviation(short, long) => {
                let short = el("abbr", "").set("title", long).say(short);
                pop(made, short, el("span", "").say(long))
            }
            NodeKind::Footnote(inner) => {
                self.notes.set(self.notes.get() + 1);
                let number = self.notes.get().to_string();
                let name = self.player.fill("Note {n}", &[("n", &number)]);
                pop(made, el("sup", "").set("aria-label", &name).say(&number), self.line(el("span", ""), inner))
            }
            NodeKind::Blank(_) | NodeKind::Mark(..) | NodeKind::Break => made,
        }
    }

    fn callout(&self, made: Element, tone: Tone, inner: &[Node]) -> Element {
        let (class, word) = match tone {
            Tone::Note => ("callout note", self.player.t("Note")),
            Tone::Tip => ("callout tip", self.player.t("Tip")),
            Tone::Important => ("callout important", self.player.t("Important")),
            Tone::Warning => ("callout warning", self.player.t("Take care")),
        };
        let made = made.set("class", class).set("role", "note").put(el("p", "tone").say(&word));
        self.all(made, inner)
    }
}

/// A formula. It is written by the part that draws the controls of exercises; until then its words stand there.
fn coming_formula(player: Player, made: Element, formula: &Formula) -> Element {
    let (place, formula) = (made.clone(), formula.clone());
    follow(Box::new(move || match player.state().controls() {
        Some(controls) => (controls.formula)(&place, &formula),
        None => refill(&place, vec![el("span", "words").say(&formula.alt)]),
    }));
    made
}

/// A chart. It is drawn by the part that draws the controls of exercises.
fn coming_chart(player: Player, made: Element, chart: &Arc<Chart>) -> Element {
    let (place, chart) = (made.clone(), chart.clone());
    follow(Box::new(move || match player.state().controls() {
        Some(controls) => (controls.chart)(player, &place, &chart),
        None => refill(&place, coming(player)),
    }));
    made
}
