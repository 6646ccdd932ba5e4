//! The nodes of a leaf.

use super::address::has_host;
use super::words::words;
use kerege::content;
use kerege::content::language::is_tag;
use kerege::content::prose::Target;
use kerege::content::wire::{Id, Node, Prose};
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// What authors may use inside a leaf. Footnotes are the old kind: a reference is one even where the leaf does not hold
/// what the note says.
const OPTIONS: Options = Options::ENABLE_OLD_FOOTNOTES.union(Options::ENABLE_WIKILINKS);

/// Stands before a leaf while it is parsed, so that `1.`, `-` or `#` at its beginning make no block of it. It is
/// punctuation without a meaning in Markdown, and so does not change what emphasis is.
const GUARD: &str = ";";

/// Marks nested more deeply than this are left out, so that no text can exhaust the stack.
const DEEPEST: usize = 16;

/// The nodes of a leaf, and what has to be said about it.
#[derive(Debug, Default)]
pub struct Inline {
    /// The nodes.
    pub nodes: Vec<Node>,
    /// Ranges of the leaf that are wrong: where, what, and how to mend it.
    pub faults: Vec<(Range<usize>, String, &'static str)>,
    /// What the leaf refers to: ids of pages, terms, references, data sets, with their ranges.
    pub links: Vec<(Range<usize>, Link)>,
}

/// Something inside the module that a leaf refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A page.
    Page(String),
    /// An entry of the glossary.
    Term(String),
    /// An entry of the bibliography.
    Citation(String),
    /// A data set.
    Data(String),
    /// A gap.
    Blank(String),
    /// Words to mark.
    Mark(String),
    /// A footnote, by label.
    Note(String),
}

/// What stands beside a leaf.
pub trait Beside {
    /// The text of a footnote by its label.
    fn note(&mut self, label: &str) -> Option<Prose>;
    /// The unit of a page.
    fn unit(&self, page: &str) -> Option<Id>;
}

/// Parses a leaf.
pub fn inline(leaf: &str, beside: &mut dyn Beside) -> Inline {
    let text = format!("{GUARD}{leaf}");
    let mut reader =
        Reader { out: Inline::default(), open: vec![Open { nodes: Vec::new(), what: What::Leaf }], beside };
    for (event, range) in Parser::new_ext(&text, OPTIONS).into_offset_iter() {
        let range = range.start.saturating_sub(GUARD.len())..range.end.saturating_sub(GUARD.len());
        reader.take(event, range);
    }
    while reader.open.len() > 1 {
        reader.close();
    }
    let mut nodes = reader.open.pop().map(|open| open.nodes).unwrap_or_default();
    unguard(&mut nodes);
    reader.out.nodes = nodes;
    reader.out
}

fn unguard(nodes: &mut Vec<Node>) {
    if let Some(Node::Text(text)) = nodes.first_mut() {
        if let Some(rest) = text.strip_prefix(GUARD) {
            *text = rest.to_owned();
        }
        if text.is_empty() {
            nodes.remove(0);
        }
    }
}

struct Reader<'n> {
    out: Inline,
    open: Vec<Open>,
    beside: &'n mut dyn Beside,
}

struct Open {
    nodes: Vec<Node>,
    what: What,
}

