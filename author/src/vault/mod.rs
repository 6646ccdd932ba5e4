//! The organiser's folder of keys: what is public in the open, everything else locked with a passphrase.
//!
//! `organiser.json` (a JWK Set) may be shown to anybody. `signing.jwe` holds the private keys and `keyring.jwe` the keys of
//! courses and editions, both as encrypted JWK Sets (RFC 7517, section 7); `ledger.jwe` holds what was issued.

pub mod did;
mod error;
pub mod jwk;
mod keyring;
pub mod locked;
pub mod passphrase;
mod rsa;

pub use error::VaultError;
pub use keyring::Keyring;
pub use passphrase::Passphrase;
pub use rsa::{BadgeKey, PrivateBadgeKey};

use crate::build::REVOCATIONS;
use kerege::licence::{Organiser, OrganiserKey, PrivateKey, Revocations, Span};
use kerege::port::Moment;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// What everybody may know.
pub const PUBLIC: &str = "organiser.json";
const SIGNING: &str = "signing.jwe";
const KEYRING: &str = "keyring.jwe";

/// A folder of keys, unlocked.
#[derive(Debug)]
pub struct Vault {
    folder: PathBuf,
    passphrase: Passphrase,
    /// What everybody may know.
    pub organiser: Organiser,
    /// The public halves of the RSA keys that badges are signed with; none where none was made.
    pub badge_keys: Vec<BadgeKey>,
    signing: Vec<PrivateKey>,
    signing_badges: Vec<PrivateBadgeKey>,
    /// Keys of courses and editions.
    pub keyring: Keyring,
}

/// What everybody may know of the organiser whose keys are in a folder; no passphrase is needed.
///
/// # Errors
/// Where there are no keys.
pub fn organiser(folder: &Path) -> Result<Organiser, VaultError> {
    let path = folder.join(PUBLIC);
    let bytes = fs::read(&path).map_err(|_| VaultError::NoKeys(folder.to_owned()))?;
    Organiser::read(&bytes).ok_or(VaultError::Damaged(path))
}

/// The public RSA keys in the bytes of `organiser.json`; those that cannot be read are left out.
pub fn badge_keys(bytes: &[u8]) -> Vec<BadgeKey> {
    jwk::members(bytes).unwrap_or_default().iter().filter_map(BadgeKey::read).collect()
}

/// `organiser.json`: the organiser, and the RSA keys of badges, which players pass over.
fn published(organiser: &Organiser, badge_keys: &[BadgeKey]) -> String {
    let plain = organiser.to_json();
    let mut value: Value = serde_json::from_str(&plain).unwrap_or_default();
    match value.get_mut("keys") {
        Some(Value::Array(keys)) if !badge_keys.is_empty() => {
            keys.extend(badge_keys.iter().map(BadgeKey::published));
            value.to_string()
        }
        _ => plain,
    }
}

impl Vault {
    /// Makes a folder of keys with a first key.
    ///
    /// # Errors
    /// Where there are keys already, or the disk refuses.
    pub fn create(
        folder: &Path,
        name: &str,
        url: &str,
        from: Moment,
        passphrase: Passphrase,
    ) -> Result<Vault, VaultError> {
        if folder.join(PUBLIC).exists() || folder.join(SIGNING).exists() {
            return Err(VaultError::Taken(folder.to_owned()));
        }
        locked::make_folder(folder)?;
        let organiser = Organiser { name: name.to_owned(), url: url.to_owned(), keys: Vec::new() };
        let mut vault = Vault {
            folder: folder.to_owned(),
            passphrase,
            organiser,
            badge_keys: Vec::new(),
            signing: Vec::new(),
            signing_badges: Vec::new(),
            keyring: Keyring::default(),
        };
        vault.keep_keyring()?;
        vault.add_key(Span { from, until: None })?;
        Ok(vault)
    }

    /// Unlocks a folder of keys.
    ///
    /// # Errors
    /// Where there are no keys, or the passphrase is another one.
    pub fn open(folder: &Path, passphrase: Passphrase) -> Result<Vault, VaultError> {
        let organiser = organiser(folder)?;
        let badge_keys = badge_keys(&fs::read(folder.join(PUBLIC)).unwrap_or_default());
        let (signing, keyring) = (folder.join(SIGNING), folder.join(KEYRING));
        let private = jwk::private_keys(&locked::read(&signing, &passphrase)?).ok_or(VaultError::Damaged(signing))?;
        let (signing, signing_badges) = private;
        let keyring = Keyring::read(&locked::read(&keyring, &passphrase)?).ok_or(VaultError::Damaged(keyring))?;
        Ok(Vault { folder: folder.to_owned(), passphrase, organiser, badge_keys, signing, signing_badges, keyring })
    }

