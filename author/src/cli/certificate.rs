//! `kerege certificate`.

use super::badge;
use super::endorse::{self, Endorse};
use super::show;
use crate::day;
use crate::vault::did;
use clap::{Args, Subcommand};
use kerege::certificate::checked::Checked;
use kerege::certificate::signed::number;
use kerege::certificate::verify::{Difference, Reason, Verdict, compare, verify};
use kerege::content::read;
use kerege::licence::{Organiser, Revocations, Standing, text};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// What can be done with certificates.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Say whether a certificate is real, what it says, and who vouches for it
    Verify(Verify),
    /// Score learners' records again, and endorse them as Open Badges 3.0
    Endorse(Endorse),
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// A file with the certificate, its text or link, or - for standard input; or an Open Badge: JSON, JWT, or a picture
    certificate: String,
    /// The organiser's organiser.json, from an address that you know to be the organiser's; may stand several times
    #[arg(long, required = true)]
    organiser: Vec<PathBuf>,
    /// The organiser's list of revoked licences
    #[arg(long)]
    revocations: Option<PathBuf>,
    /// The module's module.json, to compare what the learner's device says with it
    #[arg(long)]
    module: Option<PathBuf>,
}

/// Runs it; false where something stands against the certificate.
pub(super) fn run(task: &Task) -> Result<bool, String> {
    match task {
        Task::Verify(task) => check(task),
        Task::Endorse(task) => endorse::run(task),
    }
}

fn check(task: &Verify) -> Result<bool, String> {
    let given = given(&task.certificate)?;
    if let Some(good) = badge::look(&given, &task.organiser)? {
        return Ok(good);
    }
    let bytes = certificate(given);
    let organisers = task.organiser.iter().map(|path| organiser(path)).collect::<Result<Vec<_>, _>>()?;
    let list = task.revocations.as_ref().map(|path| revocations(path, &organisers)).transpose()?;
    let module = task.module.as_ref().map(|path| {
        let reading = read::module(&open(path)?);
        reading.value.ok_or_else(|| format!("{} is no module.json", path.display()))
    });
    let module = module.transpose()?;
    if let (Some(path), Some(_)) = (&task.module, module.as_ref().and_then(|module| module.outline.as_ref())) {
        let path = path.display();
        return Err(format!("{path} shows only the module’s card; its outline is sealed: leave out --module"));
    }
    let verdict = verify(&bytes, &organisers, list.as_ref(), day::now());
    let verdict = verdict.ok_or("this is no certificate and no Open Badge, or a part of it is missing")?;
    let differences = match &module {
        Some(module) if module.id != verdict.certificate.module => {
            return Err(format!("{} is the outline of another module", module.id));
        }
        Some(module) => compare(&Checked::of(&bytes, verdict.clone()), module),
        None => Vec::new(),
    };
    let is_good = verdict.reasons.is_empty() && differences.is_empty();
    show::print(&words(&bytes, &verdict, &differences, module.is_some()))?;
    Ok(is_good)
}

/// What is to be verified, from wherever it is.
fn given(given: &str) -> Result<Vec<u8>, String> {
    let mut found = Vec::new();
    if given == "-" {
        std::io::stdin().take(LARGEST).read_to_end(&mut found).map_err(|error| error.to_string())?;
    } else if Path::new(given).is_file() {
        found = open(Path::new(given))?;
    } else {
        found.extend(given.bytes());
    }
    Ok(found)
}

/// The bytes of a certificate: a file may hold the certificate itself instead of its text.
fn certificate(found: Vec<u8>) -> Vec<u8> {
    let from_text = std::str::from_utf8(&found).ok().and_then(text::read);
    from_text.unwrap_or(found)
}

/// More is neither certificate nor badge.
const LARGEST: u64 = 16 << 20;

