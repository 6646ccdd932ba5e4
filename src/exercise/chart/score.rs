//! Scoring of a chart: one share for each question. A learner's own chart is compared with the good one that it is
//! nearest to; in which order its rows stand is left to the learner.

use super::{Answer, Ask, Given, Key, Prompt, Question};
use crate::chart::{Form, Shape};
use crate::exercise::numeric::Decimal;
use crate::exercise::pairs;
use crate::exercise::score::{Marks, NotReady, Part, Verdict, feedback};

pub(in crate::exercise) fn readiness(prompt: &Prompt, given: &Given) -> Option<NotReady> {
    let mut n_open = 0;
    for question in &prompt.questions {
        let id = &question.item.id;
        let is_answered = match &question.ask {
            Ask::Number(unit) => {
                let typed = pairs::get(&given.numbers, id).map_or("", |text| text.trim());
                if !typed.is_empty() && Decimal::parse(typed, unit).is_none() {
                    return Some(NotReady::NotANumber);
                }
                !typed.is_empty()
            }
            Ask::Row | Ask::Option(_) => given.pick(id).is_some(),
            Ask::Shape | Ask::Columns | Ask::Scale => given.form.is_some(),
        };
        n_open += usize::from(!is_answered);
    }
    match n_open {
        0 => None,
        n if n == prompt.questions.len() => Some(NotReady::Empty),
        n => Some(NotReady::Open(n)),
    }
}

pub(in crate::exercise) fn marks<'a>(prompt: &'a Prompt, key: &'a Key, given: &Given) -> Marks<'a> {
    let own = prompt.form(given);
    let asked = || prompt.questions.iter().filter(|question| question.ask.is_own());
    let held = |good: &Form| asked().filter(|question| is_as(&question.ask, own, good)).count();
    // Of equally near ones the best: the author names it first.
    let nearest = key.forms.iter().rev().max_by_key(|good| held(good)).filter(|_| given.form.is_some());
    let mut n_held = 0;
    let parts = prompt.questions.iter().map(|question| {
        let id = &question.item.id;
        let is_right = match question.ask.is_own() {
            true => nearest.is_some_and(|good| is_as(&question.ask, own, good)),
            false => answers(key, given, question),
        };
        n_held += u32::from(is_right);
        let verdict = if is_right { Verdict::Right } else { Verdict::Wrong };
        Part { id: Some(id), verdict, feedback: feedback(&key.feedback, id).filter(|_| !is_right) }
    });
    let parts = parts.collect();
    Marks { held: n_held, of: prompt.questions.len() as u32, parts }
}

/// Whether a question is answered with what is right.
fn answers(key: &Key, given: &Given, question: &Question) -> bool {
    let id = &question.item.id;
    match (pairs::get(&key.answers, id), &question.ask) {
        (Some(Answer::Number(value, tolerance)), Ask::Number(unit)) => {
            let typed = pairs::get(&given.numbers, id).and_then(|typed| Decimal::parse(typed, unit));
            typed.is_some_and(|typed| value.is_within(typed, *tolerance))
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
