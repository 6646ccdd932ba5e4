//! The marks of a leaf that a translation must keep: gaps, links, footnotes.

use super::inline::{Beside, Inline, Link, inline};
use kerege::content::wire::{Id, Node, Prose};

/// Every mark of a leaf, sorted, each as it is written.
pub fn marks(leaf: &str) -> Vec<String> {
    let parsed = inline(leaf, &mut Nothing);
    let mut marks = links(&parsed);
    parsed.nodes.iter().for_each(|node| addresses(node, &mut marks));
    marks.sort();
    marks
}

/// Marks are looked for without what they refer to.
struct Nothing;

impl Beside for Nothing {
    fn note(&mut self, _: &str) -> Option<Prose> {
        Some(Prose::default())
    }

    fn unit(&self, _: &str) -> Option<Id> {
        None
    }
}

fn links(parsed: &Inline) -> Vec<String> {
    let written = |link: &Link| match link {
        Link::Page(id) => format!("#{id}"),
        Link::Term(id) => format!("term:{id}"),
        Link::Citation(id) => format!("cite:{id}"),
        Link::Data(id) => format!("data:{id}"),
        Link::Mark(id) => format!("mark:{id}"),
        Link::Blank(id) => format!("[[{id}]]"),
        Link::Note(label) => format!("[^{label}]"),
    };
    parsed.links.iter().map(|(_, link)| written(link)).collect()
}

fn addresses(node: &Node, marks: &mut Vec<String>) {
    let inner = match node {
        Node::Address { a, href } => {
            marks.push(href.clone());
            a
        }
        Node::Emphasis { em: inner } | Node::Strong { strong: inner } | Node::Span { span: inner, .. } => inner,
        _ => return,
    };
    if let Prose::Nodes(nodes) = inner {
        nodes.iter().for_each(|node| addresses(node, marks));
    }
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_found_in_any_order() {
        let found = marks("Out of [[n]] [people](term:people) *see [here](https://example.org/a)*[^1], [page](#p).");
        assert_eq!(found, ["#p", "[[n]]", "[^1]", "https://example.org/a", "term:people"]);
        assert_eq!(marks(r"no \[[n]] here, `[[n]]`"), Vec::<String>::new());
    }
}
