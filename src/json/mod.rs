//! JSON, read and written by ourselves: a general library costs a tenth of the whole player's WebAssembly.
//!
//! Reading gives a tree of [`Value`]s; what is made of it is up to [`crate::content::read`]. Writing puts texts
//! together without building a tree first: progress is written after every answer, on slow phones too.

mod read;
mod value;
mod write;

pub use read::read;
pub use value::Value;
#[cfg(feature = "web")]
pub(crate) use write::quoted;
pub(crate) use write::{Member, fields, list, number, object, text};
