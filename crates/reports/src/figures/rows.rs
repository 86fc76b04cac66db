//! Records as people read them: each shown by the domain it belongs to.
use crate::{entries, words};
use chrono::NaiveDate;
use kernel::{Actor, EntryId, Lang};
use ledger::figure::Record;
use maud::{Markup, html};
use orgs::Directory;
use std::collections::HashMap;
use ui::{Column, Row};
use web::{App, WebError};

/// A record in a list.
#[derive(Debug, Clone)]
pub struct RecordRow {
    pub entry: EntryId,
    pub day: NaiveDate,
    pub unit: String,
    pub unit_code: String,
    /// What kind of thing it is.
    pub kind: String,
    pub title: String,
    pub detail: String,
    /// Empty: it has no page of its own, or this reader may not open it.
    pub href: String,
    pub quantity: i64,
    /// False: counted here, and not to be known by this reader.
    pub is_open: bool,
}

/// Asks the records' domains how they are shown. The order stays.
pub async fn rows(
    app: &App,
    lang: Lang,
    actor: &Actor,
    directory: &Directory,
    records: &[Record],
) -> Result<Vec<RecordRow>, WebError> {
    let mut ids: HashMap<&str, Vec<String>> = HashMap::new();
    for record in records {
        let of_kind = ids.entry(&record.entry.subject_kind).or_default();
        if !of_kind.contains(&record.entry.subject_id) {
            of_kind.push(record.entry.subject_id.clone());
        }
    }
    let mut shown = HashMap::new();
    for (kind, ids) in ids {
        if let Some(subject) = app.domains.subject(kind) {
            for row in subject.rows(app, lang, actor, ids).await? {
                shown.insert((kind.to_owned(), row.id.clone()), row);
            }
        }
    }
    let row = |record: &Record| {
        let entry = &record.entry;
        let subject = shown.get(&(entry.subject_kind.clone(), entry.subject_id.clone()));
        let kind = app.domains.subject(&entry.subject_kind);
        RecordRow {
            entry: entry.id,
            day: entry.happened_on,
            unit: directory.name(entry.unit, lang).to_owned(),
            unit_code: directory
                .unit(entry.unit)
                .map(|unit| unit.code.clone())
                .unwrap_or_default(),
            kind: kind.map_or_else(String::new, |kind| kind.title.get(lang).to_owned()),
            title: subject.map_or_else(
                || app.domains.act(&entry.kind, lang).to_owned(),
                |row| row.title.clone(),
            ),
            detail: subject.map(|row| row.detail.clone()).unwrap_or_default(),
            href: subject.map(|row| row.href.clone()).unwrap_or_default(),
            quantity: record.quantity,
            is_open: subject.is_none_or(|row| row.visible),
        }
    };
    Ok(records.iter().map(row).collect())
}

/// The columns of a list of records; the last is the quantity.
pub fn columns(lang: Lang, unit_of_measure: &str) -> Vec<Column> {
    let t = words::texts(lang);
    vec![
        Column::text(t.column_day()),
        Column::text(t.column_unit()),
        Column::title(t.column_record()).wide(),
        Column::text(t.column_entry()),
        Column::number(quantity_head(lang, unit_of_measure)),
    ]
}

/// The head of a column of quantities; without a unit of measure they are plain pieces.
pub fn quantity_head(lang: Lang, unit_of_measure: &str) -> String {
    let t = words::texts(lang);
    match unit_of_measure {
        "" => t.column_quantity(),
        unit => t.column_quantity_of(unit),
    }
}

/// A row of [`columns`].
pub fn drawn(lang: Lang, row: &RecordRow, quantity: &str) -> Row {
    let t = words::texts(lang);
    // What the columns beside it say already is not said again.
    let says_more = row.detail != format!("{} {}", row.day, row.unit) && row.detail != row.unit;
    let what = html! {
        @if !row.is_open { span class="none" { (t.row_masked()) } }
        @else if row.href.is_empty() { (row.title) }
        @else { a href=(row.href) { (row.title) } }
        @if row.is_open && says_more && !row.detail.is_empty() { div class="hint" { (row.detail) } }
    };
    let entry: Markup = html! {
        @if row.is_open { a href=(entries::url(row.entry)) { (t.open_entry()) } }
    };
    Row::new(vec![
        html! { time datetime=(row.day) { (row.day) } },
        html! { (row.unit) },
        what,
        entry,
        html! { (quantity) },
    ])
}
