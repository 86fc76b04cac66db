//! What the roster promises, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod accounts;
mod importing;
mod pages;
mod world;
