//! A span of time with exact ends.

use crate::port::Moment;

/// From a moment on, until just before another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first moment inside (a whole second).
    pub from: Moment,
    /// The first moment after it (a whole second); `None` where it does not end.
    pub until: Option<Moment>,
}

/// Where a moment stands to a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// The span begins only then.
    Before(Moment),
    /// Inside.
    Inside,
    /// The span ended then.
    After(Moment),
}

impl Span {
    /// Where a moment stands: `nbf` belongs to the span and `exp` does not, as RFC 7519 has it (sections 4.1.4, 4.1.5).
    pub fn place(&self, at: Moment) -> Stands {
        match self.until {
            _ if at < self.from => Stands::Before(self.from),
            Some(until) if at >= until => Stands::After(until),
            _ => Stands::Inside,
        }
    }

    /// Whether a moment is inside.
    pub fn contains(&self, at: Moment) -> bool {
        self.place(at) == Stands::Inside
    }

    /// Whether it can be written: whole seconds that people have dates for, and an end after the beginning.
    pub(crate) fn is_sound(&self) -> bool {
        let ends = [Some(self.from), self.until];
        let is_whole = ends.iter().flatten().all(|at| at.0 % 1000 == 0 && (0..=LATEST).contains(&at.0));
        is_whole && self.until.is_none_or(|until| until > self.from)
    }
}

/// The end of the year 9999.
const LATEST: i64 = 253_402_300_799_000;

/// A moment as tokens carry it: seconds.
pub(crate) fn seconds(at: Moment) -> i64 {
    at.0.div_euclid(1000)
}

/// A moment from a token; `None` where people have no date for it.
pub(crate) fn moment(seconds: i64) -> Option<Moment> {
    let at = seconds.checked_mul(1000)?;
    (0..=LATEST).contains(&at).then_some(Moment(at))
}

#[cfg(test)]
mod tests {
    use super::{Span, Stands};
    use crate::port::Moment;

    #[test]
    fn the_first_moment_belongs_to_a_span_and_its_end_does_not() {
        let span = Span { from: Moment(1000), until: Some(Moment(2000)) };
        assert_eq!(span.place(Moment(999)), Stands::Before(Moment(1000)));
        assert_eq!(span.place(Moment(1000)), Stands::Inside);
        assert_eq!(span.place(Moment(1999)), Stands::Inside);
        assert_eq!(span.place(Moment(2000)), Stands::After(Moment(2000)));
        assert!(Span { from: Moment(1000), until: None }.contains(Moment(i64::MAX)));
    }
}
