//! Licences: what an organiser signs so that a learner may open sealed units and make certificates, without any network.
//!
//! A [`Licence`] has two halves. The [`Delegation`] is public and signed by the organiser: what is opened, when, for whom,
//! and the key that certificates will be signed with. The [`Secret`] part holds the course keys and that key's private
//! half. Only the delegation ever enters a certificate.

pub(crate) mod cbor;
pub mod check;
pub mod clock;
pub mod code;
pub mod delegation;
pub mod file;
pub mod key;
#[expect(clippy::module_inception, reason = "one noun a file, and this is the noun")]
pub mod licence;
pub mod organiser;
pub mod revocation;
pub mod secret;
pub mod span;
pub mod text;
pub mod token;

pub use check::{Admission, Circumstances, Refusal, check};
pub use delegation::{Covers, Delegation, Grant, LicenceId};
pub use key::{PrivateKey, PublicKey};
pub use licence::{Licence, Part};
pub use organiser::{Organiser, OrganiserKey};
pub use revocation::{ListRefused, Revocations, Standing};
pub use secret::Secret;
pub use span::{Span, Stands};
pub use token::{Purpose, Signer, Token};
