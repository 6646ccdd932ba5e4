//! Chart: read one, build one from data, or mend one that misleads.

pub mod given;
pub(super) mod read;
pub(super) mod score;
#[cfg(feature = "author")]
pub mod wire;

pub use given::{Given, Pick};

use super::{Item, PartFeedback, ask};
use crate::chart::{Chart, Form};
use crate::content::Id;
use crate::exercise::numeric::Decimal;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The data, and the chart as it is found.
    pub chart: Chart,
    /// Where the axis of numbers may begin, where the learner sets that.
    pub starts: Vec<Decimal>,
    /// How wide the bars of a histogram may be, where the learner sets that.
    pub widths: Vec<Decimal>,
    /// What is asked.
    pub questions: Vec<Question>,
}

/// A question about the chart.
pub type Question = ask::Question<Ask>;

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// By a number, which may be followed by this unit.
    Number(String),
    /// By pointing at a row of the data: its bar, its dot, its place on the line.
    Row,
    /// By one of these.
    Option(Vec<Item>),
    /// By the shape of the learner's own chart.
    Shape,
    /// By the columns of the learner's own chart.
    Columns,
    /// By where its axis begins; in a histogram also by how wide its bars are.
    Scale,
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is right, by question, but for those that the learner's own chart answers.
    pub answers: Vec<(Id, Answer)>,
    /// The charts that are good ones, the best first.
    pub forms: Vec<Form>,
    /// Feedback by question, for what does not hold.
    pub feedback: PartFeedback,
}

/// What is right in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number, and how far off is still right.
    Number(Decimal, Decimal),
    /// A row or an option.
    Pick(Pick),
}

impl Ask {
    /// Whether the learner's own chart answers it.
    pub fn is_own(&self) -> bool {
        match self {
            Ask::Shape | Ask::Columns | Ask::Scale => true,
            Ask::Number(_) | Ask::Row | Ask::Option(_) => false,
        }
    }
}

impl Prompt {
    /// Whether the learner draws a chart of their own.
    pub fn is_open(&self) -> bool {
        self.questions.iter().any(|question| question.ask.is_own())
    }

    /// Whether a learner chooses what the heights of a histogram's bars say: where they are not equally wide.
    pub fn has_heights(&self) -> bool {
        !self.chart.form.edges.is_empty()
    }

    /// How the chart is drawn that a learner has before them.
    pub fn form<'a>(&'a self, given: &'a Given) -> &'a Form {
        given.form.as_deref().unwrap_or(&self.chart.form)
    }

    /// The chart that a learner has before them.
    pub fn drawn(&self, given: &Given) -> Chart {
        Chart { form: Box::new(self.form(given).clone()), ..self.chart.clone() }
    }
}

/// A response that is right in everything.
pub(super) fn model(prompt: &Prompt, key: &Key) -> Given {
    let form = key.forms.first().filter(|_| prompt.is_open()).cloned().map(Box::new);
    let mut given = Given { form, ..Given::default() };
    for (id, answer) in &key.answers {
        match answer {
            Answer::Number(value, _) => given.numbers.push((id.clone(), value.to_string())),
            Answer::Pick(pick) => given.picks.push((id.clone(), pick.clone())),
        }
    }
    given
}
