//! The protocol between the player in a frame and the page around it: `kerege/1`, over `postMessage`.
//!
//! The page speaks first, and only a page of a listed origin is heard or answered. What is about the learner is told
//! only after the learner has agreed, see [`Consent`]. [`Talk`] keeps to these rules; the edge only carries messages.
//! For the page's side see `docs/organisers/embedding.md`.

mod consent;
mod message;
mod origin;
mod talk;

pub use consent::Consent;
pub use message::{Asked, Heard, News, Theme, Visible};
pub use origin::{Config, Origin};
pub use talk::Talk;

use crate::content::Module;
use crate::progress::Progress;
use crate::{certificate, completion};

/// The version of the protocol that is spoken.
pub const VERSION: u32 = 1;

/// How far a learner is in a track: what a host is told, after the learner agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Module id.
    pub module: String,
    /// Pages seen and all pages of the track.
    pub pages: (u32, u32),
    /// Points earned and full points.
    pub points: (u32, u32),
    /// The award level that is reached; `None` before completion.
    pub award: Option<String>,
}

impl Report {
    /// How far the learner is in a track of a module.
    pub fn new(module: &Module, track: usize, progress: &Progress) -> Report {
        Report {
            module: module.id.to_string(),
            pages: completion::pages(module, track, progress),
            points: completion::points(module, track, progress),
            award: certificate::award(module, track, progress).map(|award| award.id.to_string()),
        }
    }
}
