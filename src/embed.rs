//! The protocol between the player in a frame and the page around it.

/// What a host is told, after the learner agreed.
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
