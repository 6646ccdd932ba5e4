//! Parses a Markdown text into blocks.

use super::event::{is_inline, is_own, tone};
use super::leaf::leaf;
use super::{Block, Definition, Document, Fence, Figure, Leaf, fence};
use crate::finding::Findings;
use crate::passage::Passage;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag};
use std::iter::Peekable;
use std::ops::Range;

/// What authors may use.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_WIKILINKS);

/// Deeper nesting than this is refused, so that no file can exhaust the stack.
const DEEPEST: usize = 20;

/// Parses a Markdown text.
pub fn parse(source: &Passage, findings: &mut Findings) -> Document {
    let events = Parser::new_ext(&source.text, OPTIONS).into_offset_iter().peekable();
    let mut reader = Reader { source, events, findings, notes: Vec::new(), depth: 0 };
    let blocks = reader.blocks();
    Document { blocks, notes: reader.notes }
}

/// A text without Markdown marks of its own, such as a title, as a leaf: line breaks are joined to one space.
pub fn plain_leaf(text: &Passage) -> Leaf {
    leaf(text, 0..text.text.trim_end().len(), false)
}

struct Reader<'a, 'b, I: Iterator<Item = (Event<'a>, Range<usize>)>> {
    source: &'b Passage,
    events: Peekable<I>,
    findings: &'b mut Findings,
    notes: Vec<(String, Vec<Block>)>,
    depth: usize,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Reader<'a, '_, I> {
    /// Blocks up to the end of what is open, which is taken too.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.depth += 1;
        while let Some((event, range)) = self.events.peek() {
            if is_inline(event) {
                let leaf = self.leaf(false, false);
                blocks.push(Block::Tight(leaf));
                continue;
            }
            let range = range.clone();
            let Some((event, _)) = self.events.next() else { break };
            match event {
                Event::Start(tag) => {
                    let found = self.block(tag, range);
                    blocks.extend(found);
                }
                Event::End(_) => break,
                Event::Rule => self.say(
                    range,
                    "a line across the page has no meaning here",
                    "begin a new page with `# Title {#id}`, or remove the line",
                ),
                Event::Html(_) => self.html(range),
                _ => {}
            }
        }
        self.depth -= 1;
        blocks
    }

    fn block(&mut self, tag: Tag<'a>, range: Range<usize>) -> Option<Block> {
        if self.depth > DEEPEST {
            self.say(range, "this is nested too deeply", "take some lists or quotations apart");
            self.skip();
            return None;
        }
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::Heading { level, id, attrs, classes } => {
                let classes = classes.into_iter().map(|class| (CowStr::from(format!(".{class}")), None));
                Some(self.heading(level, id, attrs.into_iter().chain(classes).collect(), range))
            }
            Tag::BlockQuote(kind) => {
                let inner = self.blocks();
                Some(match kind.map(tone) {
                    Some(tone) => Block::Callout(tone, inner),
                    None => Block::Quote(inner),
                })
            }
            Tag::CodeBlock(kind) => self.code(kind, range),
            Tag::HtmlBlock => {
                self.html(range);
                self.skip();
                None
            }
            Tag::List(start) => Some(Block::List(start.map(|n| n.try_into().unwrap_or(1)), self.items())),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.notes.push((label.to_string(), blocks));
                None
            }
            Tag::DefinitionList => Some(Block::Definitions(self.definitions())),
            Tag::Table(alignments) => Some(self.table(&alignments)),
            _ => {
                self.skip();
                None
            }
        }
    }

    /// A paragraph, or the image that stands alone in it.
    fn paragraph(&mut self) -> Option<Block> {
        if let Some((Event::Start(Tag::Image { .. }), _)) = self.events.peek() {
            return self.figure();
        }
        let leaf = self.leaf(false, true);
        (!leaf.source.text.is_empty()).then_some(Block::Paragraph(leaf))
    }

    fn heading(
        &mut self,
        level: HeadingLevel,
        id: Option<CowStr<'a>>,
        attrs: Vec<(CowStr<'a>, Option<CowStr<'a>>)>,
        range: Range<usize>,
    ) -> Block {
        let text = self.leaf(false, true);
        let attributes =
            attrs.into_iter().map(|(name, value)| (name.to_string(), value.unwrap_or("".into()).to_string()));
        let place =
            self.source.place(range.start..range.start + self.source.text.get(range).map_or(0, |t| t.trim_end().len()));
        Block::Heading {
            level: level as u8,
            text,
            id: id.map(|id| id.to_string()),
            attributes: attributes.collect(),
            place,
        }
    }

    fn figure(&mut self) -> Option<Block> {
        let (Event::Start(Tag::Image { dest_url, title, .. }), range) = self.events.next()? else { return None };
        let alt = self.leaf(false, true);
        let alone = !self.events.peek().is_some_and(|(event, _)| is_inline(event));
        let slice = self.source.text.get(range.clone()).unwrap_or_default();
        let locate = |text: &str| {
            let at = slice.rfind(text).filter(|_| !text.is_empty()).map(|at| range.start + at);
            match at {
                Some(at) => self.source.part(at..at + text.len()),
                None => Passage::at(text.to_owned(), self.source.place(range.clone())),
            }
        };
        let path = locate(&dest_url);
        let caption = (!title.is_empty()).then(|| plain_leaf(&locate(&title)));
        if !alone {
            self.inline_image(range);
            self.skip();
            return None;
        }
        self.skip();
        Some(Block::Figure(Figure { path, alt, caption }))
    }

    fn code(&mut self, kind: CodeBlockKind<'a>, range: Range<usize>) -> Option<Block> {
        let mut text = String::new();
        let mut pieces = Vec::new();
        for (event, range) in self.events.by_ref() {
            match event {
                Event::Text(piece) => {
                    pieces.push((text.len(), self.source.offset(range.start)));
                    text.push_str(&piece);
                }
                _ => break,
            }
        }
        let place = self.source.place(range.clone());
        match kind {
            CodeBlockKind::Fenced(info) if !info.trim().is_empty() => {
                let body = Passage::joined(text, self.source.file(), pieces);
                let name_at = self.source.text.get(range.clone()).and_then(|text| text.find(info.trim())).unwrap_or(0);
                let name = self.source.part(range.start + name_at..range.start + name_at + info.trim().len());
                fence::block(Fence { name, body, place }, self.findings)
            }
            _ => Some(Block::Code(text.trim_end_matches('\n').to_owned())),
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            items.push(self.blocks());
        }
        items
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut entries: Vec<Definition> = Vec::new();
        while let Some((Event::Start(tag), _)) = self.events.next() {
            match tag {
                Tag::DefinitionListTitle => {
                    let term = self.leaf(false, true);
                    entries.push(Definition { term, text: Vec::new() });
                }
                _ => {
                    let blocks = self.blocks();
                    if let Some(entry) = entries.last_mut() {
                        entry.text.extend(blocks);
                    }
                }
            }
        }
        entries
    }

    fn table(&mut self, alignments: &[Alignment]) -> Block {
        let mut rows: Vec<Vec<Leaf>> = Vec::new();
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), _)) = self.events.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(Tag::TableCell), _)) = self.events.next() {
                cells.push(self.leaf(true, true));
            }
            rows.push(cells);
        }
        let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let numeric = alignments.iter().map(|alignment| *alignment == Alignment::Right).collect();
        Block::Table(head, rows, numeric)
    }

    /// The leaf that the next inline events make up. `closed`: the end of what holds them is taken too.
    fn leaf(&mut self, is_cell: bool, closed: bool) -> Leaf {
        let mut depth = 0usize;
        let (mut start, mut end) = (None, 0);
        while let Some((event, range)) = self.events.peek() {
            if depth == 0 && !is_inline(event) {
                break;
            }
            start = start.or(Some(range.start));
            end = end.max(range.end);
            match event {
                Event::Start(Tag::Image { .. }) => {
                    let range = range.clone();
                    self.inline_image(range);
                    depth += 1;
                }
                Event::Start(Tag::Link { link_type, .. }) if !is_own(*link_type) => {
                    let range = range.clone();
                    let help = "write the address where it is used: [text](https://…)";
                    self.say(range, "a link by reference is not passed on to translators", help);
                    depth += 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::InlineHtml(_) => {
                    let range = range.clone();
                    self.html(range);
                }
                _ => {}
            }
            self.events.next();
        }
        if closed {
            self.events.next();
        }
        let start = start.unwrap_or(end);
        leaf(self.source, start..end.max(start), is_cell)
    }

    /// Leaves out everything up to the end of what is open.
    fn skip(&mut self) {
        let mut depth = 1usize;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn html(&mut self, range: Range<usize>) {
        let help = "use Markdown; write `\\<` where the sign itself is meant";
        self.say(range, "HTML is not passed on to learners", help);
    }

    fn inline_image(&mut self, range: Range<usize>) {
        self.say(range, "an image has to stand alone in its paragraph", "put an empty line before and after it");
    }

    fn say(&mut self, range: Range<usize>, problem: &str, help: &str) {
        let text = self.source.text.get(range.clone()).unwrap_or_default();
        let place = self.source.place(range.start..range.start + text.trim_end().len());
        self.findings.wrong(place, problem, help);
    }
}
