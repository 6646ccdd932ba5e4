//! Completion: whether a rule is met, and what is outstanding.

mod certified;

use crate::content::module::Counts;
use crate::content::{Id, Module, Rule, UnitEntry};
use crate::progress::Progress;

/// Whether a rule is met; where it is not, what is still to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is met.
    Met,
    /// It is not; this is outstanding.
    Open(Outstanding),
}

/// What is still to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outstanding {
    /// So many more pages to open.
    Pages(Share),
    /// So many more exercises to answer.
    Answered(Share),
    /// So many more points to earn.
    Score {
        /// The points.
        share: Share,
        /// How many attempts are left in the units where there is something to earn.
        attempts: u32,
    },
    /// All of these.
    All(Vec<Outstanding>),
    /// At least so many of these.
    Some(usize, Vec<Outstanding>),
    /// Nothing that a learner could do: the rule asks for more than there is.
    Impossible,
}

/// How far something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The unit that it is about; `None` for the whole track.
    pub unit: Option<Id>,
    /// Done so far.
    pub have: u32,
    /// Needed.
    pub need: u32,
    /// All there is.
    pub of: u32,
}

/// Evaluates a rule for a track (its position in the module).
pub fn standing(rule: &Rule, module: &Module, track: usize, progress: &Progress) -> Standing {
    let about = About { module, track, progress };
    match about.outstanding(rule) {
        None => Standing::Met,
        Some(open) => Standing::Open(open),
    }
}

/// The award levels of a track that are reached, highest last; empty while the track's rule is not met.
pub fn awards(module: &Module, track: usize, progress: &Progress) -> Vec<Id> {
    let Some(entry) = module.tracks.get(track) else { return Vec::new() };
    let met = |rule: &Rule| standing(rule, module, track, progress) == Standing::Met;
    if !met(&entry.rule) {
        return Vec::new();
    }
    let reached = entry.awards.iter().filter(|award| award.rule.as_ref().is_none_or(met));
    reached.map(|award| award.id.clone()).collect()
}

/// Pages seen and all pages of a track.
pub fn pages(module: &Module, track: usize, progress: &Progress) -> (u32, u32) {
    let share = About { module, track, progress }.count(None, 100, About::pages, |counts| counts.pages);
    (share.have, share.of)
}

/// Points earned and full points of a track: each unit's counting sitting, in the points of this edition.
///
/// Where the track's rules ask for points of certain units only, the others do not count: a test before the course and
/// its twin after it are for the learner.
pub fn points(module: &Module, track: usize, progress: &Progress) -> (u32, u32) {
    let about = About { module, track, progress };
    let units = certified::units(module, track);
    let shares = units.map(|unit| about.count(Some(&unit.id), 100, About::earned, |counts| counts.points));
    shares.fold((0, 0), |(have, of), share| (share.have.saturating_add(have), share.of.saturating_add(of)))
}

/// Attempts that were handed in, in the units of a track whose points count.
pub fn attempts(module: &Module, track: usize, progress: &Progress) -> u32 {
    certified::units(module, track).fold(0, |sum, unit| sum.saturating_add(progress.attempts(&unit.id)))
}

struct About<'a> {
    module: &'a Module,
    track: usize,
    progress: &'a Progress,
}

impl About<'_> {
    fn outstanding(&self, rule: &Rule) -> Option<Outstanding> {
        match rule {
            Rule::Pages { unit, percent } => {
                self.open(self.count(unit.as_ref(), *percent, About::pages, |counts| counts.pages), Outstanding::Pages)
            }
            Rule::Answered { unit, percent } => {
                let share = self.count(unit.as_ref(), *percent, About::answered, |counts| counts.exercises);
                self.open(share, Outstanding::Answered)
            }
            Rule::Score { unit, percent } => {
                let share = self.count(unit.as_ref(), *percent, About::earned, |counts| counts.points);
                let attempts = self.attempts_left(unit.as_ref());
                self.open(share, |share| Outstanding::Score { share, attempts })
            }
            Rule::All(rules) => {
                let mut open: Vec<Outstanding> = rules.iter().filter_map(|rule| self.outstanding(rule)).collect();
                if open.len() > 1 { Some(Outstanding::All(open)) } else { open.pop() }
            }
            Rule::Any(rules) => self.some(1, rules),
            Rule::AtLeast { n, of } => self.some(*n, of),
        }
    }

    fn some(&self, n: usize, rules: &[Rule]) -> Option<Outstanding> {
        if n > rules.len() {
            return Some(Outstanding::Impossible);
        }
        let mut open: Vec<Outstanding> = rules.iter().filter_map(|rule| self.outstanding(rule)).collect();
        let met = rules.len() - open.len();
        if met >= n {
            return None;
        }
        let missing = n - met;
        if missing == 1 && open.len() == 1 { open.pop() } else { Some(Outstanding::Some(missing, open)) }
    }

    /// What a share leaves open. A share of nothing is never reached: it would be met by doing nothing.
    fn open(&self, share: Share, make: impl FnOnce(Share) -> Outstanding) -> Option<Outstanding> {
        if share.of == 0 {
            return Some(Outstanding::Impossible);
        }
        (share.have < share.need).then(|| make(share))
    }

    fn count(
        &self,
        unit: Option<&Id>,
        percent: u8,
        have: fn(&Self, &Id, Counts) -> u32,
        all: fn(Counts) -> u32,
    ) -> Share {
        let mut share = Share { unit: unit.cloned(), have: 0, need: 0, of: 0 };
        for (entry, counts) in
            self.module.units_in(self.track).filter(|(entry, _)| unit.is_none_or(|id| entry.id == *id))
        {
            share.of = share.of.saturating_add(all(counts));
            share.have = share.have.saturating_add(have(self, &entry.id, counts).min(all(counts)));
        }
        share.need = (u64::from(share.of) * u64::from(percent)).div_ceil(100) as u32;
        share
    }

    fn track(&self) -> Option<&Id> {
        self.module.tracks.get(self.track).map(|track| &track.id)
    }

    fn pages(&self, unit: &Id, _: Counts) -> u32 {
        self.track().map_or(0, |track| self.progress.pages_seen(unit, track))
    }

    fn answered(&self, unit: &Id, _: Counts) -> u32 {
        self.track().map_or(0, |track| self.progress.answered(unit, track))
    }

    fn earned(&self, unit: &Id, counts: Counts) -> u32 {
        let Some(sitting) = self.progress.counting(unit) else { return 0 };
        let (earned, of) = sitting.points();
        if of == 0 {
            return 0;
        }
        // A sitting of an earlier edition may have had other full points: its share counts, rounded down.
        (u64::from(earned) * u64::from(counts.points) / u64::from(of)) as u32
    }

    fn attempts_left(&self, unit: Option<&Id>) -> u32 {
        let left = |entry: &UnitEntry| match self.progress.revealed.get(&entry.id) {
            Some(_) => 0,
            None => entry.attempts.saturating_sub(self.progress.attempts(&entry.id)),
        };
        let units = self
            .module
            .units_in(self.track)
            .filter(|(entry, counts)| counts.points > 0 && unit.is_none_or(|id| entry.id == *id));
        units.fold(0, |sum, (entry, _)| sum.saturating_add(left(entry)))
    }
}
