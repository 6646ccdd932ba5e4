//! An author's folder, read: structure and text with the places where they stand.

mod catalogue;
mod glossary;
mod module;
pub(crate) mod page;
pub(crate) mod plan;
mod player;
mod rule;
mod sheet;
mod text;
mod track;
mod unit;
mod value;

pub use catalogue::{Catalogue as CatalogueSource, Course as CourseSource, Said, read as read_catalogue};
pub use glossary::{Term, Work};
pub use module::{DataSet, Module, Objective};
pub use page::{Page, PageBlock, PlanPart, Pool};
pub use player::read as read_player;
pub use rule::Rule;
pub(crate) use sheet::columns;
pub use sheet::{DataSets, Sheet};
pub use track::{Award, Track};
pub use unit::{Notes, Unit};

use crate::exercise::Task;
use crate::finding::Findings;
use crate::lock::Lock;
use crate::passage::{FileId, Files, Passage, Place};
use crate::po::{self, Catalogue};
use kerege::content::Id;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Everything in a module's folder, except media.
#[derive(Debug)]
pub struct Source {
    /// The folder.
    pub folder: PathBuf,
    /// The files that were read.
    pub files: Files,
    /// `module.yaml`.
    pub module: Module,
    /// Units, in order.
    pub units: Vec<Unit>,
    /// Facilitator's notes of some units.
    pub notes: Vec<Notes>,
    /// The glossary; `None` where its file could not be read.
    pub glossary: Option<Vec<Term>>,
    /// The data sets that exercises compute with.
    pub sheets: Vec<Sheet>,
    /// The bibliography; `None` where its file could not be read.
    pub works: Option<Vec<Work>>,
    /// Translations by language, without the source language.
    pub translations: Vec<(String, Catalogue)>,
    /// Permanent numbers.
    pub lock: Lock,
}

impl Source {
    /// Whether every unit could be read, and every page has an id.
    pub fn has_all_pages(&self) -> bool {
        let nameless = |unit: &Unit| unit.pages.iter().any(|page| !page.has_id);
        self.units.len() == self.module.units.len() && !self.units.iter().any(nameless)
    }
}

/// What was read of a folder, and what is to be said about it.
#[derive(Debug)]
pub struct Reading {
    /// The files, for showing findings.
    pub files: Files,
    /// The module; `None` where `module.yaml` cannot be used.
    pub source: Option<Source>,
    /// What is wrong.
    pub findings: Findings,
}

/// Reads a module's folder.
pub fn read(folder: &Path) -> Reading {
    let mut reader = Reader { folder, files: Files::default(), findings: Findings::default() };
    let source = reader.module();
    let source = source.map(|source| Source { files: reader.files.clone(), ..source });
    Reading { files: reader.files, source, findings: reader.findings }
}

struct Reader<'a> {
    folder: &'a Path,
    files: Files,
    findings: Findings,
}

