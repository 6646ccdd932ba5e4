//! Loads what the screens show: the course, units in a language, glossary, bibliography, interface texts.

use super::failure::{Failure, Trouble};
use super::parts::Absent;
use super::state::{Course, Loaded, State};
use crate::content::module::UnitSource;
use crate::content::read::{self, Reading};
use crate::content::{File, Finding, Id, Module};
use crate::exercise::read::Tasks;
use crate::i18n::Texts;
use std::rc::Rc;

/// Units that stay in memory: the open one and its neighbours.
const UNITS: usize = 3;

impl State {
    /// Loads module or catalogue, and what the learner did in it, unless it is there.
    pub(super) async fn load_course(self: &Rc<Self>) -> Result<(), Failure> {
        if !matches!(&*self.course.borrow(), Course::None) {
            return Ok(());
        }
        match self.world.place.module.clone() {
            Some(file) => {
                let bytes = self.fetch(&file, None).await?;
                let (module, findings): (Module, _) = enough(self.read(&bytes, read::module_with).await?)?;
                self.language.replace(self.speak(&module.languages));
                if !module.seal.is_empty() {
                    self.lock.outline.replace(bytes);
                }
                let has_begun = self.world.memory.has(&module.id);
                self.course.replace(Course::Module(Rc::new(module), Rc::new(findings)));
                if self.module().is_some_and(|module| module.outline.is_some()) {
                    // Without a licence, or a network, there is the card.
                    let _ = (self.load_licences().await?.begin)(self.clone()).await;
                }
                if has_begun {
                    self.load_work().await?;
                }
            }
            None => (self.load_screens().await?.load_catalogue)(self.clone()).await?,
        }
        Ok(())
    }

    /// A unit in the language of the content; `None` where the module has no such unit.
    pub(super) async fn load_unit(self: &Rc<Self>, id: &Id) -> Result<Option<Rc<Loaded>>, Failure> {
        let Some(module) = self.module() else { return Ok(None) };
        let language = self.language.borrow().clone();
        let known = |loaded: &&Rc<Loaded>| loaded.unit.id == *id && loaded.asked == language;
        if let Some(loaded) = self.units.borrow().iter().find(known) {
            return Ok(Some(loaded.clone()));
        }
        let Some((_, entry)) = module.unit(id) else { return Ok(None) };
        let (unit, findings) = match &entry.source {
            UnitSource::Inline(units) => match of_language(units, &language) {
                Some(unit) => (unit.clone(), Vec::new()),
                None => return Err(Failure::new(Trouble::Broken)),
            },
            UnitSource::Files(files) => {
                let file = of_language(files, &language).ok_or_else(|| Failure::new(Trouble::Broken))?;
                let bytes = self.fetch_of_module(file).await?;
                let (unit, findings) = enough(self.read(&bytes, read::unit_with).await?)?;
                (Rc::new(unit), findings)
            }
        };
        // The file of another unit under this one's name would mix up the learner's answers.
        if unit.id != *id {
            return Err(Failure::new(Trouble::Broken));
        }
        let loaded = Rc::new(Loaded { unit, asked: language, findings });
        let mut units = self.units.borrow_mut();
        if units.len() >= UNITS {
            units.remove(0);
        }
        units.push(loaded.clone());
        Ok(Some(loaded))
    }

    /// Loads the interface's texts in the best language that there is; English needs no file.
    pub(super) async fn load_texts(&self) {
        let files = &self.world.place.interface;
        let offered: Vec<String> =
            ["en".to_owned()].into_iter().chain(files.iter().map(|(tag, _)| tag.clone())).collect();
        let language = self.speak(&offered);
        let loaded = match files.iter().find(|(tag, _)| *tag == language) {
            Some((_, path)) => self.world.fetch.get(path, None).await.ok().and_then(|bytes| Texts::read(&bytes)),
            None => None,
        };
        self.has_all_texts.set(false);
        self.texts.replace(Rc::new(loaded.unwrap_or_else(Texts::english)));
        if self.has_parts() {
            // Where they cannot be had, the words that are missing stay English.
            let _ = self.load_more_texts().await;
        }
    }

    /// Loads the rest of the interface's texts, unless they are there: a part that comes later must not speak English
    /// among other words.
    pub(super) async fn load_more_texts(&self) -> Result<(), Absent> {
        let texts = self.texts.borrow().clone();
        let path = self.world.place.later.iter().find(|(tag, _)| *tag == texts.language()).map(|(_, path)| path);
        let Some(path) = path.filter(|_| !self.has_all_texts.get()) else { return Ok(()) };
        let bytes = self.world.fetch.get(path, None).await.map_err(|_| Absent)?;
        let is_same = Rc::ptr_eq(&texts, &self.texts.borrow());
        if let Some(more) = Texts::read(&bytes).filter(|_| is_same) {
            self.has_all_texts.set(true);
            self.texts.replace(Rc::new((*texts).clone().with(more)));
        }
        Ok(())
    }

    /// Reads a file with what is there for its kinds of exercise; where that is too little, the rest is fetched first.
    pub(in crate::view) async fn read<T>(
        &self,
        bytes: &[u8],
        with: fn(&[u8], Tasks) -> Reading<T>,
    ) -> Result<Reading<T>, Failure> {
        let reading = with(bytes, self.tasks());
        if !reading.is_short {
            return Ok(reading);
        }
        let reading = with(bytes, self.load_tasks().await?);
        Ok(if reading.is_short { with(bytes, self.load_large_tasks().await?) } else { reading })
    }

    pub(super) fn of_language(&self, files: &[(String, File)]) -> Option<File> {
        of_language(files, &self.language.borrow()).cloned()
    }

    pub(super) async fn fetch_of_module(self: &Rc<Self>, file: &File) -> Result<Vec<u8>, Failure> {
        if file.seal.is_some() {
            return (self.load_licences().await?.fetch)(self.clone(), file.clone()).await;
        }
        self.fetch(&[self.folder(), &file.path].concat(), Some(file)).await
    }

    pub(super) async fn fetch(&self, path: &str, expected: Option<&File>) -> Result<Vec<u8>, Failure> {
        self.world.fetch.get(path, expected).await.map_err(|error| Failure::new(Trouble::Fetch(error)))
    }
}

/// What is there in a language, else in the source language, which stands first.
fn of_language<'a, T>(all: &'a [(String, T)], language: &str) -> Option<&'a T> {
    let found = all.iter().find(|(tag, _)| tag == language).or_else(|| all.first());
    found.map(|(_, value)| value)
}

/// What could be read, with what is missing of it; a failure where nothing useful is left.
pub(super) fn enough<T>(reading: Reading<T>) -> Result<(T, Vec<Finding>), Failure> {
    match reading.value {
        Some(value) => Ok((value, reading.findings)),
        None => Err(Failure::unreadable(reading.findings)),
    }
}
