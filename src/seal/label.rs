//! What a sealed file is: the tuple that its key is derived from, and that is authenticated with it.

use crate::content::Id;
use crate::licence::cbor::Value;

/// Which file of which edition of which module, in which language, with which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'a> {
    /// The module.
    pub module: &'a Id,
    /// Its edition's number.
    pub edition: u32,
    /// What the file is called in the module: a unit's id, a figure's path.
    pub file: &'a str,
    /// Its language; empty where it has none.
    pub language: &'a str,
    /// SHA-256 of the open bytes.
    pub sha256: [u8; 32],
}

impl Label<'_> {
    /// The tuple as bytes: a CBOR array, so that no two tuples are the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let text = [self.module.as_str(), self.file, self.language].map(Value::text);
        let [module, file, language] = text;
        let sha256 = Value::bytes(&self.sha256);
        Value::List(vec![Value::text("kerege seal"), module, Value::count(self.edition), file, language, sha256])
            .to_bytes()
    }
}
