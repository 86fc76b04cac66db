//! The book: entries are added, never changed.
//!
//! An entry is one act of one person; its postings add to accounts, by unit and day; figures are sums over postings. It is
//! at once history, audit log and source of figures: there is no second log beside it.
//!
//! Always true:
//! - an entry's id is chosen by whoever acts, so the same act sent twice is one entry;
//! - on the days of a closed period nothing is counted any more;
//! - nothing is changed or deleted, not even by somebody with a database shell: triggers refuse it;
//! - a correction names what it corrects and says why; nothing is corrected twice;
//! - balances are written in the transaction of the posting, so a figure at the root costs what it costs at a branch;
//! - each closed day is sealed, and a byte that is changed afterwards is found and named ([`seal`]);
//! - every balance can be counted again from postings the slow, obvious way ([`recount`]), and always gives the same.
pub mod account;
mod append;
mod book;
pub mod campaign;
mod closing;
mod correct;
mod counted;
pub mod day;
pub mod entry;
pub mod figure;
mod migration;
mod post;
pub mod recount;
pub mod seal;
mod sql;
pub mod sum;
pub mod touching;
pub mod tree;

pub use account::{Account, Flow, Measure};
pub use append::{AppendError, Appended, NewEntry, NewPosting, Subject, append, append_many};
pub use book::Book;
pub use closing::{ClosedPeriod, Firmness, Periods, closed_through, periods, set_closed_through};
pub use correct::{CorrectError, correct};
pub use counted::{Counted, counted};
pub use figure::{FigureSeed, PeriodRule};
pub use migration::migrations;
pub use tree::Tree;
