//! What this crate promises of the book, on both databases.
mod briefs;
mod defining;
mod figures;
mod pages;
mod world;
