//! Markdown, in two steps: blocks whose leaves are still Markdown, which translators see, and then the nodes of a leaf.

mod block;
mod fence;
mod inline;
mod leaf;
mod marks;
mod mathml;
mod parse;

pub use block::{Block, Definition, Document, Figure, Formula, Leaf, Media};
pub use fence::Fence;
pub use inline::{Inline, Link, inline};
pub(crate) use inline::{is_language, words};
pub use marks::marks;
pub use parse::{parse, plain_leaf};
