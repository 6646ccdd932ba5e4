//! How records are stored and exported: a versioned envelope in JSON.
//!
//! An envelope of a newer version, or one that is damaged, is never overwritten: every writer has a key of its own.

mod write;

pub use write::write;

use super::{Answer, Event, Place, Record, RecordId, SURE};
use crate::content::Id;
use crate::content::read::{At, Findings};
use crate::exercise::Response;
use crate::json::{self, Value};
use crate::port::Moment;
use crate::table::Set;

/// Counters above this were not reached by learning. It leaves room to count on.
const HIGHEST: u32 = 1 << 30;

/// The end of the year 9999: later moments have no date that people could read.
const LATEST: i64 = 253_402_300_799_999;

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// What one writer stored for one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The module.
    pub module: Id,
    /// The writer.
    pub writer: String,
    /// The last number given to a record.
    pub seq: u32,
    /// Its records.
    pub records: Vec<Record>,
}

/// Why an envelope could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not what this player writes.
    Damaged,
    /// A newer player wrote it.
    Newer,
}

/// What could be read of an envelope, and how many of its records could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The envelope.
    pub envelope: Envelope,
    /// Records that could not be read; they are left out.
    pub lost: usize,
}

/// Reads an envelope.
///
/// # Errors
/// [`Unreadable`] where nothing of it can be used.
pub fn read(text: &str) -> Result<Opened, Unreadable> {
    let value = json::read(text.as_bytes()).map_err(|_| Unreadable::Damaged)?;
    let at = At::root(&value);
    let mut findings = Findings::default();
    let is_ours = value.get("type").and_then(Value::as_str) == Some("progress");
    match value.get("kerege").and_then(Value::as_u64) {
        Some(version) if is_ours && version > u64::from(VERSION) => return Err(Unreadable::Newer),
        Some(1..) if is_ours => {}
        _ => return Err(Unreadable::Damaged),
    }
    let module = at.field("module").and_then(|at| at.id(&mut findings)).ok_or(Unreadable::Damaged)?;
    let writer = at.field("writer").and_then(|at| at.text(&mut findings)).ok_or(Unreadable::Damaged)?;
    let seq = match at.field("seq") {
        Some(at) => counter(&at, &mut findings).ok_or(Unreadable::Damaged)?,
        None => 0,
    };
    let all = at.field("records").map(|at| at.items(&mut findings)).unwrap_or_default();
    // A number that stands twice would make the fold depend on the order of the file.
    let mut numbers = Vec::new();
    let mut records = Vec::new();
    for record in all.iter().filter_map(|at| read_record(at, writer)) {
        // They are written in order, so that this is nearly always the end.
        if let Err(at) = numbers.binary_search(&record.id.seq) {
            numbers.insert(at, record.id.seq);
            records.push(record);
        }
    }
    let lost = all.len() - records.len();
    Ok(Opened { envelope: Envelope { module, writer: writer.to_owned(), seq, records }, lost })
}

fn read_record(at: &At, writer: &str) -> Option<Record> {
    let mut findings = Findings::default();
    let f = &mut findings;
    let seq = counter(&at.field("n")?, f)?;
    let moment = at.field("at")?.value.as_i64().filter(|at| (0..=LATEST).contains(at))?;
    let event = if let Some(at) = at.field("seen") {
        Event::Seen { place: place(&at, f)?, page: id(&at, "page", f)? }
    } else if let Some(at) = at.field("answered") {
        Event::Answered {
            place: place(&at, f)?,
            n: counter(&at.field("try")?, f)?,
            answer: answer(&at.field("answer")?, f)?,
        }
    } else if let Some(at) = at.field("draft") {
        let response = Response::from_json(at.field("response")?.value)?;
        Event::Draft {
            unit: id(&at, "unit", f)?,
            exercise: id(&at, "exercise", f)?,
            sitting: counter(&at.field("sitting")?, f)?,
            response,
        }
    } else if let Some(at) = at.field("hinted") {
        Event::Hinted { exercise: id(&at, "exercise", f)?, count: at.field("count")?.count(f)? }
    } else if let Some(at) = at.field("rated") {
        let sure = at.field("sure")?.count(f).filter(|sure| (1..=SURE).contains(sure))?;
        Event::Rated { exercise: id(&at, "exercise", f)?, sitting: counter(&at.field("sitting")?, f)?, sure }
    } else if let Some(at) = at.field("shown") {
        Event::Shown { exercise: at.id(f)? }
    } else if let Some(at) = at.field("mixed") {
        Event::Mixed { seed: at.count(f)? }
    } else if let Some(at) = at.field("began") {
        Event::Began { unit: id(&at, "unit", f)?, sitting: sitting(&at, f)?, seed: at.field("seed")?.count(f)? }
    } else if let Some(at) = at.field("handed-in") {
        let (mut answers, mut once) = (Vec::new(), Set::new());
        for at in at.field("answers")?.items(f) {
            let answer = answer(&at, f)?;
            if !once.insert(&answer.exercise, ()) {
                return None;
            }
            answers.push(answer);
        }
        Event::HandedIn { place: place(&at, f)?, sitting: sitting(&at, f)?, answers }
    } else if let Some(at) = at.field("revealed") {
        Event::Revealed { unit: at.id(f)? }
    } else if let Some(at) = at.field("chosen") {
        Event::Chosen { track: at.id(f)? }
    } else {
        let at = at.field("certified")?;
        let name = at.field("name")?.text(f)?.to_owned();
        let signed = at.field("signed").and_then(|at| at.value.as_str()).filter(|code| is_code(code));
        let signed = signed.map(str::to_owned);
        Event::Certified { name, track: id(&at, "track", f)?, award: id(&at, "award", f)?, signed }
    };
    let id = RecordId { writer: writer.to_owned(), seq };
    findings.is_empty().then_some(Record { id, at: Moment(moment), event })
}

/// Whether a text can be a signed certificate: base64url of not more than fits a QR code.
fn is_code(text: &str) -> bool {
    (1..=LONGEST_CODE).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The longest certificate, in letters of base64url.
const LONGEST_CODE: usize = 1000;

/// A number that goes on to be counted up.
fn counter(at: &At, findings: &mut Findings) -> Option<u32> {
    at.count(findings).filter(|n| *n <= HIGHEST)
}

/// The number of a sitting; they count from 1.
fn sitting(at: &At, findings: &mut Findings) -> Option<u32> {
    counter(&at.field("sitting")?, findings).filter(|n| *n > 0)
}

fn id(at: &At, name: &str, findings: &mut Findings) -> Option<Id> {
    at.field(name)?.id(findings)
}

fn place(at: &At, findings: &mut Findings) -> Option<Place> {
    let mut ids = at.ids("in", findings);
    if ids.is_empty() {
        return None;
    }
    let unit = ids.remove(0);
    Some(Place { unit, tracks: ids })
}

fn answer(at: &At, findings: &mut Findings) -> Option<Answer> {
    let items = at.items(findings);
    let [exercise, revision, response, earned, of] = items.as_slice() else { return None };
    let (earned, of) = (earned.count(findings)?, of.count(findings)?);
    // Points that are more than full, or absurd, were not written by a player.
    if earned > of || of > 100_000 {
        return None;
    }
    let response = match response.value {
        Value::Null => None,
        value => Some(Response::from_json(value)?),
    };
    Some(Answer { exercise: exercise.id(findings)?, revision: revision.count(findings)?, response, earned, of })
}
