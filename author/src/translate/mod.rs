//! Says a text of the source in another language.

use crate::finding::Findings;
use crate::markdown::marks;
use crate::passage::{Passage, Place};
use crate::po::Catalogue;
use std::collections::{BTreeMap, BTreeSet};

/// A text that can be translated, where the source has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What tells equal texts apart.
    pub context: Option<String>,
    /// The text.
    pub id: String,
    /// Every place where it stands.
    pub places: Vec<Place>,
}

/// A text as it is said in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The text, and where it stands.
    pub text: Passage,
    /// Whether it is still in the source language, for want of a translation.
    pub foreign: bool,
}

/// A translator into one language; for the source language, one who writes down what is said.
#[derive(Debug, Default)]
pub struct Translator {
    /// The language (BCP 47).
    pub language: String,
    /// The language of the source.
    pub source: String,
    catalogue: Option<Catalogue>,
    messages: Vec<Message>,
    index: BTreeMap<(Option<String>, String), usize>,
    said: BTreeSet<String>,
}

impl Translator {
    /// For the source language.
    pub fn source(language: &str) -> Translator {
        Translator { language: language.to_owned(), source: language.to_owned(), ..Translator::default() }
    }

    /// For a language with a catalogue of translations.
    pub fn into(language: &str, source: &str, catalogue: Catalogue) -> Translator {
        Translator {
            language: language.to_owned(),
            source: source.to_owned(),
            catalogue: Some(catalogue),
            ..Translator::default()
        }
    }

    /// Whether it says the text as it is.
    pub fn is_source(&self) -> bool {
        self.catalogue.is_none()
    }

    /// What can be translated, in the order of the source.
    pub fn into_messages(self) -> Vec<Message> {
        self.messages
    }

    /// The text in this language; where there is no good translation, the text itself.
    pub fn say(&mut self, text: &Passage, context: Option<&str>, findings: &mut Findings) -> Said {
        if !has_words(&text.text) && context.is_none() {
            return Said { text: text.clone(), foreign: false };
        }
        if self.catalogue.is_none() {
            self.note(text, context);
            return Said { text: text.clone(), foreign: false };
        }
        match self.translation(text, context, findings) {
            Some(found) => Said { text: found, foreign: false },
            None => Said { text: text.clone(), foreign: true },
        }
    }

    /// A good translation; what is wrong with it is said.
    fn translation(&mut self, text: &Passage, context: Option<&str>, findings: &mut Findings) -> Option<Passage> {
        let catalogue = self.catalogue.as_ref()?;
        let found = catalogue.find(context, &text.text);
        let Some(message) = found.filter(|message| !message.text.text.is_empty()) else {
            let first = self.said.insert(format!("{context:?}{}", text.text));
            if first && !catalogue.is_missing() {
                let help = format!("run `kerege po update`, then translate it in po/{}.po", self.language);
                findings.unfinished(text.all(), format!("not translated into `{}`", self.language), help);
            }
            return None;
        };
        if message.fuzzy {
            let help = "compare it with the text, correct it, and remove the line `#, fuzzy`";
            findings.unfinished(message.text.all(), "this translation is of an older text (fuzzy) and not used", help);
            return None;
        }
        if let Some((problem, help)) = context.is_none().then(|| changed(&text.text, &message.text.text)).flatten() {
            findings.wrong(message.text.all(), problem, help);
            return None;
        }
        Some(message.text.clone())
    }

    fn note(&mut self, text: &Passage, context: Option<&str>) {
        let key = (context.map(str::to_owned), text.text.clone());
        let place = text.all();
        match self.index.get(&key).and_then(|index| self.messages.get_mut(*index)) {
            Some(message) if message.places.contains(&place) => {}
            Some(message) => message.places.push(place),
            None => {
                self.index.insert(key.clone(), self.messages.len());
                self.messages.push(Message { context: key.0, id: key.1, places: vec![place] });
            }
        }
    }
}

/// Whether there is something to translate: a letter outside a gap.
fn has_words(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        if before.chars().any(char::is_alphabetic) {
            return true;
        }
        rest = after.split_once("]]").map_or("", |(_, rest)| rest);
    }
    rest.chars().any(char::is_alphabetic)
}

/// What a translation changed that it has to keep.
fn changed(source: &str, translation: &str) -> Option<(String, &'static str)> {
    let (mut kept, mut lost) = (marks(translation), Vec::new());
    for mark in marks(source) {
        match kept.iter().position(|other| *other == mark) {
            Some(at) => {
                kept.remove(at);
            }
            None => lost.push(mark),
        }
    }
    let help = "copy gaps, links and footnotes from the source letter by letter; only the words between them change";
    if let Some(mark) = lost.first() {
        return Some((format!("the translation has lost `{mark}`"), help));
    }
    kept.first().map(|mark| (format!("the translation has `{mark}`, which the source has not"), help))
}

#[cfg(test)]
mod tests {
    use super::{changed, has_words};

    #[test]
    fn only_what_has_letters_is_a_message() {
        for (text, expected) in [("Tested", true), ("[[n]]", false), ("40 %", false), ("[[n]] раз", true), ("–", false)]
        {
            assert_eq!(has_words(text), expected, "{text}");
        }
    }

    #[test]
    fn gaps_links_and_notes_must_stay() {
        assert_eq!(changed("Of [[n]] [people](term:people)", "Из [[n]] [людей](term:people)"), None);
        assert!(changed("Of [[n]]", "Из [[m]]").is_some());
        assert!(changed("See [x](https://a.example)", "См. [x](https://b.example)").is_some());
        assert!(changed("Plain", "Не [[n]]").is_some());
    }
}
