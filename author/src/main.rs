//! The author command.
fn main() {}
