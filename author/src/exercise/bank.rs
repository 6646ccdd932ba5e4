//! The bank of words of a `blanks` exercise: one list for all the gaps.

use super::part::{self, Part};
use crate::finding::Findings;
use crate::passage::Place;
use crate::yaml::Fields;
use kerege::content::Id;

/// The word that is right in a gap; with a bank every gap has one, and nothing else.
pub(super) fn right(
    word: Option<(Id, Place)>,
    has_other: bool,
    place: Place,
    findings: &mut Findings,
) -> Option<(Id, Place)> {
    if has_other {
        let help = "with a `bank`, write `word:` in every gap, and neither `accepts` nor `options`";
        findings.wrong(place, "this gap is not filled from the bank", help);
        return None;
    }
    if word.is_none() {
        findings.wrong(place, "no word is right in this gap", "write `word: ` and the id of a word in the `bank`");
    }
    word
}

/// A word of the bank.
pub(super) fn word(fields: &mut Fields<'_>, findings: &mut Findings) -> Option<Part> {
    let found = Part::read(fields, "text", findings);
    let feedback = part::markdown(fields, "feedback", findings);
    Some(Part { feedback, ..found? })
}
