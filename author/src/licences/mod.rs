//! Licences: issued to one or to a cohort, issued again, revoked.
//!
//! What is issued is written to the ledger before anything is handed out. So a run that was cut off is run again, and
//! finds everybody who was in the ledger: nobody is issued two licences.

pub mod card;
pub mod course;
pub mod ledger;
pub mod people;

pub use course::Course;
pub use ledger::{Entry, Ledger};
pub use people::Person;

use crate::vault::{Vault, VaultError, locked};
use kerege::content::Id;
use kerege::licence::{Delegation, Grant, Licence, LicenceId, Part, PrivateKey, Revocations, Span, code};
use kerege::port::Moment;
use kerege::seal::Key;
use kerege::seal::native::{Drawn, lock};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

/// What licences are issued for.
#[derive(Clone, Debug)]
pub struct Terms {
    /// When they open the course.
    pub opens: Span,
    /// When certificates may be made.
    pub certifies: Span,
    /// Modules; all of the course where there are none named.
    pub modules: Vec<Id>,
    /// Whether modules that join the course later are opened too.
    pub is_open_ended: bool,
    /// The last edition that is opened.
    pub last_edition: Option<u32>,
    /// Award levels that may be certified.
    pub awards: Vec<Id>,
    /// Whether certificates have to carry the name on the licence.
    pub is_label_binding: bool,
    /// Whether they are locked with a code.
    pub has_code: bool,
}

/// Why nothing was issued.
#[derive(Debug)]
pub enum IssueError {
    /// The keys cannot be used.
    Vault(VaultError),
    /// A certificate would not fit its QR code: for whom, and by how many bytes.
    TooLong(String, usize),
    /// The course has no such module.
    NoModule(Id),
    /// There is no such licence.
    NoLicence(LicenceId),
    /// It was revoked already.
    Revoked(LicenceId),
    /// The course was never sealed, so there is no key for it.
    NoKey(String),
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vault(error) => error.fmt(f),
            Self::TooLong(name, over) => write!(
                f,
                "a certificate for {name} would be {over} bytes too long for a QR code that phones can read: shorten the name \
                 or the module's title, name fewer modules with --module, or open the course as a whole with --whole-course"
            ),
            Self::NoModule(id) => write!(f, "the course has no module `{id}`"),
            Self::NoLicence(id) => write!(f, "the ledger has no licence {id}: `kerege licence list` shows all"),
            Self::Revoked(id) => write!(f, "the licence {id} was revoked already"),
            Self::NoKey(course) => {
                write!(f, "the course `{course}` has no key: build the site with --seal and these keys first")
            }
        }
    }
}

impl std::error::Error for IssueError {}

impl From<VaultError> for IssueError {
    fn from(error: VaultError) -> IssueError {
        IssueError::Vault(error)
    }
}

/// Enters people who have no licence for the course yet into the ledger, and gives the licences of all of them, with
/// whether each is new. Nothing is handed out before [`Ledger::keep`] has written it.
///
/// # Errors
/// [`IssueError`]; then nobody was entered.
pub fn issue(
    vault: &Vault,
    ledger: &mut Ledger,
    course: &Course,
    terms: &Terms,
    people: &[Person],
    now: Moment,
) -> Result<Vec<(Entry, bool)>, IssueError> {
    if vault.keyring.known_course(course.id.as_str()).is_none() {
        return Err(IssueError::NoKey(course.id.to_string()));
    }
    let signer = vault.signer(now)?;
    let grant = grant(course, terms)?;
    let (mut issued, known) = (Vec::new(), ledger.by_person());
    // How much too long a certificate would be depends on nothing of a person but the length of the name.
    let mut fits = BTreeSet::new();
    for person in people {
        let key = format!("{}/{}", course.id, person.key);
        if let Some(entry) = known.get(key.as_str()) {
            issued.push(((*entry).clone(), false));
            continue;
        }
        let certificate = PrivateKey::new(locked::random()?);
        let delegation = Delegation {
            id: LicenceId(locked::random()?),
            organiser: vault.organiser.name.clone(),
            url: vault.organiser.url.clone(),
            issued: now,
            opens: terms.opens,
            key: certificate.public(),
            grants: vec![grant.clone()],
            label: Some(person.label.clone()).filter(|label| !label.is_empty()),
            is_label_binding: terms.is_label_binding,
            awards: terms.awards.clone(),
            certifies: terms.certifies,
        };
        let token = delegation.sign(signer);
        let code = if terms.has_code { Some(code::show(&locked::random()?)) } else { None };
        let entry = Entry { person: key, token, delegation, key: certificate, code, revoked: None };
        if fits.insert(person.label.len()) {
            check(vault, course, &entry)?;
        }
        issued.push((entry, true));
    }
    ledger.0.extend(issued.iter().filter(|(_, is_new)| *is_new).map(|(entry, _)| entry.clone()));
    Ok(issued)
}

/// Refuses a licence whose certificates would be too long, now and not at the end of the course.
fn check(vault: &Vault, course: &Course, entry: &Entry) -> Result<(), IssueError> {
    let licence = entry.licence(vault).ok_or_else(|| IssueError::NoKey(course.id.to_string()))?;
    match course.too_long(&licence) {
        0 => Ok(()),
        over => {
            let name = entry.delegation.label.clone().unwrap_or_else(|| "a name of 30 letters".to_owned());
            Err(IssueError::TooLong(name, over))
        }
    }
}

