//! `kerege key`.

use super::show;
use crate::day;
use crate::licences::Ledger;
use crate::vault::{self, BadgeKey, Passphrase, Vault, did};
use clap::{Subcommand, ValueEnum};
use kerege::licence::{Organiser, OrganiserKey, Span};
use std::path::{Path, PathBuf};

/// What can be done with an organiser's keys.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Make a folder of keys, or add a further key to one
    New {
        /// The folder; keep a copy of it in a safe place, and never publish it
        folder: PathBuf,
        /// The organiser's name, for a new folder
        #[arg(long, requires = "url")]
        name: Option<String>,
        /// The organiser's address, such as https://example.org, for a new folder
        #[arg(long, requires = "name")]
        url: Option<String>,
        /// Make an RSA key for badges: Open Badges asks for RS256 in one of their forms. Alone, nothing else is made
        #[arg(long)]
        rsa: bool,
        /// The first day of the new key, such as 2027-01-01; the key before it ends then. Else now
        #[arg(long)]
        from: Option<String>,
        /// A file that holds the passphrase; else it is asked for
        #[arg(long)]
        passphrase_file: Option<PathBuf>,
    },
    /// Show the public half: no passphrase is needed
    Show {
        /// The folder of keys
        folder: PathBuf,
        /// Show it as a document for other programs
        #[arg(long = "as")]
        form: Option<Form>,
    },
}

/// How keys are shown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Form {
    /// A JWK Set: organiser.json, as a site publishes it
    Jwk,
    /// The document of the present key's did:key
    DidKey,
    /// The document of the organiser's did:web, for /.well-known/did.json
    DidWeb,
    /// The present key's fingerprint (RFC 7638)
    Fingerprint,
}

/// Runs it.
pub(super) fn run(task: &Task) -> Result<bool, String> {
    match task {
        Task::New { folder, name, url, rsa, from, passphrase_file } => {
            let from = match from {
                Some(text) => {
                    day::begins(text).ok_or_else(|| format!("`{text}` is no day: write it like 2027-01-01"))?
                }
                None => day::now(),
            };
            let passphrase = passphrase_file.as_deref();
            let mut vault = match name.as_deref().zip(url.as_deref()) {
                Some((name, url)) => {
                    let (name, url) = (checked_name(name)?, checked_url(url)?);
                    let passphrase = Passphrase::choose(passphrase).map_err(|error| error.to_string())?;
                    let vault = Vault::create(folder, &name, &url, from, passphrase);
                    let vault = vault.map_err(|error| error.to_string())?;
                    Ledger::begin(&vault).map_err(|error| error.to_string())?;
                    vault
                }
                None => open(folder, passphrase)?,
            };
            let span = Span { from, until: None };
            if name.is_none() && !rsa {
                vault.add_key(span).map_err(|error| error.to_string())?;
            }
            if *rsa {
                vault.add_badge_key(span).map_err(|error| error.to_string())?;
            }
            show::print(&words(&vault.organiser, &vault.badge_keys))?;
            if *rsa {
                show::say(
                    "Publish organiser.json and did.json again: they have the new key (kerege build, kerege key show).",
                );
            }
            show::say(&format!(
                "Keep a copy of {} and its passphrase in a safe place, and publish neither.",
                folder.display()
            ));
        }
        Task::Show { folder, form } => {
            let organiser = vault::organiser(folder).map_err(|error| error.to_string())?;
            let bytes = std::fs::read(folder.join(vault::PUBLIC)).map_err(|error| error.to_string())?;
            show::print(&shown(&organiser, &bytes, *form)?)?;
        }
    }
    Ok(true)
}

fn open(folder: &Path, passphrase: Option<&Path>) -> Result<Vault, String> {
    // Where there are none, that is said before a passphrase is asked for.
    vault::organiser(folder)
        .map_err(|_| format!("{} has no keys yet: give --name and --url to make them", folder.display()))?;
    let passphrase = Passphrase::ask(passphrase).map_err(|error| error.to_string())?;
    Vault::open(folder, passphrase).map_err(|error| error.to_string())
}

fn checked_name(name: &str) -> Result<String, String> {
    kerege::certificate::name(name)
        .ok_or_else(|| "give --name as people know the organiser, up to 80 characters".to_owned())
}

fn checked_url(url: &str) -> Result<String, String> {
    let url = url.trim_end_matches('/');
    let host = kerege::licence::organiser::domain(url);
    let is_address = url.starts_with("https://") && host.contains('.') && url.len() <= 100;
    let is_address = is_address && kerege::content::prose::Target::address(url).is_some();
    is_address
        .then(|| url.to_owned())
        .ok_or_else(|| format!("`{url}` is no address: write it like https://example.org"))
}

fn shown(organiser: &Organiser, bytes: &[u8], form: Option<Form>) -> Result<String, String> {
    let badge_keys = vault::badge_keys(bytes);
    let present = || {
        let now = day::now();
        let current = organiser.keys.iter().rev().find(|key| key.span.contains(now)).or(organiser.keys.last());
        current.map(|key| key.key).ok_or_else(|| "there is no key in the folder".to_owned())
    };
    Ok(match form {
        None => words(organiser, &badge_keys),
        Some(Form::Jwk) => format!("{}\n", String::from_utf8_lossy(bytes).trim_end()),
        Some(Form::DidKey) => format!("{:#}\n", did::key_document(&present()?)),
        Some(Form::DidWeb) => format!("{:#}\n", did::web_document(organiser, &badge_keys)),
        Some(Form::Fingerprint) => format!("{}\n", present()?.fingerprint()),
    })
}

/// For people.
fn words(organiser: &Organiser, badge_keys: &[BadgeKey]) -> String {
    let mut out = format!("{}\n{}  {}\n", organiser.name, organiser.url, did::web(&organiser.url));
    for key in &organiser.keys {
        out += &of_key(key);
    }
    for key in badge_keys {
        out += &format!("\nRSA key for badges, {}\n  fingerprint  {}\n", of_span(&key.span), key.fingerprint());
    }
    out
}

fn of_span(span: &Span) -> String {
    let until = span.until.map_or_else(|| "on".to_owned(), |until| format!("until {}", day::last(until)));
    format!("from {} {until}", day::of(span.from))
}

fn of_key(OrganiserKey { key, span }: &OrganiserKey) -> String {
    format!("\nkey {}\n  fingerprint  {}\n  did:key      {}\n", of_span(span), key.fingerprint(), did::key(key))
}
