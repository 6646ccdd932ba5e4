//! `kerege build`, and the build behind `kerege preview`.

use super::show;
use crate::build::{self, Built, Options};
use crate::check::check;
use crate::finding::Findings;
use crate::passage::Files;
use crate::site::{Config, Player};
use crate::source::{self, CatalogueSource};
use crate::{lock, preview};
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
    let options = Options { player: arguments.player.clone(), config };
    let (folders, built): (Vec<&PathBuf>, Vec<Built>) = modules.into_iter().unzip();
    build::site(&built, courses.as_ref(), &arguments.out, &options).map_err(|error| error.to_string())?;
    for (folder, module) in folders.iter().zip(&built) {
        keep_lock(folder, module)?;
        let entry = &module.entry;
        let pages = show::count(entry.pages as usize, "page");
        show::say(&format!("{}: {pages}, {}", entry.slug, entry.languages.join(", ")));
    }
    Ok(true)
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
        let options = Options { player: Some(player.clone()), config: Config::default() };
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
