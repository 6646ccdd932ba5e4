//! Questions below something to work with, a chart or a data table: what both read, score and keep alike.

use super::numeric::Decimal;
use super::score::{Marks, NotReady, Part, Verdict, feedback, open_parts};
use super::{Item, PartFeedback, pairs, read};
use crate::content::read::{At, Findings, excerpt, prose};
use crate::content::{Id, Problem};

/// A question, which is answered in a way of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<A> {
    /// Its id and its text.
    pub item: Item,
    /// How it is answered.
    pub ask: A,
}

/// A way to answer: its word in files, and how the rest of it is read.
pub(super) type Way<A> = (&'static str, fn(&At, &mut Findings) -> Option<A>);

/// Reads the questions in field `ask`, each of them answered in one of these ways; at least one.
pub(super) fn questions<A>(prompt: &At, ways: &[Way<A>], findings: &mut Findings) -> Option<Vec<Question<A>>> {
    if !read::is_bounded(prompt, "ask", findings) {
        return None;
    }
    let question = |at: &At, findings: &mut Findings| {
        let id = at.need("id", findings)?.id(findings)?;
        let text = at.field("text").map(|at| prose(&at, findings)).unwrap_or_default();
        let by = at.need("by", findings)?;
        let word = by.text(findings)?;
        let Some((_, way)) = ways.iter().find(|(known, _)| *known == word) else {
            by.say(findings, Problem::Unknown(excerpt(word)));
            return None;
        };
        Some(Question { item: Item { id, text }, ask: way(at, findings)? })
    };
    let questions = prompt.each_once("ask", findings, question, |question| &question.item.id);
    if questions.is_empty() {
        prompt.say(findings, Problem::Missing("ask"));
        return None;
    }
    Some(questions)
}

/// Reads a number that is right, and how far off is still right.
pub(super) fn measure(at: &At, findings: &mut Findings) -> Option<(Decimal, Decimal)> {
    let value = read::decimal(&at.need("value", findings)?, findings)?;
    Some((value, read::decimal(&at.need("tolerance", findings)?, findings)?))
}

/// Whether a number was typed in a question.
///
/// # Errors
/// [`NotReady::NotANumber`] where something else was.
pub(super) fn is_typed(numbers: &[(Id, String)], id: &Id, unit: &str) -> Result<bool, NotReady> {
    match pairs::get(numbers, id).map_or("", |text| text.trim()) {
        "" => Ok(false),
        typed => Decimal::parse(typed, unit).map(|_| true).ok_or(NotReady::NotANumber),
    }
}

/// Whether what was typed in a question is near enough to a number.
pub(super) fn is_near(numbers: &[(Id, String)], id: &Id, unit: &str, (value, tolerance): (Decimal, Decimal)) -> bool {
    let typed = pairs::get(numbers, id).and_then(|typed| Decimal::parse(typed, unit));
    typed.is_some_and(|typed| value.is_within(typed, tolerance))
}

/// Whether all questions are answered.
pub(super) fn readiness<A>(
    questions: &[Question<A>],
    is_answered: impl Fn(&Question<A>) -> Result<bool, NotReady>,
) -> Option<NotReady> {
    let answered: Result<Vec<bool>, NotReady> = questions.iter().map(is_answered).collect();
    match answered {
        Ok(answered) => open_parts(answered.iter().filter(|is_answered| **is_answered).count(), questions.len()),
        Err(why) => Some(why),
    }
}

/// One share for each question; feedback to what does not hold.
pub(super) fn marks<'a, A>(
    questions: &'a [Question<A>],
    said: &'a PartFeedback,
    holds: impl Fn(&Question<A>) -> bool,
) -> Marks<'a> {
    let mut held = 0;
    let part = |question: &'a Question<A>| {
        let (id, is_right) = (&question.item.id, holds(question));
        held += u32::from(is_right);
        let verdict = if is_right { Verdict::Right } else { Verdict::Wrong };
        Part { id: Some(id), verdict, feedback: feedback(said, id).filter(|_| !is_right) }
    };
    let parts = questions.iter().map(part).collect();
    Marks { held, of: questions.len() as u32, parts }
}
