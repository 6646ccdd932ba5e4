//! Fenced blocks with a YAML body that may stand in any text: sound, video, formulas, charts.

use super::mathml::mathml;
use super::{Block, Formula, Media, parse, plain_leaf};
use crate::chart;
use crate::exercise::NAMES as EXERCISES;
use crate::finding::Findings;
use crate::passage::{Passage, Place};
use crate::yaml::{self, Fields};

/// A fenced block with a name.
#[derive(Clone, Debug)]
pub struct Fence {
    /// The word behind the fence.
    pub name: Passage,
    /// What stands between the fences.
    pub body: Passage,
    /// Where all of it stands.
    pub place: Place,
}

/// Every name that has a meaning and is no exercise.
const NAMES: [&str; 8] = ["audio", "video", "mathml", "only", "pool", "plan-part", "case", "stage"];

/// The block that a fence is; code where its name means nothing here.
pub(super) fn block(fence: Fence, findings: &mut Findings) -> Option<Block> {
    match fence.name.text.as_str() {
        "audio" => media(&fence, findings).map(|media| Block::Audio(Box::new(media))),
        "video" => media(&fence, findings).map(|media| Block::Video(Box::new(media))),
        "mathml" => formula(&fence, findings).map(Block::Formula),
        // With an id it is an exercise.
        "chart" if !fence.body.text.lines().any(|line| line.starts_with("id:")) => {
            chart::read(&fence, findings).map(|chart| Block::Chart(Box::new(chart)))
        }
        name if NAMES.contains(&name) || EXERCISES.contains(&name) => Some(Block::Fence(fence)),
        name => {
            let known: Vec<&str> = EXERCISES.iter().chain(&NAMES).copied().collect();
            let near = yaml::closest(name, &known).filter(|_| name.len() > 3);
            let Some(near) = near else {
                return Some(Block::Code(fence.body.text.trim_end_matches('\n').to_owned()));
            };
            let problem = format!("there is no block `{name}`; did you mean `{near}`?");
            findings.wrong(fence.name.all(), problem, "leave the name away where plain code is meant");
            None
        }
    }
}

fn media(fence: &Fence, findings: &mut Findings) -> Option<Media> {
    let node = yaml::parse(&fence.body, findings).or_else(|| empty(fence, findings))?;
    let mut fields = Fields::of(&node, "this block", findings)?;
    let path = fields.need_text("src", findings).cloned();
    let title = fields.need_text("title", findings).map(plain_leaf);
    let captions = fields.text("captions", findings).cloned();
    let transcript = fields.text("transcript", findings).map(|text| parse(text, findings)).unwrap_or_default();
    if fence.name.text == "audio" && transcript.is_empty() {
        let help = "add `transcript: |` with what is said: for people who cannot hear it, or cannot play it aloud";
        findings.wrong(fence.name.all(), "the sound has no transcript", help);
    }
    if fence.name.text == "video" && captions.is_none() {
        let help = "add `captions: media/….vtt` with a WebVTT file of what is said";
        findings.wrong(fence.name.all(), "the video has no captions", help);
    }
    fields.finish(findings);
    Some(Media { path: path?, title: title?, transcript, captions })
}

fn formula(fence: &Fence, findings: &mut Findings) -> Option<Formula> {
    let node = yaml::parse(&fence.body, findings).or_else(|| empty(fence, findings))?;
    let mut fields = Fields::of(&node, "this formula", findings)?;
    let alt = fields.need_text("alt", findings).map(plain_leaf);
    let math = fields.need_text("math", findings).and_then(|text| mathml(text, findings));
    fields.finish(findings);
    Some(Formula { alt: alt?, math: math?, place: fence.place })
}

/// Says that a block has no body.
pub(crate) fn empty<T>(fence: &Fence, findings: &mut Findings) -> Option<T> {
    if fence.body.text.trim().is_empty() {
        findings.wrong(fence.name.all(), "this block is empty", "see docs/authors/format.md for its fields");
    }
    None
}
