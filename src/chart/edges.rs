//! Where the bars of a histogram meet.

use crate::exercise::numeric::Decimal;

/// Numbers in rising order, a few of them; none where bars are equally wide.
///
/// They lie in the chart's form itself: a list beside it would have to be dropped and copied wherever a response may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edges {
    /// In units of 10 to the power of minus `scale`; zeros from `count` on.
    units: [i32; Edges::MOST],
    scale: u8,
    count: u8,
}

impl Edges {
    /// More of them are refused.
    pub const MOST: usize = 12;

    /// Of bars that are equally wide.
    pub const NONE: Edges = Edges { units: [0; Edges::MOST], scale: 0, count: 0 };

    /// These numbers; `None` where they do not rise, are too many or too large, or bound no bar.
    pub fn new(numbers: &[Decimal]) -> Option<Edges> {
        let scale = numbers.iter().map(|number| number.scale()).max().unwrap_or(0);
        let mut edges =
            Edges { scale: u8::try_from(scale).ok()?, count: u8::try_from(numbers.len()).ok()?, ..Edges::NONE };
        let places = edges.units.get_mut(..numbers.len()).filter(|places| places.len() != 1)?;
        for (place, number) in places.iter_mut().zip(numbers) {
            *place = i32::try_from(number.ceiling(scale)).ok()?;
        }
        places.is_sorted_by(|a, b| a < b).then_some(edges)
    }

    /// The numbers.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> + '_ {
        let units = self.units.iter().take(self.count.into());
        units.map(|units| Decimal::new((*units).into(), self.scale.into()))
    }

    /// Whether bars are equally wide.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Edges;
    use crate::exercise::numeric::Decimal;

    #[test]
    fn edges_rise_and_are_not_too_many() {
        let of = |numbers: &[i64]| Edges::new(&numbers.iter().map(|n| Decimal::new(*n, 0)).collect::<Vec<_>>());
        assert_eq!(of(&[]), Some(Edges::NONE));
        assert_eq!(of(&[0, 10, 60]).map(|edges| edges.numbers().count()), Some(3));
        let fine = [Decimal::new(5, 1), Decimal::new(1, 0)];
        let read: Option<Vec<String>> = Edges::new(&fine).map(|edges| edges.numbers().map(|n| n.to_string()).collect());
        assert_eq!(read, Some(vec!["0.5".to_owned(), "1.0".to_owned()]));
        let many: Vec<i64> = (0..13).collect();
        assert!(of(&many[..12]).is_some());
        for refused in [&[1][..], &[1, 1], &[2, 1], &[0, 5, 4], &[0, 1 << 40], &many] {
            assert_eq!(of(refused), None, "{refused:?}");
        }
    }
}
