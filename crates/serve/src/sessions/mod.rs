//! Service sessions (row M11): a service at a place and time, booked by phone without an account, never oversold.
//!
//! Always true: a slot's row is raised by one statement that looks and takes at once, so places given out never exceed its
//! capacity; whoever finds it full waits in order of arrival; one phone has one booking of a session.
pub mod booking;
pub mod booking_page;
#[cfg(test)]
mod burst_tests;
pub mod calling_off;
mod calling_off_page;
#[cfg(test)]
mod calling_off_tests;
pub mod cancelling;
pub mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
pub mod door;
mod door_list;
pub mod door_page;
mod employers;
#[cfg(test)]
mod group_tests;
mod held;
mod list_page;
pub mod listing_page;
mod migration;
pub mod new_page;
pub mod offering;
pub(crate) mod purge;
pub mod quiet;
pub mod reserving;
pub mod session;
pub mod session_page;
pub mod slot_text;
pub(crate) mod subjects;
mod telling;
#[cfg(test)]
mod telling_tests;
#[cfg(test)]
mod tests;

pub(crate) use booking_page::BOOKINGS;
pub(crate) use held::held;
pub(crate) use listing_page::{SERVICES, open_sessions};
pub(crate) use migration::{CalledOff, Employers, Sessions};
pub(crate) use telling::job_kinds;

use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const SERVE: Access = Access::Right(Right::Serve);
    Pages::default()
        .get(Access::Anyone, listing_page::open)
        .get(Access::Anyone, session_page::show)
        .post(Access::Anyone, session_page::submit)
        .get(Access::Anyone, booking_page::find)
        .get(Access::Anyone, booking_page::show)
        .post(Access::Anyone, booking_page::submit_cancellation)
        .get(Access::Right(Right::Read), listing_page::list)
        .get(SERVE, new_page::form)
        .post(SERVE, new_page::submit)
        .get(SERVE, door_page::show)
        .post(SERVE, door_page::submit)
        .get(SERVE, list_page::show)
        .get(SERVE, calling_off_page::form)
        .post(SERVE, calling_off_page::submit)
}
