//! Builds a module: from an author's folder to the files that the player reads.

mod counts;
mod edition;
mod fingerprint;
mod outline;
mod output;
mod resources;
pub mod seal;
mod site;
mod unit;
mod verify;

pub use output::{Files as OutputFiles, Output};
pub use seal::Sealing;
pub use site::{ORGANISER, Options, REVOCATIONS, Signing, SiteError, courses_of, site};

use crate::finding::Findings;
use crate::lock::Lock;
use crate::media::Media;
use crate::site::SiteModule;
use crate::source::Source;
use crate::translate::{Message, Translator};
use crate::write::{Known, Writer};
use kerege::content::wire::catalogue::CatalogueModule;
use kerege::content::wire::{ByLanguage, Unit as WireUnit};
use kerege::content::{Module, Unit};

/// A module, built in memory.
#[derive(Debug)]
pub struct Built {
    /// Its files: paths relative to the module's folder in the site.
    pub files: OutputFiles,
    /// Its entry in the catalogue.
    pub entry: CatalogueModule,
    /// What its static pages need.
    pub pages: SiteModule,
    /// Its permanent numbers after this build.
    pub lock: Lock,
    /// What can be translated.
    pub messages: Vec<Message>,
    /// The module as the player reads it, with its units in the source language.
    pub read: Option<(Module, Vec<Unit>)>,
    /// What the core's reader says of the files; nothing, unless the writer has drifted from it.
    pub drift: Vec<String>,
    /// What the author says of sealing; `None` where the module is free.
    pub sealing: Option<Sealing>,
}

/// Builds a module. With `inline`, units stand in `module.json`.
pub fn build(source: &Source, inline: bool, findings: &mut Findings) -> Built {
    let mut builder = Builder {
        source,
        known: known(source),
        media: Media::new(&source.folder),
        voices: voices(source),
        findings,
        lock: source.lock.clone(),
        files: OutputFiles::default(),
    };
    let card = builder.card();
    let objectives = builder.objectives();
    let tracks = builder.tracks();
    let mut units = Vec::new();
    for unit in &source.units {
        units.push(builder.unit(unit));
    }
    let resources = builder.resources();
    builder.finish(card, objectives, tracks, units, resources, inline)
}

/// What is used while a module is built.
struct Builder<'a> {
    source: &'a Source,
    known: Known,
    media: Media,
    /// One translator a language, the source language first.
    voices: Vec<Translator>,
    findings: &'a mut Findings,
    lock: Lock,
    files: OutputFiles,
}

/// A unit in all languages, with its title and the languages' notes.
struct WrittenUnit {
    title: kerege::content::wire::Localised,
    units: ByLanguage<WireUnit>,
    notes: ByLanguage<WireUnit>,
}

impl Builder<'_> {
    /// What `write` gives in each language.
    fn each<T>(&mut self, mut write: impl FnMut(&mut Writer<'_>, &mut Lock) -> T) -> ByLanguage<T> {
        let mut written = Vec::new();
        for voice in &mut self.voices {
            let language = voice.language.clone();
            let mut writer = Writer::new(&self.source.module.id, &self.known, &mut self.media, voice, self.findings);
            written.push((language, write(&mut writer, &mut self.lock)));
        }
        ByLanguage(written)
    }
}

/// What links may lead to.
fn known(source: &Source) -> Known {
    let pages =
        source.units.iter().flat_map(|unit| unit.pages.iter().map(|page| (page.id.to_string(), unit.id.clone())));
    Known {
        pages: source.has_all_pages().then(|| pages.collect()),
        terms: source.glossary.as_ref().map(|terms| terms.iter().map(|term| term.id.to_string()).collect()),
        works: source.works.as_ref().map(|works| works.iter().map(|work| work.id.to_string()).collect()),
        data: Some(source.module.data.iter().map(|data| data.id.to_string()).collect()),
    }
}

fn voices(source: &Source) -> Vec<Translator> {
    let language = &source.module.source;
    let others = source.translations.iter().map(|(tag, po)| Translator::into(tag, language, po.clone()));
    std::iter::once(Translator::source(language)).chain(others).collect()
}
