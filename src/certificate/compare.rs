//! Compares a certificate with the outline of its module, where that is at hand: title, track, award, objectives and full
//! points are what the learner's device says, and the signed outline says what is right.

use super::checked::Checked;
use crate::content::Module;
use crate::content::module::Track;
use crate::json::{list, text};
use crate::trust::Message;

/// Where a certificate and the outline of its module disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The outline is of another edition, so nothing can be compared.
    Edition(u32),
    /// The title.
    Title,
    /// There is no such track, or it takes other minutes.
    Track,
    /// The track has no such award level, or it has another title.
    Award,
    /// The objectives, or what is said of the holder.
    Objectives,
    /// The full points of the track's assessment.
    Points,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// There was nothing to compare with: the site does not have the module, or it could not be had.
    Absent,
    /// The outline opens only with a licence.
    Sealed,
    /// The outline is not signed by the organiser that vouches for the certificate.
    Unsigned,
    /// What differs; nothing where all agrees.
    Done(Vec<Difference>),
}

/// Compares them. `objectives` is the digest of what the outline says, of [`said`], as base64url.
pub fn compare(certificate: &Checked, module: &Module, objectives: &str) -> Vec<Difference> {
    if module.edition.number != certificate.edition {
        return vec![Difference::Edition(module.edition.number)];
    }
    let language = certificate.language.as_str();
    let mut found = Vec::new();
    if module.card.title.get(language) != certificate.title {
        found.push(Difference::Title);
    }
    let Some((index, track)) = track_of(certificate, module) else {
        found.push(Difference::Track);
        return found;
    };
    if track.minutes != certificate.minutes {
        found.push(Difference::Track);
    }
    let award = track.awards.iter().find(|award| award.id == certificate.award);
    let title = award.map(|award| award.title.get(language));
    if title.is_none() || certificate.award_title.as_deref().is_some_and(|said| Some(said) != title) {
        found.push(Difference::Award);
    }
    if objectives != certificate.objectives {
        found.push(Difference::Objectives);
    }
    let of = module.units_in(index).fold(0_u32, |sum, (_, counts)| sum.saturating_add(counts.points));
    if certificate.score.map_or(0, |(_, of)| of) != of {
        found.push(Difference::Points);
    }
    found
}

/// What an outline says of the holder of such a certificate, and its objectives: for [`crate::trust::Ask::Outline`].
pub fn said(certificate: &Checked, module: &Module) -> Message {
    let language = certificate.language.as_str();
    let statement = track_of(certificate, module).map(|(_, track)| track.certificate.get(language));
    let mut objectives = String::new();
    list(&mut objectives, &module.objectives, |out, one| list(out, [one.id.as_str(), one.text.get(language)], text));
    Message::new().text("statement", statement.unwrap_or_default()).plain("objectives", objectives)
}

/// The track that a certificate names, with its place among the module's tracks.
pub fn track_of<'a>(certificate: &Checked, module: &'a Module) -> Option<(usize, &'a Track)> {
    module.tracks.iter().enumerate().find(|(_, track)| track.id == certificate.track)
}
