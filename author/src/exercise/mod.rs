//! Exercises as an author writes them: one file a kind, each reads its block and writes its task.

mod bank;
mod blanks;
mod cards;
mod categorise;
mod chart;
mod checklist;
mod choice;
mod coding;
mod conversation;
mod hotspot;
mod label;
mod likert;
mod marking;
mod matching;
mod matrix;
mod numeric;
mod ordering;
mod part;
mod picture;
mod plan;
mod reflection;
mod scale;
mod shuffle;
mod stakeholders;
pub(crate) mod table;

pub use blanks::{Blank, BlankSource, Blanks};
pub use cards::Cards;
pub use categorise::Categorise;
pub use chart::Chart;
pub use checklist::Checklist;
pub use choice::Choice;
pub use coding::Coding;
pub use conversation::Conversation;
pub use hotspot::Hotspot;
pub use label::Label;
pub use likert::Likert;
pub use marking::Marking;
pub use matching::Matching;
pub use matrix::Matrix;
pub use numeric::Numeric;
pub use ordering::Ordering;
pub use part::{Part, markdown};
pub use plan::Plan;
pub use reflection::Reflection;
pub use scale::Scale;
pub use shuffle::Seed;
pub use stakeholders::Stakeholders;
pub use table::Table;

use crate::finding::Findings;
use crate::markdown::{Document, Fence};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{self, Fields};
use kerege::content::Id;
use kerege::content::wire::unit as wire;
use kerege::exercise::Kind;
use kerege::exercise::wire::Task as WireTask;

/// The names of the kinds.
pub const NAMES: [&str; Kind::ALL.len()] = {
    let mut names = [""; Kind::ALL.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = Kind::ALL[at].name();
        at += 1;
    }
    names
};

/// An exercise.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its id.
    pub id: Id,
    /// Where the id stands.
    pub place: Place,
    /// Practice or assessment.
    pub mode: wire::Mode,
    /// Points, where the author gave them.
    pub points: Option<u32>,
    /// How points are given.
    pub credit: wire::Credit,
    /// Whether the learner is asked how sure they are.
    pub confidence: bool,
    /// Objectives that it exercises.
    pub objectives: Vec<(Id, Place)>,
    /// The pool it may be drawn for.
    pub pool: Option<(Id, Place)>,
    /// Tracks it belongs to; none for all.
    pub tracks: Vec<(Id, Place)>,
    /// The question.
    pub prompt: Document,
    /// Hints in order.
    pub hints: Vec<Document>,
    /// Feedback to all, some or no points.
    pub feedback: [Document; 3],
    /// Why the right answer is right.
    pub answer: Document,
    /// The task of its kind.
    pub task: Task,
}

/// The task of a kind.
#[derive(Clone, Debug)]
pub enum Task {
    /// Choose options.
    Choice(Choice),
    /// Fill gaps.
    Blanks(Blanks),
    /// Give a number.
    Numeric(Numeric),
    /// Match.
    Matching(Matching),
    /// Put in order.
    Ordering(Ordering),
    /// Sort into groups.
    Categorise(Categorise),
    /// Write freely.
    Reflection(Reflection),
    /// Say where one stands.
    Scale(Scale),
    /// Give codes to sentences.
    Coding(Coding),
    /// Make a table from data, and answer from it.
    Table(Table),
    /// Read a chart, build one, or mend one that misleads.
    Chart(Chart),
    /// Choose columns for each row.
    Matrix(Matrix),
    /// Say how far one agrees.
    Likert(Likert),
    /// Mark words in a text.
    Marking(Marking),
    /// Learn cards.
    Cards(Cards),
    /// Tick things off.
    Checklist(Checklist),
    /// Give places on a picture their labels.
    Label(Label),
    /// Choose places on a picture.
    Hotspot(Hotspot),
    /// Fill in a plan.
    Plan(Plan),
    /// Lead a conversation.
    Conversation(Conversation),
    /// Place stakeholders on a map.
    Stakeholders(Stakeholders),
}

