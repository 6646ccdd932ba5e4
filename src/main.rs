//! Mounts the player.

fn main() {
    wasm_bindgen_futures::spawn_local(async { kerege::view::start(kerege::edge::world().await) });
}
