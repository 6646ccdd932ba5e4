//! The model answer of an exercise, as a response that earns full points.

use super::{Response, Task, blanks, chart, coding, conversation, stakeholders, table};
use crate::content::unit::Exercise;

/// A response that the key accepts in full; `None` where there is no right answer (see [`Kind::is_scored`](super::Kind::is_scored)), and for a plan.
pub fn answer(exercise: &Exercise) -> Option<Response> {
    Some(match &exercise.task {
        Task::Choice(_, key) => Response::Choice(key.right.clone()),
        Task::Blanks(_, key) => {
            Response::Blanks(key.blanks.iter().map(|(id, key)| (id.clone(), blanks::model(key))).collect())
        }
        Task::Numeric(_, key) => Response::Numeric(key.value.to_string()),
        Task::Matching(_, key) => Response::Matching(key.pairs.clone()),
        Task::Ordering(_, key) => Response::Ordering(key.order.clone()),
        Task::Categorise(_, key) => Response::Categorise(key.groups.clone()),
        Task::Coding(_, key) => Response::Coding(coding::model(key)),
        Task::Table(_, key) => Response::Table(table::model(key)),
        Task::Chart(prompt, key) => Response::Chart(chart::model(prompt, key)),
        Task::Stakeholders(_, key) => Response::Stakeholders(stakeholders::model(key)),
        Task::Matrix(_, key) => Response::Matrix(key.rows.clone()),
        Task::Label(_, key) => Response::Label(key.labels.clone()),
        Task::Hotspot(_, key) => Response::Hotspot(key.right.clone()),
        Task::Marking(_, key) => Response::Marking(key.right.clone()),
        Task::Conversation(prompt, key) => Response::Conversation(conversation::answer(prompt, key)),
        Task::Reflection(..)
        | Task::Scale(_)
        | Task::Likert(_)
        | Task::Cards(_)
        | Task::Checklist(_)
        | Task::Plan(..) => return None,
    })
}
