//! What residents and enterprises bring: raised, accepted, dispatched, answered, called back, closed.
//!
//! Always true of a case:
//! - it has at most one lead, however many help; it counts once, where the lead is;
//! - answered, closed, confirmed fixed and satisfied are four facts, each with who said so and when;
//! - whoever handled it does not confirm that it is fixed;
//! - its number stays, also when it is reopened.
pub mod acting;
pub mod case;
pub mod clock;
pub mod limit;
mod migration;
mod moment;
mod number;
pub mod phone;
pub mod raising;
pub mod store;
#[cfg(test)]
mod world;

pub(crate) use migration::Cases;
