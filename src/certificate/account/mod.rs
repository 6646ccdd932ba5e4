//! What a verifier is told: the verdict in words, every signed field, who vouches for what, and what is not proven.
//!
//! The words are the interface's, in the language that is passed in; names, titles and numbers are those of the document.

mod badge;
mod facts;
mod reasons;
mod verdict;

use super::checked::Brought;
use super::compare::{Compared, Difference};
use super::reason::List;
use crate::i18n::Texts;
use crate::port::Moment;

/// How a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing stands against it, and everything was looked at.
    Holds,
    /// Nothing stands against it, but not everything could be looked at here.
    Open,
    /// Something stands against it.
    Against,
}

/// What a verifier is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// How it stands.
    pub tone: Tone,
    /// The verdict.
    pub verdict: String,
    /// The same in English, where that is another language.
    pub verdict_en: Option<String>,
    /// What stands against it, or was not looked at: each a sentence or two.
    pub reasons: Vec<String>,
    /// What the document says, under headings.
    pub parts: Vec<Part>,
    /// What it proves: each a sentence.
    pub proven: Vec<String>,
    /// What it does not prove.
    pub unproven: Vec<String>,
}

/// Facts under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub heading: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// A fact: what, and how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// What the document says.
    pub value: String,
    /// Whether it is compared letter by letter: numbers, ids, fingerprints.
    pub is_code: bool,
}

/// The words of a language, and its days.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The interface's texts.
    pub texts: &'a Texts,
    /// A day as the readers of the language write it.
    pub day: &'a dyn Fn(Moment) -> String,
}

impl Words<'_> {
    fn t(&self, english: &'static str) -> String {
        self.texts.text(english).to_owned()
    }

    fn fill(&self, english: &'static str, values: &[(&str, &str)]) -> String {
        self.texts.fill(english, values)
    }

    fn count(&self, one: &'static str, many: &'static str, n: u32) -> String {
        self.texts.count(one, many, n)
    }

    /// The day of a moment.
    fn day(&self, at: Moment) -> String {
        (self.day)(at)
    }

    /// The last day before a moment.
    fn last(&self, until: Moment) -> String {
        (self.day)(Moment(until.0.saturating_sub(1000)))
    }
}

/// What was found beside the document itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// What became of the list of revoked licences.
    pub list: List,
    /// What came of comparing a certificate with the outline of its module; `None` where nobody who is known vouches.
    pub compared: Option<Compared>,
}

impl Beside {
    /// Where a certificate and its module's outline disagree.
    fn differences(&self) -> &[Difference] {
        match &self.compared {
            Some(Compared::Done(found)) if !matches!(found.as_slice(), [Difference::Edition(_)]) => found,
            Some(Compared::Done(_) | Compared::Absent | Compared::Sealed | Compared::Unsigned) | None => &[],
        }
    }
}

/// What a verifier is told about what was brought.
pub fn account(brought: &Brought, beside: &Beside, words: &Words<'_>) -> Account {
    let mut told = match brought {
        Brought::Certificate(checked) => Account {
            tone: verdict::tone(checked, beside),
            verdict: String::new(),
            verdict_en: None,
            reasons: reasons::reasons(checked, beside, words),
            parts: facts::parts(checked, words),
            proven: verdict::proven(checked, beside, words),
            unproven: verdict::unproven(checked, beside, words),
        },
        Brought::Badge(one) => badge::account(one, words),
        Brought::SelfAttested | Brought::Licence | Brought::Nothing => Account {
            tone: Tone::Against,
            verdict: String::new(),
            verdict_en: None,
            reasons: reasons::instead(brought, words),
            parts: Vec::new(),
            proven: Vec::new(),
            unproven: Vec::new(),
        },
    };
    told.verdict = verdict::verdict(brought, beside, words);
    if words.texts.language() != "en" {
        let english = Texts::english();
        told.verdict_en = Some(verdict::verdict(brought, beside, &Words { texts: &english, day: words.day }));
    }
    told
}

fn fact(name: String, value: impl Into<String>) -> Fact {
    Fact { name, value: value.into(), is_code: false }
}

fn code(name: String, value: impl Into<String>) -> Fact {
    Fact { name, value: value.into(), is_code: true }
}
