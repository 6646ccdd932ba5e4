//! Data sets, glossary and bibliography.

use super::Builder;
use kerege::content::wire::resource::{Bibliography, DataSet, Glossary, Reference, Resources, Term};
use kerege::content::wire::{ByLanguage, File};

impl Builder<'_> {
    pub(super) fn resources(&mut self) -> Resources {
        Resources { data: self.data(), glossary: self.glossary(), bibliography: self.bibliography() }
    }

    fn data(&mut self) -> Vec<DataSet> {
        let mut sets = Vec::new();
        for set in &self.source.module.data {
            let title = self.each(|writer, _| writer.words(&set.title));
            let Some(found) = self.media.file(&set.path, self.findings) else { continue };
            let name = set.path.text.rsplit('/').next().unwrap_or_default().to_owned();
            sets.push(DataSet { id: (&set.id).into(), title, name, file: found.file });
        }
        sets
    }

    fn glossary(&mut self) -> ByLanguage<File> {
        let source = self.source;
        let Some(terms) = source.glossary.as_ref().filter(|terms| !terms.is_empty()) else {
            return ByLanguage::default();
        };
        let written = self.each(|writer, _| {
            let entry = |term: &crate::source::Term, writer: &mut crate::write::Writer<'_>| Term {
                id: (&term.id).into(),
                term: writer.words(&term.term),
                text: writer.short(&term.text),
            };
            Glossary { terms: terms.iter().map(|term| entry(term, writer)).collect() }
        });
        let files = written.0.into_iter();
        ByLanguage(
            files
                .filter_map(|(tag, body)| self.add(&format!("{tag}/glossary"), &body).map(|file| (tag, file)))
                .collect(),
        )
    }

    /// Works are not translated: all languages share one file.
    fn bibliography(&mut self) -> ByLanguage<File> {
        let Some(works) = self.source.works.as_ref().filter(|works| !works.is_empty()) else {
            return ByLanguage::default();
        };
        let works = works.iter().map(|work| Reference {
            id: (&work.id).into(),
            authors: work.authors.clone(),
            year: work.year.clone(),
            title: work.title.clone(),
            container: work.container.clone(),
            url: work.url.clone(),
        });
        let body = Bibliography { references: works.collect() };
        let Some(file) = self.add("bibliography", &body) else { return ByLanguage::default() };
        ByLanguage(self.voices.iter().map(|voice| (voice.language.clone(), file.clone())).collect())
    }
}
