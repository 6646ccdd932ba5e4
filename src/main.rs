//! Mounts the player.
fn main() {}
