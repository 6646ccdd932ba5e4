//! Markdown, in two steps: blocks whose leaves are still Markdown, which translators see, and then the nodes of a leaf.

mod address;
mod block;
mod event;
mod fence;
mod inline;
mod leaf;
mod marks;
mod mathml;
mod parse;
mod words;

pub use block::{Block, Definition, Document, Figure, Formula, Leaf, Media};
pub use fence::Fence;
pub(crate) use fence::empty;
pub use inline::{Beside, Inline, Link, inline};
pub use marks::marks;
pub use parse::{parse, plain_leaf};
pub(crate) use words::words;