impl Reader<'_> {
    fn module(&mut self) -> Option<Source> {
        let root = self.files.add("module.yaml", String::new());
        let text = match text::load(&self.folder.join("module.yaml")) {
            Ok(text) => text,
            Err(problem) => {
                let help = "name the folder of a module; `kerege new <folder>` makes one";
                self.findings.wrong(root.start(), format!("module.yaml {problem}"), help);
                return None;
            }
        };
        let id = self.files.add("module.yaml", text);
        let passage = self.files.passage(id);
        let module = module::read(&passage, &mut self.findings)?;
        self.findings.data = Arc::new(self.data(&module));
        let mut units: Vec<Unit> = module.units.iter().filter_map(|path| self.unit(path)).collect();
        let notes = module.units.iter().zip(&units).filter_map(|(path, unit)| self.notes(path, unit)).collect();
        self.notes_of_no_unit(&module);
        let glossary = self.list(module.glossary.as_ref(), glossary::terms);
        let works = self.list(module.bibliography.as_ref(), glossary::works);
        let languages = module.languages.iter().filter(|(language, _)| *language != module.source);
        let translations =
            languages.map(|(language, place)| (language.clone(), self.translation(language, *place))).collect();
        let lock = self.lock();
        let sheets = self.sheets(&mut units);
        unit::check_ids(&units, &mut self.findings);
        plan::check(&units, units.len() == module.units.len(), &mut self.findings);
        Some(Source {
            folder: self.folder.to_owned(),
            files: Files::default(),
            module,
            units,
            notes,
            glossary,
            sheets,
            works,
            translations,
            lock,
        })
    }

    fn unit(&mut self, path: &Passage) -> Option<Unit> {
        let text = self.open(path)?;
        unit::read(&text, &mut self.findings)
    }

    fn notes(&mut self, path: &Passage, unit: &Unit) -> Option<Notes> {
        let name = format!("notes/{}", path.text);
        let text = text::load(&self.folder.join(&name)).ok()?;
        let id = self.files.add(name, text);
        Some(unit::notes(&self.files.passage(id), unit, &mut self.findings))
    }

    /// Says which facilitator's notes belong to no unit: nobody would read them.
    fn notes_of_no_unit(&mut self, module: &Module) {
        let entries = std::fs::read_dir(self.folder.join("notes")).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".md") && !module.units.iter().any(|unit| unit.text == *name));
        names.sort();
        for name in names {
            let file = self.files.add(format!("notes/{name}"), String::new());
            let help = "give it the same name as the unit's file, as it stands below `units:` of module.yaml";
            self.findings.wrong(file.start(), format!("notes/{name} belongs to no unit"), help);
        }
    }

    fn translation(&mut self, language: &str, place: Place) -> Catalogue {
        let name = format!("po/{language}.po");
        match text::load(&self.folder.join(&name)) {
            Ok(text) => {
                let id = self.files.add(name, text);
                po::read(&self.files.passage(id), &mut self.findings)
            }
            Err(_) => {
                let help = "run `kerege po update`, then translate the file";
                self.findings.unfinished(
                    place,
                    format!("there is no {name}: nothing is translated into `{language}`"),
                    help,
                );
                Catalogue::missing()
            }
        }
    }

    /// Reads the data sets that exercises compute with, and works out what is right. An exercise whose data set cannot be
    /// used is left out.
    fn sheets(&mut self, units: &mut [Unit]) -> Vec<Sheet> {
        let mut sheets: Vec<(Id, Option<Sheet>)> = Vec::new();
        for unit in units {
            let mut lost: Vec<Id> = Vec::new();
            for exercise in &mut unit.exercises {
                let Task::Table(table) = &mut exercise.task else { continue };
                let (id, place) = table.data.clone();
                if !sheets.iter().any(|(known, _)| *known == id) {
                    let data = self.findings.data.clone();
                    let sheet = data.named(&id, place, &mut self.findings).cloned();
                    sheets.push((id.clone(), sheet));
                }
                let sheet = sheets.iter().find(|(known, _)| *known == id).and_then(|(_, sheet)| sheet.as_ref());
                if !sheet.is_some_and(|sheet| table.resolve(sheet, &mut self.findings)) {
                    lost.push(exercise.id.clone());
                }
            }
            unit.exercises.retain(|exercise| !lost.contains(&exercise.id));
            let is_lost = |block: &PageBlock| matches!(block, PageBlock::Exercise(id, _) if lost.contains(id));
            unit.pages.iter_mut().for_each(|page| page.blocks.retain(|block| !is_lost(block)));
        }
        sheets.into_iter().filter_map(|(_, sheet)| sheet).collect()
    }

    /// Reads the module's data sets, before anything that may be drawn from one.
    fn data(&mut self, module: &Module) -> DataSets {
        DataSets::read(&module.data, |set| {
            let before = std::mem::take(&mut self.findings);
            let sheet = self.open(&set.path).and_then(|text| sheet::read(set, &text, &mut self.findings));
            (sheet, std::mem::replace(&mut self.findings, before))
        })
    }

    /// The entries of a file, where there is one; `None` where it cannot be read.
    fn list<T>(&mut self, path: Option<&Passage>, read: fn(&Passage, &mut Findings) -> Vec<T>) -> Option<Vec<T>> {
        let Some(path) = path else { return Some(Vec::new()) };
        let text = self.open(path)?;
        Some(read(&text, &mut self.findings))
    }

    fn lock(&mut self) -> Lock {
        let Ok(text) = text::load(&self.folder.join(crate::lock::FILE)) else { return Lock::default() };
        let id = self.files.add(crate::lock::FILE, text);
        crate::lock::read(&self.files.passage(id), &mut self.findings)
    }

    /// Opens a file that `module.yaml` names.
    fn open(&mut self, path: &Passage) -> Option<Passage> {
        if !kerege::content::file::is_inside(&path.text) {
            let help = "name a file inside the module's folder, without `..` and spaces";
            self.findings.wrong(path.all(), format!("`{}` is no path inside the module", path.text), help);
            return None;
        }
        match text::load(&self.folder.join(&path.text)) {
            Ok(text) => {
                let id: FileId = self.files.add(path.text.clone(), text);
                Some(self.files.passage(id))
            }
            Err(problem) => {
                self.findings.wrong(
                    path.all(),
                    format!("`{}` {problem}", path.text),
                    "correct the name, or put the file there",
                );
                None
            }
        }
    }
}
