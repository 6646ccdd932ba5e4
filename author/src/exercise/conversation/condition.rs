//! Conditions as an author writes them: `trust >= 2 and risk <= 1`.

use super::Variable;
use crate::finding::Findings;
use crate::passage::Passage;
use kerege::content::Id;
use kerege::exercise::conversation::WIDEST;

/// A variable lies between two values.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) variable: Id,
    pub(super) least: Option<i32>,
    pub(super) most: Option<i32>,
}

/// Reads conditions joined by `and`; `None` where one of them says nothing.
pub(super) fn read(text: &Passage, variables: &[Variable], findings: &mut Findings) -> Option<Vec<Condition>> {
    let read = text.text.split(" and ").map(|part| one(part, variables)).collect();
    if let Err(problem) = &read {
        let help = "write a variable, one of >= <= > < = and a whole number, such as trust >= 2; join several by `and`";
        findings.wrong(text.all(), problem.as_str(), help);
    }
    read.ok()
}

fn one(text: &str, variables: &[Variable]) -> Result<Condition, String> {
    let text = text.trim();
    // The longer sign first: the shorter one is its beginning.
    let signs = [">=", "<=", "=", ">", "<"];
    let found = signs.into_iter().find_map(|sign| Some((text.split_once(sign)?, sign)));
    let number = |text: &str| text.trim().parse::<i32>().ok().filter(|number| WIDEST.contains(number));
    let parts = found.and_then(|((name, value), sign)| Some((name.trim(), sign, number(value)?)));
    let Some((name, sign, value)) = parts else { return Err(format!("`{text}` is no condition")) };
    let Some(variable) = variables.iter().find(|one| one.part.id.as_str() == name) else {
        return Err(format!("there is no variable `{name}`"));
    };
    let (least, most) = match sign {
        ">=" => (Some(value), None),
        "<=" => (None, Some(value)),
        ">" => (Some(value + 1), None),
        "<" => (None, Some(value - 1)),
        _ => (Some(value), Some(value)),
    };
    Ok(Condition { variable: variable.part.id.clone(), least, most })
}
