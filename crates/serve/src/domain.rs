//! What this crate brings along, and the map of its pages.
use crate::{
    cases, corrections, entry_kinds::ENTRY_KINDS, joint_actions, pairings, portal, residents,
    results, retention, service_days, sessions, topics, visits, wishes, words::texts,
};
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
        .entry_kinds(&visits::ENTRY_KINDS)
        .entry_kinds(&topics::ENTRY_KINDS)
        .entry_kinds(&pairings::ENTRY_KINDS)
        .entry_kinds(&service_days::ENTRY_KINDS)
        .pages(pages)
        .offline(&[visits::OFFLINE])
        .nav(nav)
        .quick_entries(visits::quick_entries)
        .matters(crate::matters::matters())
        .job(retention::job());
    let domain = wishes::with_wishes(cases::with_cases(domain));
    let domain = service_days::with_service_days(domain);
    let domain = portal::parts().into_iter().fold(domain, Domain::portal);
    let domain = sessions::job_kinds().into_iter().fold(domain, Domain::job);
    let domain = cases::job_kinds().into_iter().fold(domain, Domain::job);
    let subjects = results::subjects::all().into_iter();
    let subjects = subjects.chain(sessions::subjects::all());
    let subjects = subjects.chain(joint_actions::subjects::all());
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
        .and(service_days::pages())
        .and(joint_actions::pages())
        .and(residents::pages())
        .and(retention::pages())
        .and(wishes::pages())
        .and(visits::pages())
        .and(topics::pages())
        .and(pairings::pages())
        .and(corrections::pages())
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
        item(("pairings", t.nav_pairings()), Icon::Link, 'd'),
        item(("service_sessions", t.nav_sessions()), Icon::Calendar, 'v'),
        item(
            ("service_projects", t.nav_service_days()),
            Icon::Calendar,
            'e',
        ),
        item(("wish_records", t.nav_wishes()), Icon::Learn, 'y'),
        item(("counters", t.nav_counters()), Icon::Check, 'r'),
        NavItem {
            href: "/joint-actions".to_owned(),
            ..item(("joint_actions", t.joint_actions()), Icon::Link, 'j')
        },
        NavItem {
            group: 9,
            ..item(("retention", t.nav_retention()), Icon::Settings, 'k')
        },
    ]
}
