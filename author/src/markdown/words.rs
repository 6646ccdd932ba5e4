//! The words of prose without its marks.

use kerege::content::wire::{Node, Prose};

/// The words of prose without its marks.
pub(crate) fn words(prose: &Prose) -> String {
    match prose {
        Prose::Text(text) => text.clone(),
        Prose::Nodes(nodes) => nodes.iter().map(node_words).collect(),
    }
}

fn node_words(node: &Node) -> String {
    match node {
        Node::Text(text) | Node::Code { code: text } | Node::Abbreviation { abbr: text, .. } => text.clone(),
        Node::Emphasis { em: inner }
        | Node::Strong { strong: inner }
        | Node::Address { a: inner, .. }
        | Node::PageLink { a: inner, .. }
        | Node::DataLink { a: inner, .. }
        | Node::Term { text: inner, .. }
        | Node::Citation { text: inner, .. }
        | Node::Mark { text: inner, .. }
        | Node::Span { span: inner, .. } => words(inner),
        Node::Break { .. } => " ".to_owned(),
        _ => String::new(),
    }
}
