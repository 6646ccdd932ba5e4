//! Repeatable chance for simulated learners.

/// A generator with a seed (xorshift64*, Vigna 2016).
pub(crate) struct Chance(u64);

impl Chance {
    /// The generator of this seed.
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or_default() % n.max(1)
    }

    /// One of these.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// Any order of these.
    pub(crate) fn shuffled<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let mut mixed = all.to_vec();
        for place in (1..mixed.len()).rev() {
            mixed.swap(place, self.below(place + 1));
        }
        mixed
    }
}
