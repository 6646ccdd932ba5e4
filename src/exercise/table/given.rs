//! A learner's table and the answers that were read from it.

use super::setup::{Setup, Tests, tests, tests_fit, write_tests};
use super::{Ask, Prompt};
use crate::content::Id;
use crate::content::read::{At, Findings};
use crate::exercise::read;
use crate::json;

/// What a learner made of the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The table as it was left.
    pub setup: Setup,
    /// What was typed, by question.
    pub numbers: Vec<(Id, String)>,
    /// The cells that were named, by question: what holds for their cases.
    pub cells: Vec<(Id, Tests)>,
}

impl Given {
    /// Whether everything in it speaks of questions, columns and words that are there.
    pub(in crate::exercise) fn fits(&self, prompt: &Prompt) -> bool {
        let is_asked = |id: &Id, asks: fn(&Ask) -> bool| {
            prompt.questions.iter().any(|question| question.item.id == *id && asks(&question.ask))
        };
        self.setup.fits(&prompt.data)
            && self.numbers.iter().all(|(id, _)| is_asked(id, |ask| matches!(ask, Ask::Number(_))))
            && self
                .cells
                .iter()
                .all(|(id, tests)| is_asked(id, |ask| *ask == Ask::Cell) && tests_fit(tests, &prompt.data))
    }

    pub(in crate::exercise) fn write(&self, out: &mut String) {
        out.push_str("{\"setup\":");
        self.setup.write(out);
        out.push_str(",\"numbers\":");
        let numbers = self.numbers.iter().map(|(id, typed)| (id.as_str(), typed));
        json::object(out, numbers, |out, typed| json::text(out, typed));
        out.push_str(",\"cells\":");
        json::object(out, self.cells.iter().map(|(id, tests)| (id.as_str(), tests)), |out, tests| {
            write_tests(tests, out)
        });
        out.push('}');
    }

    pub(in crate::exercise) fn from_json(at: &At, findings: &mut Findings) -> Option<Given> {
        let numbers = read::pairs_in(at, "numbers", findings, read::text);
        let cells = read::pairs_in(at, "cells", findings, |at, findings| Some(tests(at, findings)));
        Some(Given { setup: Setup::read(&at.need("setup", findings)?, findings), numbers, cells })
    }
}
