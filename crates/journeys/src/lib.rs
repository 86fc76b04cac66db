//! Journeys: what only a real browser knows. Swaps, focus, the phone, no script, no network; accessibility by axe.
//!
//! Always true: the server is the built `luodi` itself with a sample zone of its own; the browser reaches no other host;
//! a page that complains (an error in the console, a failed request, an address outside) fails the step it happens in.
mod axe;
mod browser;
mod keys;
mod page;
mod steps;
mod watch;
mod zone;

pub use axe::Violation;
pub use browser::Browser;
pub use page::{Page, Target, Viewport, css};
pub use zone::{Person, Zone};

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// How long a step waits for what it expects. Generous: a loaded machine must not fail a promise.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it looks.
const GLANCE: Duration = Duration::from_millis(30);

/// The folder of the workspace. Cargo says it anew on each run: checkouts may share a target folder.
fn root() -> PathBuf {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here)
        .ancestors()
        .nth(2)
        .expect("the crate lies two folders below the workspace")
        .to_owned()
}

/// Where cargo builds to, and where failed steps leave their pictures.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
