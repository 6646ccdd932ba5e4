//! The tools that the tasks need: found, or installed once into ignored folders of the repository.

pub(crate) mod cargo;
mod npm;
mod system;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// What `build` and `start` need: the WebAssembly target, wasm-bindgen, wasm-split, wasm-opt. No browser.
pub(crate) fn for_build(workspace: &Workspace) -> Result<(), Failure> {
    cargo::target(workspace)?;
    cargo::install(workspace, &cargo::wasm_bindgen(workspace)?)?;
    cargo::install(workspace, &cargo::WASM_SPLIT)?;
    npm::install(workspace)
}

/// What `test` and `bench` need besides: browsers and what they draw with.
pub(crate) fn for_tests(workspace: &Workspace) -> Result<(), Failure> {
    for_build(workspace)?;
    system::install(workspace)
}
