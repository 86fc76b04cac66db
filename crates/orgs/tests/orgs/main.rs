//! What the roster promises, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod accounts;
mod changes;
mod importing;
mod other_shapes;
mod pages;
mod transfers;
mod who_is_meant;
mod world;
