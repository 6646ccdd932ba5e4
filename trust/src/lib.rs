//! The second WebAssembly of the player, in two halves, each with a memory of its own: [`seals`] opens what is sealed and
//! signs, [`proofs`] verifies and never holds a secret. A free module never loads either.
//!
//! The player asks by [`kerege::trust`]'s messages; everything but the browser's ciphers is tested natively.

mod about;
mod known;
#[cfg(feature = "proofs")]
pub mod proofs;
#[cfg(feature = "seals")]
pub mod seals;
