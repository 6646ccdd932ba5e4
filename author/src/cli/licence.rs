//! `kerege licence`.

use super::show;
use crate::licences::{self, Course, Entry, Ledger, Person, Terms, people};
use crate::vault::locked::{self, Door, Who};
use crate::vault::{self, Passphrase, Vault};
use crate::{build, day};
use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use kerege::content::Id;
use kerege::licence::{LicenceId, Span, text};
use std::path::{Path, PathBuf};

/// What can be done with licences.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Issue a licence, or one for each person of a cohort; run again after a crash, it issues nobody twice
    Issue(Box<Issue>),
    /// Issue a licence again, for a lost phone, and revoke the old one
    Reissue {
        #[command(flatten)]
        common: Common,
        /// The old licence's number, as `list` and the card show it
        id: String,
        #[command(flatten)]
        hand_over: HandOver,
    },
    /// Revoke licences: the list beside the modules says so
    Revoke {
        #[command(flatten)]
        common: Common,
        /// Numbers, as `list` and the cards show them
        #[arg(required = true)]
        ids: Vec<String>,
        /// A site's folder that gets the new list too
        #[arg(long)]
        site: Option<PathBuf>,
        /// Also numbers that the ledger does not know, where an earlier one was lost
        #[arg(long)]
        unknown: bool,
    },
    /// Show what was issued
    List {
        #[command(flatten)]
        common: Common,
    },
}

#[derive(Debug, Args)]
pub(super) struct Common {
    /// The folder of the organiser's keys
    #[arg(long)]
    key: PathBuf,
    /// A file that holds the passphrase; else it is asked for
    #[arg(long)]
    passphrase_file: Option<PathBuf>,
    /// Begin a new ledger where there is none: nothing was issued with these keys yet, or the old one is lost for good
    #[arg(long)]
    new_ledger: bool,
}

