//! Finding records by words, Chinese ones of two characters too.
//!
//! Always true of this crate:
//! - what is indexed is written in the act's own transaction, so a record and its words are there together;
//! - texts and questions are cut into words by one rule, so what was found yesterday is found today;
//! - what somebody typed is never part of a statement: only whole words of letters and digits reach the index, in quotes;
//! - it knows words only: who may see a record is the domain's to say, in the same statement.
mod corpus;
mod words;

pub use corpus::Corpus;
pub use words::{of_question, of_text};
