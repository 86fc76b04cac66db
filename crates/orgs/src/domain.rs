//! What the organisation brings to the application.
use crate::{access, people, roster, units, words::texts, working_days};
use kernel::Lang;
use ui::{Icon, NavItem};
use web::{Domain, Pages};

pub fn domain() -> Domain {
    let domain = Domain::new("orgs")
        .migrations(crate::migrations)
        .accounts(crate::ACCOUNTS)
        .figures(crate::FIGURES)
        .entry_kinds(crate::entry_kinds::ENTRY_KINDS)
        .pages(pages)
        .nav(nav)
        .todos(roster::todos())
        .subject(units::subject())
        .subject(people::subject())
        .subject(access::trail::account_subject())
        .search(units::search())
        .search(people::search());
    roster::jobs().into_iter().fold(domain, Domain::job)
}

fn pages() -> Pages {
    units::pages()
        .and(people::pages())
        .and(roster::pages())
        .and(working_days::pages())
        .and(access::pages())
}

pub fn nav(lang: Lang) -> Vec<NavItem> {
    let t = texts(lang);
    let item = |key: &str, href: &str, label, icon, letter| NavItem {
        key: key.to_owned(),
        href: href.to_owned(),
        label,
        icon,
        group: 9,
        tab: false,
        letter: Some(letter),
    };
    vec![
        item(
            "units",
            units::UNITS,
            t.units_nav(),
            Icon::Organisation,
            'u',
        ),
        item(
            "roster",
            "/roster/imports",
            t.import_nav(),
            Icon::Upload,
            'i',
        ),
        item(
            "working-days",
            "/working-days",
            t.working_days_title(),
            Icon::Calendar,
            'c',
        ),
        item(
            "accounts",
            "/accounts",
            t.accounts_title(),
            Icon::Person,
            'a',
        ),
        item(
            access::trail::NAV,
            "/audit_trail",
            t.trail_title(),
            Icon::File,
            't',
        ),
    ]
}