pub(super) fn open(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

pub(super) fn organiser(path: &Path) -> Result<Organiser, String> {
    Organiser::read(&open(path)?).ok_or_else(|| format!("{} is no organiser.json", path.display()))
}

fn revocations(path: &Path, organisers: &[Organiser]) -> Result<Revocations, String> {
    let list = Revocations::read(&open(path)?, organisers, |_| None);
    list.map_err(|error| format!("{}: {error}", path.display()))
}

fn words(bytes: &[u8], verdict: &Verdict<'_>, differences: &[Difference], has_outline: bool) -> String {
    let mut out = String::new();
    out += match (verdict.reasons.is_empty() && differences.is_empty(), verdict.standing) {
        (false, _) => "NOT VALID\n",
        (true, Standing::NotChecked) => "VALID, as far as can be seen without the list of revoked licences\n",
        (true, Standing::Valid(..) | Standing::Revoked(_)) => "VALID\n",
    };
    let reasons =
        verdict.reasons.iter().map(|reason| against(*reason)).chain(differences.iter().map(|it| differs(*it)));
    for reason in reasons {
        let _ = writeln!(out, "  {reason}");
    }
    let mut row = |name: &str, value: &str| {
        let _ = writeln!(out, "{name:<22}{value}");
    };
    let (certificate, delegation) = (&verdict.certificate, &verdict.delegation);
    row("\nnumber", &number(bytes));
    row("name", &certificate.name);
    row("date", &day::of(certificate.at));
    row("module", &format!("{} ({}, edition {})", certificate.title, certificate.module, certificate.edition));
    if let Some(title) = &certificate.title_en {
        row("in English", title);
    }
    row("language", &certificate.language);
    row("track", certificate.track.as_str());
    let title = certificate.award_title.as_deref().map(|title| format!(" – {title}")).unwrap_or_default();
    row("award", &format!("{}{title}", certificate.award));
    row("score", &certificate.score.map_or("no assessment".to_owned(), |(earned, of)| format!("{earned} of {of}")));
    row("attempts", &certificate.attempts.to_string());
    row("minutes", &certificate.minutes.to_string());
    row("digest of objectives", &text::base64(&certificate.objectives));
    row("digest of records", &text::base64(&certificate.records));
    row("\nlicence", &delegation.id.to_string());
    row("issued", &day::of(delegation.issued));
    row("to", delegation.label.as_deref().unwrap_or("a holder without a name on the licence"));
    row("certifies", &span(&delegation.certifies));
    row("award levels", &delegation.awards.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    row("revoked", &standing(verdict.standing));
    match (verdict.organiser, &verdict.fingerprint) {
        (Some(organiser), Some(fingerprint)) => {
            row("\norganiser", &format!("{} ({})", organiser.name, organiser.domain()));
            row("key", fingerprint);
            row("did", &did::web(&organiser.url));
        }
        _ => row("\nsays to be from", &format!("{} ({})", delegation.organiser, delegation.url)),
    }
    out += &vouching(verdict, has_outline);
    out
}

/// Who vouches for what, and what is not proven.
fn vouching(verdict: &Verdict<'_>, has_outline: bool) -> String {
    let mut out = String::from("\nThe organiser vouches that this licence was issued");
    out += if verdict.is_module_named { ", for this module" } else { ", for a course as a whole" };
    out += if verdict.delegation.is_label_binding { ", to the person of this name" } else { "" };
    out +=
        ", and that it may certify the award levels above.\nThe learner’s device signed name, score, attempts and date";
    out += if has_outline { "; titles and full points agree with the module.\n" } else { ", and the titles.\n" };
    out += "Not proven: that the holder of the licence did the work alone, or is who the name says. For that, ask the \
            organiser: the address above is the one that its key is published at.\n";
    out
}

fn span(span: &kerege::licence::Span) -> String {
    match span.until {
        Some(until) => format!("{} to {}", day::of(span.from), day::last(until)),
        None => format!("from {} on", day::of(span.from)),
    }
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Valid(number, at) => format!("not on list {number} of {}", day::of(at)),
        Standing::Revoked(at) => format!("on {}", day::of(at)),
        Standing::NotChecked => "not checked".to_owned(),
    }
}

fn against(reason: Reason) -> String {
    match reason {
        Reason::CertificateAltered => "it is not what was signed under the licence: something was altered".to_owned(),
        Reason::DelegationAltered => "the licence in it is not what the organiser signed".to_owned(),
        Reason::UnknownOrganiser => "none of the organisers that you named signed the licence in it".to_owned(),
        Reason::KeyOutOfUse => "the organiser’s key was not in use on the day of the licence".to_owned(),
        Reason::Revoked(at) => format!("the organiser revoked the licence on {}", day::of(at)),
        Reason::BeforeSpan(from) => {
            format!("it is dated before {}, when certificates could first be made", day::of(from))
        }
        Reason::AfterSpan(until) => format!("it is dated after {}, the last day of the licence", day::last(until)),
        Reason::FromTheFuture => "it is dated later than today".to_owned(),
        Reason::OtherModule => "the licence is not for this module".to_owned(),
        Reason::OtherEdition(last) => format!("the licence goes up to edition {last}"),
        Reason::OtherAward => "the licence may not certify this award level".to_owned(),
        Reason::OtherName => "the organiser demands the name on the licence, and it is another one".to_owned(),
    }
}

fn differs(difference: Difference) -> String {
    match difference {
        Difference::Edition(number) => {
            format!("the outline is of edition {number}: name that of the certificate’s edition")
        }
        Difference::Title => "the module has another title".to_owned(),
        Difference::Track => "the module has no such track of this length".to_owned(),
        Difference::Award => "the track has no such award level".to_owned(),
        Difference::Objectives => "objectives or description are not those of the module".to_owned(),
        Difference::Points => "the track has other full points".to_owned(),
    }
}
