//! The database: SQLite or PostgreSQL from one code.
//!
//! Always true of this crate:
//! - whoever writes holds a [`Tx`], and [`Db::begin`] is the only way to get one;
//! - when [`Tx::commit`] has returned, the act is on disk, on both databases;
//! - on SQLite there is one writer: each act runs in a savepoint and many acts share one commit;
//! - the pool for reading cannot write (on SQLite the database refuses it);
//! - sealed columns can be read with the key only, and the key is never in the database;
//! - what goes over all tables asks the database which there are, and takes each value as a [`Cell`], the same on both.
mod cell;
mod filling;
mod group;
mod lane;
mod migrate;
mod open;
mod packed;
mod quiet;
mod sealed;
mod snapshot;
mod tables;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;

pub use cell::{Cell, hex};
pub use filling::{Batches, FillError, Filling};
pub use lane::{Lane, LaneClosed};
pub use migrate::Migrations;
pub use open::{Db, OpenError};
pub use packed::{How, Rows, Selection};
pub use sealed::Keys;
pub use snapshot::Snapshot;
pub use tables::{Column, Table, tables};
pub use tx::Tx;
