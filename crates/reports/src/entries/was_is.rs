//! What a correction changed: what the record counted before, what it counts since, and why. For whichever domain.
use super::{names, url};
use crate::words;
use chrono::NaiveDate;
use kernel::{Lang, UnitId};
use ledger::entry::{self, Entry};
use maud::{Markup, html};
use orgs::Directory;
use sea_orm::{ConnectionTrait, DbErr, Statement};
use ui::{Column, Row, Table};
use web::{App, WebError};

/// Places that are listed.
const PLACES_MAX: u64 = 500;

/// Where a record counted something before a correction, or counts it since.
struct Place {
    account: String,
    unit: UnitId,
    day: NaiveDate,
    was: i64,
    is: i64,
}

/// For a correcting entry what it changed; for one that was corrected what its correction changed. Nothing otherwise.
pub(super) async fn section(
    app: &App,
    lang: Lang,
    directory: &Directory,
    entry: &Entry,
    corrected_by: Option<&Entry>,
) -> Result<Markup, WebError> {
    let correction = match (entry.corrects, corrected_by) {
        (_, Some(by)) => by,
        (Some(_), None) => entry,
        (None, None) => return Ok(html! {}),
    };
    let reader = app.db.reader();
    let root = correction.root.unwrap_or(correction.seq);
    let places = places(reader, root, correction.seq).await?;
    let t = words::texts(lang);
    let who = names(reader, [correction.actor]).await?;
    let who = who.get(&correction.actor).cloned().unwrap_or_default();
    let rows = places.iter().map(|place| {
        let account = app.book.declaration(&place.account);
        let account = account.map_or(place.account.as_str(), |account| account.title.get(lang));
        Row::new(vec![
            html! { (account) },
            html! { (directory.name(place.unit, lang)) },
            html! { (place.day) },
            html! { @if place.was == place.is { (place.was) } @else { del { (place.was) } } },
            html! { @if place.was == place.is { (place.is) } @else { strong { (place.is) } } },
        ])
    });
    let heading = t.was_is_heading();
    let table = Table {
        caption: &heading,
        columns: vec![
            Column::title(t.column_account()).wide(),
            Column::text(t.column_unit()),
            Column::text(t.column_day()),
            Column::number(t.column_was()),
            Column::number(t.column_is()),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    let earlier = match correction.corrects {
        Some(seq) if seq != entry.seq => entry::by_seqs(reader, &[seq]).await?.pop(),
        _ => None,
    };
    let body = html! {
        p {
            (t.was_is_by(who.as_str(), super::moment(correction.recorded_at))) " "
            @if correction.seq != entry.seq { a href=(url(correction.id)) { (t.was_is_open()) } }
            @if let Some(earlier) = earlier { a href=(url(earlier.id)) { (t.was_is_open_earlier()) } }
        }
        @if let Some(reason) = &correction.reason { p { (t.was_is_why(reason.as_str())) } }
        @if places.is_empty() { p class="none" { (t.was_is_no_numbers()) } }
        @else { (ui::table(lang, table)) }
    };
    Ok(ui::section("was-is", &heading, html! {}, body))
}

/// What the record counted just before an entry, and since.
async fn places(
    connection: &impl ConnectionTrait,
    root: i64,
    correction: i64,
) -> Result<Vec<Place>, DbErr> {
    // What a key claims is what the record says, whether or not an earlier record holds the key.
    let select = "SELECT a.code, p.unit_id, p.day, \
                  CAST(SUM(CASE WHEN p.entry_seq < $1 THEN COALESCE(p.claim, p.quantity) ELSE 0 END) AS bigint), \
                  CAST(SUM(CASE WHEN p.entry_seq <= $2 THEN COALESCE(p.claim, p.quantity) ELSE 0 END) AS bigint) \
                  FROM ledger_posting p JOIN ledger_account a ON a.id = p.account_id \
                  WHERE (p.entry_seq = $3 AND p.of_seq = $4) OR (p.of_seq = $5 AND p.of_seq <> p.entry_seq) \
                  GROUP BY a.code, p.unit_id, p.day ORDER BY a.code, p.unit_id, p.day LIMIT $6";
    let values = [
        correction.into(),
        correction.into(),
        root.into(),
        root.into(),
        root.into(),
        PLACES_MAX.cast_signed().into(),
    ];
    let statement =
        Statement::from_sql_and_values(connection.get_database_backend(), select, values);
    let mut places = Vec::new();
    for row in connection.query_all_raw(statement).await? {
        let day: i32 = row.try_get_by_index(2)?;
        let place = Place {
            account: row.try_get_by_index(0)?,
            unit: UnitId(row.try_get_by_index(1)?),
            day: ledger::day::date(day).ok_or_else(|| DbErr::Type(format!("{day} is no day")))?,
            was: row.try_get_by_index(3)?,
            is: row.try_get_by_index(4)?,
        };
        if (place.was, place.is) != (0, 0) {
            places.push(place);
        }
    }
    Ok(places)
}
