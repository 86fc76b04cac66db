//! What this crate brings along, and the map of its pages.
use crate::{cases, entry_kinds::ENTRY_KINDS, results, sessions, words::texts};
use kernel::{Lang, Right};
use ui::{Icon, NavItem};
use web::{Access, Domain, Pages};

/// Everything that this crate brings along.
pub fn domain() -> Domain {
    let domain = Domain::new("serve")
        .migrations(crate::migrations)
        .accounts(crate::ACCOUNTS)
        .figures(crate::FIGURES)
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .nav(nav);
    let domain = cases::with_cases(domain);
    let subjects = results::subjects::all().into_iter();
    let subjects = subjects.chain(sessions::subjects::all());
    subjects.fold(domain, Domain::subject)
}

/// The map of this domain.
pub fn pages() -> Pages {
    Pages::default()
        .and(cases::pages())
        .and(results_pages())
        .and(sessions_pages())
}

fn results_pages() -> Pages {
    use results::{booking_page, counter_page, list_page, new_page};
    const READ: Access = Access::Right(Right::Read);
    const RECORD: Access = Access::Right(Right::Record);
    Pages::default()
        .get(READ, list_page::show)
        .get(RECORD, new_page::form)
        .post(RECORD, new_page::submit)
        .get(READ, counter_page::show)
        .get(RECORD, booking_page::form)
        .post(RECORD, booking_page::submit)
        .get(RECORD, booking_page::correction_form)
        .post(RECORD, booking_page::correct)
}

fn sessions_pages() -> Pages {
    use sessions::{booking_page, door_page, listing_page, new_page, session_page};
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
}

fn nav(lang: Lang) -> Vec<NavItem> {
    let t = texts(lang);
    let cases = NavItem {
        key: "cases".to_owned(),
        href: "/cases".to_owned(),
        label: t.nav_serve(),
        icon: Icon::Serve,
        group: 4,
        tab: true,
        letter: Some('s'),
    };
    let item = |(key, label): (&str, String), icon, letter| NavItem {
        key: key.to_owned(),
        href: format!("/{key}"),
        label,
        icon,
        group: 4,
        tab: false,
        letter: Some(letter),
    };
    vec![
        cases,
        item(("service_sessions", t.nav_sessions()), Icon::Calendar, 'v'),
        item(("counters", t.nav_counters()), Icon::Check, 'r'),
    ]
}
