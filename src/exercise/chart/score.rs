//! Scoring of a chart: one share for each question. A learner's own chart is compared with the good one that it is
//! nearest to; in which order its rows stand is left to the learner.

use super::{Answer, Ask, Given, Key, Prompt, Question};
use crate::chart::{Form, Shape};
use crate::exercise::numeric::Decimal;
use crate::exercise::score::{Marks, NotReady};
use crate::exercise::{ask, pairs};

pub(in crate::exercise) fn readiness(prompt: &Prompt, given: &Given) -> Option<NotReady> {
    ask::readiness(&prompt.questions, |question| match &question.ask {
        Ask::Number(unit) => ask::is_typed(&given.numbers, &question.item.id, unit),
        Ask::Row | Ask::Option(_) => Ok(given.pick(&question.item.id).is_some()),
        Ask::Shape | Ask::Columns | Ask::Scale => Ok(given.form.is_some()),
    })
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, given: &Given) -> Marks<'a> {
    let own = prompt.form(given);
    let asked = || prompt.questions.iter().filter(|question| question.ask.is_own());
    let held = |good: &Form| asked().filter(|question| is_as(&question.ask, own, good)).count();
    // Of equally near ones the best: the author names it first.
    let nearest = key.forms.iter().rev().max_by_key(|good| held(good)).filter(|_| given.form.is_some());
    ask::marks(&prompt.questions, &key.feedback, |question| match question.ask.is_own() {
        true => nearest.is_some_and(|good| is_as(&question.ask, own, good)),
        false => answers(key, given, question),
    })
}

/// Whether a question is answered with what is right.
fn answers(key: &Key, given: &Given, question: &Question) -> bool {
    let id = &question.item.id;
    match (pairs::get(&key.answers, id), &question.ask) {
        (Some(Answer::Number(value, tolerance)), Ask::Number(unit)) => {
            ask::is_near(&given.numbers, id, unit, (*value, *tolerance))
        }
        (Some(Answer::Pick(right)), Ask::Row | Ask::Option(_)) => given.pick(id) == Some(right),
        (Some(Answer::Number(..)), _) | (Some(Answer::Pick(_)), _) | (None, _) => false,
    }
}

/// Whether a chart is as a good one is, in what a question asks for.
pub(super) fn is_as(ask: &Ask, own: &Form, good: &Form) -> bool {
    match ask {
        Ask::Shape => own.shape == good.shape,
        Ask::Columns => {
            let is_same = own.of.len() == good.of.len() && own.of.iter().all(|at| good.of.contains(at));
            // A histogram names nothing that is compared.
            is_same && (own.by == good.by || good.shape == Shape::Histogram)
        }
        Ask::Scale => {
            let zero = Decimal::new(0, 0);
            let is_same = |one: Option<Decimal>, other: Option<Decimal>| {
                one.unwrap_or(zero).is_within(other.unwrap_or(zero), zero)
            };
            // The heights of equally wide bars look the same, whatever they say.
            let is_cut = own.edges == good.edges && (good.edges.is_empty() || own.heights == good.heights);
            let is_wide = good.width.is_none() || is_same(own.width, good.width);
            // Without bars, nothing has their width.
            let is_as_wide = own.shape == Shape::Histogram && is_cut && is_wide;
            is_same(own.from, good.from) && (good.shape != Shape::Histogram || is_as_wide)
        }
        Ask::Number(_) | Ask::Row | Ask::Option(_) => false,
    }
}
