//! What this crate brings along, and the map of its pages.
use crate::{
    briefings::{coverage_page, list_page as briefings, record_page},
    campaigns::{bodies_page, body_page, list_page as campaigns, new_page},
    entry_kinds::ENTRY_KINDS,
    import::upload_page,
    mine,
    nodes::{edit_page, item_page, matrix_page, tree_page, withdraw_page, work_list_page},
    schedule::{schedule_page, timetable_page},
    subjects,
    tasks::{
        acknowledging,
        extensions::{ask_page, decide_page, withdrawing},
        nudge_page, report_files, report_page, sign_off_page, task_page,
    },
    words::texts,
};
use files::FORM_BYTES_MAX;
use kernel::{Lang, Right, limits::WORKBOOK_BYTES_MAX};
use ui::{Icon, NavItem};
use web::{Access, Domain, Pages};

/// Everything that this crate brings along.
pub fn domain() -> Domain {
    let domain = Domain::new("plan")
        .migrations(crate::migrations)
        .accounts(crate::ACCOUNTS)
        .figures(crate::FIGURES)
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .nav(nav)
        .quick_entries(mine::quick_entries)
        .todos(mine::todos())
        .days(mine::days())
        .matters(crate::matters::matters())
        .search(mine::search())
        .job(upload_page::job());
    subjects::all().into_iter().fold(domain, Domain::subject)
}

/// The map of this domain.
pub fn pages() -> Pages {
    const READ: Access = Access::Right(Right::Read);
    const PLAN: Access = Access::Right(Right::Plan);
    const RECORD: Access = Access::Right(Right::Record);
    const SIGN_OFF: Access = Access::Right(Right::SignOff);
    Pages::default()
        .get(READ, campaigns::show)
        .get(PLAN, new_page::form)
        .post(PLAN, new_page::submit)
        .get(READ, tree_page::show)
        .get(READ, work_list_page::show)
        .get(READ, work_list_page::export)
        .get(READ, matrix_page::show)
        .get(PLAN, edit_page::new_form)
        .post(PLAN, edit_page::add)
        .get(READ, item_page::show)
        .get(PLAN, edit_page::form)
        .post(PLAN, edit_page::change)
        .get(PLAN, withdraw_page::form)
        .post(PLAN, withdraw_page::submit)
        .get(READ, timetable_page::show)
        .get(READ, schedule_page::show)
        .get(READ, bodies_page::show)
        .post(PLAN, bodies_page::submit)
        .get(READ, body_page::show)
        .get(PLAN, body_page::correction_form)
        .post(PLAN, body_page::correct)
        .get(PLAN, upload_page::form)
        .get(READ, upload_page::template)
        .upload(PLAN, WORKBOOK_BYTES_MAX, upload_page::upload)
        .get(PLAN, upload_page::preview)
        .post(PLAN, upload_page::apply)
        .get(PLAN, upload_page::problems)
        .get(READ, task_page::show)
        .post(RECORD, acknowledging::submit)
        .get(RECORD, ask_page::form)
        .post(RECORD, ask_page::submit)
        .get(PLAN, decide_page::form)
        .post(PLAN, decide_page::submit)
        .post(RECORD, withdrawing::submit)
        // Whoever keeps the plan, and leaders over the lead unit: the act looks which of both rights reaches it.
        .get(READ, nudge_page::form)
        .post(READ, nudge_page::submit)
        .get(RECORD, report_page::form)
        .upload(RECORD, FORM_BYTES_MAX, report_page::submit)
        .get(RECORD, report_page::correction_form)
        .upload(RECORD, FORM_BYTES_MAX, report_page::correct)
        .get(READ, report_files::save)
        .get(READ, report_files::preview)
        .get(SIGN_OFF, sign_off_page::form)
        .post(SIGN_OFF, sign_off_page::submit)
        .get(SIGN_OFF, sign_off_page::sending_back_form)
        .post(SIGN_OFF, sign_off_page::send_back)
        .get(SIGN_OFF, sign_off_page::reopening_form)
        .post(SIGN_OFF, sign_off_page::reopen)
        .get(READ, briefings::list)
        .get(READ, briefings::show)
        .get(RECORD, record_page::short)
        .get(RECORD, record_page::form)
        .post(RECORD, record_page::submit)
        .get(RECORD, record_page::correction_form)
        .post(RECORD, record_page::correct)
        .get(READ, coverage_page::show)
}

fn nav(lang: Lang) -> Vec<NavItem> {
    vec![NavItem {
        key: "plan".to_owned(),
        href: "/campaigns".to_owned(),
        label: texts(lang).nav_plan(),
        icon: Icon::Plan,
        group: 1,
        tab: true,
        letter: Some('p'),
    }]
}