#[derive(Debug, Args)]
pub(super) struct HandOver {
    /// The built site's folder
    #[arg(long)]
    site: PathBuf,
    /// The site's address, such as https://courses.example.org/
    #[arg(long)]
    address: String,
    /// A folder for licences and cards
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Issue {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    hand_over: HandOver,
    /// The course's id; a module that is a course of its own has the module's
    #[arg(long)]
    course: String,
    /// The holder's name or pseudonym
    #[arg(long, conflicts_with = "csv")]
    name: Option<String>,
    /// A table of people with a column `name`, and `id` where names are not enough
    #[arg(long)]
    csv: Option<PathBuf>,
    /// Certificates have to carry the name on the licence
    #[arg(long)]
    name_binds: bool,
    /// Open this module only; may stand several times
    #[arg(long)]
    module: Vec<String>,
    /// Open the course as a whole, with modules that join it later
    #[arg(long, conflicts_with = "module")]
    whole_course: bool,
    /// Open editions up to this one; else all later ones too
    #[arg(long)]
    last_edition: Option<u32>,
    /// Certify these award levels only; else all that the modules have
    #[arg(long)]
    award: Vec<String>,
    /// The first day; else now
    #[arg(long)]
    from: Option<String>,
    /// The last day on which it opens the course; else it has no end
    #[arg(long)]
    until: Option<String>,
    /// The last day on which certificates may be made; else the last day of the licence
    #[arg(long)]
    certify_until: Option<String>,
    /// Lock each licence with a code, to be given to its holder apart from the card
    #[arg(long)]
    code: bool,
}

/// Runs it.
pub(super) fn run(task: &Task) -> Result<bool, String> {
    match task {
        Task::Issue(task) => issue(task),
        Task::Reissue { common, id, hand_over } => {
            let id = number(id)?;
            let mut desk = Desk::open(common)?;
            let course = desk.ledger.get_mut(id).and_then(|entry| entry.delegation.grants.first());
            let course = course.map(|grant| grant.course.clone());
            let course = course.ok_or_else(|| words(licences::IssueError::NoLicence(id)))?;
            let course = Course::read(&hand_over.site, course.as_str(), &desk.vault).map_err(words)?;
            let address = address(&hand_over.address)?;
            let entry = licences::reissue(&desk.vault, &mut desk.ledger, id, day::now()).map_err(words)?;
            locked::make_folder(&hand_over.out).map_err(words)?;
            desk.ledger.keep(&desk.vault).map_err(words)?;
            desk.publish(Some(&hand_over.site), &[])?;
            desk.write(std::slice::from_ref(&entry), &course, &address, &hand_over.out)?;
            show::print(&format!("{}\n", entry.delegation.id))?;
            Ok(true)
        }
        Task::Revoke { common, ids, site, unknown } => {
            let ids = ids.iter().map(|id| number(id)).collect::<Result<Vec<_>, _>>()?;
            let mut desk = Desk::open(common)?;
            let mut lost = Vec::new();
            for id in ids {
                match desk.ledger.get_mut(id) {
                    Some(entry) => drop(entry.revoked.get_or_insert(day::now())),
                    None if *unknown => lost.push(id),
                    None => return Err(words(licences::IssueError::NoLicence(id))),
                }
            }
            desk.ledger.keep(&desk.vault).map_err(words)?;
            desk.publish(site.as_deref(), &lost)?;
            Ok(true)
        }
        Task::List { common } => {
            let desk = Desk::open(common)?;
            show::print(&desk.ledger.0.iter().map(line).collect::<String>())?;
            Ok(true)
        }
    }
}

fn issue(task: &Issue) -> Result<bool, String> {
    let (terms, address) = (terms(task)?, address(&task.hand_over.address)?);
    let people = match &task.csv {
        Some(path) => people::read(path).map_err(words)?,
        None => vec![one(task.name.as_deref())?],
    };
    let mut desk = Desk::open(&task.common)?;
    let course = Course::read(&task.hand_over.site, &task.course, &desk.vault).map_err(words)?;
    let terms = Terms { awards: if terms.awards.is_empty() { course.awards() } else { terms.awards }, ..terms };
    let issued = licences::issue(&desk.vault, &mut desk.ledger, &course, &terms, &people, day::now()).map_err(words)?;
    // Nobody is to be in the ledger whose licence cannot be written. From there on, what follows can be run again.
    locked::make_folder(&task.hand_over.out).map_err(words)?;
    desk.ledger.keep(&desk.vault).map_err(words)?;
    let entries: Vec<Entry> = issued.iter().map(|(entry, _)| entry.clone()).collect();
    let written = desk.write(&entries, &course, &address, &task.hand_over.out);
    written.map_err(|problem| match (&task.csv, issued.as_slice()) {
        (None, [(entry, _)]) => format!("{problem}\n{}", once_more(entry)),
        _ => format!("{problem}\nWho was issued a licence is in the ledger. Run the same command again: it writes what is missing"),
    })?;
    let n_new = issued.iter().filter(|(_, is_new)| *is_new).count();
    show::say(&match issued.len() - n_new {
        0 => format!("{} issued", show::count(n_new, "licence")),
        n_old => format!("{} issued; {} from before", show::count(n_new, "licence"), show::count(n_old, "licence")),
    });
    show::say(&format!("They are in {}. Whoever has a link or a card has the licence.", task.hand_over.out.display()));
    if let ([(entry, _)], None) = (issued.as_slice(), &task.csv) {
        show::print(&format!("{}\n", entry.delegation.id))?;
    }
    Ok(true)
}

/// What to do where a single licence is in the ledger, and was not written.
fn once_more(entry: &Entry) -> String {
    let id = entry.delegation.id;
    format!(
        "Licence {id} is in the ledger, and was not handed out. `kerege licence reissue … {id}` makes another in its place"
    )
}

/// The keys and the ledger, while nobody else is at work with them.
struct Desk {
    vault: Vault,
    ledger: Ledger,
    _door: Door,
}

impl Desk {
    fn open(common: &Common) -> Result<Desk, String> {
        vault::organiser(&common.key).map_err(words)?;
        let passphrase = Passphrase::ask(common.passphrase_file.as_deref()).map_err(words)?;
        let door = Door::enter(&common.key).map_err(words)?;
        let vault = Vault::open(&common.key, passphrase).map_err(words)?;
        if common.new_ledger {
            Ledger::begin(&vault).map_err(words)?;
        }
        let ledger = Ledger::open(&vault).map_err(words)?;
        Ok(Desk { vault, ledger, _door: door })
    }

    /// Writes licences, cards and codes.
    fn write(&self, entries: &[Entry], course: &Course, address: &str, out: &Path) -> Result<(), String> {
        let bar = if entries.len() > 1 { ProgressBar::new(entries.len() as u64) } else { ProgressBar::hidden() };
        for entry in entries {
            licences::write(&self.vault, entry, &course.title, address, out).map_err(words)?;
            bar.inc(1);
        }
        bar.finish_and_clear();
        self.write_codes(out)
    }

