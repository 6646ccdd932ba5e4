//! What a view may see of an exercise: prompt, response, feedback; never the key.

use super::sure::rated;
use super::{Scene, SittingPhase, sitting};
use crate::content::Prose;
use crate::content::unit::{Exercise, Mode};
use crate::exercise::draw::order;
use crate::exercise::score::{CreditRule, credit_rule};
use crate::exercise::{Part, Prompt, Response, Task, Verdict, answer, coding, mark, table};

/// An exercise as a view shows it.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// Practice or assessment.
    pub mode: Mode,
    /// Full points.
    pub points: u32,
    /// How partial credit is given.
    pub credit: CreditRule,
    /// The question.
    pub text: &'a Prose,
    /// What is asked.
    pub prompt: Prompt<'a>,
    /// What the learner has entered.
    pub response: Response,
    /// The order in which the options of a choice are shown, by their places; empty where it is the author's.
    pub order: Vec<usize>,
    /// Whether the learner is asked how sure they are, and what they said: 1 for a guess, 3 for sure.
    pub sure: Option<Option<u32>>,
    /// What the learner said earlier, where this shows the change since then.
    pub earlier: Option<Response>,
    /// Where it stands.
    pub phase: Phase<'a>,
    /// The hints that are open.
    pub hints: &'a [Prose],
    /// How many more there are.
    pub hints_left: usize,
    /// Whether "Show the answer" may be offered.
    pub may_show: bool,
    /// Whether the author has changed the exercise since it was answered.
    pub change: Change,
}

/// Where an exercise stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase<'a> {
    /// It can be answered.
    Open,
    /// It was checked, or handed in; the response cannot be changed until the learner tries again.
    Checked(Box<Feedback<'a>>),
}

/// What is said to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback<'a> {
    /// How it did as a whole.
    pub grade: Grade,
    /// Points earned.
    pub earned: u32,
    /// Full points.
    pub of: u32,
    /// How each part did.
    pub parts: Vec<Part<'a>>,
    /// What of the learner's own table is as it should be, where one is asked for.
    pub judged: Option<table::Judged>,
    /// The coding beside the expert's, where that is the task.
    pub comparison: Option<coding::Comparison<'a>>,
    /// What the author says to this score.
    pub text: &'a Prose,
    /// The model answer, where it was asked for (or there is nothing to hide).
    pub model: Option<Model<'a>>,
    /// Whether it may be tried again.
    pub may_retry: bool,
}

/// The model answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model<'a> {
    /// A response that earns full points; `None` for a reflection and a plan.
    pub response: Option<Response>,
    /// The model text of a reflection or a plan.
    pub text: Option<&'a Prose>,
    /// Why it is right.
    pub why: &'a Prose,
}

/// How an answer did as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// All points.
    Right,
    /// Some points.
    Partly,
    /// No points.
    Wrong,
    /// There is nothing to score: it was taken down.
    Noted,
}

/// What became of an earlier answer when the exercise was changed by its author.
///
/// The policy: words may change without a trace. A new revision (other structure or key) keeps the answer and its
/// points and says so; where the answer speaks of things that are gone, the exercise is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing changed.
    None,
    /// The exercise changed; the earlier answer is kept.
    Kept,
    /// The exercise changed so much that it is asked again.
    AskedAgain,
}

/// Makes what a view shows of an exercise of the scene's unit.
pub fn present<'a>(scene: &Scene<'_>, exercise: &'a Exercise) -> View<'a> {
    let mut view = match exercise.mode {
        Mode::Practice => practice(scene, exercise),
        Mode::Assessment => assessment(scene, exercise),
    };
    let drawn = super::sitting::current(scene).1.and_then(|sitting| sitting.seed);
    let drawn = drawn.filter(|_| exercise.mode == Mode::Assessment);
    view.order = mixed(exercise, drawn.or(scene.progress.mix).unwrap_or(scene.mix));
    view.sure = exercise.confidence.then(|| rated(scene, exercise));
    view
}

