//! One act: who, when, what, what it counted, what it corrected, what corrected it.
use super::{history, moment, names, url, was_is};
use crate::{figures::sight::Sight, words};
use axum::extract::State;
use axum_extra::routing::TypedPath;
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang, Right, UnitId};
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr, Statement};
use serde::Deserialize;
use ui::{Act, Column, Crumb, Empty, Fact, Icon, PageHead, Row, Table};
use web::{Access, App, Frame, Pages, SubjectRow, WebError};

pub fn pages() -> Pages {
    Pages::default().get(Access::Right(Right::Read), show)
}

#[derive(TypedPath, Deserialize)]
#[typed_path("/entries/{entry}")]
pub struct EntryUrl {
    pub entry: EntryId,
}

/// What an entry added to an account.
struct Posted {
    account: String,
    unit: UnitId,
    day: NaiveDate,
    quantity: i64,
}

/// Most postings that are listed.
const POSTINGS_MAX: u64 = 500;

struct Seen {
    entry: Entry,
    who: String,
    subject: Option<SubjectRow>,
    subject_kind: String,
    corrected: Option<Entry>,
    corrected_by: Option<Entry>,
    postings: Vec<Posted>,
    history: Markup,
    /// What was wrong and what is right.
    was_is: Markup,
    /// Where it is corrected, for whoever may.
    correction: Option<String>,
}

async fn show(
    url: EntryUrl,
    State(app): State<App>,
    actor: Actor,
    frame: Frame,
) -> Result<Markup, WebError> {
    let (lang, reader) = (frame.lang, app.db.reader());
    let entry = entry::by_id(reader, url.entry)
        .await?
        .ok_or(WebError::NotFound)?;
    let tree = app.book.tree(reader).await?;
    // Whoever may only count an act may not read it.
    if crate::figures::sight::sight(&tree, &actor, entry.unit, entry.happened_on) != Sight::Full {
        return Err(WebError::NotFound);
    }
    let kind = app.domains.subject(&entry.subject_kind);
    let subject = match kind {
        Some(kind) => kind
            .rows(&app, lang, &actor, vec![entry.subject_id.clone()])
            .await?
            .pop(),
        None => None,
    };
    if subject.as_ref().is_some_and(|row| !row.visible) {
        return Err(WebError::NotFound);
    }
    let corrected = match entry.corrects {
        Some(seq) => entry::by_seqs(reader, &[seq]).await?.pop(),
        None => None,
    };
    let directory = Directory::load(reader).await?;
    let corrected_by = entry::correction_of(reader, entry.seq).await?;
    let correction = kind.and_then(|kind| kind.correction(&entry));
    let may = |right: Right| tree.reaches(&actor.reach(right), entry.unit, app.clock.today());
    let correction = correction
        .filter(|(right, _)| may(*right))
        .map(|(_, href)| href);
    let seen = Seen {
        was_is: was_is::section(&app, lang, &directory, &entry, corrected_by.as_ref()).await?,
        who: names(reader, [entry.actor])
            .await?
            .remove(&entry.actor)
            .unwrap_or_default(),
        subject,
        subject_kind: kind.map_or_else(
            || entry.subject_kind.clone(),
            |kind| kind.title.get(lang).to_owned(),
        ),
        corrected,
        correction: correction.filter(|_| corrected_by.is_none()),
        corrected_by,
        postings: postings(reader, entry.seq).await?,
        history: history(&app, lang, &entry.subject_kind, &entry.subject_id).await?,
        entry,
    };
    let title = app.domains.act(&seen.entry.kind, lang);
    let main = view(lang, title, &app, &directory, &seen);
    Ok(frame.under("figures").page(title, main))
}

async fn postings(connection: &impl ConnectionTrait, seq: i64) -> Result<Vec<Posted>, DbErr> {
    let select = "SELECT a.code, p.unit_id, p.day, p.quantity FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id \
                  WHERE p.entry_seq = $1 ORDER BY a.code, p.unit_id, p.day LIMIT $2";
    let values = [seq.into(), POSTINGS_MAX.cast_signed().into()];
    let statement =
        Statement::from_sql_and_values(connection.get_database_backend(), select, values);
    let rows = connection.query_all_raw(statement).await?;
    let read = |row: &sea_orm::QueryResult| {
        let day: i32 = row.try_get_by_index(2)?;
        Ok(Posted {
            account: row.try_get_by_index(0)?,
            unit: UnitId(row.try_get_by_index(1)?),
            day: ledger::day::date(day).ok_or_else(|| DbErr::Type(format!("{day} is no day")))?,
            quantity: row.try_get_by_index(3)?,
        })
    };
    rows.iter().map(read).collect()
}

fn view(lang: Lang, title: &str, app: &App, directory: &Directory, seen: &Seen) -> Markup {
    let t = words::texts(lang);
    let entry = &seen.entry;
    let subject = match &seen.subject {
        Some(row) if !row.href.is_empty() => html! { a href=(row.href) { (row.title) } },
        Some(row) => html! { (row.title) },
        None => html! { code { (entry.subject_id) } },
    };
    let linked = |entry: &Option<Entry>| match entry {
        Some(entry) => {
            html! { a href=(url(entry.id)) { (app.domains.act(&entry.kind, lang)) " · " (moment(entry.recorded_at)) } }
        }
        None => html! {},
    };
    let facts = [
        Fact::new(seen.subject_kind.clone(), subject),
        Fact::text(t.entry_who(), &seen.who),
        Fact::text(t.column_unit(), directory.name(entry.unit, lang)),
        Fact::text(t.entry_happened(), &entry.happened_on.to_string()),
        Fact::text(t.entry_recorded(), &moment(entry.recorded_at)),
        Fact::text(
            t.entry_reason(),
            entry.reason.as_deref().unwrap_or_default(),
        ),
        Fact::new(t.entry_corrects(), linked(&seen.corrected)),
        Fact::new(t.entry_corrected_by(), linked(&seen.corrected_by)),
        Fact::text(t.entry_number(), &entry.seq.to_string()),
    ];
    let rows = seen.postings.iter().map(|posted| {
        let account = app.book.declaration(&posted.account).map(|account| account.title.get(lang));
        Row::new(vec![
            html! { (account.unwrap_or(&posted.account)) div class="hint" { code { (posted.account) } } },
            html! { (directory.name(posted.unit, lang)) },
            html! { (posted.day) },
            html! { (format!("{:+}", posted.quantity)) },
        ])
    });
    let table = Table {
        caption: &t.postings_heading(),
        columns: vec![
            Column::title(t.column_account()).wide(),
            Column::text(t.column_unit()),
            Column::text(t.column_day()),
            Column::number(t.column_quantity()),
        ],
        rows: rows.collect(),
        empty: Some(Empty {
            title: &t.postings_empty_title(),
            text: &t.postings_empty_text(),
            act: None,
        }),
        ..Table::default()
    };
    html! {
        (ui::page_head(lang, PageHead { title, acts: seen.correction.as_ref().map(|there| ui::link_button(&t.entry_correct(), there, Act::Plain, Some(Icon::Edit))), crumbs: &[Crumb::new(t.catalogue_title(), "/figures")], ..PageHead::default() }))
        (ui::two_columns(
            html! {
                (ui::facts(&facts))
                (seen.was_is)
                (ui::section("postings", &t.postings_heading(), html! {}, ui::table(lang, table)))
            },
            ui::section("history", &t.history_heading(), html! {}, seen.history.clone()),
        ))
    }
}
