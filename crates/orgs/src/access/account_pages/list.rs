//! All accounts that the actor looks after, by the names to log in with.
use super::{ACCOUNTS, AccountUrl, role, said::moment};
use crate::{
    Directory,
    access::accounts::{Account, Asked, State, list},
    units::Sight,
    words::{Texts, texts},
};
use axum::extract::{Query, State as Of};
use axum_extra::routing::TypedPath;
use kernel::{Actor, Lang, Right, Role};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Act, Column, Empty, Icon, PageHead, PageKind, QueryBar, Row, Table, Tone, badge,
    form::{self, Choice, Field},
};
use web::{App, Frame, Paging, WebError};

#[derive(TypedPath, Deserialize, Clone, Copy)]
#[typed_path("/accounts")]
pub(super) struct AccountsUrl;

/// Longest text that is searched for, in characters; what is longer is cut.
const WORDS_CHARS_MAX: usize = 100;

const STATES: [(State, &str); 3] = [
    (State::Open, "open"),
    (State::Locked, "locked"),
    (State::Closed, "closed"),
];

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    state: String,
}

impl Wanted {
    fn asked(&self) -> Asked {
        Asked {
            words: self.q.trim().chars().take(WORDS_CHARS_MAX).collect(),
            role: Role::from_code(&self.role),
            state: STATES
                .into_iter()
                .find(|(_, code)| *code == self.state)
                .map(|(state, _)| state),
        }
    }
}

pub(super) async fn show(
    _: AccountsUrl,
    Of(app): Of<App>,
    actor: Actor,
    frame: Frame,
    paging: Paging,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, WebError> {
    let (lang, t) = (frame.lang, texts(frame.lang));
    let sight = Sight::of(&app, &actor, Right::Accounts).await?;
    let asked = wanted.asked();
    let (accounts, total) = list(
        app.db.reader(),
        &asked,
        (&sight.tree, &sight.reach),
        (app.clock.now(), sight.today),
        (paging.offset(), paging.limit()),
    )
    .await?;
    let directory = Directory::load(app.db.reader()).await?;
    let title = t.accounts_title();
    let new = ui::link_button(
        &t.account_new(),
        "/accounts/new",
        Act::Primary,
        Some(Icon::Add),
    );
    let head = PageHead {
        title: &title,
        sub: Some(html! { (t.accounts_about()) }),
        acts: Some(new),
        ..PageHead::default()
    };
    let is_any = asked == Asked::default();
    let rows = accounts.iter().map(|account| {
        let state = account.state(app.clock.now());
        row(lang, t, account, &directory, state, sight.today)
    });
    let main = html! {
        (ui::page_head(lang, head))
        (bar(lang, t, &wanted))
        (table(lang, t, rows.collect(), is_any))
        @if 0 < total { (ui::pager(lang, paging.pager(&frame.path, total))) }
    };
    Ok(frame.kind(PageKind::List).page(&title, main))
}

fn bar(lang: Lang, t: &Texts, wanted: &Wanted) -> Markup {
    let (words, role, state) = (t.accounts_words(), t.accounts_role(), t.accounts_state());
    let roles = Role::ALL.map(|role| Choice::new(role.code(), role::title(role, lang)));
    let states = STATES.map(|(state, code)| Choice::new(code, state_title(t, state)));
    let fields = html! {
        (form::search(lang, Field { id: "account-words", ..Field::new("q", &words, &wanted.q).condition() }))
        (form::select(lang, Field::new("role", &role, &wanted.role).condition(), &roles))
        (form::select(lang, Field::new("state", &state, &wanted.state).condition(), &states))
    };
    ui::query_bar(
        lang,
        QueryBar {
            action: ACCOUNTS,
            fields,
            ..QueryBar::default()
        },
    )
}

fn table(lang: Lang, t: &Texts, rows: Vec<Row>, is_any: bool) -> Markup {
    let act = t.account_new();
    let (title, text) = if is_any {
        (t.accounts_first(), t.accounts_first_text())
    } else {
        (t.accounts_none(), t.accounts_none_text())
    };
    let table = Table {
        caption: &t.accounts_title(),
        columns: vec![
            Column::title(t.account_name()),
            Column::text(t.account_person()),
            Column::text(t.account_unit()),
            Column::text(t.account_roles()).wide(),
            Column::text(t.account_entered()),
            Column::text(t.account_state()),
        ],
        rows,
        empty: Some(Empty {
            title: &title,
            text: &text,
            act: is_any.then_some((act.as_str(), "/accounts/new")),
        }),
        ..Table::default()
    };
    ui::table(lang, table)
}

fn row(
    lang: Lang,
    t: &Texts,
    account: &Account,
    directory: &Directory,
    state: State,
    today: chrono::NaiveDate,
) -> Row {
    let url = AccountUrl {
        account: account.person.id,
    };
    let grants = account.grants(today);
    Row::new(vec![
        html! { a href=(url) { (account.log_in.name) } },
        html! { (account.person.name) },
        html! { (directory.name(account.log_in.unit_id, lang)) },
        html! {
            @if grants.is_empty() { span class="hint" { (t.account_no_role()) } }
            @for grant in grants { div { (role::grant(grant, directory, lang)) } }
        },
        html! {
            @match account.log_in.entered_at {
                Some(at) => (moment(at)),
                None => span class="hint" { (t.account_never()) },
            }
        },
        state_badge(t, state),
    ])
}

fn state_title(t: &Texts, state: State) -> String {
    match state {
        State::Open => t.state_open(),
        State::Locked => t.state_locked(),
        State::Closed => t.state_closed(),
    }
}

pub(super) fn state_badge(t: &Texts, state: State) -> Markup {
    let tone = match state {
        State::Open => Tone::Good,
        State::Locked => Tone::Attention,
        State::Closed => Tone::Idle,
    };
    badge(tone, &state_title(t, state))
}
