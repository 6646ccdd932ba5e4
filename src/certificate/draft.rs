//! What the player hands over to be signed: plain values, since the part that signs knows no modules.

use super::Certificate;
use super::plain::{all, at, count, id, put_at, put_id, put_maybe, put_score, score, text};
use crate::content::{Id, Module};
use crate::json::{self, Value, fields, list, number};
use crate::port::Moment;
use crate::progress::{Event, Place, Progress, Record, RecordId, envelope};

/// A certificate before it is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The name as it will be printed.
    pub name: String,
    /// When.
    pub at: Moment,
    /// The module.
    pub module: Id,
    /// Its title.
    pub title: String,
    /// Its title in English, where the certificate is in another language and there is one.
    pub title_en: Option<String>,
    /// The edition's number.
    pub edition: u32,
    /// The language.
    pub language: String,
    /// The track.
    pub track: Id,
    /// The award level.
    pub award: Id,
    /// Its title.
    pub award_title: String,
    /// Points earned and full points; `None` where the track has no assessment.
    pub score: Option<(u32, u32)>,
    /// Attempts that were handed in.
    pub attempts: u32,
    /// Minutes that the track takes.
    pub minutes: u32,
    /// What the track's certificate says of its holder.
    pub statement: String,
    /// All objectives of the module.
    pub objectives: Vec<(Id, String)>,
    /// The assessments that count, as [`records`] writes them.
    pub records: String,
}

impl Draft {
    /// A certificate with what its digests are made of; `None` where the module has no such track or award level.
    pub fn new(
        made: &Certificate,
        module: &Module,
        track: usize,
        award: &Id,
        language: &str,
        progress: &Progress,
    ) -> Option<Draft> {
        let entry = module.tracks.get(track)?;
        let award = entry.awards.iter().find(|one| one.id == *award)?;
        let objectives = module.objectives.iter();
        Some(Draft {
            name: made.name.clone(),
            at: made.at,
            module: module.id.clone(),
            title: made.title.clone(),
            title_en: made.title_en.clone(),
            edition: made.edition,
            language: language.to_owned(),
            track: entry.id.clone(),
            award: award.id.clone(),
            award_title: award.title.get(language).to_owned(),
            score: made.score,
            attempts: made.attempts,
            minutes: made.minutes,
            statement: made.statement.clone(),
            objectives: objectives.map(|one| (one.id.clone(), one.text.get(language).to_owned())).collect(),
            records: records(module, track, progress),
        })
    }

    /// As JSON, for [`Draft::read`].
    pub fn write(&self) -> String {
        let mut out = String::new();
        fields(
            &mut out,
            &[
                ("name", &|out| json::text(out, &self.name)),
                ("at", &|out| put_at(out, self.at)),
                ("module", &|out| put_id(out, &self.module)),
                ("title", &|out| json::text(out, &self.title)),
                ("title_en", &|out| put_maybe(out, self.title_en.as_deref())),
                ("edition", &|out| number(out, self.edition)),
                ("language", &|out| json::text(out, &self.language)),
                ("track", &|out| put_id(out, &self.track)),
                ("award", &|out| put_id(out, &self.award)),
                ("award_title", &|out| json::text(out, &self.award_title)),
                ("score", &|out| put_score(out, self.score)),
                ("attempts", &|out| number(out, self.attempts)),
                ("minutes", &|out| number(out, self.minutes)),
                ("statement", &|out| json::text(out, &self.statement)),
                ("objectives", &|out| {
                    list(out, &self.objectives, |out, (id, words)| {
                        list(out, [id.as_str(), words], json::text);
                    });
                }),
                ("records", &|out| json::text(out, &self.records)),
            ],
        );
        out
    }

    /// Reads JSON; `None` where it is not as [`Draft::write`] writes it.
    pub fn read(json: &str) -> Option<Draft> {
        let value = json::read(json.as_bytes()).ok()?;
        let from = &value;
        Some(Draft {
            name: text(from, "name")?,
            at: at(from.get("at")?)?,
            module: id(from.get("module")?)?,
            title: text(from, "title")?,
            title_en: text(from, "title_en"),
            edition: count(from.get("edition")?)?,
            language: text(from, "language")?,
            track: id(from.get("track")?)?,
            award: id(from.get("award")?)?,
            award_title: text(from, "award_title")?,
            score: score(from)?,
            attempts: count(from.get("attempts")?)?,
            minutes: count(from.get("minutes")?)?,
            statement: text(from, "statement")?,
            objectives: all(from, "objectives", objective)?,
            records: text(from, "records")?,
        })
    }
}

fn objective(from: &Value) -> Option<(Id, String)> {
    let [name, words] = from.as_array()? else { return None };
    Some((id(name)?, words.as_str()?.to_owned()))
}

/// The assessments that count in a track: what was answered, and for how many points, unit by unit. It is the same whenever
/// it is made of the same sittings, on whatever device they were taken.
pub fn records(module: &Module, track: usize, progress: &Progress) -> String {
    let counting = module.units_in(track).filter_map(|(unit, _)| Some((&unit.id, progress.counting(&unit.id)?)));
    let records: Vec<Record> = counting
        .zip(1..)
        .map(|((unit, sitting), seq)| Record {
            id: RecordId { writer: String::new(), seq },
            at: Moment(0),
            event: Event::HandedIn { place: in_unit(unit), sitting: 1, answers: sitting.answers.clone() },
        })
        .collect();
    envelope::write(&module.id, "", 0, &records)
}

fn in_unit(unit: &Id) -> Place {
    Place { unit: unit.clone(), tracks: Vec::new() }
}