    /// Writes the codes of all licences that are in the folder, also of earlier runs.
    fn write_codes(&self, out: &Path) -> Result<(), String> {
        let is_here = |entry: &&Entry| licences::path(out, entry.delegation.id).exists() && entry.revoked.is_none();
        let codes = self.ledger.0.iter().filter(is_here).filter_map(|entry| Some((entry, entry.code.as_ref()?)));
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["licence", "name", "code"]).map_err(words)?;
        let mut n_codes = 0;
        for (entry, code) in codes {
            let label = entry.delegation.label.as_deref().unwrap_or_default();
            table.write_record([&entry.delegation.id.to_string(), label, code]).map_err(words)?;
            n_codes += 1;
        }
        if n_codes > 0 {
            let path = out.join("codes.csv");
            // Without the mark at the beginning, some spreadsheets take the names for another alphabet.
            let bytes = ["\u{feff}".as_bytes(), &table.into_inner().map_err(words)?].concat();
            locked::put(&path, &bytes, Who::Owner).map_err(words)?;
            show::say(&format!("{} holds the codes: give each to its holder apart from the card", path.display()));
        }
        Ok(())
    }

    /// Makes, keeps and publishes the list of what was revoked; `lost` are licences that the ledger does not know.
    fn publish(&self, site: Option<&Path>, lost: &[LicenceId]) -> Result<(), String> {
        let list = licences::revocations(&self.vault, &self.ledger, lost, day::now()).map_err(words)?;
        let bytes = self.vault.keep_revocations(&list).map_err(words)?;
        if let Some(site) = site {
            locked::put(&site.join(build::REVOCATIONS), &bytes, Who::Everybody).map_err(words)?;
        }
        show::say(&format!(
            "List {} names {}. Put {} beside catalogue.json on the host",
            list.number,
            show::count(list.revoked().len(), "licence"),
            self.vault.folder().join(build::REVOCATIONS).display()
        ));
        Ok(())
    }
}

/// A line of `list`.
fn line(entry: &Entry) -> String {
    let delegation = &entry.delegation;
    let until = delegation.opens.until.map_or_else(|| "no end".to_owned(), day::last);
    let state = match entry.revoked {
        Some(at) => format!("revoked {}", day::of(at)),
        None => "issued".to_owned(),
    };
    let course = delegation.grants.first().map(|grant| grant.course.to_string()).unwrap_or_default();
    let label = delegation.label.as_deref().unwrap_or("-");
    format!("{}\t{course}\t{label}\t{}\t{until}\t{state}\n", delegation.id, day::of(delegation.issued))
}

fn terms(task: &Issue) -> Result<Terms, String> {
    let day = |text: &Option<String>, read: fn(&str) -> Option<kerege::port::Moment>| match text {
        Some(text) => read(text).map(Some).ok_or_else(|| format!("`{text}` is no day: write it like 2027-01-31")),
        None => Ok(None),
    };
    let from = day(&task.from, day::begins)?.unwrap_or_else(day::now);
    let opens = Span { from, until: day(&task.until, day::ends)? };
    let certifies = Span { from, until: day(&task.certify_until, day::ends)?.or(opens.until) };
    if [opens, certifies].iter().any(|span| span.until.is_some_and(|until| until <= span.from)) {
        return Err("the last day is before the first one".to_owned());
    }
    let ids = |texts: &[String]| -> Result<Vec<Id>, String> {
        texts.iter().map(|text| Id::new(text).ok_or_else(|| format!("`{text}` is not an id"))).collect()
    };
    Ok(Terms {
        opens,
        certifies,
        modules: ids(&task.module)?,
        is_open_ended: task.whole_course,
        last_edition: task.last_edition,
        awards: ids(&task.award)?,
        is_label_binding: task.name_binds,
        has_code: task.code,
    })
}

/// One person: each run issues one more licence.
fn one(name: Option<&str>) -> Result<Person, String> {
    let label = match name {
        Some(name) => kerege::certificate::name(name).ok_or("a name has 1 to 80 characters that can be seen")?,
        None => String::new(),
    };
    let key = locked::random::<8>().map_err(words)?.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Person { key, label })
}

/// The site's address, with a slash at its end. A site on this computer may be tried without `https:`.
fn address(given: &str) -> Result<String, String> {
    let address = format!("{}/", given.trim_end_matches('/'));
    let is_here = ["http://localhost", "http://127.0.0.1", "http://[::1]"]
        .iter()
        .any(|here| address.strip_prefix(here).is_some_and(|rest| rest.starts_with([':', '/'])));
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"#?\"<>".contains(&byte));
    if !is_plain || !(is_here || address.starts_with("https://")) {
        return Err(format!("`{given}` is no address of a site: write it like https://courses.example.org/"));
    }
    let longest = kerege::certificate::qr::LONGEST_ADDRESS - text::LICENCE.len();
    if address.len() > longest {
        return Err(format!("the address is too long for QR codes: at most {longest} characters"));
    }
    Ok(address)
}

fn number(text: &str) -> Result<LicenceId, String> {
    LicenceId::read(text).ok_or_else(|| format!("`{text}` is no licence's number: it is like 0701-0203-0405-06FF"))
}

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}
