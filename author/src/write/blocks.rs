//! Blocks as nodes.

use super::Writer;
use crate::markdown::{Block, Figure, Formula, Leaf, Media};
use crate::passage::Passage;
use kerege::content::wire::prose::{Definition, Math, MathContent, Table};
use kerege::content::wire::{Node, Prose};

impl Writer<'_> {
    /// Blocks as nodes.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for block in blocks {
            self.block(block, &mut nodes);
        }
        nodes
    }

    fn block(&mut self, block: &Block, nodes: &mut Vec<Node>) {
        let node = match block {
            Block::Tight(leaf) => {
                nodes.extend(self.leaf(leaf));
                return;
            }
            Block::Paragraph(leaf) => Node::Paragraph { p: self.line(leaf) },
            Block::Heading { level, text, place, id, attributes } => {
                if id.is_some() || !attributes.is_empty() {
                    let help = "take `{…}` away: only a page's heading, `# Title {#page-id}`, has an id and tracks";
                    self.findings.wrong(*place, "what stands in braces behind this heading means nothing", help);
                }
                if !(2..=3).contains(level) {
                    let help = "inside a page use `##` and `###`; `#` begins a page, and only in a unit's file";
                    self.findings.wrong(*place, format!("a heading of level {level} cannot stand here"), help);
                }
                Node::Heading { h: self.line(text), level: (*level).clamp(2, 3) }
            }
            Block::List(None, items) => Node::Bullets { ul: self.items(items) },
            Block::List(Some(start), items) => {
                Node::Numbered { ol: self.items(items), start: (*start != 1).then_some(*start) }
            }
            Block::Table(head, rows, numeric) => Node::Table { table: self.table(head, rows, numeric) },
            Block::Quote(inner) => Node::Quote { quote: Prose::Nodes(self.blocks(inner)) },
            Block::Callout(tone, inner) => Node::Callout { callout: Prose::Nodes(self.blocks(inner)), tone: *tone },
            Block::Code(text) => Node::CodeBlock { pre: text.clone() },
            Block::Figure(figure) => match self.figure(figure) {
                Some(node) => node,
                None => return,
            },
            Block::Audio(media) => {
                let (title, transcript) = self.spoken(media);
                let Some(audio) = self.media.file(&media.path, self.findings) else { return };
                Node::Audio { audio: audio.file, title, transcript }
            }
            Block::Video(media) => {
                let (title, transcript) = self.spoken(media);
                let captions = media.captions.as_ref().and_then(|path| self.media.file(path, self.findings));
                let Some(video) = self.media.file(&media.path, self.findings) else { return };
                Node::Video { video: video.file, title, transcript, captions: captions.map(|found| found.file) }
            }
            Block::Formula(formula) => self.formula(formula),
            Block::Chart(chart) => Node::Chart { chart: chart.write(self) },
            Block::Definitions(entries) => {
                let entry = |writer: &mut Self, entry: &crate::markdown::Definition| Definition {
                    term: writer.line(&entry.term),
                    text: writer.item(&entry.text),
                };
                Node::Definitions { dl: entries.iter().map(|e| entry(self, e)).collect() }
            }
            Block::Fence(fence) => {
                let name = &fence.name.text;
                let help = "it stands on a page by itself, not inside another text";
                self.findings.wrong(fence.name.all(), format!("`{name}` cannot stand here"), help);
                return;
            }
        };
        nodes.push(node);
    }

    fn line(&mut self, leaf: &Leaf) -> Prose {
        Prose::new(self.leaf(leaf))
    }

    fn items(&mut self, items: &[Vec<Block>]) -> Vec<Prose> {
        items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&mut self, blocks: &[Block]) -> Prose {
        Prose::new(self.blocks(blocks))
    }

    fn table(&mut self, head: &[Leaf], rows: &[Vec<Leaf>], numeric: &[bool]) -> Table {
        let head = head.iter().map(|cell| self.line(cell)).collect();
        let rows = rows.iter().map(|row| row.iter().map(|cell| self.line(cell)).collect()).collect();
        let numeric = if numeric.contains(&true) { numeric.to_vec() } else { Vec::new() };
        Table { head, rows, numeric }
    }

    fn figure(&mut self, figure: &Figure) -> Option<Node> {
        if figure.alt.source.text.trim().is_empty() {
            let help = "write what it shows between the brackets: ![…](…), for people who cannot see it";
            self.findings.wrong(figure.path.all(), "the image has no text alternative", help);
        }
        let alt = Prose::new(self.leaf(&figure.alt));
        let caption = figure.caption.as_ref().map(|caption| self.line(caption)).unwrap_or_default();
        let found = self.media.file(&figure.path, self.findings)?;
        let (width, height) = found.dimensions.unzip();
        Some(Node::Figure { figure: found.file, alt: crate::markdown::words(&alt), width, height, caption })
    }

    fn spoken(&mut self, media: &Media) -> (String, Prose) {
        (self.words(&media.title), self.prose(&media.transcript))
    }

    fn formula(&mut self, formula: &Formula) -> Node {
        let alt = self.words(&formula.alt);
        let math = formula.math.iter().map(|element| self.math(element, formula)).collect();
        Node::Formula { math, alt }
    }

    /// Words inside a formula are translated; letters that stand for something are not.
    fn math(&mut self, element: &Math, formula: &Formula) -> Math {
        let mut inner = |content: &MathContent| match content {
            MathContent::Text(text) if text.chars().filter(|c| c.is_alphabetic()).count() > 1 => {
                MathContent::Text(self.say(&Passage::at(text.clone(), formula.place), None).text.text)
            }
            MathContent::Text(text) => MathContent::Text(text.clone()),
            MathContent::Children(children) => {
                MathContent::Children(children.iter().map(|child| self.math(child, formula)).collect())
            }
        };
        match element {
            Math::Mi(content) => Math::Mi(inner(content)),
            Math::MText(content) => Math::MText(inner(content)),
            Math::Mn(_) | Math::Mo(_) | Math::MSpace(_) => element.clone(),
            Math::MRow(content) => Math::MRow(inner(content)),
            Math::MFrac(content) => Math::MFrac(inner(content)),
            Math::MSqrt(content) => Math::MSqrt(inner(content)),
            Math::MSub(content) => Math::MSub(inner(content)),
            Math::MSup(content) => Math::MSup(inner(content)),
            Math::MSubSup(content) => Math::MSubSup(inner(content)),
            Math::MUnderOver(content) => Math::MUnderOver(inner(content)),
            Math::MOver(content) => Math::MOver(inner(content)),
            Math::MUnder(content) => Math::MUnder(inner(content)),
        }
    }
}
