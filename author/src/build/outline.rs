//! `module.json`: everything about a module except its pages.

use super::{Builder, Built, Sealing, WrittenUnit, counts, edition, verify};
use crate::markdown::Leaf;
use crate::media::hashed;
use kerege::content::wire::catalogue::CatalogueModule;
use kerege::content::wire::module::{Award, Card, Edition, Module, Objective, Track, UnitEntry};
use kerege::content::wire::resource::Resources;
use kerege::content::wire::{Body, ByLanguage, File, Localised, to_vec};
use serde::Serialize;

/// The outline's name.
pub(super) const NAME: &str = "module.json";

impl Builder<'_> {
    fn localised(&mut self, leaf: &Leaf) -> Localised {
        self.each(|writer, _| writer.words(leaf))
    }

    fn localised_or_none(&mut self, leaf: Option<&Leaf>) -> Localised {
        leaf.map(|leaf| self.localised(leaf)).unwrap_or_default()
    }

    pub(super) fn card(&mut self) -> Card {
        let module = &self.source.module;
        Card {
            title: self.localised(&module.title),
            summary: self.localised_or_none(module.summary.as_ref()),
            audience: self.localised_or_none(module.audience.as_ref()),
            organiser: self.localised_or_none(module.organiser.as_ref()),
            url: module.url.clone(),
        }
    }

    pub(super) fn objectives(&mut self) -> Vec<Objective> {
        let objectives = &self.source.module.objectives;
        objectives.iter().map(|one| Objective { id: (&one.id).into(), text: self.localised(&one.text) }).collect()
    }

    pub(super) fn tracks(&mut self) -> Vec<Track> {
        let mut tracks = Vec::new();
        for track in &self.source.module.tracks {
            let title = self.localised(&track.title);
            let summary = self.localised_or_none(track.summary.as_ref());
            let mut awards = Vec::new();
            for award in &track.awards {
                let rule = award.rule.as_ref().map(|rule| rule.rule.clone());
                awards.push(Award { id: (&award.id).into(), title: self.localised(&award.title), rule });
            }
            let certificate = self.localised_or_none(track.certificate.as_ref());
            let (id, minutes, rule) = ((&track.id).into(), track.minutes, track.rule.rule.clone());
            tracks.push(Track { id, title, summary, minutes, rule, awards, certificate });
        }
        tracks
    }

    /// Adds a file named after its content.
    pub(super) fn add<T: Body + Serialize>(&mut self, path: &str, body: &T) -> Option<File> {
        // Nothing that is written here fails to be JSON.
        let bytes = to_vec(body).ok()?;
        let file = hashed(path, "json", &bytes);
        self.files.add(&file.path, bytes);
        Some(file)
    }

    fn add_each<T: Body + Serialize>(&mut self, name: &str, bodies: &ByLanguage<T>) -> ByLanguage<File> {
        let files = bodies.0.iter();
        ByLanguage(
            files.filter_map(|(tag, body)| Some((tag.clone(), self.add(&format!("{tag}/{name}"), body)?))).collect(),
        )
    }

    fn entry(&mut self, index: usize, written: WrittenUnit, tracks: &[Track], inline: bool) -> Option<UnitEntry> {
        let unit = self.source.units.get(index)?;
        let source = written.units.0.first().map(|(_, unit)| unit);
        let counts = tracks.iter().map(|track| counts::counts(source, &track.id)).collect();
        let files = if inline { ByLanguage::default() } else { self.add_each(unit.id.as_str(), &written.units) };
        let notes = self.add_each(&format!("notes-{}", unit.id), &written.notes);
        Some(UnitEntry {
            id: (&unit.id).into(),
            title: written.title,
            minutes: unit.minutes,
            attempts: unit.attempts,
            counts,
            files,
            inline: if inline { written.units } else { ByLanguage::default() },
            notes,
        })
    }

    pub(super) fn finish(
        mut self,
        card: Card,
        objectives: Vec<Objective>,
        tracks: Vec<Track>,
        units: Vec<WrittenUnit>,
        resources: Resources,
        inline: bool,
    ) -> Built {
        let pages: Vec<u32> =
            units.iter().map(|unit| unit.units.0.first().map_or(0, |(_, u)| u.pages.len() as u32)).collect();
        let mut entries = Vec::new();
        for (index, unit) in units.into_iter().enumerate() {
            entries.extend(self.entry(index, unit, &tracks, inline));
        }
        let source = &self.source.module;
        let languages: Vec<String> = self.voices.iter().map(|voice| voice.language.clone()).collect();
        let edition = Edition { number: source.edition.0, date: source.edition.1.clone() };
        let module = Module {
            id: (&source.id).into(),
            edition,
            languages: languages.clone(),
            card,
            objectives,
            units: entries,
            tracks,
            resources,
            seal: None,
        };
        let bytes = to_vec(&module).unwrap_or_default();
        let slug = &source.slug;
        let entry = CatalogueModule {
            id: module.id.clone(),
            slug: slug.clone(),
            file: File { path: format!("{slug}/{NAME}"), ..hashed(NAME, "json", &bytes) },
            title: module.card.title.clone(),
            summary: module.card.summary.clone(),
            languages,
            pages: pages.iter().sum(),
            minutes: minutes(&module),
            units: pages,
        };
        self.files.add(NAME, bytes);
        for found in self.media.all() {
            self.files.copy(&found.file.path, found.source.clone());
        }
        let (read, drift) = verify::verify(&self.files, &source.source);
        let pages = edition::pages(&module, slug, &self.files, NAME);
        let messages = if self.voices.is_empty() { Vec::new() } else { self.voices.remove(0).into_messages() };
        let sealing = source
            .seal
            .as_ref()
            .map(|seal| Sealing { free: seal.free.iter().map(|(id, _)| id.clone()).collect(), outline: seal.outline });
        Built { files: self.files, entry, pages, lock: self.lock, messages, read, drift, sealing }
    }
}

/// How long a module takes: what its longest track says, as its own page does; where none says it, what its units take.
fn minutes(module: &Module) -> u32 {
    let longest = module.tracks.iter().map(|track| track.minutes).max().filter(|minutes| *minutes > 0);
    longest.unwrap_or_else(|| module.units.iter().map(|unit| unit.minutes).sum())
}
