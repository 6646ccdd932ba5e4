//! Progress as a file: what *Save as a file* writes, and how it is taken in again, here or in another browser.
//!
//! Taking in is merging: nothing that is here goes, and the same file twice is the same file once.

use super::envelope::{self, Envelope, Unreadable};
use super::{Record, compact};
use crate::content::Id;
use crate::json::{self, Value, fields, list, number, text};
use crate::port::Stored;
use crate::table::Set;

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// The longest name of a writer that is taken from a file.
const LONGEST_NAME: usize = 40;

/// What a file holds of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// One for each writer.
    pub envelopes: Vec<Envelope>,
    /// Whether a part of the file could not be read.
    pub is_partial: bool,
}

/// Why nothing of a file is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It holds no progress that can be read.
    Nothing,
    /// It is of another module.
    OtherModule,
    /// A newer player wrote it.
    Newer,
}

/// Writes the file: what each writer has stored, as it is stored.
pub fn write(module: &Id, stored: &[String]) -> String {
    let mut out = String::new();
    fields(
        &mut out,
        &[
            ("kerege", &|out| number(out, VERSION)),
            ("type", &|out| text(out, "export")),
            ("module", &|out| text(out, module.as_str())),
            ("stored", &|out| list(out, stored, |out, one| text(out, one))),
        ],
    );
    out
}

/// Reads a file that was saved of this module.
///
/// # Errors
/// [`Refused`] where nothing of it can be used here.
pub fn read(bytes: &[u8], module: &Id) -> Result<Brought, Refused> {
    let value = json::read(bytes).map_err(|_| Refused::Nothing)?;
    let stored = value.get("stored").and_then(Value::as_array);
    let is_ours = value.get("type").and_then(Value::as_str) == Some("export");
    let version = value.get("kerege").and_then(Value::as_u64).filter(|_| is_ours).ok_or(Refused::Nothing)?;
    if version > u64::from(VERSION) {
        return Err(Refused::Newer);
    }
    if value.get("module").and_then(Value::as_str) != Some(module.as_str()) {
        return Err(Refused::OtherModule);
    }
    let mut brought = Brought { envelopes: Vec::new(), is_partial: false };
    let mut why = Refused::Nothing;
    for one in stored.ok_or(Refused::Nothing)? {
        match envelope::read(one.as_str().unwrap_or_default()) {
            Ok(opened) if opened.envelope.module == *module && is_name(&opened.envelope.writer) => {
                brought.is_partial |= opened.lost > 0;
                brought.add(opened.envelope);
            }
            Err(Unreadable::Newer) => {
                why = Refused::Newer;
                brought.is_partial = true;
            }
            Ok(_) | Err(Unreadable::Damaged) => brought.is_partial = true,
        }
    }
    if brought.envelopes.iter().all(|envelope| envelope.records.is_empty()) { Err(why) } else { Ok(brought) }
}

/// What is to be stored so that everything that was brought is kept, by the name to store it under. Each writer keeps a
/// place of its own beside what is there; nothing is to be stored where nothing that was brought still matters.
pub fn beside(module: &Id, brought: &Brought, stored: &[Stored]) -> Vec<Stored> {
    let opened = stored.iter().filter_map(|one| envelope::read(&one.text).ok());
    let mut all: Vec<Record> = opened.flat_map(|one| one.envelope.records).collect();
    let mut known = Set::new();
    for record in &all {
        known.insert(&key(record), ());
    }
    all.extend(brought.records().cloned());
    let new: Vec<Record> = compact(&all).into_iter().filter(|record| !known.contains(&key(record))).collect();
    let of = |envelope: &Envelope| {
        let own = new.iter().filter(|record| record.id.writer == envelope.writer);
        let own: Vec<Record> = own.cloned().collect();
        if own.is_empty() {
            return None;
        }
        let (name, there) = place(&envelope.writer, stored);
        let seq = there.as_ref().map_or(0, |there| there.seq).max(envelope.seq);
        let records = compact(&[there.map(|there| there.records).unwrap_or_default(), own].concat());
        Some(Stored { writer: name, text: envelope::write(module, &envelope.writer, seq, &records) })
    };
    brought.envelopes.iter().filter_map(of).collect()
}

/// The name under which a writer's records are kept that came in a file, and what is there already. A tab never takes such
/// a name for its own, since the writer inside is another one. What cannot be read there stays as it is.
fn place(writer: &str, stored: &[Stored]) -> (String, Option<Envelope>) {
    let mut name = ["in-", writer].concat();
    while let Some(there) = stored.iter().find(|one| one.writer == name) {
        match envelope::read(&there.text) {
            Ok(opened) if opened.lost == 0 && opened.envelope.writer == writer => return (name, Some(opened.envelope)),
            Ok(_) | Err(_) => name.push('-'),
        }
    }
    (name, None)
}

impl Brought {
    /// Every record.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.envelopes.iter().flat_map(|envelope| &envelope.records)
    }

    /// One for each writer, also where a file holds several of the same.
    fn add(&mut self, new: Envelope) {
        match self.envelopes.iter_mut().find(|one| one.writer == new.writer) {
            Some(one) => {
                one.seq = one.seq.max(new.seq);
                one.records.extend(new.records);
            }
            None => self.envelopes.push(new),
        }
    }
}

fn key(record: &Record) -> String {
    [&record.id.writer, " ", &record.id.seq.to_string()].concat()
}

/// Whether a text can be the name of a writer: a file may say anything.
fn is_name(text: &str) -> bool {
    (1..=LONGEST_NAME).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
