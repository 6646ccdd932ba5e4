//! Short texts that a file carries in several languages at once.

/// A text by language (BCP 47 tag), in the order of the file; the first is the source language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localised(pub Vec<(String, String)>);

impl Localised {
    /// The text in `language`, else in the source language, else nothing.
    pub fn get(&self, language: &str) -> &str {
        let texts = &self.0;
        let hit = texts.iter().find(|(tag, _)| tag == language).or_else(|| texts.first());
        hit.map_or("", |(_, text)| text)
    }

    /// The tag of the language that [`Localised::get`] answers in.
    pub fn language_of<'a>(&'a self, language: &'a str) -> &'a str {
        let found = self.0.iter().any(|(tag, _)| tag == language);
        if found { language } else { self.0.first().map_or(language, |(tag, _)| tag) }
    }
}
