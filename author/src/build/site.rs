//! Writes a site: the modules' files, the catalogue, and the pages where there is a player.

use super::Built;
use crate::site::{self, Config, SiteInput};
use crate::source::CatalogueSource;
use kerege::content::wire::catalogue::{Course, Price};
use kerege::content::wire::{ByLanguage, Catalogue, Id, to_vec};
use kerege::licence::{PrivateKey, Purpose, file};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// How a site is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The built player; without one, only the modules' files and the catalogue are written.
    pub player: Option<PathBuf>,
    /// What the organiser sets for the whole site.
    pub config: Config,
    /// What the site is signed with; `None` where nobody vouches for it.
    pub signing: Option<Signing>,
}

/// What a site is signed with.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The organiser's private key. It enters no file.
    pub key: PrivateKey,
    /// Who that is: `organiser.json`.
    pub organiser: String,
    /// The signed list of revoked licences.
    pub revocations: Vec<u8>,
}

/// The names of what stands at the root of a signed site.
pub const ORGANISER: &str = "organiser.json";
/// The list of revoked licences.
pub const REVOCATIONS: &str = "revocations.cose";
/// The catalogue's signature.
const CATALOGUE_SIGNATURE: &str = "catalogue.json.cose";

/// Why a site was not written.
#[derive(Debug)]
pub enum SiteError {
    /// The folder holds something that no build has made.
    Foreign(PathBuf),
    /// Two modules have the same slug or id.
    Twice(String),
    /// A course names a module that is not built.
    NoModule(String, String),
    /// The disk refuses.
    Disk(PathBuf, io::Error),
    /// The pages could not be written.
    Pages(site::SiteError),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(folder) => write!(
                f,
                "{} is not empty and was not written by `kerege build`: choose a new folder with --out, so that nothing of yours is lost",
                folder.display()
            ),
            Self::Twice(name) => write!(f, "two modules are called {name:?}: give each a slug and an id of its own"),
            Self::NoModule(course, name) => {
                write!(f, "the course {course:?} names the module {name:?}, which is not built: name its folder too")
            }
            Self::Disk(path, problem) => write!(f, "{} cannot be written: {problem}", path.display()),
            Self::Pages(problem) => problem.fmt(f),
        }
    }
}

impl std::error::Error for SiteError {}

/// Names at a site's root that belong to every build.
const OWN: [&str; 7] =
    ["catalogue.json", "index.html", "_headers", site::FOLDER, ORGANISER, REVOCATIONS, CATALOGUE_SIGNATURE];

/// Writes a site into `out`, all at once: a build that fails leaves the last good one.
///
/// # Errors
/// Where the folder is not ours, or the disk refuses.
pub fn site(
    modules: &[Built],
    courses: Option<&CatalogueSource>,
    out: &Path,
    options: &Options,
) -> Result<(), SiteError> {
    let catalogue = catalogue(modules, courses)?;
    let old = own_entries(out)?;
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |error| SiteError::Disk(path, error)
    };
    fs::create_dir_all(parent).map_err(disk(parent))?;
    let new = tempfile::Builder::new().prefix(".kerege-").tempdir_in(parent).map_err(disk(parent))?;
    let fresh = new.path().join("site");
    fs::create_dir_all(&fresh).map_err(disk(&fresh))?;
    for module in modules {
        module.files.write(&fresh.join(&module.entry.slug)).map_err(disk(&fresh))?;
    }
    let bytes = to_vec(&catalogue).unwrap_or_default();
    fs::write(fresh.join("catalogue.json"), &bytes).map_err(disk(&fresh))?;
    if let Some(signing) = &options.signing {
        sign(modules, &bytes, &fresh, signing).map_err(disk(&fresh))?;
    }
    if let Some(player) = &options.player {
        let value = serde_json::from_slice(&bytes).unwrap_or_default();
        let pages: Vec<_> = modules.iter().map(|module| module.pages.clone()).collect();
        let (out, config) = (&*fresh, &options.config);
        site::write(&SiteInput { out, player_dir: player, catalogue: &value, modules: &pages, config })
            .map_err(SiteError::Pages)?;
    }
    keep_foreign(out, &fresh, &old).map_err(disk(out))?;
    if out.exists() {
        fs::rename(out, new.path().join("old")).map_err(disk(out))?;
    }
    fs::rename(&fresh, out).map_err(disk(out))
}

