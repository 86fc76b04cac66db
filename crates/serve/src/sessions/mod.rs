//! Service sessions (row M11): a service at a place and time, booked by phone without an account, never oversold.
//!
//! Always true: a slot's row is raised by one statement that looks and takes at once, so places given out never exceed its
//! capacity; whoever finds it full waits in order of arrival; one phone has one booking of a session.
pub mod booking;
pub mod booking_page;
pub mod cancelling;
pub mod code;
pub mod door;
pub mod door_page;
pub mod listing_page;
mod migration;
pub mod new_page;
pub mod offering;
pub mod reserving;
pub mod session;
pub mod session_page;
pub mod slot_text;
pub(crate) mod subjects;
#[cfg(test)]
mod tests;

pub(crate) use migration::Sessions;
