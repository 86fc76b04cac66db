//! What this crate brings along, and the map of its pages.
use crate::{entry_kinds::ENTRY_KINDS, results, words::texts};
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
    let subjects = results::subjects::all();
    subjects.into_iter().fold(domain, Domain::subject)
}

/// The map of this domain.
pub fn pages() -> Pages {
    Pages::default().and(results_pages())
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

fn nav(lang: Lang) -> Vec<NavItem> {
    let t = texts(lang);
    vec![NavItem {
        key: "counters".to_owned(),
        href: "/counters".to_owned(),
        label: t.nav_counters(),
        icon: Icon::Check,
        group: 4,
        tab: false,
        letter: Some('r'),
    }]
}
