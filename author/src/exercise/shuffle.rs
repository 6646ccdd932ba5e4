//! Mixing: the same exercise is mixed alike for ever, on every machine and in every language.

use kerege::content::Id;
use sha2::{Digest as _, Sha256};

/// Where the mixing of an exercise begins.
#[derive(Clone, Copy, Debug)]
pub struct Seed(u64);

impl Seed {
    /// The seed of an exercise of a module.
    pub fn new(module: &Id, exercise: &Id) -> Seed {
        let hash = Sha256::digest(format!("{module}/{exercise}"));
        let first = hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
        Seed(first)
    }

    /// Mixes a list until `gives_away` says no; a list of two is then simply turned round.
    pub fn shuffle<T>(&mut self, list: &mut [T], gives_away: impl Fn(&[T]) -> bool) {
        if list.len() < 2 {
            return;
        }
        for _ in 0..64 {
            for last in (1..list.len()).rev() {
                let other = (self.next() % (last as u64 + 1)) as usize;
                list.swap(last, other);
            }
            if !gives_away(list) {
                return;
            }
        }
        list.reverse();
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;
    use kerege::content::Id;

    #[test]
    fn mixing_is_the_same_each_time_and_never_the_key() {
        for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            let seed = || Seed::new(&Id::new("m").unwrap(), &Id::new(name).unwrap());
            for length in 2..6 {
                let key: Vec<usize> = (0..length).collect();
                let (mut one, mut two) = (key.clone(), key.clone());
                seed().shuffle(&mut one, |list| list == key);
                seed().shuffle(&mut two, |list| list == key);
                assert_eq!(one, two);
                assert_ne!(one, key);
            }
        }
    }
}
