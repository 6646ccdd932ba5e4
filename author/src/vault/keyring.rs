//! The keys of courses and editions. They are kept, so that a rebuild gives the same bytes and issued licences go on.

use super::{VaultError, jwk, locked};
use kerege::licence::text;
use kerege::seal::Key;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Keys by name.
#[derive(Debug, Default)]
pub struct Keyring(BTreeMap<String, Key>);

impl Keyring {
    /// The key of a course, which its licences carry; drawn where there is none yet.
    ///
    /// # Errors
    /// Where no random key can be drawn.
    pub fn course(&mut self, course: &str) -> Result<Key, VaultError> {
        self.key(format!("course:{course}"))
    }

    /// The key of a course, where there is one.
    pub fn known_course(&self, course: &str) -> Option<&Key> {
        self.0.get(&format!("course:{course}"))
    }

    /// The content key of an edition of a module; drawn where there is none yet.
    ///
    /// # Errors
    /// Where no random key can be drawn.
    pub fn content(&mut self, module: &str, edition: u32) -> Result<Key, VaultError> {
        self.key(format!("content:{module}:{edition}"))
    }

    fn key(&mut self, name: String) -> Result<Key, VaultError> {
        if let Some(key) = self.0.get(&name) {
            return Ok(key.clone());
        }
        let key = Key::new(locked::random()?);
        self.0.insert(name, key.clone());
        Ok(key)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let jwk = |(name, key): (&String, &Key)| {
            let k = Zeroizing::new(text::base64(key.bytes()));
            json!({ "kty": "oct", "kid": name, "k": *k })
        };
        jwk::set(self.0.iter().map(jwk).collect())
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Keyring> {
        let key = |jwk: &Value| {
            let k = Zeroizing::new(text::from_base64(jwk.get("k")?.as_str()?)?);
            Some((jwk.get("kid")?.as_str()?.to_owned(), Key::from_slice(&k)?))
        };
        jwk::members(bytes)?.iter().map(key).collect::<Option<_>>().map(Keyring)
    }
}
