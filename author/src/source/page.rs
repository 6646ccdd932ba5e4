//! Reads the pages of a unit: text, exercises, pools.

use super::value::unique;
use crate::exercise::{self, Exercise};
use crate::finding::Findings;
use crate::markdown::{self, Block, Document, Fence, Leaf};
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields};
use kerege::content::Id;
use kerege::content::language::is_tag;

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its id.
    pub id: Id,
    /// Whether the id is the author's.
    pub has_id: bool,
    /// Where its heading stands.
    pub place: Place,
    /// Title.
    pub title: Leaf,
    /// Tracks it belongs to; none for all.
    pub tracks: Vec<(Id, Place)>,
    /// Blocks in order.
    pub blocks: Vec<PageBlock>,
}

/// A part of a page.
#[derive(Clone, Debug)]
pub enum PageBlock {
    /// Text for everybody.
    Text(Vec<Block>),
    /// Text for one language or some tracks.
    Only(Option<(String, Place)>, Vec<(Id, Place)>, Document),
    /// An exercise, and its tracks.
    Exercise(Id, Vec<(Id, Place)>),
    /// A pool.
    Pool(Id),
    /// A section of a plan that stands whole elsewhere.
    Part(PlanPart),
    /// What follows is the next stage of the page's case.
    Stage,
}

/// A section of a plan on a page of its own.
#[derive(Clone, Debug)]
pub struct PlanPart {
    /// The plan.
    pub plan: (Id, Place),
    /// Its section.
    pub section: (Id, Place),
    /// Tracks it belongs to; none for all.
    pub tracks: Vec<(Id, Place)>,
}

/// A pool.
#[derive(Clone, Debug)]
pub struct Pool {
    /// Its id.
    pub id: Id,
    /// Where the id stands.
    pub place: Place,
    /// How many are drawn.
    pub draw: u32,
    /// Points of each.
    pub points: u32,
}

/// What a unit's text holds.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) pages: Vec<Page>,
    pub(super) exercises: Vec<Exercise>,
    pub(super) pools: Vec<Pool>,
}

/// Reads pages from the blocks of a text that begins at `start`.
pub(super) fn read(blocks: Vec<Block>, start: Place, fallback: Id, findings: &mut Findings) -> Parts {
    let mut reader = Reader { unit: Parts::default(), start, fallback, findings };
    for block in blocks {
        reader.block(block);
    }
    reader.unit
}

struct Reader<'a> {
    unit: Parts,
    start: Place,
    fallback: Id,
    findings: &'a mut Findings,
}

