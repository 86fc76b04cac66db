//! One's own account: what one may do, where one is logged in, what happened with the account. `/account`
use super::{
    account_pages::{days, held, moment, recent, what, when},
    accounts::{self, SUBJECT},
    role,
};
use crate::{
    Directory, history,
    words::{Texts, texts},
};
use axum::{Form, extract::State, response::Response};
use axum_extra::routing::TypedPath;
use kernel::{Actor, EntryId, Lang};
use ledger::{NewEntry, Subject, append};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Act, Button, Column, Empty, Fact, PageHead, Row, Table, form};
use uuid::Uuid;
use web::{
    Access, App, Frame, LogIn, OpenSession, Pages, WebError, done, end_other_sessions,
    open_sessions,
};

/// Log-ins and changes that the page shows.
const RECENT_MAX: usize = 15;

pub fn pages() -> Pages {
    Pages::default()
        .get(Access::SignedIn, show)
        .post(Access::SignedIn, end_others)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/account")]
pub struct OwnUrl;

#[derive(TypedPath, Deserialize)]
#[typed_path("/account/other-log-outs")]
pub struct OtherLogOutsUrl;

async fn show(
    _: OwnUrl,
    State(app): State<App>,
    actor: Actor,
    log_in: LogIn,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let account = accounts::one(app.db.reader(), actor.person).await?;
    let account = account.ok_or(WebError::NotFound)?;
    let directory = Directory::load(app.db.reader()).await?;
    let sessions = open_sessions(&app, actor.person, Some(&log_in)).await?;
    let entries = recent(&app, actor.person, RECENT_MAX, |_| true).await?;
    let said = |entry: &_| html! { (what(lang, &directory, entry)) };
    let happened = history::told(&app, lang, &entries, when, said).await?;
    let title = t.own_title();
    let change = ui::link_button(&t.own_change_password(), "/password", Act::Primary, None);
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.own_about()) }),
        acts: Some(change),
        ..PageHead::default()
    };
    let facts = [
        Fact::text(t.account_person(), &account.person.name),
        Fact::text(t.account_name(), &account.log_in.name),
        Fact::text(t.account_unit(), &actor.unit_name),
    ];
    let main = html! {
        (ui::page_head(lang, head))
        (ui::facts(&facts))
        (ui::section("grants", &t.own_grants(), html! {}, grants(&app, lang, t, &account, &directory)))
        (ui::section("sessions", &t.account_sessions(), end_others_button(t, &sessions), session_table(lang, t, &sessions)))
        (ui::section("log-ins", &t.own_log_ins(), html! {}, html! {
            p class="help" { (t.own_log_ins_help()) }
            (ui::timeline(lang, &happened))
        }))
    };
    Ok(frame.page(&title, main))
}

#[derive(Deserialize)]
struct Input {
    entry: EntryId,
}

async fn end_others(
    _: OtherLogOutsUrl,
    State(app): State<App>,
    actor: Actor,
    log_in: LogIn,
    frame: Frame,
    Form(input): Form<Input>,
) -> Result<Response, WebError> {
    let entry = NewEntry::new(
        input.entry,
        "orgs.log_in.other_sessions_ended",
        Subject::new(SUBJECT, actor.person),
        actor.unit,
        app.clock.today(),
    );
    let tx = app.db.begin().await?;
    if append(&tx, &app.book, &actor, &entry).await?.is_new() {
        end_other_sessions(&tx, actor.person, &log_in).await?;
    }
    tx.commit().await?;
    Ok(done("/account", &texts(frame.lang).own_ended_others()))
}

fn grants(
    app: &App,
    lang: Lang,
    t: &Texts,
    account: &accounts::Account,
    directory: &Directory,
) -> Markup {
    let today = app.clock.today();
    let rows = account.granted.iter().filter_map(|granted| {
        let grant = granted.grant().filter(|_| !granted.has_ended(today))?;
        Some(Row::new(vec![
            html! { (role::title(grant.role, lang)) },
            html! { (role::about(grant.role, lang)) },
            html! { (role::scope(grant.scope, directory, lang)) },
            html! { (days(t, granted)) },
            held(t, granted, today),
        ]))
    });
    let (title, text, about) = (t.own_no_grants(), t.own_no_grants_text(), t.own_what());
    ui::table(
        lang,
        Table {
            caption: &t.own_grants(),
            columns: vec![
                Column::title(t.grant_role()),
                Column::text(about).wide(),
                Column::text(t.grant_scope()),
                Column::text(t.grant_days()),
                Column::text(t.account_state()),
            ],
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

fn session_table(lang: Lang, t: &Texts, sessions: &[OpenSession]) -> Markup {
    let rows = sessions.iter().map(|session| {
        let name = if session.is_this {
            t.own_sessions_this()
        } else {
            t.own_sessions_other()
        };
        Row::new(vec![
            html! { (name) },
            html! { (moment(session.since)) },
            html! { (moment(session.seen)) },
        ])
    });
    ui::table(
        lang,
        Table {
            caption: &t.account_sessions(),
            columns: vec![
                Column::title(t.own_session_where()),
                Column::text(t.own_session_since()),
                Column::text(t.own_session_seen()),
            ],
            rows: rows.collect(),
            ..Table::default()
        },
    )
}

fn end_others_button(t: &Texts, sessions: &[OpenSession]) -> Markup {
    let label = t.own_end_others();
    html! {
        @if sessions.iter().any(|session| !session.is_this) {
            form method="post" action=(OtherLogOutsUrl) {
                (form::hidden("entry", &Uuid::now_v7().to_string()))
                (ui::button(Button { label: &label, act: Act::Plain, ..Button::default() }))
            }
        }
    }
}
