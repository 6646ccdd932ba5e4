//! The log of one tab: its own records, those of the others, and the progress they fold to.

use super::{Event, Progress, Record, RecordId, compact, fold};
use crate::port::Moment;

/// Records of a module as one tab knows them.
#[derive(Clone, Debug)]
pub struct Log {
    writer: String,
    own: Vec<Record>,
    others: Vec<Record>,
    progress: Progress,
    latest: Moment,
    /// The last number given to a record, also to one that compaction has dropped since.
    seq: u32,
}

impl Log {
    /// A log that writes as `writer`, from what was stored. Records of `writer` are continued after number `seq`.
    pub fn new(writer: &str, seq: u32, records: Vec<Record>) -> Log {
        let (own, others): (Vec<Record>, Vec<Record>) =
            records.into_iter().partition(|record| record.id.writer == writer);
        let seq = own.iter().map(|record| record.id.seq).max().unwrap_or(0).max(seq);
        let writer = writer.to_owned();
        let mut log = Log { writer, own: compact(&own), others, progress: Progress::default(), latest: Moment(0), seq };
        log.refold();
        log
    }

    /// The writer.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// The last number given to a record of this writer.
    pub fn seq(&self) -> u32 {
        self.seq
    }

    /// The records of this writer: what this tab has to store.
    pub fn own(&self) -> &[Record] {
        &self.own
    }

    /// All records.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        self.own.iter().chain(&self.others)
    }

    /// What all records fold to.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Adds events that happen now. They come after everything that is known already, also where the clock was set back
    /// and whatever the writers are called.
    pub fn append(&mut self, events: Vec<Event>, now: Moment) {
        if events.is_empty() {
            return;
        }
        let now = now.max(Moment(self.latest.0.saturating_add(1)));
        for event in events {
            let event = self.numbered(event);
            self.seq = self.seq.saturating_add(1);
            let id = RecordId { writer: self.writer.clone(), seq: self.seq };
            self.own.push(Record { id, at: now, event });
        }
        self.own = compact(&self.own);
        self.refold();
    }

    /// Takes in what other tabs stored since. Own records are not touched.
    pub fn merge(&mut self, records: Vec<Record>) {
        let mut theirs: Vec<Record> = records.into_iter().filter(|record| record.id.writer != self.writer).collect();
        theirs.append(&mut self.others);
        self.others = compact(&theirs);
        self.refold();
    }

    /// Forgets everything: it was erased.
    pub fn clear(&mut self) {
        self.own.clear();
        self.others.clear();
        self.refold();
    }

    /// Gives an answer its place in this writer's count.
    fn numbered(&self, event: Event) -> Event {
        match event {
            Event::Answered { place, answer, .. } => {
                let earlier = self.own.iter().filter_map(|record| match &record.event {
                    Event::Answered { n, answer: old, .. } if old.exercise == answer.exercise => Some(*n),
                    _ => None,
                });
                Event::Answered { place, n: earlier.max().unwrap_or(0).saturating_add(1), answer }
            }
            other => other,
        }
    }

    fn refold(&mut self) {
        self.latest = self.all().map(|record| record.at).max().unwrap_or_default();
        self.progress = fold(self.all());
    }
}
