//! A course as a built site holds it: what a licence for it opens, and what its certificates will say.

use crate::vault::Vault;
use kerege::certificate::signed::{LARGEST, NotSigned, SignedCertificate};
use kerege::content::{File, Id, Module, read};
use kerege::licence::{Delegation, Licence, text};
use kerege::port::Moment;
use kerege::seal::native::{Native, now};
use kerege::seal::{Key, Label, content_key, open};
use std::fmt;
use std::path::{Path, PathBuf};

/// A course with its modules.
#[derive(Debug)]
pub struct Course {
    /// Its id.
    pub id: Id,
    /// Its title, in the site's first language.
    pub title: String,
    /// The outlines of its modules.
    pub modules: Vec<Module>,
}

/// Why a site says nothing of a course.
#[derive(Debug)]
pub enum CourseError {
    /// There is no site in the folder.
    NoSite(PathBuf),
    /// The site has no such course.
    NoCourse(String, String),
    /// The outline of a module cannot be read.
    NoModule(PathBuf),
    /// The outline of a module is sealed with other keys.
    OtherKeys(PathBuf),
}

impl fmt::Display for CourseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSite(folder) => {
                write!(f, "{} holds no site: name the folder that `kerege build` wrote with --site", folder.display())
            }
            Self::NoCourse(course, known) => write!(f, "the site has no course `{course}`; its courses are: {known}"),
            Self::NoModule(path) => write!(f, "{} cannot be read: build the site again", path.display()),
            Self::OtherKeys(path) => {
                write!(
                    f,
                    "the outline of {} is sealed with other keys: build the site again with these",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for CourseError {}

impl Course {
    /// Reads a course from a site's folder, with the keys that open outlines which are sealed themselves.
    ///
    /// # Errors
    /// [`CourseError`], where there is none.
    pub fn read(site: &Path, id: &str, vault: &Vault) -> Result<Course, CourseError> {
        let bytes = std::fs::read(site.join("catalogue.json")).map_err(|_| CourseError::NoSite(site.to_owned()))?;
        let catalogue = read::catalogue(&bytes).value.ok_or_else(|| CourseError::NoSite(site.to_owned()))?;
        let course = catalogue.courses.iter().find(|course| course.id == *id);
        let known = || catalogue.courses.iter().map(|course| course.id.to_string()).collect::<Vec<_>>().join(", ");
        let course = course.ok_or_else(|| CourseError::NoCourse(id.to_owned(), known()))?;
        let mut modules = Vec::new();
        for module in catalogue.modules.iter().filter(|module| course.modules.contains(&module.id)) {
            let path = site.join(&module.file.path);
            let bytes = std::fs::read(&path).map_err(|_| CourseError::NoModule(path.clone()))?;
            let module = read::module(&bytes).value.ok_or_else(|| CourseError::NoModule(path.clone()))?;
            modules.push(match &module.outline {
                None => module,
                Some(file) => {
                    let sealed = path.parent().and_then(|folder| std::fs::read(folder.join(&file.path)).ok());
                    let key = vault.keyring.known_course(id);
                    let whole = sealed.zip(key).and_then(|(sealed, key)| whole(&module, file, &sealed, id, key));
                    whole.ok_or(CourseError::OtherKeys(path))?
                }
            });
        }
        let language = course.title.0.first().map_or("en", |(tag, _)| tag.as_str());
        Ok(Course { id: course.id.clone(), title: course.title.get(language).to_owned(), modules })
    }

    /// The award levels of its modules, each once.
    pub fn awards(&self) -> Vec<Id> {
        let mut awards: Vec<Id> = Vec::new();
        for award in self.modules.iter().flat_map(|module| &module.tracks).flat_map(|track| &track.awards) {
            if !awards.contains(&award.id) {
                awards.push(award.id.clone());
            }
        }
        awards
    }

    /// How many bytes the longest certificate under a licence is too long for a QR code; 0 where all fit. What may give way
    /// has given way.
    pub fn too_long(&self, licence: &Licence) -> usize {
        let name = name_for(&licence.delegation);
        let certificates = self.modules.iter().flat_map(|module| certificates(module, &name));
        let over = certificates.filter_map(|certificate| match certificate.sign(licence) {
            Ok(_) => None,
            Err(NotSigned::TooLong(over)) => Some(over),
            Err(NotSigned::Locked) => Some(LARGEST),
        });
        over.max().unwrap_or(0)
    }
}

/// The whole outline of a module that shows only its card; `None` where it does not open with the course's key.
fn whole(public: &Module, file: &File, sealed: &[u8], course: &str, key: &Key) -> Option<Module> {
    let wrapped = public.seal.iter().find(|wrapped| wrapped.course == *course)?;
    let content = now(content_key(&Native, key, &text::from_base64(&wrapped.key)?)).ok()?;
    let seal = file.seal.as_ref()?;
    let mut sha256 = [0; 32];
    for (at, byte) in sha256.iter_mut().enumerate() {
        *byte = u8::from_str_radix(seal.sha256.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    let (edition, language) = (public.edition.number, seal.language.as_str());
    let label = Label { module: &public.id, edition, file: &seal.file, language, sha256 };
    let opened = now(open(&Native, &content, &label, sealed)).ok()?;
    read::module(&seal.unpack(opened.to_vec())?).value.filter(|whole| whole.completes(public))
}

/// The longest name that a learner may want to print: the licence's, or one with room for 30 letters of any script that
/// takes two bytes a letter.
fn name_for(delegation: &Delegation) -> String {
    match &delegation.label {
        Some(label) if delegation.is_label_binding => label.clone(),
        Some(_) | None => "Ж".repeat(30),
    }
}

/// A certificate of each track in each language, with its longest award.
fn certificates<'a>(module: &'a Module, name: &'a str) -> impl Iterator<Item = SignedCertificate> + 'a {
    module.languages.iter().flat_map(move |language| {
        module.tracks.iter().filter_map(move |track| {
            let award = track.awards.iter().max_by_key(|award| award.id.as_str().len())?;
            Some(SignedCertificate {
                name: name.to_owned(),
                at: Moment(0),
                module: module.id.clone(),
                title: module.card.title.get(language).to_owned(),
                title_en: None,
                edition: module.edition.number.max(1000),
                language: language.clone(),
                track: track.id.clone(),
                award: award.id.clone(),
                award_title: None,
                score: Some((1000, 1000)),
                attempts: 1000,
                minutes: track.minutes.max(1000),
                objectives: [0; 16],
                records: [0; 16],
            })
        })
    })
}