enum What {
    Leaf,
    Emphasis,
    Strong,
    Blank(String, Range<usize>),
    Link { to: String, title: String, range: Range<usize> },
    Other,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.put(Node::Code { code: code.to_string() }),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.put(Node::Break { br: true }),
            Event::FootnoteReference(label) => {
                self.out.links.push((range.clone(), Link::Note(label.to_string())));
                match self.beside.note(&label) {
                    Some(note) => self.put(Node::Footnote { note }),
                    None => self.fault(
                        range,
                        format!("the footnote `{label}` says nothing"),
                        "add a line `[^…]: what it says` below",
                    ),
                }
            }
            Event::Start(tag) => {
                let what = match tag {
                    Tag::Emphasis => What::Emphasis,
                    Tag::Strong => What::Strong,
                    Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                        What::Blank(dest_url.to_string(), range)
                    }
                    Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                        What::Link { to: format!("mailto:{dest_url}"), title: String::new(), range }
                    }
                    Tag::Link { dest_url, title, .. } => {
                        What::Link { to: dest_url.to_string(), title: title.to_string(), range }
                    }
                    Tag::Paragraph => What::Leaf,
                    _ => What::Other,
                };
                let what = if self.open.len() > DEEPEST { What::Other } else { what };
                self.open.push(Open { nodes: Vec::new(), what });
            }
            Event::End(_) => self.close(),
            // Found while the blocks were read.
            Event::Html(_) | Event::InlineHtml(_) => {
                self.fault(
                    range,
                    "HTML is not passed on to learners".into(),
                    "use Markdown; write `\\<` where the sign itself is meant",
                );
            }
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// Closes what was opened last.
    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(Open { nodes, what }) = self.open.pop() else { return };
        match what {
            What::Leaf | What::Other => nodes.into_iter().for_each(|node| self.put(node)),
            What::Emphasis => self.put(Node::Emphasis { em: Prose::new(nodes) }),
            What::Strong => self.put(Node::Strong { strong: Prose::new(nodes) }),
            What::Blank(id, range) => {
                if let Some(blank) = self.id(&id, &range) {
                    self.out.links.push((range, Link::Blank(id)));
                    self.put(Node::Blank { blank });
                }
            }
            What::Link { to, title, range } => self.link(&to, title, nodes, range),
        }
    }

    fn link(&mut self, to: &str, title: String, nodes: Vec<Node>, range: Range<usize>) {
        let text = Prose::new(nodes);
        let node = if let Some(id) = to.strip_prefix('#') {
            self.refer(id, range, Link::Page).map(|page| {
                let unit = self.beside.unit(&page.0);
                Node::PageLink { a: text, page, unit }
            })
        } else if let Some(id) = to.strip_prefix("term:") {
            self.refer(id, range, Link::Term).map(|term| Node::Term { term, text })
        } else if let Some(id) = to.strip_prefix("cite:") {
            self.refer(id, range, Link::Citation).map(|cite| Node::Citation { cite, text })
        } else if let Some(id) = to.strip_prefix("mark:") {
            self.refer(id, range, Link::Mark).map(|mark| Node::Mark { mark, text })
        } else if let Some(id) = to.strip_prefix("data:") {
            self.refer(id, range, Link::Data).map(|data| Node::DataLink { a: text, data })
        } else if to == "abbr:" {
            if title.is_empty() {
                self.fault(
                    range.clone(),
                    "the abbreviation has no long form".into(),
                    "write [CBPR](abbr: \"its long form\")",
                );
            }
            Some(Node::Abbreviation { abbr: words(&text), title })
        } else if let Some(tag) = to.strip_prefix("lang:") {
            if !is_tag(tag) {
                self.fault(range, format!("`{tag}` is not a language"), "write a tag such as ru, kk or uz-Latn");
                return;
            }
            Some(Node::Span { span: text, lang: tag.to_owned() })
        } else if Target::address(to).is_some_and(|_| has_host(to)) {
            Some(Node::Address { a: text, href: to.to_owned() })
        } else {
            let help = "a link leads to https:, mailto:, tel:, #page, data:, term: or cite:";
            self.fault(range, format!("`{to}` leads nowhere"), help);
            None
        };
        if let Some(node) = node {
            self.put(node);
        }
    }

    fn refer(&mut self, id: &str, range: Range<usize>, link: fn(String) -> Link) -> Option<Id> {
        let found = self.id(id, &range)?;
        self.out.links.push((range, link(id.to_owned())));
        Some(found)
    }

    fn id(&mut self, id: &str, range: &Range<usize>) -> Option<Id> {
        let found = content::Id::new(id);
        if found.is_none() {
            let help = "small Latin letters, digits and hyphens; write `\\[` where a bracket itself is meant";
            self.fault(range.clone(), format!("`{id}` is not an id"), help);
        }
        found.as_ref().map(Id::from)
    }

    fn fault(&mut self, range: Range<usize>, problem: String, help: &'static str) {
        self.out.faults.push((range, problem, help));
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        match open.nodes.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => open.nodes.push(Node::Text(text.to_owned())),
        }
    }

    fn put(&mut self, node: Node) {
        if let Node::Text(text) = &node {
            return self.text(text);
        }
        if let Some(open) = self.open.last_mut() {
            open.nodes.push(node);
        }
    }
}
