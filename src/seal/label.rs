//! What a sealed file is: the tuple that its key is derived from, and that is authenticated with it.

use crate::content::Id;
use crate::licence::cbor;

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
        cbor::write(|out| {
            out.array(6)?.str("kerege seal")?.str(self.module.as_str())?.u32(self.edition)?;
            out.str(self.file)?.str(self.language)?.bytes(&self.sha256)?;
            Ok(())
        })
    }
}
