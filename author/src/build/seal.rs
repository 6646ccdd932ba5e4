//! Seals a built module: what is not free becomes ciphertext that only a licence opens.

use super::{Built, OutputFiles};
use crate::media::sha256;
use crate::vault::{Keyring, VaultError};
use kerege::content::Id;
use kerege::content::file::LARGEST;
use kerege::content::packing;
use kerege::content::wire::module::{Seal, UnitEntry, WrappedKey};
use kerege::content::wire::resource::Resources;
use kerege::content::wire::{self, ByLanguage, File, Module, from_slice, to_vec};
use kerege::licence::text::base64;
use kerege::seal::{Key, Label, native};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{fmt, io};

/// What the author says of sealing, in `module.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealing {
    /// Units that stay open.
    pub free: Vec<Id>,
    /// Whether the outline is sealed too, so that only the card is public.
    pub outline: bool,
}

/// Why a module was not sealed.
#[derive(Debug)]
pub enum SealError {
    /// A figure, sound or data set cannot be read.
    Media(PathBuf, io::Error),
    /// A file is larger than the player takes, once it is sealed.
    TooLarge(String),
    /// No course names the module.
    NoCourse(String),
    /// The keys cannot be used.
    Vault(VaultError),
    /// What was built is not what the command writes; a fault of the command.
    Drift(String),
}

impl fmt::Display for SealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Media(path, problem) => write!(f, "{} cannot be read: {problem}", path.display()),
            Self::TooLarge(path) => write!(f, "{path} is too large to be sealed: at most 8 MiB, less 16 bytes"),
            Self::NoCourse(slug) => write!(
                f,
                "`{slug}` would be sealed, and no licence could open it: name it among the `modules:` of a course in the \
                 catalogue, or leave it out of this build"
            ),
            Self::Vault(error) => error.fmt(f),
            Self::Drift(what) => {
                write!(f, "{what} cannot be sealed: this is a fault of the command; please report it with this message")
            }
        }
    }
}

impl std::error::Error for SealError {}

impl From<VaultError> for SealError {
    fn from(error: VaultError) -> SealError {
        SealError::Vault(error)
    }
}

/// Seals what the author does not leave free, for the courses that the module belongs to. Says how many files were sealed:
/// none, where the author says nothing of sealing.
///
/// # Errors
/// [`SealError`], where a file or a key cannot be had; the module is then not to be published.
pub fn seal(built: &mut Built, courses: &[String], keyring: &mut Keyring) -> Result<usize, SealError> {
    let Some(sealing) = built.sealing.clone() else { return Ok(0) };
    if courses.is_empty() {
        return Err(SealError::NoCourse(built.entry.slug.clone()));
    }
    let bytes = built.files.bytes(super::outline::NAME).unwrap_or_default();
    let mut module: Module = from_slice(bytes).map_err(|error| SealError::Drift(error.to_string()))?;
    let Some(id) = Id::new(&module.id.0) else { return Err(SealError::Drift(module.id.0)) };
    let edition = module.edition.number;
    let content = keyring.content(&module.id.0, edition)?;
    let is_free = |unit: &UnitEntry| sealing.free.iter().any(|free| free.as_str() == unit.id.0);
    let open = open_text(&module, &built.files, is_free);
    let mut work = Work { files: &mut built.files, module: &id, edition, content, done: BTreeMap::new() };
    work.media(&module, &open)?;
    for unit in module.units.iter_mut().filter(|unit| !is_free(unit)) {
        work.unit(unit)?;
    }
    for (name, files) in
        [("glossary", &mut module.resources.glossary), ("bibliography", &mut module.resources.bibliography)]
    {
        work.each(name, files)?;
    }
    for set in &mut module.resources.data {
        if let Some(sealed) = work.done.get(&set.file.path) {
            set.file = sealed.clone();
        }
    }
    let mut n_sealed = work.done.len();
    let mut keys = Vec::new();
    for course in courses {
        let wrapped = native::wrap(&keyring.course(course)?, &work.content);
        let wrapped = wrapped.map_err(|error| SealError::Drift(error.to_string()))?;
        keys.push(WrappedKey { course: wire::Id(course.clone()), key: base64(&wrapped) });
    }
    module.seal = Some(Seal { keys, outline: None });
    if sealing.outline {
        module = work.outline(module)?;
        n_sealed += 1;
        // How much there is, a buyer is told; how it is divided, the outline says.
        built.entry.units.clear();
    }
    finish(built, &module, is_free);
    Ok(n_sealed)
}

/// Writes the outline again, and takes the text of a sealed first unit from the static pages; its title too, where the
/// outline does not name it.
fn finish(built: &mut Built, module: &Module, is_free: impl Fn(&UnitEntry) -> bool) {
    let bytes = to_vec(module).unwrap_or_default();
    (built.entry.file.sha256, built.entry.file.size) = (sha256(&bytes), bytes.len() as u64);
    built.files.add(super::outline::NAME, bytes);
    built.pages.is_sealed = true;
    if module.units.first().is_none_or(|unit| !is_free(unit)) {
        for page in &mut built.pages.editions {
            if module.units.is_empty() {
                page.unit_title.clear();
            }
            page.first_unit.clone_from(&built.pages.module_json);
            page.page_title.clone_from(&page.title);
            page.page_text = vec![page.summary.clone()];
        }
    }
}

/// The text of everything that stays open, in one: what it names stays open too.
fn open_text(module: &Module, files: &OutputFiles, is_free: impl Fn(&UnitEntry) -> bool) -> String {
    let mut open = String::new();
    for unit in module.units.iter().filter(|unit| is_free(unit)) {
        for (_, file) in unit.files.0.iter().chain(&unit.notes.0) {
            open += &String::from_utf8_lossy(files.bytes(&file.path).unwrap_or_default());
        }
        for (_, inline) in &unit.inline.0 {
            open += &String::from_utf8_lossy(&to_vec(inline).unwrap_or_default());
        }
    }
    open
}

