//! Mounts the player.

fn main() {
    kerege::view::start(kerege::edge::world());
}
