//! Set-up, build and test of the project.
fn main() {}
