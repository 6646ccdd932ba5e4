//! Whether the device's clock was set back, and the way out where it was wrongly ahead.

use crate::port::Moment;

/// A clock may go wrong by so many milliseconds without anybody meaning it: a day.
pub const SLACK: i64 = 24 * 60 * 60 * 1000;

/// The moment that was seen already, where the clock now stands more than [`SLACK`] before it.
pub fn set_back(now: Moment, seen: Option<Moment>) -> Option<Moment> {
    seen.filter(|seen| now.0.saturating_add(SLACK) < seen.0)
}

/// The latest moment, to be kept for the next time.
pub fn latest(now: Moment, seen: Option<Moment>) -> Moment {
    seen.map_or(now, |seen| seen.max(now))
}

/// What to keep instead, where the clock was wrongly ahead and was put right: the present moment, if it is not before
/// `signed`, the latest moment that an organiser has signed (a licence, a list, an edition), which cannot be wrong.
pub fn put_right(now: Moment, signed: Moment) -> Option<Moment> {
    (now.0.saturating_add(SLACK) >= signed.0).then_some(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_may_go_back_by_a_day_and_not_by_a_millisecond_more() {
        let seen = Moment(10 * SLACK);
        assert_eq!(set_back(Moment(9 * SLACK), Some(seen)), None);
        assert_eq!(set_back(Moment(9 * SLACK - 1), Some(seen)), Some(seen));
        assert_eq!(set_back(Moment(0), None), None);
        assert_eq!(latest(Moment(1), Some(Moment(2))), Moment(2));
    }

    #[test]
    fn a_clock_that_was_ahead_is_put_right_but_not_to_before_what_was_signed() {
        let signed = Moment(10 * SLACK);
        assert_eq!(put_right(Moment(9 * SLACK), signed), Some(Moment(9 * SLACK)));
        assert_eq!(put_right(Moment(9 * SLACK - 1), signed), None);
    }
}
