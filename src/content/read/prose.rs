//! Reads prose: a text, or a list of nodes, each a text or an object whose first name says what it is.

use super::at::{At, Findings, excerpt};
use crate::content::prose::{Figure, Formula, Math, Media, Table, Target, Tone};
use crate::content::{Node, NodeKind, Problem, Prose};

/// Reads prose here.
pub fn prose(at: &At, findings: &mut Findings) -> Prose {
    if let Some(text) = at.value.as_str() {
        return crate::content::prose::plain(text);
    }
    at.items(findings).iter().filter_map(|item| node(item, findings)).collect()
}

/// Reads the prose of a field; empty where it is missing.
pub(super) fn prose_field(at: &At, name: &str, findings: &mut Findings) -> Prose {
    at.field(name).map(|at| prose(&at, findings)).unwrap_or_default()
}

/// The name of a MathML element that may be used.
pub fn math_element(name: &str) -> Option<&'static str> {
    Math::TAGS.into_iter().find(|tag| *tag == name)
}

fn node(at: &At, findings: &mut Findings) -> Option<Node> {
    if let Some(text) = at.value.as_str() {
        return Some(Node { lang: None, kind: NodeKind::Text(text.to_owned()) });
    }
    let kind = kind(at, findings)?;
    Some(Node { lang: at.field("lang").and_then(|at| at.tag(findings)).map(str::to_owned), kind })
}

fn kind(at: &At, findings: &mut Findings) -> Option<NodeKind> {
    if at.value.as_object().is_none() {
        at.say(findings, Problem::Expected("a text or a node"));
        return None;
    }
    const KINDS: [&str; 21] = [
        "p", "h", "ul", "ol", "table", "quote", "callout", "pre", "figure", "audio", "video", "dl", "math", "em",
        "strong", "code", "a", "abbr", "note", "blank", "span",
    ];
    let name = KINDS.into_iter().find(|kind| at.value.get(kind).is_some());
    let Some(name) = name else { return rare(at, findings) };
    let here = at.field(name)?;
    Some(match name {
        "p" => NodeKind::Paragraph(prose(&here, findings)),
        "h" => NodeKind::Heading(at.count_or("level", 2, findings).clamp(2, 3) as u8, prose(&here, findings)),
        "ul" => NodeKind::List(None, list(&here, findings)),
        "ol" => NodeKind::List(Some(at.count_or("start", 1, findings)), list(&here, findings)),
        "table" => NodeKind::Table(Table {
            head: here.each("head", findings, |at, findings| Some(prose(at, findings))),
            rows: here.each("rows", findings, |at, findings| Some(list(at, findings))),
            numeric: here.each("numeric", findings, |at, findings| at.truth(findings)),
        }),
        "quote" => NodeKind::Quote(prose(&here, findings)),
        "callout" => {
            let tone = match at.field("tone").and_then(|at| at.text(findings)).unwrap_or("note") {
                "tip" => Tone::Tip,
                "important" => Tone::Important,
                "warning" => Tone::Warning,
                _ => Tone::Note,
            };
            NodeKind::Callout(tone, prose(&here, findings))
        }
        "pre" => NodeKind::CodeBlock(here.text(findings)?.to_owned()),
        "figure" => {
            let width = at.count_or("width", 0, findings);
            let height = at.count_or("height", 0, findings);
            NodeKind::Figure(Figure {
                file: here.file(findings)?,
                alt: at.need("alt", findings)?.text(findings)?.to_owned(),
                size: (width > 0 && height > 0).then_some((width, height)),
                caption: prose_field(at, "caption", findings),
            })
        }
        "audio" => NodeKind::Audio(media(at, &here, findings)?),
        "video" => NodeKind::Video(media(at, &here, findings)?),
        "dl" => NodeKind::Definitions(
            here.items(findings)
                .iter()
                .map(|pair| (prose_field(pair, "term", findings), prose_field(pair, "text", findings)))
                .collect(),
        ),
        "math" => {
            let rare = findings.rare();
            NodeKind::Formula((rare?.formula)(at, &here, findings)?)
        }
        "em" => NodeKind::Emphasis(prose(&here, findings)),
        "strong" => NodeKind::Strong(prose(&here, findings)),
        "code" => NodeKind::Code(here.text(findings)?.to_owned()),
        "a" => NodeKind::Link(target(at, findings)?, prose(&here, findings)),
        "abbr" => NodeKind::Abbreviation(here.text(findings)?.to_owned(), at.text_or_empty("title", findings)),
        "note" => NodeKind::Footnote(prose(&here, findings)),
        "blank" => NodeKind::Blank(here.id(findings)?),
        _ => NodeKind::Span(prose(&here, findings)),
    })
}

fn rare(at: &At, findings: &mut Findings) -> Option<NodeKind> {
    if let Some(term) = at.field("term") {
        return Some(NodeKind::Term(term.id(findings)?, prose_field(at, "text", findings)));
    }
    if let Some(work) = at.field("cite") {
        return Some(NodeKind::Citation(work.id(findings)?, prose_field(at, "text", findings)));
    }
    if let Some(mark) = at.field("mark") {
        return Some(NodeKind::Mark(mark.id(findings)?, prose_field(at, "text", findings)));
    }
    if let Some(chart) = at.field("chart") {
        let rare = findings.rare();
        return Some(NodeKind::Chart((rare?.chart)(&chart, findings)?));
    }
    if at.field("br").is_some() {
        return Some(NodeKind::Break);
    }
    let names: Vec<&str> = at.entries(findings).into_iter().map(|(name, _)| name).take(3).collect();
    at.say(findings, Problem::Unknown(excerpt(&names.join(", "))));
    None
}

fn list(at: &At, findings: &mut Findings) -> Vec<Prose> {
    at.items(findings).iter().map(|item| prose(item, findings)).collect()
}

fn media(at: &At, file: &At, findings: &mut Findings) -> Option<Media> {
    Some(Media {
        file: file.file(findings)?,
        title: at.text_or_empty("title", findings),
        transcript: prose_field(at, "transcript", findings),
        captions: at.field("captions").and_then(|at| at.file(findings)),
    })
}

fn target(at: &At, findings: &mut Findings) -> Option<Target> {
    if let Some(page) = at.field("page") {
        let unit = match at.field("unit") {
            Some(unit) => Some(unit.id(findings)?),
            None => None,
        };
        return Some(Target::Page(unit, page.id(findings)?));
    }
    if let Some(data) = at.field("data") {
        return Some(Target::Data(data.id(findings)?));
    }
    let href = at.need("href", findings)?;
    let text = href.text(findings)?;
    let target = Target::address(text);
    if target.is_none() {
        href.say(findings, Problem::Forbidden(excerpt(text)));
    }
    target
}

/// Reads a formula: its words here, its elements `there`.
pub(crate) fn formula(at: &At, there: &At, findings: &mut Findings) -> Option<Formula> {
    Some(Formula {
        alt: at.need("alt", findings)?.text(findings)?.to_owned(),
        math: there.items(findings).iter().filter_map(|item| math(item, findings)).collect(),
    })
}

fn math(at: &At, findings: &mut Findings) -> Option<Math> {
    let (name, here) = at.entries(findings).into_iter().next()?;
    let Some(tag) = math_element(name) else {
        at.say(findings, Problem::Unknown(excerpt(name)));
        return None;
    };
    Some(match here.value.as_str() {
        Some(text) => Math { tag, text: text.to_owned(), children: Vec::new() },
        None => Math {
            tag,
            text: String::new(),
            children: here.items(findings).iter().filter_map(|item| math(item, findings)).collect(),
        },
    })
}
