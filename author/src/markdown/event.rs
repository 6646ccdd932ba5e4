//! What the events of the Markdown parser mean here.

use kerege::content::wire::prose::Tone;
use pulldown_cmark::{BlockQuoteKind, Event, LinkType, Tag};

/// Whether an event belongs to a leaf.
pub(super) fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak
        | Event::TaskListMarker(_) => true,
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        ),
        Event::End(_) | Event::Html(_) | Event::Rule => false,
    }
}

/// Whether a link carries its own address.
pub(super) fn is_own(kind: LinkType) -> bool {
    matches!(kind, LinkType::Inline | LinkType::Autolink | LinkType::Email | LinkType::WikiLink { .. })
}

/// How a callout is meant.
pub(super) fn tone(kind: BlockQuoteKind) -> Tone {
    match kind {
        BlockQuoteKind::Note => Tone::Note,
        BlockQuoteKind::Tip => Tone::Tip,
        BlockQuoteKind::Important => Tone::Important,
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => Tone::Warning,
    }
}
