//! Exercises: options that differ, feedback that reaches somebody, points where they count.

use super::{Fault, Remark, Subject, conversation, say};
use crate::content::Id;
use crate::content::prose::words;
use crate::content::unit::{Exercise, Mode};
use crate::exercise::{Item, Task, blanks, chart, numeric, plan};

pub(super) fn check(exercise: &Exercise, remarks: &mut Vec<Remark>) {
    match &exercise.task {
        Task::Choice(prompt, key) => {
            equal(exercise, &prompt.options, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.options), remarks);
        }
        Task::Blanks(prompt, key) => {
            prompt.blanks.iter().for_each(|blank| equal(exercise, &blank.options, remarks));
            equal(exercise, &prompt.bank, remarks);
            let options = prompt.blanks.iter().flat_map(|blank| &blank.options).chain(&prompt.bank);
            let options = options.map(|option| &option.id);
            let known: Vec<&Id> = prompt.blanks.iter().map(|blank| &blank.id).chain(options).collect();
            feedback(exercise, &key.feedback, &known, remarks);
        }
        Task::Numeric(_, key) => near(exercise, key, remarks),
        Task::Matching(prompt, key) => {
            equal(exercise, &prompt.left, remarks);
            equal(exercise, &prompt.right, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.left), remarks);
        }
        Task::Ordering(prompt, _) => equal(exercise, &prompt.items, remarks),
        Task::Categorise(prompt, key) => {
            equal(exercise, &prompt.groups, remarks);
            equal(exercise, &prompt.items, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.items), remarks);
        }
        Task::Reflection(prompt, _) => {
            equal(exercise, &prompt.criteria, remarks);
            prompt.rubric.iter().for_each(|criterion| equal(exercise, &criterion.levels, remarks));
        }
        Task::Table(prompt, key) => {
            let questions: Vec<Item> = prompt.questions.iter().map(|question| question.item.clone()).collect();
            equal(exercise, &questions, remarks);
            feedback(exercise, &key.feedback, &ids(&questions), remarks);
        }
        Task::Chart(prompt, key) => {
            let questions: Vec<Item> = prompt.questions.iter().map(|question| question.item.clone()).collect();
            equal(exercise, &questions, remarks);
            feedback(exercise, &key.feedback, &ids(&questions), remarks);
            for question in &prompt.questions {
                match &question.ask {
                    chart::Ask::Option(options) => equal(exercise, options, remarks),
                    chart::Ask::Number(_)
                    | chart::Ask::Row
                    | chart::Ask::Shape
                    | chart::Ask::Columns
                    | chart::Ask::Scale => {}
                }
            }
        }
        Task::Coding(prompt, key) => {
            equal(exercise, &prompt.codes, remarks);
            feedback(exercise, &prompt.means, &ids(&prompt.codes), remarks);
            let sentences: Vec<&Id> = prompt.sentences().map(|sentence| &sentence.id).collect();
            feedback(exercise, &key.why, &sentences, remarks);
        }
        Task::Scale(_) => {}
        Task::Matrix(prompt, key) => {
            equal(exercise, &prompt.columns, remarks);
            equal(exercise, &prompt.rows, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.rows), remarks);
        }
        Task::Likert(prompt) => {
            equal(exercise, &prompt.levels, remarks);
            equal(exercise, &prompt.statements, remarks);
        }
        // The same words may stand in a text twice, and be right in one place only.
        Task::Marking(prompt, key) => feedback(exercise, &key.feedback, &ids(&prompt.words), remarks),
        Task::Cards(prompt) => {
            let fronts = prompt.cards.iter().map(|card| Item { id: card.id.clone(), text: card.front.clone() });
            equal(exercise, &fronts.collect::<Vec<_>>(), remarks);
        }
        Task::Label(prompt, key) => {
            equal(exercise, &prompt.picture.spots, remarks);
            equal(exercise, &prompt.labels, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.picture.spots), remarks);
        }
        Task::Hotspot(prompt, key) => {
            equal(exercise, &prompt.picture.spots, remarks);
            feedback(exercise, &key.feedback, &ids(&prompt.picture.spots), remarks);
        }
        Task::Checklist(prompt) => equal(exercise, &prompt.items, remarks),
        Task::Stakeholders(prompt, key) => {
            equal(exercise, &prompt.named, remarks);
            feedback(exercise, &key.why, &ids(&prompt.named), remarks);
        }
        Task::Plan(prompt, _) => {
            equal(exercise, &prompt.criteria, remarks);
            prompt.sections.iter().for_each(|section| labels(exercise, section, remarks));
        }
        Task::Conversation(prompt, key) => conversation::check(exercise, prompt, key, remarks),
    }
    points(exercise, remarks);
}

fn points(exercise: &Exercise, remarks: &mut Vec<Remark>) {
    if exercise.mode == Mode::Practice {
        return;
    }
    let fault = match (exercise.task.kind().is_scored(), exercise.points) {
        (false, _) => Fault::NeverScored,
        (true, 0) => Fault::NoPoints,
        (true, _) => return,
    };
    say(remarks, Subject::Exercise(exercise.id.clone()), fault);
}

/// Items that nobody can tell apart.
pub(super) fn equal(exercise: &Exercise, items: &[Item], remarks: &mut Vec<Remark>) {
    for (index, item) in items.iter().enumerate() {
        let text = words(&item.text);
        let alike =
            |other: &&Item| other.text == item.text || (!text.is_empty() && blanks::same(&words(&other.text), &text));
        if let Some(other) = items.iter().take(index).find(alike) {
            let subject = Subject::Part(exercise.id.clone(), item.id.clone());
            say(remarks, subject, Fault::EqualParts(other.id.clone()));
        }
    }
}

/// Fields that stand together under the same name.
fn labels(exercise: &Exercise, section: &plan::Section, remarks: &mut Vec<Remark>) {
    for (index, field) in section.fields.iter().enumerate() {
        let alike = |other: &&plan::Field| blanks::same(&other.label, &field.label);
        if let Some(other) = section.fields.iter().take(index).find(alike) {
            let subject = Subject::Part(exercise.id.clone(), field.id.clone());
            say(remarks, subject, Fault::EqualParts(other.id.clone()));
        }
    }
}

pub(super) fn feedback(
    exercise: &Exercise,
    feedback: &[(Id, crate::content::Prose)],
    known: &[&Id],
    remarks: &mut Vec<Remark>,
) {
    for (id, _) in feedback.iter().filter(|(id, _)| !known.contains(&id)) {
        say(remarks, Subject::Exercise(exercise.id.clone()), Fault::FeedbackToNothing(id.clone()));
    }
}

fn near(exercise: &Exercise, key: &numeric::Key, remarks: &mut Vec<Remark>) {
    let Some(near) = &key.near else { return };
    // As far off as "near" reaches, counted from zero, is still within what is right.
    if numeric::Decimal::ZERO.is_within(near.tolerance, key.tolerance) {
        say(remarks, Subject::Exercise(exercise.id.clone()), Fault::NearIsRight);
    }
}

fn ids(items: &[Item]) -> Vec<&Id> {
    items.iter().map(|item| &item.id).collect()
}
