//! What this crate promises of the book, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod boards;
mod briefs;
mod defining;
mod figures;
mod freezing;
mod looking;
mod pages;
mod portal;
mod quoted;
mod seals;
mod world;
mod writing;