/// Signs the catalogue and every outline over their bytes, and says who did.
fn sign(modules: &[Built], catalogue: &[u8], out: &Path, signing: &Signing) -> io::Result<()> {
    let put = |path: String, bytes: &[u8]| fs::write(out.join(path), bytes);
    for module in modules {
        let bytes = module.files.bytes(super::outline::NAME).unwrap_or_default();
        let signature = file::sign(Purpose::Module, &signing.key, bytes);
        put(format!("{}/{}{}", module.entry.slug, super::outline::NAME, file::ENDING), &signature)?;
    }
    put(CATALOGUE_SIGNATURE.to_owned(), &file::sign(Purpose::Catalogue, &signing.key, catalogue))?;
    put(ORGANISER.to_owned(), signing.organiser.as_bytes())?;
    put(REVOCATIONS.to_owned(), &signing.revocations)
}

/// The courses that a module belongs to, by id.
pub fn courses_of(module: &Built, courses: Option<&CatalogueSource>) -> Vec<String> {
    let entry = &module.entry;
    let names_it = |name: &str| name == entry.slug || name == entry.id.0;
    match courses {
        Some(source) => {
            let of = source.courses.iter().filter(|one| one.modules.iter().any(|name| names_it(&name.text)));
            of.map(|one| one.id.to_string()).collect()
        }
        None => vec![entry.id.0.clone()],
    }
}

/// What at the root of an earlier site belongs to it: its own names and its modules' folders.
fn own_entries(out: &Path) -> Result<BTreeSet<String>, SiteError> {
    let mut own: BTreeSet<String> = OWN.into_iter().map(str::to_owned).collect();
    let Ok(mut entries) = fs::read_dir(out) else { return Ok(own) };
    match fs::read(out.join("catalogue.json")) {
        Ok(bytes) => {
            let old = kerege::content::read::catalogue(&bytes).value;
            own.extend(old.into_iter().flat_map(|old| old.modules).map(|module| module.slug));
            Ok(own)
        }
        Err(_) if entries.next().is_none() => Ok(own),
        Err(_) => Err(SiteError::Foreign(out.to_owned())),
    }
}

/// Moves what somebody put beside the site, such as a file `CNAME`, into the new one.
fn keep_foreign(out: &Path, fresh: &Path, own: &BTreeSet<String>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(out) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let target = fresh.join(entry.file_name());
        if !own.contains(&*entry.file_name().to_string_lossy()) && !target.exists() {
            fs::rename(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The catalogue: the courses that were named, else one course a module.
fn catalogue(modules: &[Built], courses: Option<&CatalogueSource>) -> Result<Catalogue, SiteError> {
    let mut names = BTreeSet::new();
    for module in modules {
        for name in BTreeSet::from([&module.entry.slug, &module.entry.id.0]) {
            if !names.insert(name.clone()) {
                return Err(SiteError::Twice(name.clone()));
            }
        }
    }
    let entries = modules.iter().map(|module| module.entry.clone()).collect();
    let title = courses.map(|source| source.title.clone()).filter(|title| !title.is_empty());
    let title =
        title.unwrap_or_else(|| ByLanguage(vec![("en".into(), "Courses".into()), ("ru".into(), "Курсы".into())]));
    let courses = match courses {
        Some(source) => source.courses.iter().map(|one| course(one, modules)).collect::<Result<_, _>>()?,
        None => modules.iter().map(single).collect(),
    };
    Ok(Catalogue { title, courses, modules: entries })
}

/// A module as a course of its own.
fn single(module: &Built) -> Course {
    let entry = &module.entry;
    Course {
        id: entry.id.clone(),
        title: entry.title.clone(),
        summary: entry.summary.clone(),
        modules: vec![entry.id.clone()],
        release: None,
        price: None,
        checkout: None,
    }
}

fn course(source: &crate::source::CourseSource, modules: &[Built]) -> Result<Course, SiteError> {
    let module = |name: &str| -> Result<Id, SiteError> {
        let found = modules.iter().find(|module| module.entry.slug == name || module.entry.id.0 == name);
        found
            .map(|module| module.entry.id.clone())
            .ok_or_else(|| SiteError::NoModule(source.id.to_string(), name.to_owned()))
    };
    let price = source.price.clone();
    Ok(Course {
        id: (&source.id).into(),
        title: source.title.clone(),
        summary: source.summary.clone(),
        modules: source.modules.iter().map(|name| module(&name.text)).collect::<Result<_, _>>()?,
        release: source.release.clone(),
        price: price.map(|(amount, currency)| Price { amount, currency }),
        checkout: source.checkout.clone(),
    })
}