struct Work<'a> {
    files: &'a mut OutputFiles,
    module: &'a Id,
    edition: u32,
    content: Key,
    /// What was sealed, by the path that it had.
    done: BTreeMap<String, File>,
}

impl Work<'_> {
    /// Figures, sound and data sets that no open unit names.
    fn media(&mut self, module: &Module, open: &str) -> Result<(), SealError> {
        let data: Vec<(String, String)> = module
            .resources
            .data
            .iter()
            .map(|set| (set.file.path.clone(), format!("\"data\":\"{}\"", set.id.0)))
            .collect();
        let paths: Vec<String> = self.files.paths().map(str::to_owned).collect();
        for path in paths {
            let is_open = match data.iter().find(|(known, _)| *known == path) {
                Some((_, link)) => open.contains(link),
                None => open.contains(&format!("\"{path}\"")),
            };
            if (path.starts_with("media/") || path.starts_with("data/")) && !is_open {
                // The name that the author gave is part of the key; it is not part of the sealed path.
                self.file(&path.clone(), &path, "")?;
            }
        }
        Ok(())
    }

    fn unit(&mut self, unit: &mut UnitEntry) -> Result<(), SealError> {
        let id = unit.id.0.clone();
        // A unit that would stand in the outline becomes a file of its own.
        for (tag, inline) in std::mem::take(&mut unit.inline).0 {
            let bytes = to_vec(&inline).map_err(|error| SealError::Drift(error.to_string()))?;
            let file = crate::media::hashed(&format!("{tag}/{id}"), "json", &bytes);
            self.files.add(&file.path, bytes);
            unit.files.0.push((tag, file));
        }
        self.each(&id, &mut unit.files)?;
        self.each(&format!("notes-{id}"), &mut unit.notes)
    }

    fn each(&mut self, name: &str, files: &mut ByLanguage<File>) -> Result<(), SealError> {
        for (language, file) in &mut files.0 {
            *file = match self.done.get(&file.path) {
                Some(sealed) => sealed.clone(),
                None => self.file(&file.path, name, language)?,
            };
        }
        Ok(())
    }

    /// Seals a file in its place; what it names was sealed before it.
    fn file(&mut self, path: &str, name: &str, language: &str) -> Result<File, SealError> {
        let mut bytes = self.files.take(path).map_err(|(path, error)| SealError::Media(path, error))?;
        if !language.is_empty() {
            bytes = self.with_sealed_names(bytes)?;
        }
        let file = self.sealed(path, name, language, &bytes)?;
        self.done.insert(path.to_owned(), file.clone());
        Ok(file)
    }

    /// Seals the whole outline, and gives what stays public: the card.
    fn outline(&mut self, whole: Module) -> Result<Module, SealError> {
        let bytes = to_vec(&whole).map_err(|error| SealError::Drift(error.to_string()))?;
        let file = self.sealed(super::outline::NAME, "outline", "", &bytes)?;
        let keys = whole.seal.map(|seal| seal.keys).unwrap_or_default();
        Ok(Module {
            objectives: Vec::new(),
            units: Vec::new(),
            tracks: Vec::new(),
            resources: Resources::default(),
            seal: Some(Seal { keys, outline: Some(file) }),
            ..whole
        })
    }

    /// Adds the sealed bytes of a file, and says where they are.
    fn sealed(&mut self, path: &str, name: &str, language: &str, bytes: &[u8]) -> Result<File, SealError> {
        let packed = packing::pack(bytes);
        let inside = packed.as_deref().unwrap_or(bytes);
        let label = Label {
            module: self.module,
            edition: self.edition,
            file: name,
            language,
            sha256: crate::media::digest(inside),
        };
        let sealed = native::seal(&self.content, &label, inside);
        let sealed = sealed.map_err(|error| SealError::Drift(format!("{path}: {error}")))?;
        if bytes.len().max(sealed.len()) as u64 > LARGEST {
            return Err(SealError::TooLarge(path.to_owned()));
        }
        let hash = sha256(&sealed);
        let file = File {
            // Neither title nor kind can be read from it.
            path: format!("sealed/{}", hash.get(..16).unwrap_or_default()),
            size: sealed.len() as u64,
            sha256: hash,
            seal: Some(wire::FileSeal {
                file: name.to_owned(),
                language: language.to_owned(),
                sha256: sha256(inside),
                packed: packed.is_some().then_some(bytes.len() as u64),
            }),
        };
        self.files.add(&file.path, sealed);
        Ok(file)
    }

    /// The text of a file, with the sealed entries of what it names. An entry is written in one way only, and its quotes
    /// stand in no author's text unescaped.
    fn with_sealed_names(&self, bytes: Vec<u8>) -> Result<Vec<u8>, SealError> {
        let mut text = String::from_utf8(bytes).map_err(|error| SealError::Drift(error.to_string()))?;
        for (path, sealed) in &self.done {
            let start = format!("{{\"path\":\"{path}\",");
            while let Some(at) = text.find(&start) {
                let end = text.get(at..).and_then(|rest| rest.find('}')).map(|end| at + end + 1);
                let end = end.ok_or_else(|| SealError::Drift(path.clone()))?;
                let entry = serde_json::to_string(sealed).map_err(|error| SealError::Drift(error.to_string()))?;
                text.replace_range(at..end, &entry);
            }
        }
        Ok(text.into_bytes())
    }
}
