//! Numbers about numbers: the steps of an axis, and what a box shows.

/// The smallest number, the quartiles and the largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Five {
    /// The smallest.
    pub least: f64,
    /// The median of the lower half.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The median of the upper half.
    pub upper: f64,
    /// The largest.
    pub most: f64,
}

/// The five numbers of a box; `None` without numbers. The quartiles are the medians of the lower and the upper half; of
/// an odd number of numbers the middle one belongs to neither.
pub fn five(numbers: &[f64]) -> Option<Five> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let lower = sorted.get(..half).unwrap_or_default();
    let upper = sorted.get(sorted.len() - half..).unwrap_or_default();
    let median_of_all = median(&sorted)?;
    Some(Five {
        least: *sorted.first()?,
        lower: median(lower).unwrap_or(median_of_all),
        median: median_of_all,
        upper: median(upper).unwrap_or(median_of_all),
        most: *sorted.last()?,
    })
}

fn median(sorted: &[f64]) -> Option<f64> {
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(*sorted.get(half.checked_sub(1)?)?, upper))
}

/// The step between the marks of an axis: 1, 2 or 5 times a power of ten, so that there are about `wanted` of them.
pub(super) fn step(span: f64, wanted: f64) -> f64 {
    let raw = span / wanted;
    if !(raw > 0.0 && raw.is_finite()) {
        return 1.0;
    }
    let mut power = 1.0;
    while power * 10.0 <= raw {
        power *= 10.0;
    }
    while power > raw {
        power /= 10.0;
    }
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= raw);
    times.unwrap_or(10.0) * power
}

/// A number without the crumbs of adding.
pub(super) fn tidy(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::{five, step};

    #[test]
    fn quartiles_are_the_medians_of_the_halves() {
        let of =
            |numbers: &[f64]| five(numbers).map(|five| [five.least, five.lower, five.median, five.upper, five.most]);
        assert_eq!(of(&[7.0, 1.0, 3.0, 5.0]), Some([1.0, 2.0, 4.0, 6.0, 7.0]));
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0, 9.0]), Some([1.0, 1.5, 3.0, 6.5, 9.0]));
        assert_eq!(of(&[4.0]), Some([4.0; 5]));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn steps_are_round() {
        for (span, round) in [(4.0, 1.0), (100.0, 50.0), (73.0, 20.0), (0.3, 0.1), (1.9e6, 5e5), (0.0, 1.0)] {
            assert!((step(span, 4.0) - round).abs() < round * 1e-6, "{span}: {}", step(span, 4.0));
        }
    }
}