impl Reader<'_> {
    fn block(&mut self, block: Block) {
        match block {
            Block::Heading { level: 1, text, id, attributes, place } => {
                let page = self.page(text, id, attributes, place);
                self.unit.pages.push(page);
            }
            Block::Fence(fence) => {
                if let Some(block) = self.fence(&fence) {
                    self.put(block, fence.place);
                }
            }
            block => {
                let place = place_of(&block);
                let open = self.unit.pages.last_mut().map(|page| &mut page.blocks);
                match open {
                    Some(blocks) => match blocks.last_mut() {
                        Some(PageBlock::Text(text)) => text.push(block),
                        _ => blocks.push(PageBlock::Text(vec![block])),
                    },
                    None => {
                        let help = "begin a page first: `# Title {#page-id}`";
                        self.findings.wrong(place.unwrap_or(self.start), "text stands before the first page", help);
                    }
                }
            }
        }
    }

    fn put(&mut self, block: PageBlock, place: Place) {
        match self.unit.pages.last_mut() {
            Some(page) => page.blocks.push(block),
            None => self.findings.wrong(
                place,
                "this block stands before the first page",
                "begin a page first: `# Title {#page-id}`",
            ),
        }
    }

    fn page(&mut self, title: Leaf, id: Option<String>, attributes: Vec<(String, String)>, place: Place) -> Page {
        if title.source.text.trim().is_empty() {
            self.findings.wrong(place, "the page has no title", "write `# Title {#page-id}`");
        }
        if id.is_none() {
            let help = "write `# Title {#page-id}`; never change the id later, progress is kept under it";
            self.findings.wrong(place, "the page has no id", help);
        }
        let id = id.and_then(|id| yaml::id(&Passage::at(id, place), self.findings));
        let mut tracks = Vec::new();
        for (name, value) in attributes {
            if name == "tracks" {
                let ids = value.split(',').filter_map(|id| yaml::id(&Passage::at(id.to_owned(), place), self.findings));
                tracks.extend(ids.map(|(id, _)| (id, place)));
            } else {
                let help = "a page's heading has an id and perhaps tracks: `{#page-id tracks=full,workshop}`";
                self.findings.wrong(place, format!("`{name}` means nothing in a page's heading"), help);
            }
        }
        let has_id = id.is_some();
        let id = id.map_or_else(|| self.fallback.clone(), |(id, _)| id);
        Page { id, has_id, place, title, tracks, blocks: Vec::new() }
    }

    fn fence(&mut self, fence: &Fence) -> Option<PageBlock> {
        match fence.name.text.as_str() {
            "pool" => self.pool(fence),
            "only" => self.only(fence),
            "plan-part" => self.plan_part(fence),
            "case" | "stage" => {
                self.stage(fence);
                None
            }
            _ => {
                let exercise = exercise::read(fence, self.findings)?;
                let place =
                    exercise.pool.is_none().then(|| PageBlock::Exercise(exercise.id.clone(), exercise.tracks.clone()));
                self.unit.exercises.push(exercise);
                place
            }
        }
    }

    fn pool(&mut self, fence: &Fence) -> Option<PageBlock> {
        let node = yaml::parse(&fence.body, self.findings)?;
        let findings = &mut *self.findings;
        let read = |fields: &mut Fields<'_>, findings: &mut Findings| {
            let id = fields.need_id("id", findings);
            fields.need("draw", findings);
            let draw = fields.count("draw", findings);
            fields.need("points", findings);
            let points = fields.count("points", findings);
            let (id, place) = id?;
            Some(Pool { id, place, draw: draw?, points: points? })
        };
        let pool =
            unique(std::slice::from_ref(&node), "this pool", read, |pool| (&pool.id, pool.place), findings).pop()?;
        if self.unit.pools.iter().any(|other| other.id == pool.id) {
            findings.wrong(
                pool.place,
                format!("the pool `{}` stands twice", pool.id),
                "give each pool an id of its own",
            );
            return None;
        }
        let block = PageBlock::Pool(pool.id.clone());
        self.unit.pools.push(pool);
        Some(block)
    }

    /// Begins a case, or its next stage, with its title as a heading.
    fn stage(&mut self, fence: &Fence) {
        let is_case = fence.name.text == "case";
        let node = match fence.body.text.trim().is_empty() {
            true => None,
            false => yaml::parse(&fence.body, self.findings),
        };
        let mut title = None;
        if let Some(node) = &node
            && let Some(mut fields) =
                Fields::of(node, if is_case { "this `case`" } else { "this `stage`" }, self.findings)
        {
            title = fields.text("title", self.findings).map(markdown::plain_leaf);
            fields.finish(self.findings);
        }
        let place = fence.name.all();
        if is_case && title.is_none() {
            self.findings.wrong(place, "the case has no title", "write `title: …` into its block");
        }
        let blocks = self.unit.pages.last().map(|page| page.blocks.as_slice()).unwrap_or_default();
        let stages = blocks.iter().filter(|block| matches!(block, PageBlock::Stage)).count();
        let since = blocks.iter().rev().take_while(|block| !matches!(block, PageBlock::Stage));
        let asks = since.filter(|block| matches!(block, PageBlock::Exercise(..) | PageBlock::Pool(_))).count();
        match (is_case, stages) {
            (true, 1..) => {
                let help = "give the second case a page of its own: a case goes to the end of its page";
                self.findings.wrong(place, "there is a case on this page already", help);
            }
            (false, 0) => {
                let help = "begin the case first: a block `case` with its `title`";
                self.findings.wrong(place, "this stage belongs to no case", help);
            }
            (false, _) if asks == 0 => {
                let help = "put an exercise before it: a stage opens when the one before is answered";
                self.findings.wrong(place, "nothing is asked before this stage", help);
            }
            _ => {}
        }
        // The title of the case stands before its first stage, which is there from the beginning.
        if !is_case {
            self.put(PageBlock::Stage, fence.place);
        }
        if let Some(text) = title {
            let level = if is_case { 2 } else { 3 };
            self.block(Block::Heading { level, text, id: None, attributes: Vec::new(), place });
        }
        if is_case {
            self.put(PageBlock::Stage, fence.place);
        }
    }

    fn plan_part(&mut self, fence: &Fence) -> Option<PageBlock> {
        let node = yaml::parse(&fence.body, self.findings).or_else(|| markdown::empty(fence, self.findings))?;
        let findings = &mut *self.findings;
        let mut fields = Fields::of(&node, "this `plan-part`", findings)?;
        let plan = fields.need_id("plan", findings);
        let section = fields.need_id("section", findings);
        let tracks = fields.ids("tracks", findings);
        fields.finish(findings);
        Some(PageBlock::Part(PlanPart { plan: plan?, section: section?, tracks }))
    }

    fn only(&mut self, fence: &Fence) -> Option<PageBlock> {
        let node = yaml::parse(&fence.body, self.findings)?;
        let findings = &mut *self.findings;
        let mut fields = Fields::of(&node, "this `only`", findings)?;
        let language = fields.text("language", findings);
        if let Some(text) = language.filter(|text| !is_tag(&text.text)) {
            findings.wrong(text.all(), format!("`{}` is not a language", text.text), "write a tag such as ru or kk");
        }
        let tracks = fields.ids("tracks", findings);
        let place = fields.place;
        let text = fields.need_text("text", findings).map(|text| markdown::parse(text, findings));
        fields.finish(findings);
        if language.is_none() && tracks.is_empty() {
            findings.wrong(place, "this `only` is for everybody", "add `language:` or `tracks:`, or write plain text");
        }
        Some(PageBlock::Only(language.map(|text| (text.text.clone(), text.all())), tracks, text?))
    }
}

/// Where a block begins, as far as it knows.
pub(crate) fn place_of(block: &Block) -> Option<Place> {
    match block {
        Block::Paragraph(leaf) | Block::Tight(leaf) => Some(leaf.source.all()),
        Block::Heading { place, .. } => Some(*place),
        Block::Figure(figure) => Some(figure.path.all()),
        Block::Audio(media) | Block::Video(media) => Some(media.path.all()),
        Block::Formula(formula) => Some(formula.place),
        Block::Chart(chart) => Some(chart.place),
        Block::Fence(fence) => Some(fence.place),
        Block::List(_, items) => items.first().and_then(|item| item.first()).and_then(place_of),
        Block::Table(head, ..) => head.first().map(|cell| cell.source.all()),
        Block::Quote(inner) | Block::Callout(_, inner) => inner.first().and_then(place_of),
        Block::Definitions(entries) => entries.first().map(|entry| entry.term.source.all()),
        Block::Code(_) => None,
    }
}
