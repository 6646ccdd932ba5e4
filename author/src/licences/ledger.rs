//! The ledger: which licences were issued, to whom, and what became of them. It is locked with the keys' passphrase.

use crate::vault::{Vault, VaultError, locked};
use kerege::licence::{Delegation, Licence, LicenceId, Part, PrivateKey, Secret, Token, text};
use kerege::port::Moment;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What was issued.
#[derive(Debug, Default)]
pub struct Ledger(pub Vec<Entry>);

/// A licence that was issued.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Whom it is for, as the organiser tells people apart; with the course's id before it.
    pub person: String,
    /// The delegation, as it was signed.
    pub token: Token,
    /// What it says.
    pub delegation: Delegation,
    /// The key that its certificates are signed with.
    pub key: PrivateKey,
    /// The code that locks it, where there is one.
    pub code: Option<String>,
    /// When it was revoked.
    pub revoked: Option<Moment>,
}

impl Ledger {
    /// Begins an empty ledger beside the keys, unless there is one.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn begin(vault: &Vault) -> Result<(), VaultError> {
        if path(vault.folder()).exists() { Ok(()) } else { Ledger::default().keep(vault) }
    }

    /// Opens the ledger beside the keys.
    ///
    /// # Errors
    /// Where it is not there, or damaged.
    pub fn open(vault: &Vault) -> Result<Ledger, VaultError> {
        let path = path(vault.folder());
        if !path.exists() {
            return Err(VaultError::NoLedger(path));
        }
        let bytes = locked::read(&path, vault.passphrase())?;
        read(&bytes).ok_or(VaultError::Damaged(path))
    }

    /// Writes it, all at once.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn keep(&self, vault: &Vault) -> Result<(), VaultError> {
        let entries: Vec<Value> = self.0.iter().map(write).collect();
        let text = Zeroizing::new(json!({ "kerege": 1, "type": "ledger", "entries": entries }).to_string());
        locked::write(&path(vault.folder()), text.as_bytes(), vault.passphrase())
    }

    /// The licence that each person has, where it was not revoked.
    pub fn by_person(&self) -> BTreeMap<&str, &Entry> {
        let valid = self.0.iter().filter(|entry| entry.revoked.is_none());
        valid.map(|entry| (entry.person.as_str(), entry)).collect()
    }

    /// A licence by its id.
    pub fn get_mut(&mut self, id: LicenceId) -> Option<&mut Entry> {
        self.0.iter_mut().find(|entry| entry.delegation.id == id)
    }
}

impl Entry {
    /// The licence as it is handed over, unlocked; `None` where the course has no key.
    pub fn licence(&self, vault: &Vault) -> Option<Licence> {
        let courses = self.delegation.grants.iter();
        let courses = courses
            .map(|grant| Some((grant.course.clone(), vault.keyring.known_course(grant.course.as_str())?.clone())));
        let secret = Secret { certificate: self.key.clone(), courses: courses.collect::<Option<_>>()? };
        Licence::new(self.token.clone(), Part::Open(secret))
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("ledger.jwe")
}

fn write(entry: &Entry) -> Value {
    json!({
        "person": entry.person,
        "token": text::base64(&entry.token.to_bytes()),
        "key": text::base64(entry.key.seed()),
        "code": entry.code,
        "revoked": entry.revoked.map(|at| at.0),
    })
}

fn read(bytes: &[u8]) -> Option<Ledger> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    value.get("entries")?.as_array()?.iter().map(entry).collect::<Option<Vec<_>>>().map(Ledger)
}

fn entry(value: &Value) -> Option<Entry> {
    let part = |name: &str| text::from_base64(value.get(name)?.as_str()?);
    let token = Token::read(&part("token")?)?;
    Some(Entry {
        person: value.get("person")?.as_str()?.to_owned(),
        delegation: Delegation::read(&token)?,
        token,
        key: PrivateKey::new(Zeroizing::new(part("key")?).as_slice().try_into().ok()?),
        code: value.get("code").and_then(Value::as_str).map(str::to_owned),
        revoked: value.get("revoked").and_then(Value::as_i64).map(Moment),
    })
}
