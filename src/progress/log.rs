//! The log of one tab: its own records, those of the others, and the progress they fold to.

use super::fold::take;
use super::{Event, Progress, Record, RecordId, compact, fold};
use crate::port::Moment;
use crate::table::Table;

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
    /// The last number given to an answer of this writer, by exercise.
    answers: Table<u32>,
    /// With so many own records it is time to compact again.
    many: usize,
}

impl Log {
    /// A log that writes as `writer`, from what was stored. Records of `writer` are continued after number `seq`.
    pub fn new(writer: &str, seq: u32, records: Vec<Record>) -> Log {
        let (own, others): (Vec<Record>, Vec<Record>) =
            records.into_iter().partition(|record| record.id.writer == writer);
        let seq = own.iter().map(|record| record.id.seq).max().unwrap_or(0).max(seq);
        let mut answers: Table<u32> = Table::new();
        for record in &own {
            if let Event::Answered { n, answer, .. } = &record.event {
                let last = answers.row(&answer.exercise);
                *last = (*last).max(*n);
            }
        }
        let (progress, latest) = (Progress::default(), Moment::default());
        let mut log = Log { writer: writer.to_owned(), own, others, progress, latest, seq, answers, many: 0 };
        log.compact();
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
        self.latest = now;
        for event in events {
            let event = self.numbered(event);
            self.seq = self.seq.saturating_add(1);
            let record = Record { id: RecordId { writer: self.writer.clone(), seq: self.seq }, at: now, event };
            // It happened last, so it can be taken in without folding everything again.
            take(&mut self.progress, &record, 1);
            self.own.pop_if(|last| is_replaced(&last.event, &record.event));
            self.own.push(record);
        }
        if self.own.len() > self.many {
            self.compact();
        }
    }

    /// Takes in what other tabs stored since. Own records are not touched.
    pub fn merge(&mut self, records: Vec<Record>) {
        let mut theirs: Vec<Record> = records.into_iter().filter(|record| record.id.writer != self.writer).collect();
        theirs.append(&mut self.others);
        self.others = compact(&theirs);
        self.refold();
    }

    /// Takes in records of any writer, also of this one: they were brought along in a file.
    pub fn bring(&mut self, brought: Vec<Record>) {
        let all = self.own.drain(..).chain(self.others.drain(..)).chain(brought).collect();
        *self = Log::new(&self.writer, self.seq, all);
    }

    /// Forgets everything: it was erased.
    pub fn clear(&mut self) {
        self.own.clear();
        self.others.clear();
        self.answers.clear();
        self.refold();
    }

    /// Gives an answer its place in this writer's count.
    fn numbered(&mut self, event: Event) -> Event {
        match event {
            Event::Answered { place, answer, .. } => {
                let last = self.answers.row(&answer.exercise);
                *last = last.saturating_add(1);
                Event::Answered { place, n: *last, answer }
            }
            other => other,
        }
    }

    /// Drops what does not matter, and lets a quarter more come together before the next time.
    fn compact(&mut self) {
        self.own = compact(&self.own);
        self.many = self.own.len() + self.own.len() / 4 + 64;
    }

    fn refold(&mut self) {
        self.latest = self.all().map(|record| record.at).max().unwrap_or_default();
        self.progress = fold(self.all());
    }
}

/// Whether a draft is followed by a later one of the same exercise, as with every pause in typing.
fn is_replaced(last: &Event, next: &Event) -> bool {
    match (last, next) {
        (
            Event::Draft { unit, exercise, sitting, .. },
            Event::Draft { unit: next_unit, exercise: next_exercise, sitting: next_sitting, .. },
        ) => (unit, exercise, sitting) == (next_unit, next_exercise, next_sitting),
        _ => false,
    }
}
