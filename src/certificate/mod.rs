//! The certificate: what it says, made when the track's rule is met.
//!
//! What is printed is here, and in what words a verifier is told what came of checking one. How it is signed and verified
//! belongs to the feature `trust`.

pub mod account;
#[cfg(feature = "trust")]
pub mod badge;
pub mod checked;
pub mod compare;
#[cfg(feature = "trust")]
pub mod digest;
pub mod draft;
#[cfg(feature = "trust")]
pub mod look;
mod plain;
#[cfg(feature = "qr")]
pub mod qr;
pub mod reason;
#[cfg(feature = "trust")]
pub mod signed;
#[cfg(feature = "trust")]
pub mod verify;

use crate::completion;
use crate::content::module::Award;
use crate::content::{Id, Module};
use crate::port::Moment;
use crate::progress::Progress;

/// Everything that a certificate says, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The name as typed.
    pub name: String,
    /// The module's neutral id.
    pub module: Id,
    /// Its title.
    pub title: String,
    /// Its title in English, where the certificate is in another language and there is one.
    pub title_en: Option<String>,
    /// The edition's number.
    pub edition: u32,
    /// The track's title.
    pub track: String,
    /// The award level's title.
    pub award: String,
    /// The award level's title in English.
    pub award_en: String,
    /// The organiser.
    pub organiser: String,
    /// Its address.
    pub url: Option<String>,
    /// What the track's certificate says of its holder.
    pub statement: String,
    /// Objectives of the module; none for a track that leaves out pages, since it may leave out objectives as well.
    pub objectives: Vec<String>,
    /// Points earned and full points; `None` where the track has no assessment.
    pub score: Option<(u32, u32)>,
    /// Attempts that were handed in.
    pub attempts: u32,
    /// Minutes that the track takes.
    pub minutes: u32,
    /// When it was made.
    pub at: Moment,
}

/// The longest name that is taken, in characters.
pub const LONGEST_NAME: usize = 80;

/// The name as it will be printed: trimmed, single spaces, nothing that cannot be seen; `None` where no letter or digit is
/// left or it is too long.
pub fn name(typed: &str) -> Option<String> {
    let spaced = typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let seen: String = spaced.filter(|c| !is_hidden(*c)).collect();
    let clean = seen.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let fits = clean.chars().count() <= LONGEST_NAME && clean.chars().any(char::is_alphanumeric);
    fits.then_some(clean)
}

/// Whether a character has no shape of its own: controls, marks of direction, fillers. The joiners U+200C and U+200D are a
/// part of how some names are written, and stay.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The highest award that is reached in a track.
pub fn award<'a>(module: &'a Module, track: usize, progress: &Progress) -> Option<&'a Award> {
    let reached = completion::awards(module, track, progress);
    let entry = module.tracks.get(track)?;
    entry.awards.iter().rev().find(|award| reached.contains(&award.id))
}

/// Makes the certificate; `None` while the rule is not met or the name is none.
pub fn make(
    module: &Module,
    track: usize,
    progress: &Progress,
    typed: &str,
    language: &str,
    at: Moment,
) -> Option<Certificate> {
    let award = award(module, track, progress)?;
    let entry = module.tracks.get(track)?;
    let (earned, of) = completion::points(module, track, progress);
    let has_english = module.card.title.language_of("en") == "en" && language != "en";
    Some(Certificate {
        name: name(typed)?,
        module: module.id.clone(),
        title: module.card.title.get(language).to_owned(),
        title_en: has_english.then(|| module.card.title.get("en").to_owned()),
        edition: module.edition.number,
        track: entry.title.get(language).to_owned(),
        award: award.title.get(language).to_owned(),
        award_en: award.title.get("en").to_owned(),
        organiser: module.card.organiser.get(language).to_owned(),
        url: module.card.url.clone(),
        statement: entry.certificate.get(language).to_owned(),
        objectives: if is_whole(module, track) { objectives(module, language) } else { Vec::new() },
        score: (of > 0).then_some((earned, of)),
        attempts: completion::attempts(module, track, progress),
        minutes: entry.minutes,
        at,
    })
}

/// Whether no other track holds more pages of any unit.
fn is_whole(module: &Module, track: usize) -> bool {
    module.units.iter().all(|unit| {
        let pages = unit.counts.get(track).map_or(0, |counts| counts.pages);
        unit.counts.iter().all(|counts| counts.pages <= pages)
    })
}

fn objectives(module: &Module, language: &str) -> Vec<String> {
    module.objectives.iter().map(|objective| objective.text.get(language).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_of_any_script_are_kept_and_tricks_removed() {
        for typed in ["Әсел Нұрланқызы", "გიორგი", "Արամ", "José  María ", "Имя\u{a0}Фамилия"]
        {
            assert!(name(typed).is_some(), "{typed}");
        }
        assert_eq!(name(" A \u{202e} B\n").as_deref(), Some("A B"));
        for typed in ["", "  ", "\u{200f}", &"x".repeat(81)] {
            assert_eq!(name(typed), None, "{typed}");
        }
    }
}
