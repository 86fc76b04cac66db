//! Service days (row M13): one day of each month on which units offer projects and people lend a hand.
//!
//! Always true:
//! - which day it is was said by the rule or decided by the office, with its reason; who signed up moves along with it;
//! - one statement looks and takes a place, so no project has more people than it asked for;
//! - who came and the hours are entered in one go by the organiser, and hours are one total of the day and the project, never
//!   anybody's own.
mod board_page;
pub mod came;
mod came_page;
mod cancellation_page;
pub mod cancelling;
pub mod correcting;
#[cfg(test)]
mod correcting_tests;
pub(crate) mod corrections;
pub mod day;
pub mod deciding;
mod deciding_page;
pub mod declaring;
pub(crate) mod figures;
mod gathered;
mod held;
mod list_page;
mod migration;
mod new_page;
mod open_page;
#[cfg(test)]
mod page_tests;
mod printed_page;
pub mod project;
mod project_page;
pub(crate) mod purge;
mod record_page;
pub mod rule;
mod said;
pub mod sign_up;
mod sign_up_page;
pub mod signing_up;
mod telling;
#[cfg(test)]
mod telling_tests;
#[cfg(test)]
mod tests;

pub(crate) use gathered::{public_part, with_service_days};
pub(crate) use held::held;
pub(crate) use migration::ServiceDays;

use kernel::Right;
use web::{Access, EntryKind, Pages};

pub(crate) const ENTRY_KINDS: [EntryKind; 10] = [
    EntryKind::new(deciding::DECIDED, "确定服务日", "Fixed the service day"),
    EntryKind::new(
        deciding::RULE_CHANGED,
        "调整服务日规则",
        "Changed the rule for service days",
    ),
    EntryKind::new(declaring::DECLARED, "申报项目", "Entered the project"),
    EntryKind::new(declaring::CHANGED, "修改项目", "Changed the project"),
    EntryKind::new(correcting::CORRECTED, "更正项目", "Corrected the project"),
    EntryKind::new(cancelling::CANCELLED, "取消项目", "Cancelled the project"),
    EntryKind::new(signing_up::SIGNED_UP, "报名", "Signed up"),
    EntryKind::new(signing_up::WITHDRAWN, "撤回报名", "Withdrew the sign-up"),
    EntryKind::new(came::HELD, "登记到场", "Entered who came"),
    EntryKind::new(came::HELD_CORRECTED, "更正到场", "Corrected who came"),
];

pub(crate) fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const RECORD: Access = Access::Right(Right::Record);
    const SETTINGS: Access = Access::Right(Right::Settings);
    Pages::default()
        .get(Access::Anyone, open_page::show)
        .get(Access::Anyone, project_page::show)
        .post(Access::Anyone, project_page::submit)
        .get(Access::Anyone, sign_up_page::find)
        .get(Access::Anyone, sign_up_page::show)
        .post(Access::Anyone, sign_up_page::submit_withdrawal)
        .get(READ, list_page::show)
        .get(READ, board_page::show)
        .get(RECORD, new_page::form)
        .post(RECORD, new_page::submit)
        .get(READ, record_page::show)
        .get(RECORD, new_page::change_form)
        .post(RECORD, new_page::submit_change)
        .get(RECORD, came_page::form)
        .post(RECORD, came_page::submit)
        .get(RECORD, cancellation_page::form)
        .post(RECORD, cancellation_page::submit)
        .get(RECORD, printed_page::show)
        .get(SETTINGS, deciding_page::form)
        .post(SETTINGS, deciding_page::submit)
        .get(SETTINGS, deciding_page::rule_form)
        .post(SETTINGS, deciding_page::submit_rule)
}
