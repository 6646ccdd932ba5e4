//! Digests that a certificate signs, so that what is too long for a QR code can be compared later.

use super::draft::{self, Draft};
use super::signed::Digest;
use crate::content::{Id, Module};
use crate::licence::cbor::Value;
use crate::licence::key::sha256;
use crate::progress::Progress;

/// The digest of what the certificate says of its holder, and of the module's objectives, in one language.
pub fn objectives(statement: &str, module: &Module, language: &str) -> Digest {
    said(statement, module.objectives.iter().map(|objective| (&objective.id, objective.text.get(language))))
}

/// The digest of the assessments that count in a track: see [`draft::records`].
pub fn records(module: &Module, track: usize, progress: &Progress) -> Digest {
    short(draft::records(module, track, progress).as_bytes())
}

/// The digests of a draft: of its objectives, and of its records.
pub(super) fn of(draft: &Draft) -> (Digest, Digest) {
    let objectives = draft.objectives.iter().map(|(id, text)| (id, text.as_str()));
    (said(&draft.statement, objectives), short(draft.records.as_bytes()))
}

/// The digest of what is said of the holder, and of objectives with their ids.
pub fn said<'a>(statement: &str, objectives: impl Iterator<Item = (&'a Id, &'a str)>) -> Digest {
    let mut texts = vec![Value::text(statement)];
    texts.extend(objectives.map(|(id, text)| Value::List(vec![Value::text(id.as_str()), Value::text(text)])));
    short(&Value::List(texts).to_bytes())
}

fn short(bytes: &[u8]) -> Digest {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = sha256(bytes);
    [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
}