/// Whether the options of an exercise are shown in an order that was drawn.
pub(super) fn is_mixed(exercise: &Exercise) -> bool {
    !mixed(exercise, 0).is_empty()
}

/// The order in which the options of a choice are shown with this seed; empty where it is the author's.
fn mixed(exercise: &Exercise, seed: u32) -> Vec<usize> {
    match &exercise.task {
        Task::Choice(prompt, _) if prompt.shuffle => order(prompt.options.len(), seed, &exercise.id),
        _ => Vec::new(),
    }
}

/// What a view shows of an exercise that nobody has touched yet; its options are mixed with `mix`.
pub fn untouched(exercise: &Exercise, mix: u32) -> View<'_> {
    let mut view = view(exercise, Response::empty(&exercise.task), Phase::Open);
    if exercise.mode == Mode::Practice {
        view.hints_left = exercise.hints.len();
    }
    view.order = mixed(exercise, mix);
    view
}

fn practice<'a>(scene: &Scene<'_>, exercise: &'a Exercise) -> View<'a> {
    let done = scene.progress.exercises.get(&exercise.id);
    let fitting = |response: &Response| response.fits(&exercise.task);
    let draft = done.and_then(|done| done.draft.as_ref()).filter(|response| fitting(response));
    let latest = done.and_then(|done| done.latest.as_ref()).map(|given| &given.answer);
    let changed = latest.is_some_and(|answer| answer.revision != exercise.revision);
    let kept = latest.and_then(|answer| answer.response.as_ref()).filter(|response| fitting(response));
    let shown = done.is_some_and(|done| done.shown);
    let open = |response: Response| view(exercise, response, Phase::Open);
    let mut view = match (draft, kept) {
        (Some(draft), _) => open(draft.clone()),
        (None, Some(response)) => {
            let points = latest.map(|answer| (answer.earned, answer.of));
            let phase = match feedback(exercise, response, points, shown, true) {
                Some(feedback) => Phase::Checked(Box::new(feedback)),
                None => Phase::Open,
            };
            view(exercise, response.clone(), phase)
        }
        (None, None) => open(Response::empty(&exercise.task)),
    };
    let hints = done.map_or(0, |done| done.hints as usize).min(exercise.hints.len());
    view.hints = exercise.hints.get(..hints).unwrap_or_default();
    // Where everything holds, or the answer stands there, there is nothing left to hint at.
    let is_solved = match &view.phase {
        Phase::Open => false,
        Phase::Checked(feedback) => shown || feedback.grade == Grade::Right,
    };
    view.hints_left = if is_solved { 0 } else { exercise.hints.len() - hints };
    view.earlier = earlier(scene, exercise);
    view.may_show = kept.is_some() && !shown && answer(exercise).is_some();
    view.change = match (changed, kept) {
        (false, _) => Change::None,
        (true, Some(_)) => Change::Kept,
        (true, None) => Change::AskedAgain,
    };
    view
}

/// What the learner said to the exercise that this one is compared with; it may stand in another unit.
fn earlier(scene: &Scene<'_>, exercise: &Exercise) -> Option<Response> {
    let done = scene.progress.exercises.get(exercise.task.after()?)?;
    let response = done.latest.as_ref()?.answer.response.clone()?;
    (response.kind() == exercise.task.kind()).then_some(response)
}

