//! What a learner made of a chart and read from it.

use super::{Ask, Prompt};
use crate::chart::{Form, read as figure};
use crate::content::Id;
use crate::content::read::{At, Findings};
use crate::exercise::{pairs, read};
use crate::json;

/// What a learner made of a chart and read from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// How the learner's own chart is drawn; `None` as long as nothing was changed.
    pub form: Option<Box<Form>>,
    /// What was typed, by question.
    pub numbers: Vec<(Id, String)>,
    /// What was chosen, by question.
    pub picks: Vec<(Id, Pick)>,
}

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A row of the data, by place.
    Row(usize),
    /// An option.
    Option(Id),
}

impl Given {
    /// What was chosen in a question.
    pub fn pick(&self, question: &Id) -> Option<&Pick> {
        pairs::get(&self.picks, question)
    }

    /// Whether everything in it speaks of questions, rows, options and columns that are there.
    pub(in crate::exercise) fn fits(&self, prompt: &Prompt) -> bool {
        let ask = |id: &Id| prompt.questions.iter().find(|one| one.item.id == *id).map(|question| &question.ask);
        let columns = prompt.chart.columns.len();
        let form_fits = |form: &Form| form.by.iter().chain(&form.of).all(|at| *at < columns);
        let pick_fits = |(id, pick): &(Id, Pick)| match (ask(id), pick) {
            (Some(Ask::Row), Pick::Row(row)) => *row < prompt.chart.rows(),
            (Some(Ask::Option(options)), Pick::Option(id)) => options.iter().any(|option| option.id == *id),
            (Some(Ask::Number(_) | Ask::Shape | Ask::Columns | Ask::Scale), _)
            | (Some(Ask::Row), Pick::Option(_))
            | (Some(Ask::Option(_)), Pick::Row(_))
            | (None, _) => false,
        };
        self.form.as_deref().is_none_or(form_fits)
            && self.numbers.iter().all(|(id, _)| matches!(ask(id), Some(Ask::Number(_))))
            && self.picks.iter().all(pick_fits)
    }

    pub(in crate::exercise) fn write(&self, out: &mut String) {
        out.push('{');
        if let Some(form) = &self.form {
            out.push_str("\"form\":");
            form.write(out);
            out.push(',');
        }
        out.push_str("\"numbers\":");
        let numbers = self.numbers.iter().map(|(id, typed)| (id.as_str(), typed));
        json::object(out, numbers, |out, typed| json::text(out, typed));
        out.push_str(",\"picks\":");
        let picks = self.picks.iter().map(|(id, pick)| (id.as_str(), pick));
        json::object(out, picks, |out, pick| match pick {
            Pick::Row(row) => json::number(out, row),
            Pick::Option(id) => json::text(out, id.as_str()),
        });
        out.push('}');
    }

    pub(in crate::exercise) fn from_json(at: &At, findings: &mut Findings) -> Option<Given> {
        let numbers = read::pairs_in(at, "numbers", findings, read::text);
        let picks = read::pairs_in(at, "picks", findings, pick);
        let form = match at.field("form") {
            Some(at) => Some(Box::new(figure::form(&at, usize::MAX, findings)?)),
            None => None,
        };
        Some(Given { form, numbers, picks })
    }
}

/// Reads a row, which is a number, or an option, which is an id.
pub(super) fn pick(at: &At, findings: &mut Findings) -> Option<Pick> {
    match at.value.as_str() {
        Some(_) => at.id(findings).map(Pick::Option),
        None => at.count(findings).map(|row| Pick::Row(row as usize)),
    }
}
