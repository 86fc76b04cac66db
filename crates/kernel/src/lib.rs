//! Words every crate shares: ids, the actor and what they may do, the language, the clock, limits.
//!
//! Always true of this crate: it does no input or output, and everything that changes between two runs
//! (time, chance, person, language) is a value that somebody hands in.
extern crate self as kernel;

mod actor;
mod clock;
mod id;
mod lang;
pub mod limits;
pub mod number;
mod words;

pub use actor::{Actor, Grant, Reach, Right, Role, Scope};
pub use clock::{Clock, FixedClock, SystemClock, ZONE_OFFSET_SECONDS, zone};
pub use id::{EntryId, PersonId, UnitId};
pub use lang::{Bilingual, Lang};

#[doc(hidden)]
pub mod reexport {
    pub use {sea_orm, serde};
}
