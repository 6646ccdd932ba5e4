//! Reads label.

use super::{Key, Prompt};
use crate::content::read::{At, Findings};
use crate::exercise::picture::picture;
use crate::exercise::{Task, read};

pub(in crate::exercise) fn task(prompt: &At, key: &At, findings: &mut Findings) -> Option<Task> {
    let picture = picture(prompt, findings)?;
    let labels = read::items(prompt, "labels", findings)?;
    let right = read::assignment(key, "labels", &picture.spots, &labels, findings)?;
    let feedback = read::feedback(key, findings);
    Some(Task::Label(Prompt { picture, labels }, Key { labels: right, feedback }))
}
