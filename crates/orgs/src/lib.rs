//! The organisation: units over time, people, who belongs where, who may log in and how far their rights reach.
//!
//! Always true of this crate:
//! - a unit's number, once given, stays; its name, kind and place change by acts that are in the book;
//! - where a unit hangs on which day is in the book's tree and nowhere else;
//! - members are counted by the book (`orgs.member`), one posting when somebody joins and one when they leave;
//! - a person logs in by an account of their own, and has the rights of the roles that were granted to them, over the units
//!   that were granted with them.
pub mod access;
mod accounts;
mod directory;
mod domain;
mod entry_kinds;
mod history;
pub mod kind;
pub mod membership;
mod migration;
pub mod people;
pub mod periods;
pub mod person;
pub mod roster;
pub mod unit;
pub mod units;
pub mod working_days;

pub use accounts::{ACCOUNTS, FIGURES, MEMBER, UNIT};
pub use directory::{Directory, folded};
pub use domain::{domain, nav};
pub use membership::members;
pub use migration::migrations;
pub use working_days::working_days;

kernel::words!();
