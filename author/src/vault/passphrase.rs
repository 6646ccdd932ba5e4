//! The passphrase: from a terminal, a file, or a variable for scripts.

use super::VaultError;
use std::fmt;
use std::path::Path;
use zeroize::Zeroizing;

/// The variable that scripts may set.
pub const VARIABLE: &str = "KEREGE_PASSPHRASE";

/// A new passphrase has at least so many characters.
pub const SHORTEST: usize = 12;

/// A passphrase. It is wiped from memory when it is dropped, and never printed.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase.
    pub fn new(text: String) -> Passphrase {
        Passphrase(Zeroizing::new(text))
    }

    /// The passphrase that is given: in a file, else in the variable, else at the terminal.
    ///
    /// # Errors
    /// Where none is given.
    pub fn ask(file: Option<&Path>) -> Result<Passphrase, VaultError> {
        match given(file)? {
            Some(passphrase) => Ok(passphrase),
            None => prompt("Passphrase: "),
        }
    }

    /// A new passphrase; at the terminal it is asked for twice.
    ///
    /// # Errors
    /// Where none is given, or it is too short.
    pub fn choose(file: Option<&Path>) -> Result<Passphrase, VaultError> {
        let passphrase = match given(file)? {
            Some(passphrase) => passphrase,
            None => {
                let passphrase = prompt("New passphrase: ")?;
                if prompt("Once more: ")?.0 != passphrase.0 {
                    return Err(VaultError::Differ);
                }
                passphrase
            }
        };
        if passphrase.0.chars().count() < SHORTEST { Err(VaultError::ShortPassphrase) } else { Ok(passphrase) }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

fn given(file: Option<&Path>) -> Result<Option<Passphrase>, VaultError> {
    let text = match file {
        Some(path) => {
            let text = std::fs::read_to_string(path);
            Some(text.map_err(|error| VaultError::NoPassphrase(format!("{}: {error}", path.display())))?)
        }
        None => std::env::var(VARIABLE).ok(),
    };
    Ok(text.map(Zeroizing::new).map(|text| Passphrase::new(text.trim_end_matches(['\n', '\r']).to_owned())))
}

fn prompt(words: &str) -> Result<Passphrase, VaultError> {
    let text = rpassword::prompt_password(words).map_err(|error| VaultError::NoPassphrase(error.to_string()))?;
    Ok(Passphrase::new(text))
}