    /// Adds a new key; an earlier one ends when it begins.
    ///
    /// # Errors
    /// Where an earlier key begins later, or the disk refuses.
    pub fn add_key(&mut self, span: Span) -> Result<OrganiserKey, VaultError> {
        if self.organiser.keys.iter().any(|key| key.span.from >= span.from) {
            return Err(VaultError::Earlier);
        }
        let private = PrivateKey::new(locked::random()?);
        for key in &mut self.organiser.keys {
            key.span.until = Some(key.span.until.map_or(span.from, |until| until.min(span.from)));
        }
        let key = OrganiserKey { key: private.public(), span };
        self.organiser.keys.push(key);
        self.signing.push(private);
        self.keep_keys()?;
        Ok(key)
    }

    /// Adds a new RSA key for badges; an earlier one ends when it begins.
    ///
    /// # Errors
    /// Where an earlier one begins later, no key can be drawn, or the disk refuses.
    pub fn add_badge_key(&mut self, span: Span) -> Result<(), VaultError> {
        if self.badge_keys.iter().any(|key| key.span.from >= span.from) {
            return Err(VaultError::Earlier);
        }
        let private = PrivateBadgeKey::draw()?;
        for key in &mut self.badge_keys {
            key.span.until = Some(key.span.until.map_or(span.from, |until| until.min(span.from)));
        }
        self.badge_keys.push(private.public(span));
        self.signing_badges.push(private);
        self.keep_keys()
    }

    /// First what is secret: a public key without its private one would be of no use.
    fn keep_keys(&self) -> Result<(), VaultError> {
        let private = jwk::private_set(&self.signing, &self.signing_badges);
        locked::write(&self.folder.join(SIGNING), &private, &self.passphrase)?;
        locked::put(&self.folder.join(PUBLIC), self.published().as_bytes(), locked::Who::Everybody)
    }

    /// `organiser.json`, as sites publish it.
    pub fn published(&self) -> String {
        published(&self.organiser, &self.badge_keys)
    }

    /// The RSA key to sign badges with at a moment, and its public half; `None` where none is in use then.
    pub fn badge_signer(&self, at: Moment) -> Option<(&PrivateBadgeKey, &BadgeKey)> {
        let current = self.badge_keys.iter().rev().find(|key| key.span.contains(at))?;
        let private = self.signing_badges.iter().find(|private| private.public(current.span) == *current)?;
        Some((private, current))
    }

    /// The key to sign with at a moment.
    ///
    /// # Errors
    /// Where none is in use then.
    pub fn signer(&self, at: Moment) -> Result<&PrivateKey, VaultError> {
        let current = self.organiser.keys.iter().rev().find(|key| key.span.contains(at));
        let private = current.and_then(|key| self.signing.iter().find(|private| private.public() == key.key));
        private.ok_or(VaultError::NoneInUse)
    }

    /// Writes the keyring, with the keys that were drawn since.
    ///
    /// # Errors
    /// Where the disk refuses.
    pub fn keep_keyring(&self) -> Result<(), VaultError> {
        locked::write(&self.folder.join(KEYRING), &self.keyring.to_bytes(), &self.passphrase)
    }

    /// The signed list of revoked licences; where none was made yet, one that revokes nothing.
    ///
    /// # Errors
    /// Where no key is in use, or the disk refuses.
    pub fn revocations(&self, now: Moment) -> Result<Vec<u8>, VaultError> {
        let path = self.folder.join(REVOCATIONS);
        match fs::read(&path) {
            Ok(bytes) => Ok(bytes),
            Err(_) => self.keep_revocations(&Revocations::new(1, &self.organiser.url, now, Vec::new())),
        }
    }

    /// Signs a list of revoked licences and keeps it.
    ///
    /// # Errors
    /// Where no key is in use, or the disk refuses.
    pub fn keep_revocations(&self, list: &Revocations) -> Result<Vec<u8>, VaultError> {
        let bytes = list.sign(self.signer(list.issued)?).to_bytes();
        locked::put(&self.folder.join(REVOCATIONS), &bytes, locked::Who::Everybody)?;
        Ok(bytes)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What it was unlocked with, for the ledger beside it.
    pub fn passphrase(&self) -> &Passphrase {
        &self.passphrase
    }
}
