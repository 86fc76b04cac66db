//! What this crate brings along, and the map of its pages.
use crate::{
    cases, entry_kinds::ENTRY_KINDS, pairings, results, sessions, topics, visits, words::texts,
};
use kernel::{Actor, Lang};
use ui::{Icon, NavItem};
use web::{Domain, Pages, QuickEntry};

/// Everything that this crate brings along.
pub fn domain() -> Domain {
    let domain = Domain::new("serve")
        .migrations(crate::migrations)
        .accounts(crate::ACCOUNTS)
        .figures(crate::FIGURES)
        .entry_kinds(ENTRY_KINDS)
        .pages(pages)
        .offline(&[visits::OFFLINE])
        .nav(nav);
    let domain = cases::with_cases(domain).quick_entries(quick_entries);
    let subjects = results::subjects::all().into_iter();
    let subjects = subjects.chain(sessions::subjects::all());
    let subjects = subjects.chain(visits::subjects::all());
    let subjects = subjects.chain(topics::subjects::all());
    let subjects = subjects.chain(pairings::subjects::all());
    subjects.fold(domain, Domain::subject)
}

/// The map of this domain.
pub fn pages() -> Pages {
    Pages::default()
        .and(cases::pages())
        .and(results::pages())
        .and(sessions::pages())
        .and(visits::pages())
        .and(topics::pages())
        .and(pairings::pages())
}

fn quick_entries(lang: Lang, actor: &Actor) -> Vec<QuickEntry> {
    let mut entries = cases::quick_entries(lang, actor);
    entries.extend(visits::quick_entries(lang, actor));
    entries
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
        item(("visits", t.nav_visits()), Icon::Person, 'w'),
        item(("topics", t.nav_topics()), Icon::Search, 't'),
        item(("pairings", t.nav_pairings()), Icon::Link, 'j'),
        item(("service_sessions", t.nav_sessions()), Icon::Calendar, 'v'),
        item(("counters", t.nav_counters()), Icon::Check, 'r'),
    ]
}
