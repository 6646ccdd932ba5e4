//! Drawing exercises from a pool, and mixing options: the same seed gives the same order, for ever.

use crate::content::Id;
use crate::content::unit::Pool;

/// The exercises that `seed` draws from a pool, in the order to show.
pub fn draw(pool: &Pool, seed: u32) -> Vec<Id> {
    let mut ids = pool.exercises.clone();
    let count = (pool.draw as usize).min(ids.len());
    mix(&mut ids, count, seed, &pool.id);
    ids.truncate(count);
    ids
}

/// The order in which `seed` shows so many options of an exercise: their places in the prompt.
pub fn order(options: usize, seed: u32, exercise: &Id) -> Vec<usize> {
    let mut places: Vec<usize> = (0..options).collect();
    mix(&mut places, options, seed, exercise);
    places
}

/// Mixes the first `count` of a list out of all of it.
fn mix<T>(list: &mut [T], count: usize, seed: u32, name: &Id) {
    // Pools and exercises of a unit share a sitting's seed; their ids keep their orders apart.
    let salt = name.as_str().bytes().fold(0u64, |hash, b| hash.wrapping_mul(31).wrapping_add(u64::from(b)));
    let mut state = (u64::from(seed) << 32) ^ salt;
    for place in 0..count {
        let left = (list.len() - place) as u64;
        list.swap(place, place + (next(&mut state) % left) as usize);
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
