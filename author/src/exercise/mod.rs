//! Exercises as an author writes them: one file a kind, each reads its block and writes its task.

mod blanks;
mod categorise;
mod choice;
mod coding;
mod matching;
mod numeric;
mod ordering;
mod part;
mod plan;
mod reflection;
mod scale;
mod shuffle;

pub use blanks::{Blank, BlankSource, Blanks};
pub use categorise::Categorise;
pub use choice::Choice;
pub use coding::Coding;
pub use matching::Matching;
pub use numeric::Numeric;
pub use ordering::Ordering;
pub use part::{Part, markdown};
pub use plan::Plan;
pub use reflection::Reflection;
pub use scale::Scale;
pub use shuffle::Seed;

use crate::finding::Findings;
use crate::markdown::{Document, Fence};
use crate::passage::Place;
use crate::write::Writer;
use crate::yaml::{self, Fields};
use kerege::content::Id;
use kerege::content::wire::unit as wire;
use kerege::exercise::wire::Task as WireTask;

/// The names of the kinds.
pub const NAMES: [&str; 10] =
    ["choice", "blanks", "numeric", "matching", "ordering", "categorise", "reflection", "scale", "coding", "plan"];

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
    /// Fill in a plan.
    Plan(Plan),
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
    let mut fields = Fields::of(&node, name_of(&fence.name.text), findings)?;
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
    let objectives = fields.ids("objectives", findings);
    let pool = fields.id("pool", findings);
    let tracks = fields.ids("tracks", findings);
    let task = task(&fence.name.text, &mut fields, findings);
    let hints = fields.list("hints", findings).iter();
    let hints =
        hints.filter_map(|node| Some(crate::markdown::parse(yaml::text(node, "hints", findings)?, findings))).collect();
    let feedback = feedback(&mut fields, findings);
    let answer = markdown(&mut fields, "answer", findings);
    if let Some(text) = points.and_then(|_| fields.text("points", findings)) {
        check_points(points, task.as_ref(), text.all(), findings);
    }
    fields.finish(findings);
    let (id, place) = id?;
    let task = task?;
    Some(Exercise { id, place, mode, points, credit, objectives, pool, tracks, prompt, hints, feedback, answer, task })
}

/// How an exercise of a kind is called in messages.
fn name_of(kind: &str) -> &'static str {
    match kind {
        "choice" => "this `choice`",
        "blanks" => "this `blanks`",
        "numeric" => "this `numeric`",
        "matching" => "this `matching`",
        "ordering" => "this `ordering`",
        "categorise" => "this `categorise`",
        "reflection" => "this `reflection`",
        "coding" => "this `coding`",
        "plan" => "this `plan`",
        _ => "this `scale`",
    }
}

fn task(kind: &str, fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Task> {
    Some(match kind {
        "choice" => Task::Choice(choice::read(fields, findings)?),
        "blanks" => Task::Blanks(blanks::read(fields, findings)?),
        "numeric" => Task::Numeric(numeric::read(fields, findings)?),
        "matching" => Task::Matching(matching::read(fields, findings)?),
        "ordering" => Task::Ordering(ordering::read(fields, findings)?),
        "categorise" => Task::Categorise(categorise::read(fields, findings)?),
        "reflection" => Task::Reflection(reflection::read(fields, findings)?),
        "scale" => Task::Scale(scale::read(fields, findings)?),
        "coding" => Task::Coding(coding::read(fields, findings)?),
        "plan" => Task::Plan(plan::read(fields, findings)?),
        _ => return None,
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

fn check_points(points: Option<u32>, task: Option<&Task>, place: Place, findings: &mut Findings) {
    if points.is_some_and(|points| points > MOST_POINTS) {
        findings.wrong(place, "an exercise gives at most 1000 points", "nobody can tell so many apart: give fewer");
    }
    let unscored = matches!(task, Some(Task::Reflection(_) | Task::Scale(_)));
    if unscored && points.is_some_and(|points| points > 0) {
        findings.wrong(place, "this kind is never scored", "remove `points`");
    }
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
            // A plan has points only where its author gives some for filling it in.
            Task::Reflection(_) | Task::Scale(_) | Task::Plan(_) => 0,
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
            Task::Plan(plan) => plan.write(writer),
        }
    }
}
