//! The fingerprint of an exercise: its structure and key, not its words.

use crate::media::sha256;
use kerege::content::wire::Id;
use kerege::content::wire::unit::{Credit, Exercise};
use kerege::exercise::conversation::wire::Choice;
use kerege::exercise::plan::wire as plan;
use kerege::exercise::wire::{Item, Task};
use serde_json::{Value, json};

/// A short hash that changes when the kind, an id, the key or the points change. The order of options is not structure.
pub(super) fn fingerprint(exercise: &Exercise) -> String {
    let all = exercise.credit == Credit::AllOrNothing;
    let structure = json!([exercise.points, all, task(&exercise.task)]);
    sha256(structure.to_string().as_bytes()).get(..16).unwrap_or_default().to_owned()
}

fn task(task: &Task) -> Value {
    match task {
        Task::Choice { prompt, key } => json!(["choice", ids(&prompt.options), prompt.multiple, sorted(&key.right)]),
        Task::Blanks { prompt, key } => {
            let blanks = prompt.blanks.iter().map(|blank| (blank.id.0.clone(), ids(&blank.options)));
            let blanks: Value = blanks.collect::<serde_json::Map<_, _>>().into();
            // An exercise without a bank keeps the fingerprint that it had before there were banks.
            match prompt.bank.as_slice() {
                [] => json!(["blanks", blanks, key.blanks]),
                bank => json!(["blanks", blanks, key.blanks, ids(bank)]),
            }
        }
        Task::Numeric { key, .. } => {
            let near = key.near.as_ref().map(|near| &near.tolerance);
            json!(["numeric", key.value, key.tolerance, near])
        }
        Task::Matching { prompt, key } => json!(["matching", ids(&prompt.right), key.pairs]),
        Task::Ordering { key, .. } => json!(["ordering", key.order]),
        Task::Categorise { prompt, key } => json!(["categorise", ids(&prompt.groups), key.groups]),
        // A reflection without a rubric keeps the fingerprint that it had before there were rubrics.
        Task::Reflection { prompt, .. } if prompt.rubric.is_empty() => json!(["reflection", ids(&prompt.criteria)]),
        Task::Reflection { prompt, .. } => {
            let rubric = prompt.rubric.iter().map(|criterion| (criterion.id.0.clone(), ids(&criterion.levels)));
            json!(["reflection", ids(&prompt.criteria), rubric.collect::<serde_json::Map<_, _>>()])
        }
        Task::Scale { prompt } => json!(["scale", prompt.from, prompt.to]),
        Task::Table { prompt, key } => {
            let questions = prompt.ask.iter().map(|question| json!([question.id, question.by]));
            json!(["table", prompt.data, questions.collect::<Vec<_>>(), key.answers, key.setup])
        }
        Task::Chart { prompt, key } => {
            let questions = prompt.ask.iter().map(|question| json!([question.id, question.by, ids(&question.options)]));
            json!(["chart", questions.collect::<Vec<_>>(), key.answers, key.forms])
        }
        Task::Coding { prompt, key } => {
            let sentences = prompt.turns.iter().flat_map(|turn| &turn.sentences).map(|sentence| &sentence.id.0);
            json!(["coding", ids(&prompt.codes), sentences.collect::<Vec<_>>(), key.codes])
        }
        Task::Matrix { prompt, key } => {
            let rows = key.rows.iter().map(|(row, right)| (row.0.clone(), sorted(right)));
            json!(["matrix", ids(&prompt.columns), prompt.multiple, rows.collect::<serde_json::Map<_, _>>()])
        }
        Task::Likert { prompt } => json!(["likert", ids(&prompt.statements), prompt.levels.len()]),
        Task::Marking { prompt, key } => {
            let mut words = Vec::new();
            marked(&json!(prompt.body), &mut words);
            words.sort_unstable();
            json!(["marking", words, sorted(&key.right)])
        }
        Task::Cards { prompt } => {
            json!(["cards", sorted(&prompt.cards.iter().map(|card| card.id.clone()).collect::<Vec<_>>())])
        }
        Task::Label { prompt, key } => json!(["label", ids(&prompt.labels), key.labels]),
        Task::Hotspot { prompt, key } => {
            let spots: Vec<Id> = prompt.picture.spots.iter().map(|spot| spot.id.clone()).collect();
            json!(["hotspot", sorted(&spots), prompt.multiple, sorted(&key.right)])
        }
        Task::Checklist { prompt } => json!(["checklist", ids(&prompt.items)]),
        Task::Stakeholders { prompt, key } => {
            json!(["stakeholders", prompt.levels, key.places, key.tolerance])
        }
        Task::Plan { prompt, .. } => {
            let field = |field: &plan::Field| {
                let columns = field.columns.iter().map(|column| json!([column.id, column.optional]));
                json!([field.id, field.optional, field.least, columns.collect::<Vec<_>>()])
            };
            let fields = prompt.sections.iter().flat_map(|section| &section.fields).map(field);
            json!(["plan", fields.collect::<Vec<_>>(), ids(&prompt.criteria)])
        }
        Task::Conversation { prompt, key } => {
            let variables = prompt.variables.iter().map(|one| json!([one.id, one.start, one.from, one.to]));
            let choice = |choice: &Choice| json!([choice.id, choice.effects, choice.when, choice.next]);
            let turns =
                prompt.turns.iter().map(|turn| json!([turn.id, turn.choices.iter().map(choice).collect::<Vec<_>>()]));
            json!(["conversation", variables.collect::<Vec<_>>(), turns.collect::<Vec<_>>(), key.worth])
        }
    }
}

/// The ids of the words that can be marked in a prose.
fn marked(prose: &Value, ids: &mut Vec<String>) {
    match prose {
        Value::Object(fields) => {
            ids.extend(fields.get("mark").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|inner| marked(inner, ids));
        }
        Value::Array(items) => items.iter().for_each(|inner| marked(inner, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn ids(items: &[Item]) -> Value {
    let mut ids: Vec<&str> = items.iter().map(|item| item.id.0.as_str()).collect();
    ids.sort_unstable();
    json!(ids)
}

fn sorted(ids: &[Id]) -> Value {
    let mut ids: Vec<&str> = ids.iter().map(|id| id.0.as_str()).collect();
    ids.sort_unstable();
    json!(ids)
}
