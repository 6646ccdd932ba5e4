//! Drawing exercises from a pool: the same seed gives the same draw, for ever.

use crate::content::Id;
use crate::content::unit::Pool;

/// The exercises that `seed` draws from a pool, in the order to show.
pub fn draw(pool: &Pool, seed: u32) -> Vec<Id> {
    let mut ids = pool.exercises.clone();
    // Two pools of a unit share a sitting's seed; the pool's id keeps their draws apart.
    let salt = pool.id.as_str().bytes().fold(0u64, |hash, b| hash.wrapping_mul(31).wrapping_add(u64::from(b)));
    let mut state = (u64::from(seed) << 32) ^ salt;
    let count = (pool.draw as usize).min(ids.len());
    for place in 0..count {
        let left = (ids.len() - place) as u64;
        ids.swap(place, place + (next(&mut state) % left) as usize);
    }
    ids.truncate(count);
    ids
}

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
