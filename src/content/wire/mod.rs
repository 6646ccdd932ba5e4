//! The format as it is written: serialisable counterparts of the domain types, and their JSON Schema.
//!
//! Reading is not done here: [`crate::content::read`] defines the format and is more patient. What these types can
//! express is what `kerege build` writes and what `kerege schema` describes.

pub mod catalogue;
pub mod data;
mod document;
mod id;
mod language;
pub mod module;
pub mod prose;
pub mod resource;
pub mod rule;
pub mod unit;

pub use catalogue::Catalogue;
pub use document::{Body, from_slice, schema, to_vec};
pub use id::{File, FileSeal, Id};
pub use language::{ByLanguage, Localised};
pub use module::Module;
pub use prose::{Node, Prose};
pub use resource::{Bibliography, Glossary};
pub use rule::Rule;
pub use unit::Unit;

/// Whether a list is left out of a file because nothing is in it.
pub(crate) fn none<T>(list: &[T]) -> bool {
    list.is_empty()
}

/// Whether a number is left out of a file because it is 0.
pub(crate) fn zero(number: &u32) -> bool {
    *number == 0
}

/// Whether a truth is left out of a file because it is false.
pub(crate) fn no(truth: &bool) -> bool {
    !truth
}
