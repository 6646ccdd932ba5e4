//! Prose as HTML for paper: nothing in it loads, plays or is looked up.

use super::words::Words;
use crate::build::OutputFiles;
use crate::site::escape;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kerege::chart::Chart;
use kerege::content::prose::{Figure, Math, Media, Table, Target};
use kerege::content::{Node, NodeKind};
use std::fmt::Write as _;

/// Writes prose.
#[derive(Debug)]
pub(super) struct Printer<'a> {
    /// The guide's own words.
    pub(super) words: &'a Words,
    /// The module's files, for its figures.
    pub(super) files: &'a OutputFiles,
}

impl Printer<'_> {
    /// Prose as HTML.
    pub(super) fn html(&self, prose: &[Node]) -> String {
        let mut out = String::new();
        self.write(prose, &mut out);
        out
    }

    fn write(&self, prose: &[Node], out: &mut String) {
        for node in prose {
            match &node.lang {
                Some(lang) => {
                    let _ = write!(out, "<span lang=\"{}\">", escape(lang));
                    self.node(&node.kind, out);
                    out.push_str("</span>");
                }
                None => self.node(&node.kind, out),
            }
        }
    }

    /// A chart on paper: what can be seen in it, and its numbers.
    fn chart(&self, chart: &Chart, out: &mut String) {
        let _ = write!(out, "<p><strong>{}</strong> {}</p><table><tr>", escape(&chart.title), escape(&chart.text));
        for column in &chart.columns {
            let _ = write!(out, "<th>{}</th>", escape(&column.name));
        }
        out.push_str("</tr>");
        for row in 0..chart.rows() {
            out.push_str("<tr>");
            for column in &chart.columns {
                let _ = write!(out, "<td>{}</td>", escape(&column.cell(row)));
            }
            out.push_str("</tr>");
        }
        out.push_str("</table>");
    }

    fn node(&self, kind: &NodeKind, out: &mut String) {
        match kind {
            NodeKind::Text(text) => out.push_str(&escape(text)),
            NodeKind::Paragraph(inner) => self.wrap("p", inner, out),
            // The page has one heading above, each unit one of the second level.
            NodeKind::Heading(level, inner) => self.wrap(if *level < 3 { "h4" } else { "h5" }, inner, out),
            NodeKind::List(start, items) => self.list(*start, items, out),
            NodeKind::Table(table) => self.table(table, out),
            NodeKind::Quote(inner) => self.wrap("blockquote", inner, out),
            NodeKind::Callout(tone, inner) => {
                let _ = write!(out, "<aside><p><strong>{}</strong></p>", escape(self.words.tone(*tone)));
                self.write(inner, out);
                out.push_str("</aside>");
            }
            NodeKind::CodeBlock(code) => {
                let _ = write!(out, "<pre>{}</pre>", escape(code));
            }
            NodeKind::Figure(figure) => self.figure(figure, out),
            NodeKind::Audio(media) | NodeKind::Video(media) => self.media(media, out),
            NodeKind::Definitions(entries) => {
                out.push_str("<dl>");
                for (term, text) in entries {
                    self.wrap("dt", term, out);
                    self.wrap("dd", text, out);
                }
                out.push_str("</dl>");
            }
            NodeKind::Formula(formula) => {
                out.push_str("<math>");
                formula.math.iter().for_each(|node| math(node, out));
                out.push_str("</math>");
            }
            NodeKind::Chart(chart) => {
                self.chart(chart, out);
            }
            NodeKind::Emphasis(inner) => self.wrap("em", inner, out),
            NodeKind::Strong(inner) => self.wrap("strong", inner, out),
            NodeKind::Code(code) => {
                let _ = write!(out, "<code>{}</code>", escape(code));
            }
            NodeKind::Link(target, inner) => self.link(target, inner, out),
            NodeKind::Abbreviation(short, long) => {
                let _ = write!(out, "{} ({})", escape(short), escape(long));
            }
            NodeKind::Footnote(inner) => {
                out.push_str(" (");
                self.write(inner, out);
                out.push(')');
            }
            NodeKind::Blank(_) => out.push_str("______"),
            NodeKind::Break => out.push_str("<br>"),
            NodeKind::Term(_, inner)
            | NodeKind::Citation(_, inner)
            | NodeKind::Mark(_, inner)
            | NodeKind::Span(inner) => self.write(inner, out),
        }
    }

    fn wrap(&self, tag: &str, inner: &[Node], out: &mut String) {
        let _ = write!(out, "<{tag}>");
        self.write(inner, out);
        let _ = write!(out, "</{tag}>");
    }

    fn list(&self, start: Option<u32>, items: &[Vec<Node>], out: &mut String) {
        let end = match start {
            Some(start) => {
                let _ = write!(out, "<ol start=\"{start}\">");
                "</ol>"
            }
            None => {
                out.push_str("<ul>");
                "</ul>"
            }
        };
        items.iter().for_each(|item| self.wrap("li", item, out));
        out.push_str(end);
    }

    fn table(&self, table: &Table, out: &mut String) {
        out.push_str("<table>");
        for (tag, rows) in [("th", std::slice::from_ref(&table.head)), ("td", table.rows.as_slice())] {
            for row in rows.iter().filter(|row| !row.is_empty()) {
                out.push_str("<tr>");
                for (at, cell) in row.iter().enumerate() {
                    let class = if table.numeric.get(at) == Some(&true) { " class=\"n\"" } else { "" };
                    let _ = write!(out, "<{tag}{class}>");
                    self.write(cell, out);
                    let _ = write!(out, "</{tag}>");
                }
                out.push_str("</tr>");
            }
        }
        out.push_str("</table>");
    }

    /// An address is printed as well: on paper nobody can follow a link.
    fn link(&self, target: &Target, inner: &[Node], out: &mut String) {
        match target {
            Target::Address(address) => {
                let _ = write!(out, "<a href=\"{}\">", escape(address));
                self.write(inner, out);
                out.push_str("</a>");
                if kerege::content::prose::words(inner) != *address {
                    let _ = write!(out, " ({})", escape(address));
                }
            }
            Target::Page(..) | Target::Data(_) => self.write(inner, out),
        }
    }

    /// A figure with its picture inside the file; where the picture cannot be read, its words.
    fn figure(&self, figure: &Figure, out: &mut String) {
        let alt = escape(&figure.alt);
        out.push_str("<figure>");
        match self.picture(&figure.file.path) {
            Some(data) => {
                let _ = write!(out, "<img src=\"{data}\" alt=\"{alt}\">");
            }
            None => {
                let _ = write!(out, "<p>{alt}</p>");
            }
        }
        if !figure.caption.is_empty() {
            self.wrap("figcaption", &figure.caption, out);
        }
        out.push_str("</figure>");
    }

    fn picture(&self, path: &str) -> Option<String> {
        let kind = match path.rsplit('.').next()? {
            "svg" => "svg+xml",
            "png" => "png",
            "jpg" | "jpeg" => "jpeg",
            "webp" => "webp",
            "avif" => "avif",
            "gif" => "gif",
            _ => return None,
        };
        let bytes = self.files.load(path)?;
        Some(format!("data:image/{kind};base64,{}", STANDARD.encode(bytes)))
    }

    /// Sound and video are their title and what is said in them.
    fn media(&self, media: &Media, out: &mut String) {
        let _ = write!(out, "<aside><p><strong>{}</strong></p>", escape(&media.title));
        self.write(&media.transcript, out);
        out.push_str("</aside>");
    }
}

fn math(node: &Math, out: &mut String) {
    let _ = write!(out, "<{}>{}", node.tag, escape(&node.text));
    node.children.iter().for_each(|child| math(child, out));
    let _ = write!(out, "</{}>", node.tag);
}
