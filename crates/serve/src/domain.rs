//! What this crate brings along, and the map of its pages.
use crate::{cases, entry_kinds::ENTRY_KINDS, words::texts};
use kernel::Lang;
use ui::{Icon, NavItem};
use web::{Domain, Pages};

/// Everything that this crate brings along.
pub fn domain() -> Domain {
    let domain = Domain::new("serve")
        .migrations(crate::migrations)
        .accounts(crate::ACCOUNTS)
        .figures(crate::FIGURES)
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .nav(nav);
    cases::with_cases(domain)
}

/// The map of this domain.
pub fn pages() -> Pages {
    Pages::default() //
        .and(cases::pages())
}

fn nav(lang: Lang) -> Vec<NavItem> {
    vec![NavItem {
        key: "cases".to_owned(),
        href: "/cases".to_owned(),
        label: texts(lang).nav_serve(),
        icon: Icon::Serve,
        group: 4,
        tab: true,
        letter: Some('s'),
    }]
}
