//! One account: whose it is, whether it opens, what is granted, what became of it.
use super::{
    AccountUrl, NAV, Seen,
    list::state_badge,
    revocation::RevocationUrl,
    role,
    said::{self, ENTERED, moment},
    seen,
    steps::{StepName, StepUrl},
};
use crate::{
    access::{accounts::State as AccountState, grant},
    history,
    words::{Texts, texts},
};
use axum::extract::State;
use chrono::NaiveDate;
use kernel::{Actor, Lang};
use maud::{Markup, html};
use ui::{Act, Column, Empty, Event, Fact, Icon, PageHead, Row, Table, Tone, badge, link_button};
use web::{App, Frame, WebError, open_sessions};

/// The newest changes that the page shows.
const CHANGES_MAX: usize = 50;

pub(super) async fn show(
    url: AccountUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let seen = seen(&app, &actor, url.account).await?;
    let sessions = open_sessions(&app, url.account, None).await?.len();
    let is_change = |entry: &ledger::entry::Entry| entry.kind != ENTERED;
    let entries = said::recent(&app, url.account, CHANGES_MAX, is_change).await?;
    let what = |entry: &_| html! { (said::what(lang, &seen.directory, entry)) };
    let events = history::told(&app, lang, &entries, said::when, what).await?;
    let account = &seen.account;
    let state = account.state(app.clock.now());
    let is_own = actor.person == account.person.id;
    let crumbs = seen.crumbs(lang);
    let head = PageHead {
        title: &account.person.name,
        crumbs: &crumbs[..1],
        acts: Some(acts(t, &seen, state, is_own)),
        ..PageHead::default()
    };
    let today = app.clock.today();
    let left = html! {
        (ui::facts(&facts(lang, t, &seen, state, sessions)))
        (ui::section("grants", &t.grants_title(), add(t, &seen, is_own), grants(lang, t, &seen, today, is_own)))
    };
    let main = html! {
        (ui::page_head(lang, head))
        (ui::two_columns(left, changes(lang, t, &events)))
    };
    Ok(frame.under(NAV).page(&account.person.name, main))
}

/// Nobody changes their own account here; what is one's own is under "my account".
fn acts(t: &Texts, seen: &Seen, state: AccountState, is_own: bool) -> Markup {
    let account = seen.account.person.id;
    let step = |label: &str, step, act| {
        link_button(label, &StepUrl { account, step }.to_string(), act, None)
    };
    html! {
        @if !is_own {
            @if state == AccountState::Locked { (step(&t.step_unlock(), StepName::Unlocking, Act::Primary)) }
            @if state == AccountState::Closed { (step(&t.step_reopen(), StepName::Reopening, Act::Primary)) }
            (step(&t.step_password(), StepName::NewPassword, Act::Plain))
            @if state != AccountState::Closed {
                (step(&t.step_sessions(), StepName::LogOut, Act::Plain))
                (step(&t.step_close(), StepName::Closure, Act::Danger))
            }
        }
    }
}

fn facts(lang: Lang, t: &Texts, seen: &Seen, state: AccountState, sessions: usize) -> Vec<Fact> {
    let account = &seen.account;
    let log_in = &account.log_in;
    let password = if log_in.must_change {
        t.account_password_first()
    } else {
        t.account_password_own()
    };
    vec![
        Fact::text(t.account_name(), &log_in.name),
        Fact::new(
            t.account_state(),
            html! {
                (state_badge(t, state))
                @if state == AccountState::Locked {
                    @if let Some(until) = log_in.locked_until { " " (t.account_locked_until(moment(until))) }
                }
            },
        ),
        Fact::text(t.account_unit(), seen.directory.name(log_in.unit_id, lang)),
        Fact::text(t.account_facts_code(), &account.person.code),
        Fact::text(t.account_password(), &password),
        Fact::text(
            t.account_entered(),
            &log_in.entered_at.map_or_else(|| t.account_never(), moment),
        ),
        Fact::text(
            t.account_sessions(),
            &t.account_sessions_open(sessions as i64),
        ),
    ]
}

fn add(t: &Texts, seen: &Seen, is_own: bool) -> Markup {
    let href = format!("{}/grants", seen.href());
    html! { @if !is_own { (link_button(&t.grant_new(), &href, Act::Plain, Some(Icon::Add))) } }
}

fn grants(lang: Lang, t: &Texts, seen: &Seen, today: NaiveDate, is_own: bool) -> Markup {
    let columns = vec![
        Column::title(t.grant_role()),
        Column::text(t.grant_scope()).wide(),
        Column::text(t.grant_days()),
        Column::text(t.account_state()),
    ];
    let rows = seen.account.granted.iter().rev().filter_map(|granted| {
        let grant = granted.grant()?;
        let url = RevocationUrl {
            account: seen.account.person.id,
            grant: granted.id,
        };
        Some(Row::new(vec![
            html! { (role::title(grant.role, lang)) },
            html! { (role::scope(grant.scope, &seen.directory, lang)) },
            html! { (days(t, granted)) },
            html! {
                (held(t, granted, today))
                @if !is_own && !granted.has_ended(today) { " " a href=(url) { (t.grant_revoke()) } }
            },
        ]))
    });
    let (title, text) = (t.grants_none(), t.grants_none_text());
    ui::table(
        lang,
        Table {
            caption: &t.grants_title(),
            columns,
            rows: rows.collect(),
            empty: Some(Empty {
                title: &title,
                text: &text,
                act: None,
            }),
            ..Table::default()
        },
    )
}

/// From when to when it is held, in words.
pub(in crate::access) fn days(t: &Texts, granted: &grant::Model) -> String {
    let from = granted.from_day.map(|day| day.to_string());
    // One that was revoked on its first day was held on no day at all.
    let last = granted.to_day.map(|to_day| {
        let last = to_day.pred_opt().unwrap_or(to_day);
        granted.from_day.map_or(last, |from_day| last.max(from_day))
    });
    match (from, last.map(|day| day.to_string())) {
        (Some(from), Some(last)) => t.grant_from_until(from, last),
        (Some(from), None) => t.grant_since(from),
        (None, Some(last)) => t.grant_to(last),
        (None, None) => t.grant_always(),
    }
}

pub(in crate::access) fn held(t: &Texts, granted: &grant::Model, today: NaiveDate) -> Markup {
    if granted.has_ended(today) {
        badge(Tone::Idle, &t.grant_ended())
    } else if granted.is_held(today) {
        badge(Tone::Good, &t.grant_held())
    } else {
        badge(Tone::Info, &t.grant_to_begin())
    }
}

fn changes(lang: Lang, t: &Texts, events: &[Event]) -> Markup {
    let heading = t.account_history();
    ui::section("changes", &heading, html! {}, ui::timeline(lang, events))
}
