//! `kerege build`, and the build behind `kerege preview`.

use super::show;
use crate::build::{self, Built, Options, Signing};
use crate::check::check;
use crate::finding::Findings;
use crate::passage::Files;
use crate::site::{Config, Player};
use crate::source::{self, CatalogueSource};
use crate::vault::{self, Passphrase, Vault, VaultError};
use crate::{day, lock, preview};
use clap::Args;
use std::path::{Path, PathBuf};

/// What `kerege build` is given.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folders of modules
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// The site's folder; what an earlier build left there is replaced
    #[arg(long)]
    out: PathBuf,
    /// A file that says which courses there are; else each module is a course
    #[arg(long)]
    catalogue: Option<PathBuf>,
    /// The built player: makes a site that can be opened
    #[arg(long)]
    player: Option<PathBuf>,
    /// The organiser's player.yaml: which sites may frame the player, where Hide leads
    #[arg(long)]
    config: Option<PathBuf>,
    /// Put the units of small modules into module.json
    #[arg(long)]
    inline: bool,
    /// The folder of the organiser's keys: catalogue and modules are signed with them
    #[arg(long)]
    key: Option<PathBuf>,
    /// Seal the modules that say `seal:` in module.yaml
    #[arg(long, requires = "key")]
    seal: bool,
    /// A file that holds the passphrase of the keys; else it is asked for
    #[arg(long, requires = "key")]
    passphrase_file: Option<PathBuf>,
}

/// Builds a site; false where findings stand in the way.
pub(super) fn run(arguments: &Arguments) -> Result<bool, String> {
    let courses = match &arguments.catalogue {
        Some(path) => match courses(path)? {
            Some(courses) => Some(courses),
            None => return Ok(false),
        },
        None => None,
    };
    let mut modules = Vec::new();
    for folder in &arguments.folders {
        match module(folder, arguments.inline) {
            Ok((built, said)) => {
                if !said.is_empty() {
                    show::say(&said);
                }
                modules.push((folder, built));
            }
            Err(said) => {
                show::say(&said);
                return Ok(false);
            }
        }
    }
    let config = match &arguments.config {
        Some(path) => match config(path) {
            Some(config) => config,
            None => return Ok(false),
        },
        None => Config::default(),
    };
    let (folders, mut built): (Vec<&PathBuf>, Vec<Built>) = modules.into_iter().unzip();
    let signing = match &arguments.key {
        Some(folder) => Some(signing(folder, arguments, &mut built, courses.as_ref())?),
        None => {
            unsealed(&built);
            None
        }
    };
    let options = Options { player: arguments.player.clone(), config, signing };
    build::site(&built, courses.as_ref(), &arguments.out, &options).map_err(|error| error.to_string())?;
    for (folder, module) in folders.iter().zip(&built) {
        keep_lock(folder, module)?;
        let entry = &module.entry;
        let pages = show::count(entry.pages as usize, "page");
        show::say(&format!("{}: {pages}, {}", entry.slug, entry.languages.join(", ")));
    }
    Ok(true)
}

/// Unlocks the keys, seals what is to be sealed, and gives what the site is signed with.
fn signing(
    folder: &Path,
    arguments: &Arguments,
    built: &mut [Built],
    courses: Option<&CatalogueSource>,
) -> Result<Signing, String> {
    let words = |error: VaultError| error.to_string();
    vault::organiser(folder).map_err(words)?;
    let mut vault = Vault::open(folder, Passphrase::ask(arguments.passphrase_file.as_deref()).map_err(words)?);
    let vault = vault.as_mut().map_err(|error| error.to_string())?;
    let now = day::now();
    let key = vault.signer(now).map_err(words)?.clone();
    if arguments.seal {
        let n_known = vault.keyring.len();
        for module in &mut *built {
            let names = build::courses_of(module, courses);
            let n_sealed = build::seal::seal(module, &names, &mut vault.keyring).map_err(|error| error.to_string())?;
            if n_sealed > 0 {
                show::say(&format!("{}: {} sealed", module.entry.slug, show::count(n_sealed, "file")));
            }
        }
        // Before the site is written: what is sealed with a key that is lost opens never again.
        if vault.keyring.len() > n_known {
            vault.keep_keyring().map_err(words)?;
        }
    } else {
        unsealed(built);
    }
    let revocations = vault.revocations(now).map_err(words)?;
    Ok(Signing { key, organiser: vault.published(), revocations })
}

/// Says which modules could be sealed and are not.
fn unsealed(built: &[Built]) {
    for module in built.iter().filter(|module| module.sealing.is_some()) {
        show::say(&format!(
            "{}: built open. With --key and --seal, all but its free units are sealed",
            module.entry.slug
        ));
    }
}

/// Serves a module and builds it again at each save.
pub(super) fn preview(folder: &Path, port: Option<u16>, player: Option<&Path>) -> Result<bool, String> {
    let player = Player::find(player).map_err(|error| error.to_string())?;
    let module_folder = folder.to_owned();
    let build = move |out: &Path| -> Result<(), String> {
        let (built, said) = module(&module_folder, false)?;
        if !said.is_empty() {
            show::say(&said);
        }
        let options = Options { player: Some(player.clone()), config: Config::default(), signing: None };
        build::site(&[built], None, out, &options).map_err(|error| error.to_string())
    };
    preview::run(folder, port, build).map_err(|error| error.to_string())?;
    Ok(true)
}

/// A module, and what is not finished in it; else what stands in the way.
fn module(folder: &Path, inline: bool) -> Result<(Built, String), String> {
    let checked = check(folder, inline);
    let wrong = checked.findings.any_wrong();
    let said = show::findings(folder, &checked.files, checked.findings);
    match checked.built {
        Some(built) if !wrong => Ok((built, said)),
        _ => Err(format!("{said}{} is not built.", folder.display())),
    }
}

/// Writes the module's permanent numbers beside it, where they have changed.
fn keep_lock(folder: &Path, module: &Built) -> Result<(), String> {
    let path = folder.join(lock::FILE);
    let text = lock::write(&module.lock);
    if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(&path, text).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// What the organiser sets; `None` where findings stand in the way.
fn config(path: &Path) -> Option<Config> {
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let config = source::read_player(path, &mut files, &mut findings);
    let wrong = findings.any_wrong();
    show::say(&show::findings(Path::new(""), &files, findings));
    config.filter(|_| !wrong)
}

fn courses(path: &Path) -> Result<Option<CatalogueSource>, String> {
    let (mut files, mut findings) = (Files::default(), Findings::default());
    let courses = source::read_catalogue(path, &mut files, &mut findings);
    let wrong = findings.any_wrong();
    show::say(&show::findings(Path::new(""), &files, findings));
    Ok(courses.filter(|_| !wrong))
}
