//! What the book promises, on both databases. Every test ends with a recount.
mod append_only;
mod corrections;
mod figures;
mod history;
mod killed;
mod once;
mod tree;
mod twice;
mod world;
