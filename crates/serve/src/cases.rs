//! What residents and enterprises bring: raised, accepted, dispatched, answered, called back, closed.
//!
//! Always true of a case:
//! - it has at most one lead, however many help; it counts once, where the lead is;
//! - answered, closed, confirmed fixed and satisfied are four facts, each with who said so and when;
//! - whoever handled it does not confirm that it is fixed;
//! - its number stays, also when it is reopened.
mod act_page;
pub mod acting;
mod askers_page;
mod board;
mod board_page;
mod born;
pub mod bulletin;
mod bulletin_page;
pub mod case;
mod case_files;
pub mod clock;
mod contact_page;
#[cfg(test)]
mod counting_tests;
mod exclusions_page;
pub mod fallback;
mod fallback_page;
mod follow_page;
mod gathered;
mod held;
mod history;
mod join_page;
pub mod joining;
#[cfg(test)]
mod joint_tests;
pub mod limit;
pub mod limits;
mod limits_page;
#[cfg(test)]
mod limits_tests;
mod links;
pub mod list;
mod list_page;
#[cfg(test)]
mod merging_tests;
mod migration;
mod moment;
mod new_page;
pub mod notice;
mod notices_page;
mod number;
mod opinion_page;
#[cfg(test)]
mod opinion_tests;
#[cfg(test)]
mod page_tests;
mod place;
pub(crate) mod purge;
mod raise_form;
pub mod raising;
mod rates_page;
mod record_page;
#[cfg(test)]
mod recount_tests;
mod reindex;
mod said;
mod shared;
mod sight;
mod split_page;
pub mod splitting;
pub mod store;
mod tell_us_page;
mod telling;
#[cfg(test)]
mod telling_tests;
pub mod template;
mod templates_page;
mod told;
pub mod weights;
#[cfg(test)]
mod world;

pub(crate) use contact_page::LOOKED_AT;
pub(crate) use gathered::with_cases;
pub(crate) use held::held;
pub(crate) use links::{FOLLOW, TELL_US};
pub(crate) use list::Faceted;
pub(crate) use migration::{Cases, Joint, Lists, Ways};
pub(crate) use telling::job_kinds;

pub(crate) use shared::{Month, among_seen, by_number, months_of};

use files::FORM_BYTES_MAX;
use kernel::Right;
use web::{Access, Pages};

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const SERVE: Access = Access::Right(Right::Serve);
    const SETTINGS: Access = Access::Right(Right::Settings);
    Pages::default()
        .get(Access::Anyone, tell_us_page::form)
        .upload(Access::Anyone, FORM_BYTES_MAX, tell_us_page::submit)
        .post(Access::Anyone, tell_us_page::similar)
        .get(Access::Anyone, join_page::form)
        .post(Access::Anyone, join_page::submit)
        .get(Access::Anyone, follow_page::form)
        .post(Access::Anyone, follow_page::show)
        .post(Access::Anyone, opinion_page::submit)
        .get(READ, list_page::show)
        .get(READ, list_page::export)
        .get(READ, board_page::show)
        .get(READ, bulletin_page::show)
        .get(READ, rates_page::show)
        .post(SETTINGS, rates_page::submit)
        .get(READ, exclusions_page::show)
        .get(SERVE, notices_page::show)
        .get(SERVE, templates_page::show)
        .post(SERVE, templates_page::submit)
        .get(SERVE, new_page::form)
        .upload(SERVE, FORM_BYTES_MAX, new_page::submit)
        .post(SERVE, new_page::similar_ones)
        .get(READ, limits_page::show)
        .post(SETTINGS, limits_page::submit)
        .post(SETTINGS, limits_page::submit_set)
        .get(READ, fallback_page::show)
        .post(SETTINGS, fallback_page::submit)
        .get(READ, record_page::show)
        .post(SERVE, contact_page::look)
        .get(SERVE, act_page::form)
        .upload(SERVE, FORM_BYTES_MAX, act_page::submit)
        .get(SERVE, askers_page::form)
        .post(SERVE, askers_page::submit)
        .get(SERVE, split_page::form)
        .post(SERVE, split_page::submit)
        .get(READ, case_files::save)
        .get(READ, case_files::preview)
        .get(READ, case_files::save_of_act)
        .get(READ, case_files::preview_of_act)
}
