//! What the book promises, on both databases. Every test ends with a recount.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod append_only;
mod closing;
mod corrections;
mod figures;
mod formulas;
mod history;
mod killed;
mod late;
mod once;
mod quotes;
mod seals;
mod tree;
mod twice;
mod world;
mod year;
