//! The command line: what `kerege` can be asked to do.

mod badge;
mod build;
mod certificate;
mod check;
mod endorse;
mod guide;
mod key;
mod licence;
mod po;
mod schema;
mod show;
mod stats;

use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write, check, translate and build Kerege modules.
#[derive(Debug, Parser)]
#[command(name = "kerege", version, arg_required_else_help = true)]
struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Make a small new module
    New {
        /// The new folder
        folder: PathBuf,
    },
    /// Say what is missing or wrong in a module, where, and how to mend it
    Check {
        /// Folders of modules
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Count what modules hold: pages, words, minutes, exercises, objectives, sources, translations
    Stats {
        /// Folders of modules
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Write the facilitator's guide of a module as a page to print
    Guide(guide::Arguments),
    /// Build a site from modules
    Build(build::Arguments),
    /// Work with translations
    #[command(subcommand)]
    Po(po::Task),
    /// Make and show an organiser's keys
    #[command(subcommand)]
    Key(key::Task),
    /// Issue and revoke licences of a sealed course
    #[command(subcommand)]
    Licence(licence::Task),
    /// Check certificates, and endorse what was learnt
    #[command(subcommand)]
    Certificate(certificate::Task),
    /// Print the JSON Schemas of the built files
    Schema {
        /// Write each schema into a file in this folder
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Serve a built site on this computer
    Serve {
        /// The site's folder
        site: PathBuf,
        /// Listen on this port; else on 8080 or the next that is free
        #[arg(long)]
        port: Option<u16>,
        /// Let the site appear under this path, such as /courses/
        #[arg(long)]
        base: Option<String>,
    },
    /// Show a module as a learner sees it, and again at each save
    Preview {
        /// The module's folder
        folder: PathBuf,
        /// Listen on this port; else on 8080 or the next that is free
        #[arg(long)]
        port: Option<u16>,
        /// The built player; else the one beside this command
        #[arg(long)]
        player: Option<PathBuf>,
    },
}

/// Makes a module, and says what to do next.
fn new(folder: &Path) -> Result<bool, String> {
    crate::new::new(folder).map_err(|error| error.to_string())?;
    let name = folder.display();
    show::say(&format!("{name}/module.yaml and {name}/1-first.md are written. See them: kerege preview {name}"));
    Ok(true)
}

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    let done = match Command::parse().task {
        Task::New { folder } => new(&folder),
        Task::Check { folders } => check::run(&folders),
        Task::Stats { folders } => stats::run(&folders),
        Task::Guide(arguments) => guide::run(&arguments),
        Task::Build(arguments) => build::run(&arguments),
        Task::Po(task) => po::run(&task),
        Task::Key(task) => key::run(&task),
        Task::Licence(task) => licence::run(&task),
        Task::Certificate(task) => certificate::run(&task),
        Task::Schema { out } => schema::run(out.as_deref()),
        Task::Serve { site, port, base } => {
            let options = crate::serve::Options { port, base };
            crate::serve::run(&site, &options).map(|()| true).map_err(|error| error.to_string())
        }
        Task::Preview { folder, port, player } => build::preview(&folder, port, player.as_deref()),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            show::say(&format!("kerege: {problem}"));
            ExitCode::FAILURE
        }
    }
}
