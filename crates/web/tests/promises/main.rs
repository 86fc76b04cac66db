//! What the house promises to everybody who comes in by the web.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]
mod access;
mod albums;
mod languages;
mod lists;
mod long_work;
mod mine;
mod notes;
mod outbox;
mod own_pages;
mod problems;
mod rates;
mod sessions;
mod telephones;
mod uploads;
