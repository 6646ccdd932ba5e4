//! Writes envelopes.

use super::VERSION;
use crate::content::Id;
use crate::exercise::Response;
use crate::json::{Member, fields, list, number, text};
use crate::progress::{Answer, Event, Place, Record};

/// Writes an envelope.
pub fn write(module: &Id, writer: &str, seq: u32, records: &[Record]) -> String {
    let mut out = String::with_capacity(100 + records.len() * 120);
    out.push_str("{\"kerege\":");
    number(&mut out, VERSION);
    out.push_str(",\"type\":\"progress\",\"module\":");
    id(&mut out, module);
    out.push_str(",\"writer\":");
    text(&mut out, writer);
    out.push_str(",\"seq\":");
    number(&mut out, seq);
    out.push_str(",\"records\":");
    list(&mut out, records, record);
    out.push('}');
    out
}

fn record(out: &mut String, record: &Record) {
    out.push_str("{\"n\":");
    number(out, record.id.seq);
    out.push_str(",\"at\":");
    number(out, record.at.0);
    out.push(',');
    event(out, &record.event);
    out.push('}');
}

/// What happened, as a member.
fn event(out: &mut String, event: &Event) {
    match event {
        Event::Seen { place, page } => {
            name(out, "seen");
            fields(out, &[("in", &|out| put_place(out, place)), ("page", &|out| id(out, page))]);
        }
        Event::Answered { place, n, answer } => {
            name(out, "answered");
            let answer = |out: &mut String| put_answer(out, answer);
            fields(out, &[("in", &|out| put_place(out, place)), ("try", &|out| number(out, n)), ("answer", &answer)]);
        }
        Event::Draft { unit, exercise, sitting, response } => {
            name(out, "draft");
            fields(
                out,
                &[
                    ("unit", &|out| id(out, unit)),
                    ("exercise", &|out| id(out, exercise)),
                    ("sitting", &|out| number(out, sitting)),
                    ("response", &|out| response.write(out)),
                ],
            );
        }
        Event::Hinted { exercise, count } => {
            name(out, "hinted");
            fields(out, &[("exercise", &|out| id(out, exercise)), ("count", &|out| number(out, count))]);
        }
        Event::Rated { exercise, sitting, sure } => {
            name(out, "rated");
            let (sitting, sure) = (|out: &mut String| number(out, sitting), |out: &mut String| number(out, sure));
            fields(out, &[("exercise", &|out| id(out, exercise)), ("sitting", &sitting), ("sure", &sure)]);
        }
        Event::Shown { exercise } => {
            name(out, "shown");
            id(out, exercise);
        }
        Event::Mixed { seed } => {
            name(out, "mixed");
            number(out, seed);
        }
        Event::Began { unit, sitting, seed } => {
            name(out, "began");
            let (sitting, seed) = (|out: &mut String| number(out, sitting), |out: &mut String| number(out, seed));
            fields(out, &[("unit", &|out| id(out, unit)), ("sitting", &sitting), ("seed", &seed)]);
        }
        Event::HandedIn { place, sitting, answers } => {
            name(out, "handed-in");
            let answers = |out: &mut String| list(out, answers, put_answer);
            let sitting = |out: &mut String| number(out, sitting);
            fields(out, &[("in", &|out| put_place(out, place)), ("sitting", &sitting), ("answers", &answers)]);
        }
        Event::Revealed { unit } => {
            name(out, "revealed");
            id(out, unit);
        }
        Event::Chosen { track } => {
            name(out, "chosen");
            id(out, track);
        }
        Event::Certified { name: holder, track, award, signed } => {
            name(out, "certified");
            let holder = |out: &mut String| text(out, holder);
            let (track, award) = (|out: &mut String| id(out, track), |out: &mut String| id(out, award));
            let code = |out: &mut String| text(out, signed.as_deref().unwrap_or_default());
            let all: [Member<'_>; 4] = [("name", &holder), ("track", &track), ("award", &award), ("signed", &code)];
            fields(out, if signed.is_some() { &all } else { &all[..3] });
        }
    }
}

fn name(out: &mut String, name: &str) {
    text(out, name);
    out.push(':');
}

fn id(out: &mut String, id: &Id) {
    text(out, id.as_str());
}

/// Unit first, then tracks.
fn put_place(out: &mut String, place: &Place) {
    list(out, std::iter::once(&place.unit).chain(&place.tracks), id);
}

fn put_answer(out: &mut String, answer: &Answer) {
    out.push('[');
    id(out, &answer.exercise);
    out.push(',');
    number(out, answer.revision);
    out.push(',');
    response(out, answer.response.as_ref());
    out.push(',');
    number(out, answer.earned);
    out.push(',');
    number(out, answer.of);
    out.push(']');
}

fn response(out: &mut String, response: Option<&Response>) {
    match response {
        Some(response) => response.write(out),
        None => out.push_str("null"),
    }
}