/// Reads an exercise from its fenced block; `None` where too much of it is missing.
pub fn read(fence: &Fence, findings: &mut Findings) -> Option<Exercise> {
    let node = yaml::parse(&fence.body, findings);
    let Some(node) = node else {
        if fence.body.text.trim().is_empty() {
            findings.wrong(fence.name.all(), "this exercise is empty", "see docs/authors/format.md for its fields");
        }
        return None;
    };
    let kind = Kind::named(&fence.name.text)?;
    let mut fields = Fields::of(&node, name_of(kind), findings)?;
    let id = fields.need_id("id", findings);
    let mode = choose(
        &mut fields,
        "mode",
        &[("practice", wire::Mode::Practice), ("assessment", wire::Mode::Assessment)],
        findings,
    );
    let credit = choose(
        &mut fields,
        "credit",
        &[("parts", wire::Credit::Parts), ("all-or-nothing", wire::Credit::AllOrNothing)],
        findings,
    );
    let points = fields.count("points", findings);
    fields.need("prompt", findings);
    let prompt = markdown(&mut fields, "prompt", findings);
    let confidence = confidence(&mut fields, kind, findings);
    let objectives = fields.ids("objectives", findings);
    let pool = fields.id("pool", findings);
    let tracks = fields.ids("tracks", findings);
    let task = task(kind, &mut fields, findings);
    let hints = fields.list("hints", findings).iter();
    let hints =
        hints.filter_map(|node| Some(crate::markdown::parse(yaml::text(node, "hints", findings)?, findings))).collect();
    let feedback = feedback(&mut fields, findings);
    let answer = markdown(&mut fields, "answer", findings);
    if let Some(text) = points.and_then(|_| fields.text("points", findings)) {
        check_points(points, kind, text.all(), findings);
    }
    fields.finish(findings);
    let (id, place) = id?;
    let task = task?;
    Some(Exercise {
        id,
        place,
        mode,
        points,
        credit,
        confidence,
        objectives,
        pool,
        tracks,
        prompt,
        hints,
        feedback,
        answer,
        task,
    })
}

/// How an exercise of a kind is called in messages.
fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Coding => "this `coding`",
        Kind::Table => "this `table`",
        Kind::Chart => "this `chart`",
        Kind::Choice => "this `choice`",
        Kind::Blanks => "this `blanks`",
        Kind::Numeric => "this `numeric`",
        Kind::Matching => "this `matching`",
        Kind::Ordering => "this `ordering`",
        Kind::Categorise => "this `categorise`",
        Kind::Reflection => "this `reflection`",
        Kind::Scale => "this `scale`",
        Kind::Matrix => "this `matrix`",
        Kind::Plan => "this `plan`",
        Kind::Conversation => "this `conversation`",
        Kind::Stakeholders => "this `stakeholders`",
        Kind::Likert => "this `likert`",
        Kind::Marking => "this `marking`",
        Kind::Cards => "this `cards`",
        Kind::Checklist => "this `checklist`",
        Kind::Label => "this `label`",
        Kind::Hotspot => "this `hotspot`",
    }
}