fn grant(course: &Course, terms: &Terms) -> Result<Grant, IssueError> {
    let known: Vec<&Id> = course.modules.iter().map(|module| &module.id).collect();
    if let Some(unknown) = terms.modules.iter().find(|id| !known.contains(id)) {
        return Err(IssueError::NoModule(unknown.clone()));
    }
    let modules = match (terms.modules.is_empty(), terms.is_open_ended) {
        (false, _) => terms.modules.clone(),
        // The whole course: what it is made of, the catalogue says.
        (true, true) => Vec::new(),
        (true, false) => known.into_iter().cloned().collect(),
    };
    let (is_open_ended, last_edition) = (terms.is_open_ended, terms.last_edition);
    Ok(Grant { course: course.id.clone(), modules, is_open_ended, last_edition })
}

/// Issues a licence again, with the same terms and new keys, and revokes the old one.
///
/// # Errors
/// Where there is no such licence, or it was revoked already.
pub fn reissue(vault: &Vault, ledger: &mut Ledger, id: LicenceId, now: Moment) -> Result<Entry, IssueError> {
    let signer = vault.signer(now)?;
    let old = ledger.get_mut(id).ok_or(IssueError::NoLicence(id))?;
    if old.revoked.is_some() {
        return Err(IssueError::Revoked(id));
    }
    old.revoked = Some(now);
    let key = PrivateKey::new(locked::random()?);
    let fresh = LicenceId(locked::random()?);
    let delegation = Delegation { id: fresh, issued: now, key: key.public(), ..old.delegation.clone() };
    let code = match &old.code {
        Some(_) => Some(code::show(&locked::random()?)),
        None => None,
    };
    let token = delegation.sign(signer);
    let entry = Entry { person: old.person.clone(), token, delegation, key, code, revoked: None };
    ledger.0.push(entry.clone());
    Ok(entry)
}

/// The list of everything that was revoked, numbered after the one before it; `lost` are licences that are revoked now
/// and stood in a ledger that was lost.
///
/// # Errors
/// Where the list before it cannot be read, so that its number is not known.
pub fn revocations(vault: &Vault, ledger: &Ledger, lost: &[LicenceId], now: Moment) -> Result<Revocations, IssueError> {
    let before = vault.revocations(now)?;
    let before = Revocations::read(&before, std::slice::from_ref(&vault.organiser), |_| None);
    let before = before.map_err(|_| VaultError::Damaged(vault.folder().join(crate::build::REVOCATIONS)))?;
    let mut revoked = before.revoked().to_vec();
    revoked.extend(ledger.0.iter().filter_map(|entry| Some((entry.delegation.id, entry.revoked?))));
    revoked.extend(lost.iter().map(|id| (*id, now)));
    Ok(Revocations::new(before.number + 1, &vault.organiser.url, now, revoked))
}

/// Rounds of PBKDF2 for a code. It has 80 random bits, so they add nothing that counts; RFC 7518 wants at least 1000.
const CODE_ROUNDS: u32 = 4096;

/// The bytes that are handed over: locked, where there is a code.
///
/// # Errors
/// Where the course has no key.
pub fn hand_over(vault: &Vault, entry: &Entry) -> Result<Vec<u8>, IssueError> {
    let no_key = || IssueError::NoKey(entry.person.clone());
    let licence = entry.licence(vault).ok_or_else(no_key)?;
    let (Some(code), Part::Open(secret)) = (&entry.code, &licence.part) else { return Ok(licence.to_bytes()) };
    let code = code::normal(code).ok_or_else(no_key)?;
    let drawn = Drawn { salt: locked::random()?, key: Key::new(locked::random()?), nonce: locked::random()? };
    let jwe = lock(&secret.to_bytes(), code.as_bytes(), CODE_ROUNDS, &drawn).map_err(|_| no_key())?;
    Ok(Licence::new(licence.token, Part::Locked(jwe)).ok_or_else(no_key)?.to_bytes())
}

/// Where a licence is written.
pub fn path(out: &Path, id: LicenceId) -> PathBuf {
    out.join(format!("licence-{id}.txt"))
}

/// Writes the licence and its card into a folder, where they are not there yet. Their names say neither who nor what.
///
/// # Errors
/// Where it is too long for a QR code, or the disk refuses.
pub fn write(vault: &Vault, entry: &Entry, course: &str, address: &str, out: &Path) -> Result<(), IssueError> {
    let id = entry.delegation.id;
    let (licence, page) = (path(out, id), out.join(format!("card-{id}.html")));
    // A file that is empty was lost with the power.
    let is_there = |path: &Path| std::fs::metadata(path).is_ok_and(|about| about.len() > 0);
    if is_there(&licence) && is_there(&page) {
        return Ok(());
    }
    let bytes = hand_over(vault, entry)?;
    let card =
        card::card(entry, &bytes, course, address).ok_or_else(|| IssueError::TooLong(id.to_string(), bytes.len()))?;
    // The licence last: once it is there, both are.
    locked::put_quickly(&page, card.html.as_bytes(), locked::Who::Owner)?;
    locked::put_quickly(&licence, format!("{}\n", card.link).as_bytes(), locked::Who::Owner)?;
    Ok(())
}
