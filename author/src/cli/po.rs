//! `kerege po`.

use super::show;
use crate::check::check;
use crate::passage::{FileId, Files};
use crate::po::{self, Catalogue};
use crate::source::{self, Source};
use crate::translate::Message;
use clap::Subcommand;
use std::path::{Path, PathBuf};

/// What can be done with translations.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Write every translatable text into po/messages.pot
    Extract {
        /// Folders of modules
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
    /// Bring each language's file in po/ up to date with the text
    Update {
        /// Folders of modules
        #[arg(required = true)]
        folders: Vec<PathBuf>,
    },
}

/// Runs it; false where a module cannot be read.
pub(super) fn run(task: &Task) -> Result<bool, String> {
    let (folders, update) = match task {
        Task::Extract { folders } => (folders, false),
        Task::Update { folders } => (folders, true),
    };
    let mut good = true;
    for folder in folders {
        good &= one(folder, update)?;
    }
    Ok(good)
}

fn one(folder: &Path, update: bool) -> Result<bool, String> {
    let checked = check(folder, false);
    let reading = source::read(folder);
    let (Some(built), Some(source)) = (checked.built, reading.source) else {
        show::say(&show::findings(folder, &checked.files, checked.findings));
        return Ok(false);
    };
    if checked.findings.any_wrong() {
        let mut wrong = checked.findings;
        wrong.keep_wrong();
        show::say(&show::findings(folder, &checked.files, wrong));
        show::say("What is wrong above may be missing from the translators' files.");
    }
    let file = source.module.place.file;
    let template = merged(&Catalogue::default().with_header(header("", &source)), &built.messages, &source.files, file);
    if !update {
        keep(folder, "messages.pot", &template)?;
        show::say(&format!(
            "{}/po/messages.pot: {}",
            folder.display(),
            show::count(template.messages.len(), "message")
        ));
        return Ok(true);
    }
    for (language, old) in &source.translations {
        let old = old.clone().with_header(header(language, &source));
        let new = merged(&old, &built.messages, &source.files, file);
        keep(folder, &format!("{language}.po"), &new)?;
        let open = new.messages.iter().filter(|entry| entry.text.text.is_empty()).count();
        let fuzzy = new.messages.iter().filter(|entry| entry.fuzzy).count();
        let all = show::count(new.messages.len(), "message");
        show::say(&format!("{}/po/{language}.po: {all}, {open} to translate, {fuzzy} to look at", folder.display()));
    }
    Ok(true)
}

fn merged(old: &Catalogue, messages: &[Message], files: &Files, file: FileId) -> Catalogue {
    po::merge(old, messages, file, |message| {
        let mut places: Vec<String> = Vec::new();
        for place in &message.places {
            let name = files.get(place.file).map_or("", |file| file.name.as_str());
            let reference = format!("{name}:{}", files.line_and_column(*place).0);
            if !places.contains(&reference) {
                places.push(reference);
            }
        }
        places
    })
}

fn header(language: &str, source: &Source) -> Vec<(String, String)> {
    let module = &source.module;
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    vec![
        field("Project-Id-Version", &format!("{} {}", module.slug, module.edition.0)),
        field("Language", language),
        field("MIME-Version", "1.0"),
        field("Content-Type", "text/plain; charset=UTF-8"),
        field("Content-Transfer-Encoding", "8bit"),
        field("X-Source-Language", &module.source),
    ]
}

fn keep(folder: &Path, name: &str, catalogue: &Catalogue) -> Result<(), String> {
    let path = folder.join("po").join(name);
    let text = po::write(catalogue);
    if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let written = std::fs::create_dir_all(folder.join("po")).and_then(|()| std::fs::write(&path, text));
    written.map_err(|error| format!("{} cannot be written: {error}", path.display()))
}