fn task(kind: Kind, fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Task> {
    Some(match kind {
        Kind::Coding => Task::Coding(coding::read(fields, findings)?),
        Kind::Table => Task::Table(table::read(fields, findings)?),
        Kind::Chart => Task::Chart(chart::read(fields, findings)?),
        Kind::Choice => Task::Choice(choice::read(fields, findings)?),
        Kind::Blanks => Task::Blanks(blanks::read(fields, findings)?),
        Kind::Numeric => Task::Numeric(numeric::read(fields, findings)?),
        Kind::Matching => Task::Matching(matching::read(fields, findings)?),
        Kind::Ordering => Task::Ordering(ordering::read(fields, findings)?),
        Kind::Categorise => Task::Categorise(categorise::read(fields, findings)?),
        Kind::Reflection => Task::Reflection(reflection::read(fields, findings)?),
        Kind::Scale => Task::Scale(scale::read(fields, findings)?),
        Kind::Matrix => Task::Matrix(matrix::read(fields, findings)?),
        Kind::Likert => Task::Likert(likert::read(fields, findings)?),
        Kind::Plan => Task::Plan(plan::read(fields, findings)?),
        Kind::Conversation => Task::Conversation(conversation::read(fields, findings)?),
        Kind::Stakeholders => Task::Stakeholders(stakeholders::read(fields, findings)?),
        Kind::Marking => Task::Marking(marking::read(fields, findings)?),
        Kind::Cards => Task::Cards(cards::read(fields, findings)?),
        Kind::Checklist => Task::Checklist(checklist::read(fields, findings)?),
        Kind::Label => Task::Label(label::read(fields, findings)?),
        Kind::Hotspot => Task::Hotspot(hotspot::read(fields, findings)?),
    })
}

/// One of a few words in a field; the first where nothing, or nothing known, stands there.
fn choose<T: Copy + Default>(
    fields: &mut Fields<'_>,
    name: &'static str,
    known: &[(&str, T)],
    findings: &mut Findings,
) -> T {
    let Some(text) = fields.text(name, findings) else { return T::default() };
    let found = known.iter().find(|(word, _)| *word == text.text);
    if found.is_none() {
        let words: Vec<String> = known.iter().map(|(word, _)| format!("`{word}`")).collect();
        findings.wrong(
            text.all(),
            format!("`{name}` cannot be `{}`", text.text),
            format!("write {}", words.join(" or ")),
        );
    }
    found.map(|(_, value)| *value).unwrap_or_default()
}

/// Points that the player would refuse.
const MOST_POINTS: u32 = 1000;

fn check_points(points: Option<u32>, kind: Kind, place: Place, findings: &mut Findings) {
    if points.is_some_and(|points| points > MOST_POINTS) {
        findings.wrong(place, "an exercise gives at most 1000 points", "nobody can tell so many apart: give fewer");
    }
    if !kind.is_scored() && points.is_some_and(|points| points > 0) {
        findings.wrong(place, "this kind is never scored", "remove `points`");
    }
}

/// Whether the learner is asked how sure they are; only where an answer can be right.
fn confidence(fields: &mut Fields<'_>, kind: Kind, findings: &mut Findings) -> bool {
    let asked = fields.truth("confidence", findings).unwrap_or(false);
    if let (true, false, Some(text)) = (asked, kind.is_scored(), fields.text("confidence", findings)) {
        let help = "remove `confidence`: nobody can be sure and wrong here";
        findings.wrong(text.all(), "this kind is never scored", help);
    }
    asked
}

fn feedback(fields: &mut Fields<'_>, findings: &mut Findings) -> [Document; 3] {
    let Some(node) = fields.get("feedback") else { return Default::default() };
    let Some(mut inner) = Fields::of(node, "`feedback`", findings) else { return Default::default() };
    let found = ["right", "partly", "wrong"].map(|name| markdown(&mut inner, name, findings));
    inner.finish(findings);
    found
}

impl Exercise {
    /// Full points: those given, else one for each part that can be right.
    pub fn points(&self) -> u32 {
        self.points.unwrap_or_else(|| match &self.task {
            Task::Choice(choice) => choice.parts(),
            Task::Blanks(blanks) => blanks.blanks.len() as u32,
            Task::Numeric(_) => 1,
            Task::Matching(matching) => matching.pairs.len() as u32,
            // One item alone is always in order.
            Task::Ordering(ordering) => (ordering.items.len() as u32).saturating_sub(1),
            Task::Categorise(categorise) => categorise.items.len() as u32,
            Task::Coding(coding) => coding.points(),
            Task::Table(table) => table.parts(),
            Task::Chart(chart) => chart.parts(),
            Task::Matrix(matrix) => matrix.parts(),
            Task::Marking(marking) => marking.parts(),
            Task::Label(label) => label.parts(),
            Task::Hotspot(hotspot) => hotspot.parts(),
            // A plan has points only where its author gives some for filling it in.
            Task::Conversation(conversation) => conversation.full(),
            Task::Reflection(_)
            | Task::Scale(_)
            | Task::Likert(_)
            | Task::Cards(_)
            | Task::Checklist(_)
            | Task::Plan(_)
            | Task::Stakeholders(_) => 0,
        })
    }

    /// Writes it in the writer's language, still without the numbers that the lock file gives.
    pub fn write(&self, writer: &mut Writer<'_>) -> wire::Exercise {
        let text = writer.short(&self.prompt);
        let task = self.task(writer);
        let hints = self.hints.iter().map(|hint| writer.short(hint)).collect();
        let [right, partly, wrong] = self.feedback.each_ref().map(|said| writer.short(said));
        wire::Exercise {
            id: (&self.id).into(),
            ordinal: 0,
            revision: 1,
            mode: self.mode,
            points: self.points(),
            credit: self.credit,
            confidence: self.confidence,
            objectives: self.objectives.iter().map(|(id, _)| id.into()).collect(),
            text,
            hints,
            feedback: wire::Feedback { right, partly, wrong },
            answer: writer.short(&self.answer),
            task,
        }
    }

    fn task(&self, writer: &mut Writer<'_>) -> WireTask {
        let seed = Seed::new(writer.module(), &self.id);
        match &self.task {
            Task::Choice(choice) => choice.write(writer),
            Task::Blanks(blanks) => blanks.write(&self.id, writer),
            Task::Numeric(numeric) => numeric.write(writer),
            Task::Matching(matching) => matching.write(seed, writer),
            Task::Ordering(ordering) => ordering.write(seed, writer),
            Task::Categorise(categorise) => categorise.write(writer),
            Task::Reflection(reflection) => reflection.write(writer),
            Task::Scale(scale) => scale.write(writer),
            Task::Coding(coding) => coding.write(writer),
            Task::Table(table) => table.write(writer),
            Task::Chart(chart) => chart.write(writer),
            Task::Matrix(matrix) => matrix.write(writer),
            Task::Likert(likert) => likert.write(writer),
            Task::Marking(marking) => marking.write(writer),
            Task::Cards(cards) => cards.write(writer),
            Task::Checklist(checklist) => checklist.write(writer),
            Task::Label(label) => label.write(seed, writer),
            Task::Hotspot(hotspot) => hotspot.write(writer),
            Task::Plan(plan) => plan.write(writer),
            Task::Conversation(conversation) => conversation.write(writer),
            Task::Stakeholders(map) => map.write(writer),
        }
    }
}