fn assessment<'a>(scene: &Scene<'_>, exercise: &'a Exercise) -> View<'a> {
    let entered = super::sitting::entered(scene, exercise).filter(|response| response.fits(&exercise.task));
    let given = super::sitting::handed_in(scene, exercise);
    let state = sitting(scene);
    let handed_in = state.as_ref().is_some_and(|state| state.phase != SittingPhase::Open);
    let revealed = state.as_ref().is_some_and(|state| state.revealed);
    let checked = if handed_in {
        let points = given.map(|answer| (answer.earned, answer.of));
        let response = entered.cloned().unwrap_or_else(|| Response::none(&exercise.task));
        feedback(exercise, &response, points, revealed, false)
    } else {
        None
    };
    let response = entered.cloned().unwrap_or_else(|| Response::empty(&exercise.task));
    let mut view = view(exercise, response, checked.map_or(Phase::Open, |feedback| Phase::Checked(Box::new(feedback))));
    if given.is_some_and(|answer| answer.revision != exercise.revision) {
        view.change = Change::Kept;
    }
    view
}

fn view<'a>(exercise: &'a Exercise, response: Response, phase: Phase<'a>) -> View<'a> {
    View {
        mode: exercise.mode,
        points: exercise.points,
        credit: credit_rule(exercise),
        text: &exercise.text,
        prompt: exercise.task.prompt(),
        response,
        order: Vec::new(),
        sure: exercise.confidence.then_some(None),
        earlier: None,
        phase,
        hints: &[],
        hints_left: 0,
        may_show: false,
        change: Change::None,
    }
}

/// The feedback to a response; `None` only for a response of another kind. `points` are those that were recorded: they
/// stay, also when the exercise has another key now.
fn feedback<'a>(
    exercise: &'a Exercise,
    response: &Response,
    points: Option<(u32, u32)>,
    shown: bool,
    may_retry: bool,
) -> Option<Feedback<'a>> {
    let mut score = mark(exercise, response).ok()?;
    // Where one option is right, naming the one that was missed would be showing the answer.
    let gives_away = matches!(&exercise.task, Task::Choice(prompt, _) if !prompt.multiple) && may_retry && !shown;
    if gives_away {
        score.parts.retain(|part| part.verdict != Verdict::Missed);
    }
    let judged = match (&exercise.task, response) {
        (Task::Table(prompt, key), Response::Table(given)) if prompt.asks_for_a_table() => {
            Some(table::judge(&prompt.data, &key.setup, &given.setup))
        }
        _ => None,
    };
    let mut comparison = match (&exercise.task, response) {
        (Task::Coding(prompt, key), Response::Coding(given)) => Some(coding::compare(prompt, key, given)),
        _ => None,
    };
    // An assessment may be taken again: what the expert gave, and why, stays hidden until it is asked for.
    if comparison.is_some() && !may_retry && !shown {
        comparison = comparison.map(coding::Comparison::without_the_expert);
        score.parts.retain(|part| part.verdict != Verdict::Missed);
        score.parts.iter_mut().for_each(|part| part.feedback = None);
    }
    let (earned, of) = points.unwrap_or((score.earned, score.of));
    let grade = match (earned, of) {
        (_, of) if of == 0 || credit_rule(exercise) == CreditRule::None => Grade::Noted,
        (earned, of) if earned >= of => Grade::Right,
        (0, _) => Grade::Wrong,
        _ => Grade::Partly,
    };
    let text = match grade {
        Grade::Right | Grade::Noted => &exercise.feedback.right,
        Grade::Partly => &exercise.feedback.partly,
        Grade::Wrong => &exercise.feedback.wrong,
    };
    let text = if text.is_empty() && grade == Grade::Partly { &exercise.feedback.wrong } else { text };
    // An example gives nothing away where nothing is right.
    let is_example = matches!(&exercise.task, Task::Reflection(..) | Task::Plan(..));
    let model = (shown || grade == Grade::Right || grade == Grade::Noted || is_example).then(|| Model {
        response: if shown { answer(exercise) } else { None },
        text: match &exercise.task {
            Task::Reflection(_, key) => Some(&key.model),
            Task::Plan(_, key) => Some(&key.model),
            _ => None,
        },
        why: &exercise.answer,
    });
    Some(Feedback { grade, earned, of, parts: score.parts, judged, comparison, text, model, may_retry })
}
