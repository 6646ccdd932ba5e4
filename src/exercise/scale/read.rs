//! Reads scale.

use super::Prompt;
use crate::content::Problem;
use crate::content::read::{At, Findings};
use crate::exercise::read;

pub(in crate::exercise) fn prompt(at: &At, findings: &mut Findings) -> Option<Prompt> {
    let point = |name: &'static str, findings: &mut Findings| {
        let at = at.need(name, findings)?;
        at.expect(at.value.as_i64().and_then(|n| i32::try_from(n).ok()), "a whole number", findings)
    };
    let (from, to) = (point("from", findings)?, point("to", findings)?);
    if from >= to || to.saturating_sub(from) > 10 {
        at.say(findings, Problem::OutOfRange("a scale of 2 to 11 points"));
        return None;
    }
    Some(Prompt {
        from,
        to,
        from_label: at.text_or_empty("from-label", findings),
        to_label: at.text_or_empty("to-label", findings),
        after: read::after(at, findings),
    })
}
