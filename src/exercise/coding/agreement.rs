//! How far two coders agree about one code: percent agreement and Cohen's kappa on "present" and "absent".
//!
//! Cohen 1960, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20(1): 37–46.

/// Segments by who gave them a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Given by both.
    pub both: u32,
    /// Given by the learner only.
    pub learner: u32,
    /// Given by the expert only.
    pub expert: u32,
    /// Given by neither.
    pub neither: u32,
}

/// Why a kappa says little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// There are few segments: fewer than [`Tally::FEW`].
    Few,
    /// The code is given to hardly any segment, or to nearly all: chance agreement is then so high that two
    /// differences move kappa from one end to the other.
    Rare,
}

impl Tally {
    /// With fewer segments than this one difference more or less moves kappa by much.
    pub const FEW: u32 = 30;

    /// A code is rare where one of the two gave it to fewer segments than this, or left out fewer.
    pub const RARE: u32 = 5;

    /// How many segments there are.
    pub fn segments(&self) -> u32 {
        self.both + self.learner + self.expert + self.neither
    }

    /// Agreement in percent, rounded; `None` without segments.
    pub fn percent(&self) -> Option<u32> {
        let (same, all) = (u64::from(self.both) + u64::from(self.neither), u64::from(self.segments()));
        (all > 0).then(|| ((same * 200 + all) / (2 * all)) as u32)
    }

    /// Cohen's kappa in hundredths, rounded: agreement beyond what chance would give. `None` where it is undefined,
    /// because both coders did the same with every segment, so that chance alone would let them agree.
    pub fn kappa(&self) -> Option<i32> {
        let [a, b, c, d] = [self.both, self.learner, self.expert, self.neither].map(i128::from);
        let n = a + b + c + d;
        let chance = (a + b) * (a + c) + (c + d) * (b + d);
        let (beyond, most) = (n * (a + d) - chance, n * n - chance);
        if most == 0 {
            return None;
        }
        let half = if beyond < 0 { -most } else { most };
        i32::try_from((beyond * 200 + half) / (2 * most)).ok()
    }

    /// What speaks against reading much into kappa.
    pub fn doubt(&self) -> Option<Doubt> {
        let given = [self.both + self.learner, self.both + self.expert];
        let is_rare = |count: u32| count.min(self.segments() - count) < Tally::RARE;
        if self.segments() < Tally::FEW {
            Some(Doubt::Few)
        } else if given.into_iter().any(is_rare) {
            Some(Doubt::Rare)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Doubt, Tally};
    use proptest::prelude::*;

    fn tally(both: u32, learner: u32, expert: u32, neither: u32) -> Tally {
        Tally { both, learner, expert, neither }
    }

    #[test]
    fn a_rare_code_may_have_high_agreement_and_a_kappa_below_nothing() {
        let rare = tally(0, 1, 1, 28);
        assert_eq!((rare.percent(), rare.kappa(), rare.doubt()), (Some(93), Some(-3), Some(Doubt::Rare)));
    }

    #[test]
    fn kappa_is_what_the_textbook_example_gives() {
        // 50 grants, two reviewers: 20 and 15 agreements, 5 and 10 differences.
        let reviewers = tally(20, 5, 10, 15);
        assert_eq!((reviewers.percent(), reviewers.kappa(), reviewers.doubt()), (Some(70), Some(40), None));
    }

    #[test]
    fn kappa_is_undefined_where_chance_alone_explains_everything() {
        for same in [tally(0, 0, 0, 12), tally(12, 0, 0, 0), tally(0, 0, 0, 0)] {
            assert_eq!(same.kappa(), None);
        }
        assert_eq!(tally(0, 0, 0, 0).percent(), None);
        assert_eq!(tally(0, 0, 0, 12).percent(), Some(100));
    }

    #[test]
    fn few_segments_are_said_before_a_rare_code() {
        assert_eq!(tally(10, 0, 0, 10).doubt(), Some(Doubt::Few));
        assert_eq!(tally(15, 0, 0, 15).doubt(), None);
        assert_eq!(tally(28, 1, 1, 0).doubt(), Some(Doubt::Rare));
    }

    proptest! {
        #[test]
        fn kappa_is_never_beyond_one_and_is_one_only_where_all_agree(
            both in 0..2000u32, learner in 0..2000u32, expert in 0..2000u32, neither in 0..2000u32,
        ) {
            let tally = tally(both, learner, expert, neither);
            if let Some(kappa) = tally.kappa() {
                prop_assert!((-100..=100).contains(&kappa));
                prop_assert!(learner + expert > 0 || kappa == 100);
                let other = Tally { learner: expert, expert: learner, ..tally };
                prop_assert_eq!(other.kappa(), Some(kappa));
            }
            prop_assert!(tally.percent().is_none_or(|percent| percent <= 100));
        }
    }
}
