//! What the player asks of the second WebAssembly, which opens seals and checks signatures, and what that answers.
//!
//! It comes in two halves, and each question is for one of them. A question is a [`Message`], JSON, with files beside it;
//! so is an answer. Licences and their keys stay on the other side: what comes back are words about them, and what was
//! opened.

mod kept;
mod lists;
mod message;

pub use kept::{About, Held, Kept};
pub use lists::Lists;
pub use message::Message;

use crate::json::Value;

/// A half of the second WebAssembly, with a memory of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Opens what is sealed, and signs certificates: it holds licences with their keys.
    Seals,
    /// Verifies certificates and badges: it needs no secret, and never has one.
    Proofs,
}

impl Half {
    /// Its name in the script that loads it.
    pub fn name(self) -> &'static str {
        match self {
            Half::Seals => "seals",
            Half::Proofs => "proofs",
        }
    }
}

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Takes in who the organisers are, and their lists of revoked licences, for the half that opens seals.
    Know,
    /// Whether a file is what an organiser signed.
    Signed,
    /// What a licence is for, before anything of it is proven.
    Look,
    /// Opens a module with a licence.
    Unlock,
    /// Opens a file of the module that was opened.
    Open,
    /// Whether the present moment may be believed, after a clock was wrongly ahead.
    PutRight,
    /// What the public half of the licence says that opened the module.
    Licensed,
    /// Signs a certificate under that licence.
    Sign,
    /// Takes in who the organisers are, and their lists of revoked licences, for the half that verifies.
    Vouch,
    /// What somebody brought to be verified, and what stands against it.
    Verify,
    /// Whether an outline is what an organiser signed, and the digest of what it says.
    Outline,
    /// The digits of a certificate, for its QR code.
    Digits,
}

impl Ask {
    /// All of them.
    pub const ALL: [Ask; 12] = [
        Ask::Know,
        Ask::Signed,
        Ask::Look,
        Ask::Unlock,
        Ask::Open,
        Ask::PutRight,
        Ask::Licensed,
        Ask::Sign,
        Ask::Vouch,
        Ask::Verify,
        Ask::Outline,
        Ask::Digits,
    ];

    /// Its name between the two sides.
    pub fn name(self) -> &'static str {
        match self {
            Ask::Know => "know",
            Ask::Signed => "signed",
            Ask::Look => "look",
            Ask::Unlock => "unlock",
            Ask::Open => "open",
            Ask::PutRight => "put-right",
            Ask::Licensed => "licensed",
            Ask::Sign => "sign",
            Ask::Vouch => "vouch",
            Ask::Verify => "verify",
            Ask::Outline => "outline",
            Ask::Digits => "digits",
        }
    }

    /// What has this name.
    pub fn read(name: &str) -> Option<Ask> {
        Ask::ALL.into_iter().find(|ask| ask.name() == name)
    }

    /// The half that answers it.
    pub fn half(self) -> Half {
        match self {
            Ask::Know
            | Ask::Signed
            | Ask::Look
            | Ask::Unlock
            | Ask::Open
            | Ask::PutRight
            | Ask::Licensed
            | Ask::Sign => Half::Seals,
            Ask::Vouch | Ask::Verify | Ask::Outline | Ask::Digits => Half::Proofs,
        }
    }
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// What it is asked about.
    pub message: Message,
    /// Files that belong to it.
    pub files: Vec<Vec<u8>>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub value: Value,
    /// What was opened or made; often nothing.
    pub bytes: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::Ask;

    #[test]
    fn every_question_is_known_by_its_name() {
        for ask in Ask::ALL {
            assert_eq!(Ask::read(ask.name()), Some(ask));
        }
        assert_eq!(Ask::read("steal"), None);
    }
}
