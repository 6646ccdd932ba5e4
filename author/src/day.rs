//! Days as people write them, and moments as tokens carry them. All days are those of UTC.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use kerege::port::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// The first moment of a day, written like 2026-11-20; `None` where it is no day.
pub fn begins(text: &str) -> Option<Moment> {
    let day: Date = text.trim().parse().ok().filter(|_| text.trim().len() == 10)?;
    let begins = Offset::UTC.to_timestamp(day.to_datetime(Time::midnight())).ok()?;
    Some(Moment(begins.as_millisecond()))
}

/// The first moment after a day: where something lasts until and with it.
pub fn ends(text: &str) -> Option<Moment> {
    begins(text).map(|Moment(at)| Moment(at + 24 * 60 * 60 * 1000))
}

/// The day of a moment.
pub fn of(at: Moment) -> String {
    let written = |at: Timestamp| Offset::UTC.to_datetime(at).date().to_string();
    Timestamp::from_millisecond(at.0).map_or_else(|_| at.0.to_string(), written)
}

/// A moment as other standards write it (RFC 3339), in UTC.
pub fn date_time(at: Moment) -> String {
    Timestamp::from_millisecond(at.0).map_or_else(|_| at.0.to_string(), |at| at.to_string())
}

/// The moment that other standards write like `2026-11-24T09:00:00Z`, with any offset; `None` where it is none.
pub fn moment(text: &str) -> Option<Moment> {
    text.parse::<Timestamp>().ok().map(|at| Moment(at.as_millisecond()))
}

/// The last day of something that ends just before a moment.
pub fn last(until: Moment) -> String {
    of(Moment(until.0 - 1))
}

/// Now, in whole seconds.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or_default() * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_and_ends_with_the_next() {
        assert_eq!(begins("1970-01-02"), Some(Moment(86_400_000)));
        assert_eq!(ends("1970-01-02"), Some(Moment(2 * 86_400_000)));
        assert_eq!(of(Moment(86_400_000)), "1970-01-02");
        assert_eq!(date_time(Moment(86_400_000)), "1970-01-02T00:00:00Z");
        assert_eq!(last(Moment(2 * 86_400_000)), "1970-01-02");
        assert_eq!(moment("1970-01-02T02:00:00+02:00"), Some(Moment(86_400_000)));
        assert_eq!(moment("1970-01-02"), None);
        for bad in ["", "2026", "2026-13-01", "2026-02-30", "tomorrow", "2026-11-20T10:00"] {
            assert_eq!(begins(bad), None, "{bad}");
        }
    }
}
