//! Digests that a certificate signs, so that what is too long for a QR code can be compared later.

use super::signed::Digest;
use crate::content::{Id, Module};
use crate::licence::cbor::Value;
use crate::licence::key::sha256;
use crate::port::Moment;
use crate::progress::{Event, Progress, Record, RecordId, envelope};

/// The digest of what the certificate says of its holder, and of the module's objectives, in one language.
pub fn objectives(statement: &str, module: &Module, language: &str) -> Digest {
    let mut texts = vec![Value::text(statement)];
    texts.extend(module.objectives.iter().map(|objective| {
        Value::List(vec![Value::text(objective.id.as_str()), Value::text(objective.text.get(language))])
    }));
    short(&Value::List(texts).to_bytes())
}

/// The digest of the assessments that count in a track: what was answered, and for how many points, unit by unit. It is
/// the same whenever it is made of the same sittings, on whatever device they were taken.
pub fn records(module: &Module, track: usize, progress: &Progress) -> Digest {
    let counting = module.units_in(track).filter_map(|(unit, _)| Some((&unit.id, progress.counting(&unit.id)?)));
    let records: Vec<Record> = counting
        .zip(1..)
        .map(|((unit, sitting), seq)| Record {
            id: RecordId { writer: String::new(), seq },
            at: Moment(0),
            event: Event::HandedIn { place: in_unit(unit), sitting: 1, answers: sitting.answers.clone() },
        })
        .collect();
    short(envelope::write(&module.id, "", 0, &records).as_bytes())
}

fn in_unit(unit: &Id) -> crate::progress::Place {
    crate::progress::Place { unit: unit.clone(), tracks: Vec::new() }
}

fn short(bytes: &[u8]) -> Digest {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, ..] = sha256(bytes);
    [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
}
