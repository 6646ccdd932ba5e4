//! What an author wrote: catalogue, modules, units, pages, blocks, prose.
//!
//! The domain types here are not serialisable. JSON is read by [`read`], which is total: any bytes give what could be
//! read and a list of [`Finding`]s. The writable counterparts live in `wire` (feature `author`).

pub mod catalogue;
pub mod check;
pub mod data;
pub mod file;
pub mod finding;
pub mod id;
pub mod language;
pub mod localised;
pub mod module;
pub mod packing;
pub mod prose;
pub mod read;
pub mod resource;
pub mod rule;
pub mod unit;
#[cfg(feature = "author")]
pub mod wire;

pub use catalogue::Catalogue;
pub use file::{File, FileSeal};
pub use finding::{Finding, Problem};
pub use id::Id;
pub use localised::Localised;
pub use module::{Module, UnitEntry};
pub use prose::{Node, NodeKind, Prose};
pub use rule::Rule;
pub use unit::{Block, Exercise, Page, Unit};

/// The version of the format that this crate writes, and the newest that it reads.
pub const FORMAT: u64 = 1;
